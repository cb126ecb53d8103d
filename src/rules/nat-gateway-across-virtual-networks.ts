import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { attachmentOf, attachmentsTo, nameIn, networkOf } from '../model/nat-gateway.ts';
import { compareMentions } from '../model/same-resource.ts';
import { subnetType } from '../model/type-names.ts';

/** Reported on the first subnet of each further network. */
export default defineRule({
  id: 'AZL7304',
  name: 'nat-gateway-across-virtual-networks',
  title: 'NAT gateway serves subnets of several virtual networks',
  severity: 'error',
  limitation: documented(
    'nat-gateway-overview',
    'NAT gateway configurations',
    "A NAT gateway belongs to one virtual network and can't serve another.",
  ),
  remedy: 'Create a NAT gateway for each virtual network.',
  types: [subnetType],

  *resource(subnet, { estate }) {
    const own = attachmentOf(subnet);
    const network = networkOf(subnet);
    if (!own || !network) return;
    const all = attachmentsTo(own.gateway, estate);
    const index = all.findIndex((one) => one.subnet === subnet);
    const others = all.filter((one, place) => place < index || one.subnet.origin === 'live');
    const networks = others.map((one) => networkOf(one.subnet));
    const verdicts = networks.map((one) => (one ? compareMentions(one, network, estate) : 'unknown'));
    const place = verdicts.indexOf('different');
    const [other, otherNetwork] = [others[place], networks[place]];
    if (!other || !otherNetwork || verdicts.includes('equal')) return;
    yield {
      ...pointAt(own.field, { at: other.field.at, message: `${describe(other.subnet)} goes through it too` }),
      message: `NAT gateway "${nameIn(own.gateway)}" serves virtual network "${nameIn(otherNetwork)}" already, so it can't serve ${describe(subnet)} of "${nameIn(network)}". Create a NAT gateway for each virtual network.`,
    };
  },
});
