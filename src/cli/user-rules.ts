import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule } from '../engine/rule.ts';
import { exists, noSuchPath } from './paths.ts';
import { UsageError } from './world.ts';

/**
 * Users' rules. Code is loaded only when it is named on the command line: a pull request must not be able to run code
 * in the checker.
 *
 * @param known the rules that are there already
 * @throws UsageError for a module that can't be loaded or a rule that isn't one
 */
export async function loadRules(modules: readonly string[], known: readonly Rule[], cwd: string): Promise<Rule[]> {
  const loaded: Rule[] = [];
  for (const path of modules) {
    for (const rule of await rulesOf(path, cwd)) {
      const wrong = complaint(rule) ?? clash(rule, [...known, ...loaded]);
      if (wrong !== undefined) throw new UsageError(`--rules ${path}: ${wrong}`);
      loaded.push(rule);
    }
  }
  return loaded;
}

async function rulesOf(path: string, cwd: string): Promise<readonly Rule[]> {
  const absolute = resolve(cwd, path);
  if (!(await exists(absolute))) {
    throw new UsageError(`--rules ${path}: there is no such file.${await noSuchPath(path, cwd)}`);
  }
  const module = (await import(pathToFileURL(absolute).href).catch((error: unknown) => {
    throw new UsageError(`--rules ${path}: it can't be loaded: ${inWords(error)}`);
  })) as { default?: Rule | readonly Rule[] };
  const rules = module.default === undefined ? [] : [module.default].flat();
  if (rules.length === 0) {
    throw new UsageError(`--rules ${path}: it must export a rule, or a list of rules, by default.`);
  }
  return rules;
}

/** The message, and the line of the user's module when the error knows it. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const missing = /Cannot find package 'azlocal-lint'/.test(error.message)
    ? '. Install azlocal-lint beside it, or leave out defineRule: a rule is a plain object.'
    : '';
  const place = /file:\/\/(\S+?:\d+)(?::\d+)?\)?$/m.exec(error.stack ?? '')?.[1];
  return `${error.message}${missing}${place === undefined ? '' : ` (${decodeURI(place)})`}`;
}

/** What is wrong with a value that should be a rule: it comes from code that no compiler may have seen. */
function complaint(rule: Rule): string | undefined {
  if (rule === null || typeof rule !== 'object') return `a rule is an object, not ${JSON.stringify(rule)}.`;
  const { id, name, severity, types, limitation } = rule;
  if (!/^AZL9\d{3}$/.test(id)) {
    return `the id of a rule of your own must be AZL9 and three digits, such as AZL9001, not ${JSON.stringify(id)}.`;
  }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    return `the name of ${id} must be lower-case words joined by "-", not ${JSON.stringify(name)}.`;
  }
  if (!['error', 'warning', 'note'].includes(severity)) {
    return `the severity of ${id} must be error, warning or note, not ${JSON.stringify(severity)}.`;
  }
  const texts = { title: rule.title, remedy: rule.remedy, ...limitationTexts(limitation) };
  const missing = Object.entries(texts).find(([, value]) => typeof value !== 'string');
  if (missing) return `${id} needs "${missing[0]}", a text.`;
  const listensToResources = rule.resource ?? rule.change ?? rule.move;
  if (listensToResources && !(Array.isArray(types) && types.length > 0)) {
    return `${id} needs "types", the resource types it looks at.`;
  }
  if (!listensToResources && !rule.operation) {
    return `${id} checks nothing: it needs a generator named resource, change, move or operation.`;
  }
  return undefined;
}

const limitationTexts = (limitation: Partial<Rule['limitation']> | undefined) => ({
  'limitation.statement': limitation?.statement,
  'limitation.page': limitation?.page,
  'limitation.heading': limitation?.heading,
  'limitation.readOn': limitation?.readOn,
});

function clash({ id, name }: Rule, others: readonly Rule[]): string | undefined {
  if (others.some((other) => other.id === id)) return `there are two rules with the id ${id}.`;
  if (others.some((other) => other.name === name)) return `there are two rules with the name "${name}".`;
  return undefined;
}
