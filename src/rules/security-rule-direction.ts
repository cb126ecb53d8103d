import { defineRule } from '../engine/rule.ts';
import { notOneOf } from '../model/allowed.ts';
import { pointAt } from '../model/compare.ts';
import { documented } from '../model/documentation.ts';
import { respelt } from '../model/fix.ts';
import type { Operation } from '../model/operation.ts';
import type { Resource } from '../model/resource.ts';
import { securityGroupType, securityRulesIn, securityRuleType } from '../model/security-rule.ts';

/** The direction of a security rule. */
export default defineRule({
  id: 'AZL7107',
  name: 'security-rule-direction',
  title: 'Direction of a security rule is neither inbound nor outbound',
  severity: 'error',
  limitation: documented(
    'create-network-security-groups',
    'Create an inbound security rule',
    'The direction of a security rule is inbound, which it is when none is given, or outbound.',
  ),
  also: [
    documented(
      'create-network-security-groups',
      'Create a network security rule',
      'A rule is for one direction: inbound and outbound traffic need a rule each.',
    ),
  ],
  remedy: 'Use Inbound or Outbound; for both, declare two rules.',
  fix: 'safe',
  types: [securityRuleType, securityGroupType],
  resource: judge,
  operation: judge,
});

function* judge(evidence: Resource | Operation) {
  for (const { properties, words } of securityRulesIn(evidence)) {
    const direction = properties.get('direction');
    if (!notOneOf(direction, ['Inbound', 'Outbound'])) continue;
    yield {
      ...pointAt(direction),
      fix: respelt(direction, ['Inbound', 'Outbound']),
      message: `Direction "${direction.string}" of ${words} is neither "Inbound" nor "Outbound". Use one of them; for both, declare two rules.`,
    };
  }
}
