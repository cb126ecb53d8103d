import { defineRule } from '../engine/rule.ts';
import { notOneOf } from '../model/allowed.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { respelt } from '../model/fix.ts';
import { frontendsOf, loadBalancerType } from '../model/load-balancer.ts';

/** The pages name Static and Default, the API Dynamic and Static: what the command calls Default is Dynamic there. */
const methods = ['Static', 'Dynamic', 'Default'];

export default defineRule({
  id: 'AZL7411',
  name: 'unknown-frontend-allocation-method',
  title: 'Private address of a load balancer has an unknown allocation method',
  severity: 'error',
  limitation: documented(
    'create-internal-load-balancer-virtual-networks',
    'Review required parameters',
    'The private address of a load balancer is allocated statically or by default.',
  ),
  remedy: 'Use Static with an address, or leave the allocation to the platform.',
  fix: 'safe',
  types: [loadBalancerType],

  *resource(balancer) {
    for (const { properties } of frontendsOf(balancer)) {
      const method = properties.get('privateIPAllocationMethod');
      const written = notOneOf(method, methods);
      if (written === undefined) continue;
      yield {
        ...pointAt(method),
        fix: respelt(method, methods),
        message: `Allocation method "${written}" of ${describe(balancer)} is not known. It must be Static, or Dynamic (Default on the command line). Use one of them.`,
      };
    }
  },
});
