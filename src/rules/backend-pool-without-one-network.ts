import { defineRule } from '../engine/rule.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { loadBalancerType, poolsOf } from '../model/load-balancer.ts';

export default defineRule({
  id: 'AZL7402',
  name: 'backend-pool-without-one-network',
  title: 'Backend pool names no network, or a virtual and a logical one',
  severity: 'error',
  limitation: documented(
    'load-balancer-overview',
    'Load balancer configurations',
    'The pools of a load balancer name a virtual network, or on a logical network that one, and never both.',
  ),
  remedy: 'Name the one network that the load balancer is on in each pool.',
  types: [loadBalancerType],

  *resource(balancer) {
    const pools = poolsOf(balancer);
    const [first] = pools;
    for (const { item, properties, virtualNetwork, logicalNetwork } of pools) {
      const pool = `Backend pool "${item.get('name').string ?? ''}" of ${describe(balancer)}`.replace(' ""', '');
      if (virtualNetwork === 'given' && logicalNetwork === 'given') {
        yield {
          at: properties.get('logicalNetwork').at,
          message: `${pool} names a virtual and a logical network, but must name the one that the load balancer is on. Remove the other.`,
        };
      } else if (virtualNetwork === 'none' && logicalNetwork === 'none') {
        // Newer copies of the pages, which show other options of the same command, don't require it.
        yield {
          at: properties.at,
          severity: 'warning',
          message: `${pool} names no network, but should name the one that its machines are on. Add "virtualNetwork" or "logicalNetwork".`,
        };
      } else if (
        (virtualNetwork === 'given' && first?.logicalNetwork === 'given' && first.virtualNetwork === 'none') ||
        (logicalNetwork === 'given' && first?.virtualNetwork === 'given' && first.logicalNetwork === 'none')
      ) {
        const [kind, other] = virtualNetwork === 'given' ? ['virtual', 'logical'] : ['logical', 'virtual'];
        yield {
          at: properties.get(`${kind}Network`).at,
          message: `${pool} is on a ${kind} network, but the first pool is on a ${other} one. All pools of a load balancer must be on its own network.`,
        };
      }
    }
  },
});
