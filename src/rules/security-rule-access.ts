import { defineRule } from '../engine/rule.ts';
import { notOneOf } from '../model/allowed.ts';
import { pointAt } from '../model/compare.ts';
import { documented } from '../model/documentation.ts';
import { respelt } from '../model/fix.ts';
import type { Operation } from '../model/operation.ts';
import type { Resource } from '../model/resource.ts';
import { securityGroupType, securityRulesIn, securityRuleType } from '../model/security-rule.ts';

/** The access of a security rule. */
export default defineRule({
  id: 'AZL7108',
  name: 'security-rule-access',
  title: 'Access of a security rule is neither allow nor deny',
  severity: 'error',
  limitation: documented(
    'create-network-security-groups',
    'Create an inbound security rule',
    'A security rule allows or denies traffic: its access is Allow, which it is when none is given, or Deny.',
  ),
  remedy: 'Use Allow or Deny.',
  fix: 'safe',
  types: [securityRuleType, securityGroupType],
  resource: judge,
  operation: judge,
});

function* judge(evidence: Resource | Operation) {
  for (const { properties, words } of securityRulesIn(evidence)) {
    const access = properties.get('access');
    if (!notOneOf(access, ['Allow', 'Deny'])) continue;
    yield {
      ...pointAt(access),
      fix: respelt(access, ['Allow', 'Deny']),
      message: `Access "${access.string}" of ${words} is neither "Allow" nor "Deny". Use one of them.`,
    };
  }
}
