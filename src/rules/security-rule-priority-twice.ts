import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { documented } from '../model/documentation.ts';
import { clashingRules, directionOf, securityGroupType, securityRuleType } from '../model/security-rule.ts';

/** Two rules of one network security group and direction with one priority: said of the later one. */
export default defineRule({
  id: 'AZL7103',
  name: 'security-rule-priority-twice',
  title: 'Two security rules of one direction have the same priority',
  severity: 'error',
  limitation: documented(
    'create-network-security-groups',
    'Create an inbound security rule',
    'Each security rule of a collection has a priority that no other one has.',
  ),
  remedy: 'Give each rule of a network security group a priority of its own.',
  types: [securityRuleType, securityGroupType],

  *resource(resource, { estate }) {
    for (const { rule, sameDirection: other } of clashingRules(resource, estate)) {
      if (!other) continue;
      const priority = rule.properties.get('priority');
      yield {
        ...pointAt(priority, { at: other.properties.get('priority').at, message: `the priority of ${other.words}` }),
        message: `Priority "${priority.value}" of ${rule.words} is also that of ${other.words}, which is ${directionOf(rule)} too. Choose one that no other rule has.`,
      };
    }
  },
});
