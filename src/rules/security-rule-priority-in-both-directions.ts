import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { documented } from '../model/documentation.ts';
import { clashingRules, securityGroupType, securityRuleType } from '../model/security-rule.ts';

/** An inbound and an outbound rule of one network security group with one priority: said of the later one. */
export default defineRule({
  id: 'AZL7104',
  name: 'security-rule-priority-in-both-directions',
  title: 'An inbound and an outbound security rule have the same priority',
  severity: 'warning',
  // Whether the two directions are one collection the page doesn't say; in Azure they are two.
  preset: 'strict',
  limitation: documented(
    'create-network-security-groups',
    'Create an inbound security rule',
    'Each security rule of a collection has a priority that no other one has; that each direction is a collection is not said.',
  ),
  remedy: 'Give inbound and outbound rules different priorities, such as 100 to 1999 and 2000 to 4096.',
  types: [securityRuleType, securityGroupType],

  *resource(resource, { estate }) {
    for (const { rule, sameDirection, otherDirection: other } of clashingRules(resource, estate)) {
      // Of two that are certain to clash, the other rule speaks.
      if (!other || sameDirection) continue;
      const priority = rule.properties.get('priority');
      yield {
        ...pointAt(priority, { at: other.properties.get('priority').at, message: `the priority of ${other.words}` }),
        message: `Priority "${priority.value}" of ${rule.words} is also that of ${other.words}. One is inbound and the other outbound, but the documentation asks for a priority of its own for each rule. Choose another one to be safe.`,
      };
    }
  },
});
