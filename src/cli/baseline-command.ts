import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeBaseline } from '../config/baseline.ts';
import { type BaselineOutcome, compareBaseline, entriesOf, type RunScope } from '../engine/baseline.ts';
import { type LintInput, wantedSeverity } from '../engine/lint.ts';
import type { Report } from '../engine/report.ts';
import { unknownWord } from '../engine/unknown.ts';
import { baselineJson, baselineText } from '../reporters/baseline.ts';
import { counted } from '../reporters/reporter.ts';
import { baselineIn, defaultName } from './baseline-file.ts';
import { check } from './check.ts';
import { readInput } from './input.ts';
import type { LintArguments } from './lint-command.ts';
import { useColors, writeWhole } from './output.ts';
import { isAbove, relativePath } from './paths.ts';
import { Progress } from './progress.ts';
import { say } from './say.ts';
import { readSettings, type Settings } from './settings.ts';
import { exitCodes, UsageError, type World } from './world.ts';

/** A run, as the commands about baselines need it. */
interface Inspection {
  /** The baseline: absolute, and as people see it. */
  readonly file: string;
  readonly name: string;
  readonly isConfigured: boolean;
  readonly report: Report;
  readonly scope: RunScope;
}

/** `azlocal-lint baseline create [paths…]`: accepts what is found. @throws UsageError */
export async function createBaseline(
  paths: readonly string[],
  options: LintArguments & { readonly force?: boolean },
  world: World,
): Promise<number> {
  const { file, name, isConfigured, report, scope } = await inspect(paths, options, world, (path, name) => {
    if (options.force || !existsSync(path)) return;
    throw new UsageError(
      `the baseline ${name} is there already. "azlocal-lint baseline prune" drops what is fixed; --force accepts all that is found now.`,
    );
  });
  const entries = entriesOf(report, scope);
  await writeWhole(file, writeBaseline(entries), world.cwd);
  const said = `${name}: ${counted(entries.length, 'finding')} accepted.`;
  const use = isConfigured
    ? ''
    : `A run leaves them out with --baseline ${name}, or with "baseline:" in the configuration.\n`;
  return finish(report, options, world, `${said}\n${use}`);
}

/** `azlocal-lint baseline prune [paths…]`: drops what is fixed, and adds nothing. @throws UsageError */
export async function pruneBaseline(paths: readonly string[], options: LintArguments, world: World): Promise<number> {
  const { file, name, report, outcomes } = await compared(paths, options, world);
  const kept = outcomes.filter(({ state }) => state !== 'fixed');
  await writeWhole(file, writeBaseline(kept.map(({ entry }) => entry)), world.cwd);
  const unseen = outcomes.filter(({ state }) => state === 'unseen').length;
  const blind = unseen === 0 ? '' : ` (${unseen} not seen by this run)`;
  const dropped = outcomes.length - kept.length;
  return finish(report, options, world, `${name}: ${dropped} fixed and dropped, ${kept.length} kept${blind}.\n`);
}

/** `azlocal-lint baseline show [paths…]`: what is accepted, and what became of it. @throws UsageError */
export async function showBaseline(paths: readonly string[], options: LintArguments, world: World): Promise<number> {
  const format = options.format?.at(-1) ?? 'text';
  if (!['text', 'json'].includes(format)) throw new UsageError(unknownWord('format', format, ['text', 'json']));
  const { report, outcomes } = await compared(paths, options, world);
  const colors = options.output === undefined && useColors(options.color, world);
  const text = format === 'json' ? baselineJson(outcomes) : baselineText(outcomes, { colors, width: world.width });
  if (options.output !== undefined) await writeWhole(options.output, text, world.cwd);
  return finish(report, options, world, options.output === undefined ? text : '');
}

/** Says what was done, and what could not be analysed. */
function finish({ failures }: Report, { quiet }: LintArguments, world: World, said: string): number {
  if (!quiet) world.stdout(said);
  for (const { path, message } of failures)
    say(world, `azlocal-lint: not checked: ${path === undefined ? '' : `${path}: `}${message}`);
  return failures.length > 0 ? exitCodes.incomplete : exitCodes.clean;
}

async function compared(
  paths: readonly string[],
  options: LintArguments,
  world: World,
): Promise<Inspection & { readonly outcomes: readonly BaselineOutcome[] }> {
  let entries: Awaited<ReturnType<typeof baselineIn>> = [];
  const inspection = await inspect(paths, options, world, async (path) => {
    entries = await baselineIn(path, world.cwd);
  });
  return { ...inspection, outcomes: compareBaseline(entries, inspection.report, inspection.scope) };
}

/**
 * A run that accepts everything, so that each finding comes by itself.
 *
 * @param first what has to be so before anything is checked
 */
async function inspect(
  paths: readonly string[],
  options: LintArguments,
  world: World,
  first: (file: string, name: string) => void | Promise<void>,
): Promise<Inspection> {
  const progress = new Progress(world, options.quiet ?? false);
  try {
    const settings = await readSettings(paths, options, world);
    const file = settings.baseline ?? resolve(settings.folder, defaultName);
    const name = relativePath(world.cwd, file);
    await first(file, name);
    const input = await readInput(options, settings, world, progress);
    progress.step(`Checking ${counted(input.files.length, 'file')}`);
    const report = await check('accept', input, paths, options, settings, world);
    const isConfigured = settings.baseline !== undefined && options.baseline === undefined;
    return { file, name, isConfigured, report, scope: scopeOf(input, settings, options, world) };
  } finally {
    progress.end();
  }
}

function scopeOf(input: LintInput, settings: Settings, options: LintArguments, { cwd }: World): RunScope {
  const { root, folder, base, changes, check } = settings;
  const { files, parameters = [], whatIf = [] } = input;
  const named = settings.paths.length > 0 ? settings.paths : ['.'];
  const isPart = changes !== undefined || options.stdin === true || options.stdinFilename !== undefined;
  // A file may have gone to where this run does not look, unless it looks wherever the baseline is about.
  const isWhole = !isPart && named.some((path) => isAbove(resolve(cwd, path), folder));
  return {
    paths: new Set([...files, ...parameters, ...whatIf].map(({ path }) => path)),
    comparedWith: [
      ...(input.base && base ? [`base ${nameOf(base, root)}`] : []),
      ...(input.live ? ['live state'] : []),
      ...(input.whatIf ? ['what-if'] : []),
    ],
    isOff: (rule, path) => wantedSeverity(rule, path, check) === 'off',
    isGone: (path) => isWhole && !existsSync(resolve(root, path)),
  };
}

/** A base by the same name from wherever it is named: a path from the root, or a ref. */
function nameOf({ name, folder }: NonNullable<Settings['base']>, root: string): string {
  const [, kind, written = name] = /^(path|git):(.*)$/s.exec(name) ?? [];
  const path = resolve(folder, written);
  return kind === 'git' || !existsSync(path) ? written : relativePath(root, path);
}
