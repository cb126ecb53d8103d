import { defineRule } from '../engine/rule.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { childrenOf } from '../model/family.ts';
import { securityGroupType, securityRuleType } from '../model/security-rule.ts';

/**
 * A network security group to which nothing in the run adds a rule. What it then does, the pages tell differently: all
 * inbound traffic is denied (2025-11, and the page on managing groups), or all but that from the same logical network (2026-02).
 */
export default defineRule({
  id: 'AZL7101',
  name: 'security-group-without-rules',
  title: 'Network security group has no rules',
  severity: 'warning',
  // What is missing may stand in a file that is not in the run.
  preset: 'strict',
  limitation: documented(
    'create-network-security-groups',
    'Create a network security group (NSG)',
    'A network security group needs at least one rule: an empty one keeps out all inbound traffic from outside the logical network.',
  ),
  remedy: 'Declare a rule of the group, as a resource of type networkSecurityGroups/securityRules.',
  types: [securityGroupType],

  *resource(group, { estate }) {
    const { known, isComplete } = childrenOf(group, securityRuleType, estate);
    // Rules inside the group, as Azure's groups have them, are not known to do anything, but say what is meant.
    const isMeant = group.body.get('properties.securityRules').state !== 'absent';
    if (known.length > 0 || !isComplete || isMeant) return;
    yield {
      at: group.name.at,
      message: `${describe(group)} has no security rule among what was checked. An empty group keeps all traffic from outside away from what it is given to. Declare at least one rule.`,
      confidence: 'possible',
    };
  },
});
