import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { attachmentOf, attachmentsIn, nameIn, networkOf } from '../model/nat-gateway.ts';
import { compareMentions } from '../model/same-resource.ts';
import { sentence } from '../model/sentence.ts';
import { subnetType } from '../model/type-names.ts';

/** Reported on the first subnet of each further gateway. */
export default defineRule({
  id: 'AZL7303',
  name: 'several-nat-gateways-in-virtual-network',
  title: 'Subnets of one virtual network go through several NAT gateways',
  severity: 'error',
  limitation: documented(
    'nat-gateway-overview',
    'NAT gateway configurations',
    'A virtual network and its subnets have one NAT gateway, which any number of its subnets may share.',
  ),
  remedy: 'Attach the subnets of a virtual network to one NAT gateway.',
  types: [subnetType],

  *resource(subnet, { estate }) {
    const own = attachmentOf(subnet);
    const network = networkOf(subnet);
    if (!own || !network) return;
    const all = attachmentsIn(network, estate);
    const index = all.findIndex((one) => one.subnet === subnet);
    const others = all.filter((one, place) => place < index || one.subnet.origin === 'live');
    const verdicts = others.map(({ gateway }) => compareMentions(gateway, own.gateway, estate));
    const other = others[verdicts.indexOf('different')];
    if (!other || verdicts.includes('equal')) return;
    yield {
      ...pointAt(own.field, { at: other.field.at, message: `NAT gateway of ${describe(other.subnet)}` }),
      message: `${sentence(describe(subnet))} goes through NAT gateway "${nameIn(own.gateway)}", but another subnet of virtual network "${nameIn(network)}" goes through "${nameIn(other.gateway)}". A virtual network can have one NAT gateway only. Attach both subnets to the same one.`,
    };
  },
});
