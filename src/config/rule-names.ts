import type { Severities } from '../engine/lint.ts';
import type { Rule, Severity } from '../engine/rule.ts';
import { nearest } from '../model/nearest.ts';

/** The severities that a setting may have. */
export const severityWords = ['error', 'warning', 'note', 'off'] as const;

/** Whether a word is one of the severities a setting may have. */
export const isSeverity = (word: unknown): word is Severity | 'off' =>
  (severityWords as readonly unknown[]).includes(word);

/** The rule of an id or name, in any case; undefined when there is none. */
export function findRule(rules: readonly Rule[], idOrName: string): Rule | undefined {
  const wanted = idOrName.toLowerCase();
  return rules.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted);
}

/** Says that there is no such rule, and which one may have been meant. */
export function unknownRule(rules: readonly Rule[], idOrName: string): string {
  const isId = /^[a-z]{1,4}\d+$/i.test(idOrName);
  // Ids differ in a digit or two, so that the nearest one says little; names are words.
  const guess = nearest(
    idOrName,
    rules.map(({ id, name }) => (isId ? id : name)),
    isId ? 1 : undefined,
  );
  const hint = guess === undefined ? '`azlocal-lint rules` lists them.' : `Did you mean "${guess}"?`;
  return `there is no rule "${idOrName}". ${hint}`;
}

/** Severities by rule id, whether they were given by id or by name. Names of no rule are left out. */
export function byId(rules: readonly Rule[], settings: Severities): Severities {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, severity]) => {
      const rule = findRule(rules, name);
      return rule ? [[rule.id, severity]] : [];
    }),
  );
}
