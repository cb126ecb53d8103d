import { defineRule } from '../engine/rule.ts';
import { isBlank } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { loadBalancerType } from '../model/load-balancer.ts';

/** Properties of load balancers in Azure, Microsoft.Network, that those of Azure Local don't have. */
const translating = ['inboundNatRules', 'inboundNatPools', 'outboundRules'];

export default defineRule({
  id: 'AZL7421',
  name: 'load-balancer-nat-rules',
  title: 'Load balancer has rules that translate addresses',
  severity: 'error',
  limitation: documented(
    'load-balancer-overview',
    'Key characteristics of a load balancer',
    'A load balancer translates no addresses, neither inbound nor outbound: a NAT gateway does.',
  ),
  remedy: 'Remove the rules, and use a NAT gateway with inbound rules.',
  types: [loadBalancerType],

  *resource(balancer) {
    const properties = balancer.body.get('properties');
    for (const name of properties.names()) {
      const rules = properties.memberNamed(name);
      if (isBlank(rules) || rules.state === 'unknown') continue;
      if (!translating.some((one) => one.toLowerCase() === name.toLowerCase())) continue;
      yield {
        at: properties.at.key(name),
        message: `"${name}" of ${describe(balancer)} translates addresses, which load balancers here don't do. Remove it, and use a NAT gateway.`,
      };
    }
  },
});
