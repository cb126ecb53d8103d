import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import {
  frontendsOf,
  loadBalancerType,
  networkInWords,
  poolNetworkField,
  poolNetworks,
  poolsOf,
} from '../model/load-balancer.ts';
import { allocationOf, mentionOf } from '../model/nat-gateway.ts';
import { compareMentions } from '../model/same-resource.ts';

export default defineRule({
  id: 'AZL7405',
  name: 'load-balancer-public-ip-of-other-network',
  title: 'Public IP address of a load balancer comes from another logical network than its own',
  severity: 'error',
  limitation: documented(
    'create-load-balancer-logical-network',
    'Prerequisites',
    'The public IP address of a load balancer on a logical network comes from that logical network.',
  ),
  remedy: 'Allocate the public IP address from the logical network that the load balancer is on.',
  types: [loadBalancerType],

  *resource(balancer, { estate }) {
    const [pool] = poolsOf(balancer);
    const field = pool && poolNetworkField(pool);
    const own = field && mentionOf(field, balancer);
    if (!own || poolNetworks(balancer) !== 'logical') return;
    for (const { properties } of frontendsOf(balancer)) {
      const address = properties.get('publicIPAddress.resourceId');
      const allocation = allocationOf(address, balancer, estate);
      if (!allocation || compareMentions(allocation.network, own, estate) !== 'different') continue;
      yield {
        ...pointAt(address, { at: allocation.field.at, message: `comes from ${networkInWords(allocation.network)}` }),
        message: `Public IP address of ${describe(balancer)} comes from ${networkInWords(allocation.network)}, but the load balancer is on ${networkInWords(own)}. Use an address of that network.`,
      };
    }
  },
});
