import type { Rule } from './rule.ts';

type Listeners = Pick<Rule, 'resource' | 'change' | 'move' | 'operation'>;

/** What is known of a rule that is not loaded: its texts and its listeners are null. */
export type ListedRule = { readonly [Key in keyof Rule]: Rule[Key] | null } & Pick<Rule, 'id'>;

const isListener = (key: string): key is keyof Listeners => ['resource', 'change', 'move', 'operation'].includes(key);

/**
 * A rule as the bundle has it, equal to the one in its file: what is null is loaded when it is asked for.
 *
 * @param readTexts texts of all rules, by id
 * @param readListeners rules with their listeners, by id: this one and its neighbours
 */
export function lazyRule(
  listed: ListedRule,
  readTexts: () => Readonly<Record<string, Partial<Rule>>>,
  readListeners: () => Readonly<Record<string, Listeners>>,
): Rule {
  let loaded: Listeners | undefined;
  const rule: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(listed)) {
    if (value !== null) rule[key] = value;
    else if (isListener(key))
      rule[key] = (evidence: never, context: never) => {
        loaded ??= readListeners()[listed.id];
        return loaded?.[key]?.(evidence, context);
      };
    else Object.defineProperty(rule, key, { enumerable: true, get: () => readTexts()[listed.id]?.[key as keyof Rule] });
  }
  return rule as unknown as Rule;
}
