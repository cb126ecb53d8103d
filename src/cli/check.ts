import type { LintInput, LintOptions } from '../engine/lint.ts';
import { ownRules } from '../engine/own-rules.ts';
import { rules as builtInRules } from '../rules/index.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { SettingArguments, Settings } from './settings.ts';
import { type ResultOf, type TaskName, taskOf } from './tasks.ts';
import { checkOptions, filesOf } from './work.ts';
import type { World } from './world.ts';

/** Seconds that one file may take, unless `--timeout` says otherwise. */
const defaultTimeout = 60;

/** A file with more characters is checked where it can be stopped: starting a thread costs little beside it. */
const largeFile = 1_000_000;

/**
 * The same for what may have a script in it, or be one. The grammars of bash and HCL take quadratic time for some texts
 * that nobody would write, such as brackets that close nothing: some seconds at this length, hours at the other.
 */
const largeScript = 20_000;

const mayHaveScript = ({ path, text }: SourceFile): boolean =>
  /\.ya?ml$/i.test(path) ? /(?:run|script|bash|pwsh|powershell)["']?\s*:/i.test(text) : !/\.jsonc?$/i.test(path);

/**
 * Does something with an input. All that this linter does is counted and comes to an end by itself; what can't be trusted
 * to (a user's rule, a very large file) runs in a thread of its own, which is stopped when a file takes too long.
 *
 * @param options with `more` of how to check than the settings say: plain data
 */
export async function check<Name extends TaskName>(
  task: Name,
  input: LintInput,
  paths: readonly string[],
  options: SettingArguments & { readonly timeout?: number; readonly more?: LintOptions },
  settings: Settings,
  world: World,
): Promise<ResultOf<Name>> {
  const { timeout = isTrusted(input, settings) ? 0 : defaultTimeout, more = {} } = options;
  const { cwd, today, worker: file } = world;
  const how = { ...checkOptions(settings, input), ...more };
  if (timeout === 0 || file === undefined) return taskOf(task).run(input, how, today);
  const { checkInThread } = await import('./check-in-thread.ts');
  return checkInThread(input, {
    task,
    file,
    paths,
    options,
    more,
    how,
    world: { cwd, today },
    rules: [...builtInRules, ...ownRules, ...(how.rules ?? [])],
    timeout,
  });
}

const isTrusted = (input: LintInput, { check: { rules = [] } }: Settings): boolean =>
  rules.length === 0 &&
  filesOf(input).every(
    (file) => file.text.length <= largeScript || (file.text.length <= largeFile && !mayHaveScript(file)),
  );
