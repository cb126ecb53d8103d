import type { LintArguments } from './lint-command.ts';

type Key = keyof LintArguments;

/** Options with one value of any kind, options that may be repeated, options with one of a few words, and switches. */
const texts: Readonly<Record<string, Key>> = {
  '--base': 'base',
  '--changed-since': 'changedSince',
  '--baseline': 'baseline',
  '--config': 'config',
  '--output': 'output',
  '-o': 'output',
  '--plan': 'plan',
};
const lists: Readonly<Record<string, Key>> = {
  '--format': 'format',
  '--ignore': 'ignore',
  '--parameters': 'parameters',
  '--live': 'live',
  '--rule': 'rule',
};
const words: Readonly<Record<string, readonly [key: Key, words: readonly string[]]>> = {
  '--preset': ['preset', ['seed', 'recommended', 'strict']],
  '--fail-on': ['failOn', ['error', 'warning', 'note', 'none']],
};
const switches: Readonly<Record<string, readonly [key: Key, value: boolean]>> = {
  '--no-config': ['config', false],
  '--no-baseline': ['baseline', false],
  '--no-suppressions': ['suppressions', false],
  '--staged': ['staged', true],
  '--merge-base': ['mergeBase', true],
  '--closed-world': ['closedWorld', true],
  '--quiet': ['quiet', true],
  '-q': ['quiet', true],
  '--verbose': ['verbose', true],
  '-v': ['verbose', true],
  '--color': ['color', true],
  '--no-color': ['color', false],
};

/**
 * The arguments of a check that are written as most are: what hooks and pipelines pass. They mean what they mean to
 * commander, without the time that it takes to load. Undefined for everything else: commands, other options, mistakes.
 */
export function plainArguments(args: readonly string[]): { paths: string[]; options: LintArguments } | undefined {
  const paths: string[] = [];
  const options: Partial<Record<Key, unknown>> = { suppressions: true };
  const waiting = [...args];
  for (let arg = waiting.shift(); arg !== undefined; arg = waiting.shift()) {
    if (!arg.startsWith('-')) {
      // A word may be a command, or be meant for one.
      if (paths.length === 0 && !/[./\\*]/.test(arg)) return undefined;
      paths.push(arg);
      continue;
    }
    const [key, value] = switches[arg] ?? [];
    if (key !== undefined) {
      options[key] = value;
      continue;
    }
    const given = waiting.shift();
    if (given === undefined || given.startsWith('-')) return undefined;
    const [text, list, [word, known] = []] = [texts[arg], lists[arg], words[arg]];
    if (text !== undefined) options[text] = given;
    else if (list !== undefined) options[list] = [...((options[list] as string[] | undefined) ?? []), given];
    else if (word !== undefined && known?.includes(given)) options[word] = given;
    else return undefined;
  }
  return { paths, options: options as LintArguments };
}
