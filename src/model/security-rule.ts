import { subjectOf } from './command.ts';
import { describe } from './describe.ts';
import type { Estate } from './estate.ts';
import { siblingsWith } from './family.ts';
import { Field } from './field.ts';
import type { Operation } from './operation.ts';
import type { Resource } from './resource.ts';

export const securityGroupType = 'Microsoft.AzureStackHCI/networkSecurityGroups';

export const securityRuleType = 'Microsoft.AzureStackHCI/networkSecurityGroups/securityRules';

/** A security rule, with what messages call it. */
export interface SecurityRule {
  readonly properties: Field;
  readonly words: string;
}

/**
 * The security rules in a piece of evidence: the one that a resource is, those that a network security group has inline, as
 * Azure's own groups do, and what a command gives to one that exists.
 */
export function securityRulesIn(evidence: Resource | Operation): readonly SecurityRule[] {
  if ('kind' in evidence) return updatedRule(evidence);
  if (/\/securityrules$/i.test(evidence.type))
    return [{ properties: evidence.body.get('properties'), words: describe(evidence) }];
  return evidence.body.all('properties.securityRules[]').map((rule) => ({
    properties: rule.get('properties'),
    words: `security rule "${rule.get('name').string ?? '?'}" of ${describe(evidence)}`,
  }));
}

function updatedRule(operation: Operation): readonly SecurityRule[] {
  if (operation.kind !== 'command' || operation.isDeclaration) return [];
  if (operation.verb !== 'stack-hci-vm network nsg rule update') return [];
  const one = (option: string) => operation.options.get(option)?.values[0];
  const list = (option: string) => {
    const given = operation.options.get(option);
    return given && Field.list(given.values, given.at);
  };
  const properties = Field.record(
    {
      priority: one('--priority'),
      access: one('--access'),
      direction: one('--direction'),
      protocol: one('--protocol'),
      description: one('--description'),
      sourcePortRanges: list('--source-port-ranges'),
      destinationPortRanges: list('--destination-port-ranges'),
    },
    operation.at,
  );
  return [{ properties, words: subjectOf(operation) }];
}

/** The direction of a rule: inbound when none is given. Undefined when it is not known. */
export function directionOf({ properties }: Pick<SecurityRule, 'properties'>): string | undefined {
  const direction = properties.get('direction');
  return direction.isMissing ? 'inbound' : direction.string?.toLowerCase();
}

/** A rule with the first of those before it in its network security group that has its priority, of each direction. */
export interface Clash {
  readonly rule: SecurityRule;
  readonly sameDirection: SecurityRule | undefined;
  readonly otherDirection: SecurityRule | undefined;
}

/** The rules in a resource whose priority others of the group have, too. A priority out of range is another mistake. */
export function clashingRules(resource: Resource, estate: Estate): readonly Clash[] {
  const inside = new Map<string, SecurityRule>();
  return securityRulesIn(resource).flatMap((rule) => {
    const { number } = rule.properties.get('priority');
    const direction = directionOf(rule);
    const opposite = direction === undefined ? undefined : opposites.get(direction);
    if (number === undefined || number < 100 || number > 4096 || direction === undefined) return [];
    const first = (wanted: string) => {
      const key = `${number} ${wanted}`;
      const [sibling] = siblingsWith(key, clashKey, resource, estate);
      return sibling ? securityRulesIn(sibling)[0] : inside.get(key);
    };
    const sameDirection = first(direction);
    const otherDirection = opposite === undefined ? undefined : first(opposite);
    if (!sameDirection) inside.set(`${number} ${direction}`, rule);
    return sameDirection || otherDirection ? [{ rule, sameDirection, otherDirection }] : [];
  });
}

const opposites = new Map([
  ['inbound', 'outbound'],
  ['outbound', 'inbound'],
]);

/** Priority and direction of a rule that is a resource of its own. */
const clashKey = ({ body }: Resource): string | undefined => {
  const properties = body.get('properties');
  const direction = directionOf({ properties });
  return direction === undefined ? undefined : `${properties.get('priority').number} ${direction}`;
};
