import { defineRule } from '../engine/rule.ts';
import { isReversed, subnetsOf } from '../model/address-space.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { replaced, suggestion } from '../model/fix.ts';
import { logicalNetworkType } from '../model/logical-network.ts';

/** The bounds of an IP pool: if the last address is before the first, say so. */
export default defineRule({
  id: 'AZL1120',
  name: 'ip-pool-reversed',
  title: 'IP pool ends before it starts',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Create logical network',
    'An IP pool is a range of the subnet of its internal network, from its first address to its last.',
  ),
  remedy: 'Write the lower address as start and the higher one as end.',
  fix: 'suggestion',
  types: [logicalNetworkType],

  *resource(network) {
    for (const pool of subnetsOf(network).flatMap((subnet) => subnet.all('ipPools[]'))) {
      if (!isReversed(pool)) continue;
      const [start, end] = [pool.get('start'), pool.get('end')];
      yield {
        fix: suggestion('Swap start and end.', replaced(start, end.string ?? ''), replaced(end, start.string ?? '')),
        ...pointAt(end, { at: start.at, message: `its start is ${start.string}` }),
        message: `IP pool of ${describe(network)} ends at "${end.string}", before its start "${start.string}". The end must not be lower than the start. Swap them, or correct one.`,
      };
    }
  },
});
