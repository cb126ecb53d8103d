import { defineRule } from '../engine/rule.ts';
import { notOneOf, orList } from '../model/allowed.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { respelt } from '../model/fix.ts';
import { loadBalancerType, loadBalancingRulesOf } from '../model/load-balancer.ts';

const distributions = ['Default', 'SourceIP', 'SourceIPProtocol'];

export default defineRule({
  id: 'AZL7416',
  name: 'unknown-load-distribution',
  title: 'Load balancing rule has an unknown distribution',
  severity: 'error',
  limitation: documented(
    'create-load-balancer-logical-network',
    'Required parameters',
    'Connections are distributed by Default, SourceIP or SourceIPProtocol.',
  ),
  remedy: 'Use Default, SourceIP or SourceIPProtocol.',
  fix: 'safe',
  types: [loadBalancerType],

  *resource(balancer) {
    for (const { properties } of loadBalancingRulesOf(balancer)) {
      const distribution = properties.get('loadDistribution');
      const written = notOneOf(distribution, distributions);
      if (written === undefined) continue;
      yield {
        ...pointAt(distribution),
        fix: respelt(distribution, distributions),
        message: `Load distribution "${written}" of a rule of ${describe(balancer)} is not known. It must be ${orList(distributions)}. Use one of them.`,
      };
    }
  },
});
