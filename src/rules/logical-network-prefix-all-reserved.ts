import { defineRule } from '../engine/rule.ts';
import { isAllReserved, prefixesOf, subnetsOf } from '../model/address-space.ts';
import { pointAt, valueText } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { logicalNetworkType } from '../model/logical-network.ts';
import { sizeOf } from '../net/ranges.ts';

/** The prefix of a subnet: if the platform keeps all of its addresses, say so. That creation fails is not documented. */
export default defineRule({
  id: 'AZL1116',
  name: 'logical-network-prefix-all-reserved',
  title: 'Address prefix of a logical network has no address that is not reserved',
  severity: 'warning',
  limitation: documented(
    'vm-management-prerequisites',
    'Azure Local requirements',
    'The first eight addresses of the prefix of an internal network are reserved, so that a prefix of eight or fewer has none for machines.',
  ),
  remedy: 'Use a prefix of /28 or shorter.',
  types: [logicalNetworkType],

  *resource(network) {
    for (const { field, range } of subnetsOf(network).flatMap((subnet) => prefixesOf(subnet).known)) {
      if (!isAllReserved(range)) continue;
      yield {
        ...pointAt(field),
        message: `address prefix "${valueText(field)}" of ${describe(network)} has "${sizeOf(range)}" addresses, but the first eight are reserved, so that none is left for machines. Use a prefix of /28 or shorter.`,
      };
    }
  },
});
