import { defineRule } from '../engine/rule.ts';
import { notOneOf } from '../model/allowed.ts';
import { pointAt } from '../model/compare.ts';
import { documented } from '../model/documentation.ts';
import type { Operation } from '../model/operation.ts';
import type { Resource } from '../model/resource.ts';
import { securityGroupType, securityRulesIn, securityRuleType } from '../model/security-rule.ts';

/**
 * The protocol of a security rule. The pages list TCP, UDP and all, but speak of a rule against ICMP and show one in what the
 * command line prints, and the API has it: ICMP is no more than doubtful.
 */
export default defineRule({
  id: 'AZL7105',
  name: 'security-rule-protocol',
  title: 'Protocol of a security rule is not TCP, UDP or all',
  severity: 'error',
  limitation: documented(
    'create-network-security-groups',
    'Create an inbound security rule',
    'The protocol of a security rule is TCP, UDP, or all of them: `*` or All.',
  ),
  remedy: 'Use Tcp, Udp or *.',
  types: [securityRuleType, securityGroupType],
  resource: judge,
  operation: judge,
});

function* judge(evidence: Resource | Operation) {
  for (const { properties, words } of securityRulesIn(evidence)) {
    const protocol = properties.get('protocol');
    if (!notOneOf(protocol, ['*', 'All', 'Tcp', 'Udp'])) continue;
    const is = `Protocol "${protocol.string}" of ${words}`;
    if (notOneOf(protocol, ['Icmp'])) {
      yield { ...pointAt(protocol), message: `${is} is none that a rule can have. Use "Tcp", "Udp" or "*".` };
    } else {
      yield {
        ...pointAt(protocol),
        severity: 'warning' as const,
        confidence: 'possible' as const,
        message: `${is} is in the API, but not among those that the documentation lists. Use "*" if the rule is to cover ICMP, or check that the rule works.`,
      };
    }
  }
}
