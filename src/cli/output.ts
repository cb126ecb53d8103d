import { rmSync } from 'node:fs';
import { chmod, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Finding, Region, Report } from '../engine/report.ts';
import { unknownWord } from '../engine/unknown.ts';
import { type Format, type ReporterOptions, reporters } from '../reporters/index.ts';
import { relativePath } from './paths.ts';
import { inWords } from './read-files.ts';
import { UsageError, type World } from './world.ts';

/** A format, and the file it goes to; without one it goes to standard output. */
export interface Output<F extends string = Format> {
  readonly format: F;
  readonly file?: string;
}

/** Reads `--format text`, `--format sarif:out.sarif` and `--output`. @throws UsageError */
export function parseOutputs<F extends string>(
  formats: readonly string[],
  output: string | undefined,
  cwd: string,
  known: readonly F[],
): Output<F>[] {
  if (output === '') throw new UsageError('--output is empty. Name a file.');
  const outputs = formats.map((written) => parseOutput(written, output, known));
  if (output !== undefined && !outputs.some(({ file }) => file === output)) {
    throw new UsageError(`nothing would be written to --output ${output}: each format has a file of its own.`);
  }
  const targets = outputs.map(({ file }) => (file === undefined ? undefined : resolve(cwd, file)));
  const twice = outputs.find((_, index) => targets.indexOf(targets[index]) !== index);
  if (twice) {
    throw new UsageError(
      `two formats would be written to ${twice.file ?? 'standard output'}. Give each a file of its own, such as --format ${twice.format}:report.${twice.format}`,
    );
  }
  return outputs;
}

function parseOutput<F extends string>(written: string, output: string | undefined, known: readonly F[]): Output<F> {
  const [, name = '', file = output] = /^([^:]*)(?::(.*))?$/s.exec(written) ?? [];
  if (!known.includes(name as F)) throw new UsageError(unknownWord('format', name, known));
  if (file === '') throw new UsageError(`--format ${written} names no file. Write --format ${name}:report.${name}`);
  return { format: name as F, ...(file === undefined ? {} : { file }) };
}

/** What is said to reporters, but for what depends on where they write to. */
export type Said = Omit<ReporterOptions, 'colors' | 'width'> & { readonly color: boolean | undefined };

/** Writes a report in every format that was asked for. @throws UsageError for a file that can't be written */
export const writeReport = (
  report: Report,
  outputs: readonly Output[],
  root: string,
  said: Said,
  world: World,
): Promise<void> =>
  writeOutputs(outputs, said, world, async (format, options) => {
    const reporter = await reporters[format]();
    return reporter(format === 'text' ? seenFrom(world.cwd, root, report) : report, options);
  });

/** Writes the text of every format to its place. @throws UsageError for a file that can't be written */
export async function writeOutputs<F extends string>(
  outputs: readonly Output<F>[],
  said: Said,
  world: World,
  textOf: (format: F, options: ReporterOptions) => Promise<string>,
): Promise<void> {
  for (const { format, file } of outputs) {
    const text = await textOf(format, {
      ...said,
      colors: file === undefined && useColors(said.color, world),
      ...(world.width === undefined ? {} : { width: world.width }),
    });
    if (file === undefined) world.stdout(text);
    else await writeWhole(file, text, world.cwd);
  }
}

/** The flag decides, else NO_COLOR and FORCE_COLOR, else whether somebody looks. */
export function useColors(flag: boolean | undefined, { env, isTerminal }: World): boolean {
  if (flag !== undefined) return flag;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  return isTerminal && env.TERM !== 'dumb';
}

/**
 * A report with its paths relative to another folder than the root: people open what they read from where they stand;
 * programs want one address for a file.
 */
export function seenFrom(folder: string, root: string, report: Report): Report {
  if (folder === root) return report;
  const seen = (path: string) => relativePath(folder, resolve(root, path));
  const moved = <T extends { readonly path?: string }>(item: T): T =>
    item.path === undefined ? item : { ...item, path: seen(item.path) };
  const inRegion = <T extends { readonly region?: Region }>(item: T): T =>
    item.region === undefined ? item : { ...item, region: moved(item.region) };
  const inFinding = (finding: Finding): Finding => ({
    ...inRegion(finding),
    related: finding.related.map(inRegion),
    trace: finding.trace.map(inRegion),
    ...(finding.fix ? { fix: { ...finding.fix, edits: finding.fix.edits.map(inRegion) } } : {}),
  });
  const { unknownValues } = report.coverage;
  return {
    ...report,
    findings: report.findings.map(inFinding),
    suppressed: report.suppressed.map(inFinding),
    unchanged: report.unchanged.map(inFinding),
    suppressions: report.suppressions.map(inRegion),
    ...(unknownValues ? { coverage: { ...report.coverage, unknownValues: unknownValues.map(inRegion) } } : {}),
    files: report.files.map(moved),
    failures: report.failures.map(moved),
    sources: new Map([...report.sources].map(([path, file]) => [seen(path), file])),
  };
}

/** Writes the way out of what can't be changed, when `--plan` asks for it. @throws UsageError */
export async function writePlan(file: string | undefined, report: Report, cwd: string): Promise<void> {
  if (file === undefined) return;
  const { plan } = await import('../reporters/plan.ts');
  await writeWhole(file, plan(report), cwd);
}

/** Writes a file whole or not at all, and the folders it needs; one that is there keeps its mode. */
export async function writeWhole(file: string, text: string | Uint8Array, cwd: string): Promise<void> {
  const path = await realpath(resolve(cwd, file)).catch(() => resolve(cwd, file));
  try {
    await mkdir(dirname(path), { recursive: true });
    const info = await stat(path).catch(() => undefined);
    // A device or a pipe is written to, never replaced.
    if (info && !info.isFile()) return await writeFile(path, text);
    await throughTemporary(path, async (temporary) => {
      // What stands there is left over from a process that was killed, or put there to be written through.
      await rm(temporary, { force: true });
      await writeFile(temporary, text, { flag: 'wx' });
      if (info) await chmod(temporary, info.mode & 0o7777);
    });
  } catch (error) {
    throw new UsageError(`${file} can't be written: ${inWords(error as NodeJS.ErrnoException)}`);
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Makes a file under another name, and gives it its own when it is whole. Whatever goes wrong, nothing is left of it; a signal
 * ends the process as it would have without, after that.
 */
async function throughTemporary(path: string, make: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  const stop = (signal: NodeJS.Signals) => {
    rmSync(temporary, { force: true });
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.once(signal, stop);
  try {
    await make(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    for (const signal of signals) process.removeListener(signal, stop);
  }
}
