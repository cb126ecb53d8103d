import { defineRule } from '../engine/rule.ts';
import { outOfRange } from '../model/allowed.ts';
import { pointAt } from '../model/compare.ts';
import { documented } from '../model/documentation.ts';
import type { Operation } from '../model/operation.ts';
import type { Resource } from '../model/resource.ts';
import { securityGroupType, securityRulesIn, securityRuleType } from '../model/security-rule.ts';

/** The priority of a security rule. */
export default defineRule({
  id: 'AZL7102',
  name: 'security-rule-priority-out-of-range',
  title: 'Priority of a security rule is not from 100 to 4096',
  severity: 'error',
  limitation: documented(
    'create-network-security-groups',
    'Create an inbound security rule',
    'The priority of a security rule is a number from 100 to 4096; a lower one goes first.',
  ),
  remedy: 'Choose a priority from 100 to 4096.',
  types: [securityRuleType, securityGroupType],
  resource: judge,
  operation: judge,
});

function* judge(evidence: Resource | Operation) {
  for (const { properties, words } of securityRulesIn(evidence)) {
    const priority = properties.get('priority');
    if (!outOfRange(priority, 100, 4096)) continue;
    yield {
      ...pointAt(priority),
      message: `Priority "${priority.value}" of ${words} is out of range. Choose one from 100 to 4096.`,
    };
  }
}
