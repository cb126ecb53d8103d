import type { Rule } from './rule.ts';

type Listeners = Pick<Rule, 'resource' | 'change' | 'move' | 'operation'>;

/** What is known of a rule that is not loaded: its texts and its listeners are null. */
export type ListedRule = { [Key in keyof Rule]: Rule[Key] | null } & Pick<Rule, 'id'>;

const isListener = (key: string): key is keyof Listeners => ['resource', 'change', 'move', 'operation'].includes(key);

/**
 * Makes a rule of what is listed, equal to the one in its file: what is null is loaded when it is asked for. The same
 * object: two hundred others, with all that they hold, take as long to make as a file to read.
 *
 * @param readTexts texts of all rules, by id
 * @param readListeners rules with their listeners, by id: this one and its neighbours
 */
export function lazyRule(
  listed: ListedRule,
  readTexts: () => Readonly<Record<string, Partial<Rule>>>,
  readListeners: () => Readonly<Record<string, Listeners>>,
): Rule {
  const { id } = listed;
  for (const key of Object.keys(listed) as (keyof Rule)[]) {
    if (listed[key] !== null) continue;
    if (isListener(key))
      listed[key] = (evidence: never, context: never) => readListeners()[id]?.[key]?.(evidence, context) ?? [];
    else Object.defineProperty(listed, key, { get: () => readTexts()[id]?.[key] });
  }
  return listed as Rule;
}
