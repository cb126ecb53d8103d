import { type LintInput, lint } from '../engine/lint.ts';
import { counted } from '../reporters/reporter.ts';
import { baselineIn } from './baseline-file.ts';
import { type InputArguments, readInput } from './input.ts';
import { judge } from './judge.ts';
import { version } from './main.ts';
import { parseOutputs, writeReport, writeWhole } from './output.ts';
import { Progress } from './progress.ts';
import { readSettings, type SettingArguments } from './settings.ts';
import type { World } from './world.ts';

/** The options of `azlocal-lint [paths…]`, as commander hands them over. */
export interface LintArguments extends InputArguments, SettingArguments {
  readonly format?: readonly string[];
  readonly output?: string;
  readonly plan?: string;
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
    const outputs = parseOutputs(options.format ?? ['text'], options.output, world.cwd);
    const settings = await readSettings(paths, options, world);
    const accepted = settings.baseline === undefined ? undefined : await baselineIn(settings.baseline, world.cwd);
    const input = await readInput(options, settings, world, progress);
    progress.step(`Checking ${counted(input.files.length, 'file')}`, isLong(input));
    // Nothing changed is no reason to say that nothing was checked.
    const severities = settings.changes && input.files.length === 0 ? { AZL8003: 'off' as const } : {};
    const report = await lint(input, {
      ...settings.check,
      overrides: [...(settings.check.overrides ?? []), { matches: () => true, severities }],
      listUnknown: reportUnknown,
      ...(accepted ? { baseline: new Set(accepted.map(({ fingerprint }) => fingerprint)) } : {}),
    });
    progress.end();

    const { code, because } = judge(report, settings.thresholds, quiet);
    const said = { quiet, verbose, explainValues, reportSuppressed, version: await version(), exitCode: code };
    const durationMs = world.now() - started;
    await writeReport(report, outputs, settings.root, { ...said, durationMs, color }, world);
    if (options.plan !== undefined) {
      const { plan } = await import('../reporters/plan.ts');
      await writeWhole(options.plan, plan(report), world.cwd);
    }
    if (because !== undefined) world.stderr(`azlocal-lint: ${because}\n`);
    return code;
  } finally {
    progress.end();
  }
}

/** Whether checking alone will take longer than a second or so. */
const isLong = ({ files, base = [] }: LintInput): boolean =>
  [...files, ...base].reduce((sum, { text }) => sum + text.length, 0) > 8_000_000;
