import { defineRule } from '../engine/rule.ts';
import { orList } from '../model/allowed.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { loadBalancerType, loadBalancingRulesOf, namesIn } from '../model/load-balancer.ts';

/** What a rule names, with the list that has it. */
const parts = [
  ['frontendIPConfiguration', 'frontendIPConfigurations', 'frontend'],
  ['backendAddressPool', 'backendAddressPools', 'backend pool'],
  ['probe', 'probes', 'probe'],
] as const;

export default defineRule({
  id: 'AZL7420',
  name: 'undeclared-load-balancer-part',
  title: 'Load balancing rule names a frontend, pool or probe that its load balancer does not have',
  severity: 'error',
  limitation: documented(
    'create-load-balancer-logical-network',
    'Required parameters',
    'A rule names the frontends, the pools and the probe of its own load balancer that it puts together.',
  ),
  remedy: 'Name a part that the load balancer has, or declare it.',
  types: [loadBalancerType],

  *resource(balancer) {
    for (const { properties } of loadBalancingRulesOf(balancer)) {
      for (const [part, list, words] of parts) {
        const name = properties.get(`${part}.name`);
        const declared = namesIn(balancer, list);
        // A list in which a name is unknown may have it.
        if (name.string === undefined || declared === undefined) continue;
        if (declared.some((one) => one.toLowerCase() === name.string?.toLowerCase())) continue;
        const known = declared.map((one) => `"${one}"`);
        const has = known.length === 0 ? `has no ${words}` : `has ${orList(known).replace(' or ', ' and ')}`;
        yield {
          ...pointAt(name),
          message: `A rule of ${describe(balancer)} names ${words} "${name.string}", but the load balancer ${has}. Name one that it has, or declare it.`,
        };
      }
    }
  },
});
