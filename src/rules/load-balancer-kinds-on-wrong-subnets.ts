import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { balancersIn, kindOf, loadBalancerType, networkOfBalancer, subnetsOfBalancer } from '../model/load-balancer.ts';
import { nameIn } from '../model/nat-gateway.ts';
import { compareMentions } from '../model/same-resource.ts';

/**
 * The page on internal load balancers says to use the subnet of a public one where there is one: the words of the page on
 * public ones. The overview, and the other page's own note, want a subnet for each kind.
 */
export default defineRule({
  id: 'AZL7409',
  name: 'load-balancer-kinds-on-wrong-subnets',
  title: 'Load balancers of two kinds share a subnet, or those of one kind do not',
  severity: 'error',
  limitation: documented(
    'load-balancer-overview',
    'On virtual networks',
    'In a virtual network all public load balancers share one subnet, and all internal ones share another.',
  ),
  also: [
    documented(
      'create-public-load-balancer-virtual-networks',
      'Prerequisites',
      'A further public load balancer goes into the subnet of the first; other kinds need a subnet of their own.',
    ),
  ],
  remedy: 'Use one subnet for the public load balancers of a virtual network and another for the internal ones.',
  types: [loadBalancerType],

  *resource(balancer, { estate }) {
    const [network, kind] = [networkOfBalancer(balancer)?.network, kindOf(balancer)];
    if (!network || (kind !== 'public' && kind !== 'internal')) return;
    const all = balancersIn(network, estate);
    const earlier = all.filter((one, index) => index < all.indexOf(balancer) || one.origin === 'live');
    const own = subnetsOfBalancer(balancer);
    const others = [...earlier.flatMap(subnetsOfBalancer), ...own.slice(0, 1)];
    for (const { field, subnet } of own) {
      const clash = others.find((one) => {
        const otherKind = kindOf(one.balancer);
        if (otherKind !== 'public' && otherKind !== 'internal') return false;
        return compareMentions(one.subnet, subnet, estate) === (otherKind === kind ? 'different' : 'equal');
      });
      if (!clash) continue;
      const [name, other] = [nameIn(subnet), describe(clash.balancer)];
      const is =
        kindOf(clash.balancer) === kind
          ? `but ${clash.balancer === balancer ? 'its first frontend' : `${other}, which is ${kind} too,`} is in "${nameIn(clash.subnet)}". All ${kind} load balancers of a virtual network share one subnet. Use that one`
          : `but so is ${other}, which is ${kindOf(clash.balancer)}. Load balancers of each kind need a subnet of their own. Use another one`;
      yield {
        ...pointAt(field, { at: clash.field.at, message: `subnet of ${other}` }),
        message: `${kind === 'public' ? 'Public' : 'Internal'} ${describe(balancer)} is in subnet "${name}", ${is}.`,
      };
      return;
    }
  },
});
