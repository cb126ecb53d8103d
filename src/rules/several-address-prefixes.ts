import { defineRule } from '../engine/rule.ts';
import { subnetsOf, writtenPrefixes } from '../model/address-space.ts';
import { pointAt, valueText } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { logicalNetworkType } from '../model/logical-network.ts';

/** The prefixes of a subnet, however they are written: if there is more than one, say so. */
export default defineRule({
  id: 'AZL1107',
  name: 'several-address-prefixes',
  title: 'Logical network has more than one address prefix',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Create a static logical network',
    'A logical network has exactly one address prefix.',
  ),
  remedy: 'Keep one prefix, that of the internal network, and create a logical network of its own for each other one.',
  types: [logicalNetworkType],

  *resource(network) {
    for (const subnet of subnetsOf(network)) {
      const [first, second] = writtenPrefixes(subnet);
      if (!first || !second) continue;
      yield {
        ...pointAt(second, { at: first.at, message: `the prefix ${valueText(first)}` }),
        message: `address prefix "${valueText(second)}" of ${describe(network)} stands beside "${valueText(first)}", but only one prefix is supported. Keep one, and create another logical network for the other.`,
      };
    }
  },
});
