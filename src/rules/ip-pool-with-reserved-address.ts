import { defineRule } from '../engine/rule.ts';
import { isAllReserved, poolsOf, prefixesOf, reservedIn, subnetsOf } from '../model/address-space.ts';
import { pointAt, valueText } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { logicalNetworkType, poolText } from '../model/logical-network.ts';
import { addressText, isWithin, overlaps } from '../net/ranges.ts';

/** An IP pool inside its prefix: if it has one of the first eight addresses, say so. */
export default defineRule({
  id: 'AZL1123',
  name: 'ip-pool-with-reserved-address',
  title: 'IP pool has one of the first eight addresses of the prefix',
  severity: 'error',
  limitation: documented(
    'vm-management-prerequisites',
    'Azure Local requirements',
    'The first eight addresses of the prefix of an internal network are reserved for the platform.',
  ),
  remedy: 'Begin the pool at the ninth address of the prefix, such as `.8` of a /24, or later.',
  types: [logicalNetworkType],

  *resource(network) {
    for (const subnet of subnetsOf(network)) {
      for (const pool of poolsOf(subnet).known) {
        const prefix = prefixesOf(subnet).known.find(({ range }) => isWithin(pool.range, range));
        if (!prefix || isAllReserved(prefix.range) || !overlaps(pool.range, reservedIn(prefix.range))) continue;
        const { last } = reservedIn(prefix.range);
        yield {
          ...pointAt(pool.field.get('start'), {
            at: prefix.field.at,
            message: `the prefix is ${valueText(prefix.field)}`,
          }),
          message: `IP pool "${poolText(pool.field)}" of ${describe(network)} has addresses up to "${addressText(last)}", the first eight of prefix "${valueText(prefix.field)}", which are reserved for the platform. Begin it at "${addressText(last + 1)}" or later.`,
        };
      }
    }
  },
});
