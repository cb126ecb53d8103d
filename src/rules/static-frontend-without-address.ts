import { defineRule } from '../engine/rule.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { frontendsOf, loadBalancerType } from '../model/load-balancer.ts';

export default defineRule({
  id: 'AZL7412',
  name: 'static-frontend-without-address',
  title: 'Frontend of a load balancer is static but has no private address',
  severity: 'error',
  limitation: documented(
    'create-internal-load-balancer-virtual-networks',
    'Review required parameters',
    'Whoever chooses static allocation for a frontend gives its private address.',
  ),
  remedy: 'Give "privateIPAddress", or leave the allocation to the platform.',
  types: [loadBalancerType],

  *resource(balancer) {
    for (const { properties } of frontendsOf(balancer)) {
      const method = properties.get('privateIPAllocationMethod');
      if (method.string?.toLowerCase() !== 'static' || !isBlank(properties.get('privateIPAddress'))) continue;
      yield {
        ...pointAt(method),
        message: `Allocation method of ${describe(balancer)} is "${method.string}", but its frontend has no private address. Static allocation needs one. Add "privateIPAddress".`,
      };
    }
  },
});
