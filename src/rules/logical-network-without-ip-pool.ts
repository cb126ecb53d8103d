import { defineRule } from '../engine/rule.ts';
import { subnetsOf } from '../model/address-space.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { fabricReference } from '../model/fabric-network.ts';
import { logicalNetworkType } from '../model/logical-network.ts';
import { hasNoPool, sharingFabric } from '../model/network-neighbours.ts';

/**
 * The IP pools of a logical network: if there are none, say so. Advice, so that it is strict: pools are optional, and a network
 * that is alone on its internal network needs none. Where another one is there, that is another rule's.
 */
export default defineRule({
  id: 'AZL1118',
  name: 'logical-network-without-ip-pool',
  title: 'Logical network without IP pool takes its internal network whole',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'create-logical-networks',
    'Prerequisites',
    'A logical network without IP pool has the whole address space of its internal network to itself.',
  ),
  remedy: 'Give the network an IP pool when others are to stand on the same internal network, now or later.',
  types: [logicalNetworkType],

  *resource(network, { estate }) {
    if (isBlank(fabricReference(network)) || !hasNoPool(network)) return;
    if (sharingFabric(network, estate)) return;
    for (const subnet of subnetsOf(network)) {
      yield {
        ...pointAt(subnet.get('ipPools')),
        message: `${describe(network)} has no IP pool, so that it takes its internal network whole: no other logical network can be created there. Add a pool of type "vm" if one is to follow.`,
      };
    }
  },
});
