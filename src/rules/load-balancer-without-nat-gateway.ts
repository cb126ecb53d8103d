import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { balancersIn, loadBalancerType, networkInWords, networkOfBalancer } from '../model/load-balancer.ts';
import { isDetached } from '../model/nat-detached.ts';
import { canMeet, natOf, networkOf, subnetsIn } from '../model/nat-gateway.ts';
import { find } from '../model/references.ts';
import { compareMentions } from '../model/same-resource.ts';
import { sentence } from '../model/sentence.ts';

/**
 * Only where the run has the network and subnets of it: another subnet may still be declared elsewhere. The page on internal
 * load balancers doesn't repeat it among its prerequisites; the overview means all of them.
 */
export default defineRule({
  id: 'AZL7407',
  name: 'load-balancer-without-nat-gateway',
  title: 'Load balancer is in a virtual network without a NAT gateway',
  severity: 'error',
  // What is missing may stand in a file that is not in the run.
  preset: 'strict',
  limitation: documented(
    'nat-gateway-overview',
    'NAT gateway configurations',
    'A virtual network has a NAT gateway with a subnet before a load balancer is set up in it.',
  ),
  also: [
    documented(
      'create-public-load-balancer-virtual-networks',
      'Prerequisites',
      'A public load balancer needs a NAT gateway on its virtual network.',
    ),
  ],
  remedy: 'Create a NAT gateway and attach a subnet of the virtual network to it.',
  types: [loadBalancerType],

  *resource(balancer, { estate }) {
    const own = networkOfBalancer(balancer);
    if (!own || find(own.network.id, balancer, estate).state !== 'found') return;
    if (subnetsIn(own.network, estate).length === 0 || natOf(own.network, estate) !== 'none') return;
    // AZL7310 speaks of subnets that are detached. One finding is enough for all load balancers of a network.
    const wasAttached = estate.changes.some((change) => {
      const network = isDetached(change) ? networkOf(change.after) : undefined;
      return network && compareMentions(network, own.network, estate) === 'equal';
    });
    const [first] = balancersIn(own.network, estate).filter((one) => canMeet(one, balancer));
    if (wasAttached || first !== balancer) return;
    yield {
      ...pointAt(own.field),
      confidence: 'possible',
      message: `${sentence(describe(balancer))} is in ${networkInWords(own.network)}, none of whose subnets here goes through a NAT gateway. A virtual network needs one before it can have a load balancer. Attach a subnet to a NAT gateway.`,
    };
  },
});
