import { defineRule } from '../engine/rule.ts';
import { notOneOf, orList } from '../model/allowed.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { respelt } from '../model/fix.ts';
import { backendsOf, loadBalancerType, poolsOf } from '../model/load-balancer.ts';

/** The API of 2026-04-01-preview names Up and Down only; the page has None too. */
const states = ['Up', 'Down', 'None'];

export default defineRule({
  id: 'AZL7419',
  name: 'unknown-backend-admin-state',
  title: 'Backend of a load balancer has an unknown administrative state',
  severity: 'error',
  limitation: documented(
    'create-load-balancer-logical-network',
    'Required parameters',
    'The administrative state of a backend is Up, Down or None.',
  ),
  remedy: 'Use Up, Down or None.',
  fix: 'safe',
  types: [loadBalancerType],

  *resource(balancer) {
    for (const { properties } of poolsOf(balancer).flatMap(backendsOf)) {
      const state = properties.get('adminState');
      const written = notOneOf(state, states);
      if (written === undefined) continue;
      yield {
        ...pointAt(state),
        fix: respelt(state, states),
        message: `Administrative state "${written}" of a backend of ${describe(balancer)} is not known. It must be ${orList(states)}. Use one of them.`,
      };
    }
  },
});
