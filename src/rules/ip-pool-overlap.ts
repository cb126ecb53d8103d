import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { logicalNetworkType, poolText } from '../model/logical-network.ts';
import { clashingPools } from '../model/network-neighbours.ts';

/** An IP pool: if another one, of this network or of a neighbour, has addresses of it, say so. */
export default defineRule({
  id: 'AZL1122',
  name: 'ip-pool-overlap',
  title: 'IP pools overlap',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Create logical network',
    'IP pools of logical networks on one VLAN may not overlap.',
  ),
  also: [
    // Nothing more is safe to say: several networks on one internal network share its VLAN and prefix by design.
    documented(
      'create-logical-networks',
      'Create logical network',
      'An IP pool that one logical network has can not be used by another.',
    ),
  ],
  remedy: 'Give each pool addresses of its own.',
  types: [logicalNetworkType],

  *resource(network, { estate }) {
    for (const { pool, other, of } of clashingPools(network, estate)) {
      const whose = of === network ? 'of the same network' : `of ${describe(of)} on the same VLAN`;
      yield {
        ...pointAt(pool.field, { at: other.field.at, message: `the pool ${poolText(other.field)}` }),
        message: `IP pool "${poolText(pool.field)}" of ${describe(network)} overlaps pool "${poolText(other.field)}" ${whose}. Pools must not share addresses. Give each its own.`,
        ...(of === network || of.condition === undefined ? {} : { confidence: 'possible' as const }),
      };
    }
  },
});
