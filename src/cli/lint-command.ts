import type { LintInput } from '../engine/lint.ts';
import type { Shard } from '../engine/shard.ts';
import { formatNames } from '../reporters/index.ts';
import { counted } from '../reporters/reporter.ts';
import { acceptedIn } from './baseline-file.ts';
import { check } from './check.ts';
import { carryOut, type FixArguments, fixMode, refuseBesidePatch } from './fix.ts';
import { type InputArguments, readInput } from './input.ts';
import { judge } from './judge.ts';
import { parseOutputs, writePlan, writeReport } from './output.ts';
import { version } from './package.ts';
import { Progress } from './progress.ts';
import { say } from './say.ts';
import { readSettings, type SettingArguments } from './settings.ts';
import { exitCodes, type World } from './world.ts';

/** The options of `azlocal-lint [paths…]`, as commander hands them over. */
export interface LintArguments extends InputArguments, SettingArguments, FixArguments {
  readonly format?: readonly string[];
  readonly output?: string;
  readonly plan?: string;
  readonly shard?: Shard;
  /** Seconds. */
  readonly timeout?: number;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly explainValues?: boolean;
  readonly reportSuppressed?: boolean;
  readonly reportUnknown?: boolean;
  readonly color?: boolean;
}

/** Checks specs: read, lint, report, exit code. @throws UsageError */
export async function lintCommand(paths: readonly string[], options: LintArguments, world: World): Promise<number> {
  const { quiet = false, verbose = false, explainValues = false, color } = options;
  const { reportSuppressed = false, reportUnknown = false } = options;
  const started = world.now();
  const progress = new Progress(world, quiet);
  try {
    const fixing = fixMode(options);
    const formats = options.format ?? (fixing === 'show' ? [] : ['text']);
    const outputs = parseOutputs(formats, options.output, world.cwd, formatNames);
    if (fixing === 'show') refuseBesidePatch(outputs);
    const settings = await readSettings(paths, options, world);
    const accepted = await acceptedIn(settings, world.cwd);
    const input = await readInput(options, settings, world, progress);
    progress.step(`Checking ${counted(input.files.length, 'file')}`, isLong(input));
    const more = { listUnknown: reportUnknown, ...accepted, ...(options.shard ? { shard: options.shard } : {}) };
    const checking = { ...options, more };
    const fixes = fixing && (await check('fix', input, paths, checking, settings, world));
    // What is only shown is not fixed: the report is that of the files as they are.
    const report = !fixes
      ? await check('lint', input, paths, checking, settings, world)
      : fixing === 'show'
        ? fixes.before
        : fixes.report;
    progress.end();
    const isWritten = !fixes || (await carryOut(fixing, fixes, input, settings.root, world));

    const { code: judged, because } = judge(report, settings.thresholds, quiet);
    const code = isWritten ? judged : exitCodes.incomplete;
    const said = { quiet, verbose, explainValues, reportSuppressed, version: version(), exitCode: code };
    const durationMs = world.now() - started;
    await writeReport(report, outputs, settings.root, { ...said, durationMs, color }, world);
    await writePlan(options.plan, report, world.cwd);
    if (because !== undefined) say(world, `azlocal-lint: ${because}`);
    return code;
  } finally {
    progress.end();
  }
}

/** Whether checking alone will take longer than a second or so. */
const isLong = ({ files, base = [] }: LintInput): boolean =>
  [...files, ...base].reduce((sum, { text }) => sum + text.length, 0) > 8_000_000;
