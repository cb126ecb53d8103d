import { resolve } from 'node:path';
import type { Audit } from '../engine/audit.ts';
import { type AuditFormat, auditFormatNames, auditReporters } from '../reporters/audit.ts';
import { counted } from '../reporters/reporter.ts';
import { acceptedIn } from './baseline-file.ts';
import { check } from './check.ts';
import { readInput } from './input.ts';
import { judge } from './judge.ts';
import type { LintArguments } from './lint-command.ts';
import { parseOutputs, seenFrom, writeOutputs, writePlan } from './output.ts';
import { relativePath } from './paths.ts';
import { Progress } from './progress.ts';
import { say } from './say.ts';
import { readSettings, type Settings } from './settings.ts';
import { UsageError, type World } from './world.ts';

/** Options that leave out what an audit is there to show. */
const narrowing = [
  ['staged', '--staged'],
  ['changedSince', '--changed-since'],
  ['stdin', '--stdin'],
  ['stdinFilename', '--stdin-filename'],
  ['quiet', '--quiet'],
] as const;

/** `azlocal-lint audit [paths…]`: everything, with all rules, for people who did not write it. @throws UsageError */
export async function auditCommand(paths: readonly string[], options: LintArguments, world: World): Promise<number> {
  for (const [name, flag] of narrowing)
    if (options[name] !== undefined) throw new UsageError(`an audit shows everything: leave out ${flag}.`);
  if (options.fix || options.fixDryRun)
    throw new UsageError('an audit changes nothing: use --fix and --fix-dry-run without it.');
  const outputs = parseOutputs(options.format ?? ['text'], options.output, world.cwd, auditFormatNames);
  const progress = new Progress(world, false);
  try {
    const settings = forAudit(await readSettings(paths, options, world), options);
    const accepted = await acceptedIn(settings, world.cwd);
    const input = await readInput(options, settings, world, progress);
    progress.step(`Checking ${counted(input.files.length, 'file')}`, input.files.length > 100);
    const more = { preset: options.preset ?? 'strict', ...accepted };
    const audited = await check('audit', input, paths, { ...options, more }, settings, world);
    progress.end();
    const { code, because } = judge(audited.report, settings.thresholds, false);
    const { verbose = false, explainValues = false, color } = options;
    const said = { quiet: false, verbose, explainValues, color, version: audited.audit.version, exitCode: code };
    const { root } = settings;
    const { cwd } = world;
    const seen = { audit: auditFrom(cwd, root, audited.audit), report: seenFrom(cwd, root, audited.report) };
    await writeOutputs(outputs, said, world, async (format: AuditFormat, told) => {
      const reporter = await auditReporters[format]();
      return reporter(format === 'text' ? seen : audited, told);
    });
    await writePlan(options.plan, audited.report, cwd);
    if (because !== undefined) say(world, `azlocal-lint: ${because}`);
    return code;
  } finally {
    progress.end();
  }
}

/**
 * What the configuration says of a check does not hold for an audit:
 * its base (specs are not compared with those of yesterday, and would hide the live state) and what it fails for.
 */
const forAudit = (settings: Settings, { base, failOn = 'none', maxWarnings }: LintArguments): Settings => ({
  ...settings,
  base: base === undefined ? undefined : settings.base,
  thresholds: { failOn, maxWarnings: maxWarnings ?? Number.POSITIVE_INFINITY },
});

/** An audit with its paths as people see them from where they stand. */
function auditFrom(folder: string, root: string, whole: Audit): Audit {
  if (folder === root) return whole;
  const seen = (path: string) => relativePath(folder, resolve(root, path));
  const moved = (key: string, value: unknown): unknown => {
    if (key === 'path' && typeof value === 'string') return seen(value);
    if (key === 'paths' && Array.isArray(value)) return value.map((path: string) => seen(path));
    return value;
  };
  return JSON.parse(JSON.stringify(whole, moved));
}
