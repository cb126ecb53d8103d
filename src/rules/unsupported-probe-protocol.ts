import { defineRule } from '../engine/rule.ts';
import { notOneOf } from '../model/allowed.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { loadBalancerType } from '../model/load-balancer.ts';

export default defineRule({
  id: 'AZL7418',
  name: 'unsupported-probe-protocol',
  title: 'Health probe uses a protocol other than TCP and HTTP',
  severity: 'error',
  limitation: documented(
    'load-balancer-overview',
    'Key characteristics of a load balancer',
    'Load balancers probe the health of backends over TCP or HTTP.',
  ),
  remedy: 'Probe over Tcp or Http.',
  types: [loadBalancerType],

  *resource(balancer) {
    for (const protocol of balancer.body.all('properties.probes[].properties.protocol')) {
      const written = notOneOf(protocol, ['Tcp', 'Http']);
      if (written === undefined) continue;
      yield {
        ...pointAt(protocol),
        message: `Probe protocol "${written}" of ${describe(balancer)} is not supported. It must be Tcp or Http. Use one of them.`,
      };
    }
  },
});
