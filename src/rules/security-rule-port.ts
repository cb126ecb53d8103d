import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { documented } from '../model/documentation.ts';
import type { Operation } from '../model/operation.ts';
import type { Resource } from '../model/resource.ts';
import { securityGroupType, securityRulesIn, securityRuleType } from '../model/security-rule.ts';
import { portMistake } from '../net/ports.ts';

/** The ports of a security rule. */
export default defineRule({
  id: 'AZL7106',
  name: 'security-rule-port',
  title: 'Port of a security rule is not from 0 to 65535',
  severity: 'error',
  limitation: documented(
    'create-network-security-groups',
    'Create an inbound security rule',
    'Ports of a security rule are from 0 to 65535: one port, a range of ports, or `*` for all.',
  ),
  remedy: 'Write a port such as 443, a range such as 8000-8080, or *.',
  types: [securityRuleType, securityGroupType],
  resource: judge,
  operation: judge,
});

function* judge(evidence: Resource | Operation) {
  for (const { properties, words } of securityRulesIn(evidence)) {
    for (const name of ['sourcePortRanges', 'destinationPortRanges']) {
      for (const port of properties.all(`${name}[]`)) {
        const mistake = port.string === undefined ? undefined : portMistake(port.string);
        if (mistake === undefined) continue;
        yield {
          ...pointAt(port),
          message: `"${port.string}" in ${name} of ${words} ${mistake}. Write a port from 0 to 65535, a range such as "8000-8080", or "*".`,
        };
      }
    }
  }
}
