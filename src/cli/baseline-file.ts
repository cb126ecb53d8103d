import { basename } from 'node:path';
import { readBaseline } from '../config/baseline.ts';
import type { BaselineEntry } from '../engine/baseline.ts';
import type { LintOptions } from '../engine/lint.ts';
import { SourceFile } from '../source/source-file.ts';
import { exists, noSuchPath, relativePath } from './paths.ts';
import { readStream } from './read-files.ts';
import type { Settings } from './settings.ts';
import { UsageError } from './world.ts';

/** The entries of the baseline in a file. @throws UsageError with every complaint */
export async function baselineIn(path: string, cwd: string): Promise<readonly BaselineEntry[]> {
  const name = relativePath(cwd, path);
  if (!(await exists(path))) {
    const option = basename(path) === defaultName ? '' : ` --baseline ${name}`;
    const meant = (await noSuchPath(name, cwd)) || ` "azlocal-lint baseline create${option}" makes one.`;
    throw new UsageError(`there is no baseline ${name}.${meant}`);
  }
  const text = await readStream(path).catch((error: Error) => {
    throw new UsageError(`the baseline ${name} can't be read: ${error.message}`);
  });
  const result = await readBaseline(new SourceFile(name, text));
  if ('entries' in result) return result.entries;
  const advice = 'Take it from the last commit, or make it anew with "azlocal-lint baseline create --force".';
  throw new UsageError(`the baseline is not right.\n${result.complaints.join('\n')}\n${advice}`);
}

/** What the baseline of a run accepts, for `lint`: nothing without one. @throws UsageError */
export async function acceptedIn(
  { baseline }: Pick<Settings, 'baseline'>,
  cwd: string,
): Promise<Pick<LintOptions, 'baseline'>> {
  if (baseline === undefined) return {};
  return { baseline: new Set((await baselineIn(baseline, cwd)).map(({ fingerprint }) => fingerprint)) };
}

/** What a baseline is called when nobody says otherwise; it stands where the configuration does. */
export const defaultName = 'azlocal-lint-baseline.json';
