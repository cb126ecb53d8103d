import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import {
  gatewayOfRule,
  inboundRulesOf,
  inboundRuleType,
  mentionOf,
  nameIn,
  natGatewayType,
  publicIPAddressesOf,
} from '../model/nat-gateway.ts';
import { find } from '../model/references.ts';
import { compareMentions } from '../model/same-resource.ts';

export default defineRule({
  id: 'AZL7308',
  name: 'nat-inbound-rule-on-other-public-ip',
  title: "Inbound rule names a public IP address that is not its NAT gateway's own",
  severity: 'error',
  limitation: documented(
    'create-nat-gateway',
    'Review required parameters',
    'The public IP address of an inbound rule is that of its NAT gateway.',
  ),
  remedy: 'Name the public IP address of the NAT gateway in the inbound rule.',
  types: [natGatewayType, inboundRuleType],

  *resource(resource, { estate }) {
    const self = gatewayOfRule(resource);
    const gateway = self && find(self.id, self.from, estate).resource;
    if (!gateway) return;
    const fields = publicIPAddressesOf(gateway);
    const addresses = fields.map((field) => mentionOf(field, gateway));
    for (const { properties } of inboundRulesOf(resource)) {
      const field = properties.get('publicIPAddress.resourceId');
      const address = mentionOf(field, resource);
      const [own] = addresses;
      if (!address || !own) continue;
      if (addresses.some((one) => !one || compareMentions(one, address, estate) !== 'different')) continue;
      yield {
        ...pointAt(field, { at: fields[0]?.at ?? gateway.at, message: `public IP address of ${describe(gateway)}` }),
        message: `Inbound rule of ${describe(gateway)} names public IP address "${nameIn(address)}", but the gateway has "${nameIn(own)}". Name the gateway's own.`,
      };
    }
  },
});
