import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { documented } from '../model/documentation.ts';
import type { Operation } from '../model/operation.ts';
import type { Resource } from '../model/resource.ts';
import { securityGroupType, securityRulesIn, securityRuleType } from '../model/security-rule.ts';

const maximum = 140;

/** The length of a description. */
export default defineRule({
  id: 'AZL7109',
  name: 'security-rule-description-too-long',
  title: 'Description of a security rule is longer than 140 characters',
  severity: 'error',
  limitation: documented(
    'create-network-security-groups',
    'Create an inbound security rule',
    'The description of a security rule has 140 characters at most.',
  ),
  remedy: 'Shorten the description to 140 characters.',
  types: [securityRuleType, securityGroupType],
  resource: judge,
  operation: judge,
});

function* judge(evidence: Resource | Operation) {
  for (const { properties, words } of securityRulesIn(evidence)) {
    const description = properties.get('description');
    const { length } = [...(description.string ?? '')];
    if (length <= maximum) continue;
    yield {
      ...pointAt(description),
      message: `Description of ${words} has "${length}" characters. Shorten it to at most ${maximum}.`,
    };
  }
}
