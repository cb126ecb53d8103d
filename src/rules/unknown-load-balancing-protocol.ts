import { defineRule } from '../engine/rule.ts';
import { notOneOf, orList } from '../model/allowed.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { loadBalancerType, loadBalancingRulesOf } from '../model/load-balancer.ts';

const protocols = ['All', 'Tcp', 'Udp'];

export default defineRule({
  id: 'AZL7415',
  name: 'unknown-load-balancing-protocol',
  title: 'Load balancing rule has an unknown protocol',
  severity: 'error',
  limitation: documented(
    'create-load-balancer-logical-network',
    'Required parameters',
    'The protocol of a load balancing rule is All, Tcp or Udp.',
  ),
  remedy: 'Use All, Tcp or Udp.',
  types: [loadBalancerType],

  *resource(balancer) {
    for (const { properties } of loadBalancingRulesOf(balancer)) {
      const protocol = properties.get('protocol');
      const written = notOneOf(protocol, protocols);
      if (written === undefined) continue;
      yield {
        ...pointAt(protocol),
        message: `Protocol "${written}" of a rule of ${describe(balancer)} is not known. It must be ${orList(protocols)}. Use one of them.`,
      };
    }
  },
});
