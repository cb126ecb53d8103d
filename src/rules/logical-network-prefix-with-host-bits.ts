import { defineRule } from '../engine/rule.ts';
import { prefixesOf, subnetsOf } from '../model/address-space.ts';
import { pointAt, valueText } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { replaced, safeFix } from '../model/fix.ts';
import { logicalNetworkType } from '../model/logical-network.ts';
import { canonicalPrefix } from '../net/address.ts';
import { addressNumber } from '../net/ranges.ts';

/** The prefix of a subnet: if it is written with an address inside of the network, say so. Advice: no page speaks of it. */
export default defineRule({
  id: 'AZL1115',
  name: 'logical-network-prefix-with-host-bits',
  title: 'Address prefix of a logical network does not begin at its network address',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'create-logical-networks',
    'Create a static logical network',
    'The address prefix of a logical network is written as the internal network has it; the pages have network addresses only.',
  ),
  remedy: 'Write the prefix with its network address: `10.20.1.0/24`.',
  fix: 'safe',
  types: [logicalNetworkType],

  *resource(network) {
    for (const { field, range } of subnetsOf(network).flatMap((subnet) => prefixesOf(subnet).known)) {
      const written = addressNumber(valueText(field).split('/')[0] ?? '');
      if (written === undefined || written === range.first) continue;
      const canonical = canonicalPrefix(valueText(field)) ?? '';
      yield {
        ...pointAt(field),
        fix: safeFix(`Write "${canonical}".`, replaced(field, canonical)),
        message: `address prefix "${valueText(field)}" of ${describe(network)} has an address inside of the network in it. It must begin at the network address. Write "${canonical}".`,
      };
    }
  },
});
