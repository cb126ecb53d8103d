import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { loadBalancerType, loadBalancingRulesOf } from '../model/load-balancer.ts';

/** The pages speak of the load balancer as a whole, whatever the frontends and protocols of the rules are. */
export default defineRule({
  id: 'AZL7414',
  name: 'duplicate-frontend-port',
  title: 'Two rules of a load balancer have one frontend port',
  severity: 'error',
  limitation: documented(
    'create-load-balancer-logical-network',
    'Required parameters',
    'No two rules of a load balancer have the same frontend port.',
  ),
  remedy: 'Give each rule a frontend port of its own, or use a load balancer for each.',
  types: [loadBalancerType],

  *resource(balancer) {
    const ports = loadBalancingRulesOf(balancer).map(({ properties }) => properties.get('frontendPort'));
    for (const [index, port] of ports.entries()) {
      const first = ports.findIndex(({ number }) => number !== undefined && number === port.number);
      const other = ports[first];
      if (!other || first >= index) continue;
      yield {
        ...pointAt(port, { at: other.at, message: 'first rule with this port' }),
        message: `Frontend port "${port.number}" of ${describe(balancer)} is used by an earlier rule. Ports must be unique within a load balancer. Use another port.`,
      };
    }
  },
});
