import { defineRule } from '../engine/rule.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { frontendsOf, loadBalancerType, poolNetworks } from '../model/load-balancer.ts';
import { sentence } from '../model/sentence.ts';

export default defineRule({
  id: 'AZL7404',
  name: 'internal-load-balancer-on-logical-network',
  title: 'Load balancer on a logical network has no public IP address',
  severity: 'error',
  limitation: documented(
    'load-balancer-overview',
    'On logical networks',
    'A load balancer on a logical network is public: there are no internal ones.',
  ),
  remedy: 'Name a public IP address of the logical network in the frontend, or use a virtual network.',
  types: [loadBalancerType],

  *resource(balancer) {
    if (poolNetworks(balancer) !== 'logical') return;
    for (const { item, properties, publicIPAddress } of frontendsOf(balancer)) {
      if (publicIPAddress !== 'none') continue;
      yield {
        at: properties.at,
        message: `${sentence(describe(balancer))} is on a logical network, but its frontend "${item.get('name').string ?? '?'}" has no public IP address. Internal load balancers work on virtual networks only. Name a public IP address.`,
      };
    }
  },
});
