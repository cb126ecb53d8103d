import { defineRule } from '../engine/rule.ts';
import { addressOf, isOutside, prefixesOf, subnetsOf } from '../model/address-space.ts';
import { pointAt, valueText } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { defaultGateways, logicalNetworkType } from '../model/logical-network.ts';

/** The default gateway of a subnet: if it is in no prefix of it, say so. */
export default defineRule({
  id: 'AZL1125',
  name: 'gateway-outside-prefix',
  title: 'Default gateway is not inside the address prefix of its logical network',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Create logical network',
    'The gateway of a logical network comes from the subnet of its internal network, as the prefix does.',
  ),
  remedy: 'Use the address that the router has in the prefix.',
  types: [logicalNetworkType],

  *resource(network) {
    for (const subnet of subnetsOf(network)) {
      const prefixes = prefixesOf(subnet);
      for (const { field } of defaultGateways(subnet)) {
        const address = addressOf(field);
        if (address === undefined || !isOutside({ first: address, last: address }, prefixes)) continue;
        const written = prefixes.known.map((prefix) => `"${valueText(prefix.field)}"`).join(', ');
        yield {
          ...pointAt(
            field,
            ...prefixes.known.map((prefix) => ({
              at: prefix.field.at,
              message: `the prefix is ${valueText(prefix.field)}`,
            })),
          ),
          message: `default gateway "${field.string}" of ${describe(network)} is outside of its prefix ${written}. A gateway must be inside. Use the address that the router has in the prefix.`,
        };
      }
    }
  },
});
