import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { fabricReference } from '../model/fabric-network.ts';
import { logicalNetworkType } from '../model/logical-network.ts';
import { hasNoPool, isLater, poollessOnFabric, sharingFabric } from '../model/network-neighbours.ts';
import type { Resource } from '../model/resource.ts';

/** Two logical networks on one internal network: if one of them has no IP pool, say so. */
export default defineRule({
  id: 'AZL1119',
  name: 'logical-network-beside-one-without-ip-pool',
  title: 'Internal network is shared with a logical network that has no IP pool',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Prerequisites',
    'When a logical network has no IP pool, no other logical network can be created on its internal network.',
  ),
  remedy: 'Give each logical network of an internal network an IP pool, or an internal network of its own.',
  types: [logicalNetworkType],

  *resource(network, { estate }) {
    const isEarlier = (one: Resource) => isLater(network, one, estate);
    const beside = hasNoPool(network) ? sharingFabric : poollessOnFabric;
    const other = beside(network, estate, isEarlier);
    if (!other) return;
    const whole = hasNoPool(other) ? describe(other) : 'it';
    yield {
      ...pointAt(fabricReference(network), {
        at: fabricReference(other).at,
        message: `${describe(other)} is on it, too`,
      }),
      message: `${describe(network)} is on the internal network of ${describe(other)}, but ${whole} has no IP pool and takes that network whole. Give both a pool, or an internal network each.`,
      ...(other.condition === undefined ? {} : { confidence: 'possible' as const }),
    };
  },
});
