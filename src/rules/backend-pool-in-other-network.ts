import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import {
  backendsOf,
  loadBalancerType,
  networkBehind,
  networkInWords,
  networkOfBalancer,
  poolNetworkField,
  poolNetworks,
  poolsOf,
} from '../model/load-balancer.ts';
import { mentionOf } from '../model/nat-gateway.ts';
import { compareMentions } from '../model/same-resource.ts';

/** Frontend, pools and the NICs behind them: what is in another network than what comes before it is reported. */
export default defineRule({
  id: 'AZL7403',
  name: 'backend-pool-in-other-network',
  title: 'Backend pool, or a machine in it, is in another network than its load balancer',
  severity: 'error',
  limitation: documented(
    'load-balancer-overview',
    'On virtual networks',
    'All backends of a load balancer are in its own virtual network, in whichever of its subnets.',
  ),
  also: [
    documented(
      'load-balancer-overview',
      'On logical networks',
      'All backends of a load balancer on a logical network are on that same logical network.',
    ),
  ],
  remedy: 'Name the network of the load balancer in the pool, and put only NICs of that network into it.',
  types: [loadBalancerType],

  *resource(balancer, { estate }) {
    const pools = poolsOf(balancer);
    const kind = poolNetworks(balancer);
    // AZL7402 speaks of pools on networks of two kinds.
    if (!kind) return;
    const [first] = pools;
    const field = first && poolNetworkField(first);
    const network = field && mentionOf(field, balancer);
    const own = (kind === 'virtual' ? networkOfBalancer(balancer) : undefined) ?? (network && { field, network });
    if (!own) return;
    for (const pool of pools) {
      const at = poolNetworkField(pool);
      const named = mentionOf(at, balancer);
      if (named && compareMentions(named, own.network, estate) === 'different') {
        yield {
          ...pointAt(at, {
            at: own.field.at,
            message: `${describe(balancer)} is in ${networkInWords(own.network)}`,
          }),
          message: `Backend pool of ${describe(balancer)} is in ${networkInWords(named)}, but the load balancer is in ${networkInWords(own.network)}. Backends must be in the same network.`,
        };
      }
      for (const backend of backendsOf(pool)) {
        const behind = networkBehind(backend.field, balancer, estate);
        if (!behind || !named || compareMentions(behind.network, named, estate) !== 'different') continue;
        yield {
          ...pointAt(backend.field, { at: behind.field.at, message: `it is in ${networkInWords(behind.network)}` }),
          message: `Backend "${backend.field.string?.split('/').at(-3) ?? backend.field.term}" of ${describe(balancer)} is in ${networkInWords(behind.network)}, but its pool is in ${networkInWords(named)}. Backends must be in the same network.`,
        };
      }
    }
  },
});
