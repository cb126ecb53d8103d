import { defineRule } from '../engine/rule.ts';
import { addressOf, isOutside, isReversed, prefixesOf, subnetsOf } from '../model/address-space.ts';
import { pointAt, valueText } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { logicalNetworkType } from '../model/logical-network.ts';

/** The bounds of an IP pool: if one is in no prefix of its subnet, say so. */
export default defineRule({
  id: 'AZL1121',
  name: 'ip-pool-outside-prefix',
  title: 'IP pool is not inside the address prefix of its logical network',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Create logical network',
    'The addresses of an IP pool come from the subnet of the internal network that the logical network stands on.',
  ),
  remedy: 'Use addresses of the prefix as the start and end of the pool.',
  types: [logicalNetworkType],

  *resource(network) {
    for (const subnet of subnetsOf(network)) {
      const prefixes = prefixesOf(subnet);
      for (const pool of subnet.all('ipPools[]')) {
        if (isReversed(pool)) continue;
        // Both bounds outside are one pool in the wrong place.
        const bound = ['start', 'end'].find((name) => {
          const address = addressOf(pool.get(name));
          return address !== undefined && isOutside({ first: address, last: address }, prefixes);
        });
        if (bound === undefined) continue;
        const written = prefixes.known.map(({ field }) => `"${valueText(field)}"`).join(', ');
        yield {
          ...pointAt(
            pool.get(bound),
            ...prefixes.known.map(({ field }) => ({ at: field.at, message: `the prefix is ${valueText(field)}` })),
          ),
          message: `${bound} "${pool.get(bound).string}" of an IP pool of ${describe(network)} is outside of its prefix ${written}. A pool must be inside. Use addresses of the prefix.`,
        };
      }
    }
  },
});
