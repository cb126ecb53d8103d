import { type LintOptions, lint } from '../../engine/lint.ts';
import type { Report } from '../../engine/report.ts';
import { findFiles } from '../find-files.ts';
import { linkedReader, readFiles } from '../read-files.ts';
import type { Settings } from '../settings.ts';

/** The specs of a repository, checked as often as it takes. @throws UsageError */
export async function findSpecs({
  root,
  ignored,
  check,
  maximumBytes,
}: Settings): Promise<(how: LintOptions) => Promise<Report>> {
  const found = await findFiles(['.'], root, root, ignored);
  const { files } = await readFiles(found.files, root, maximumBytes);
  const nothingChecked = { matches: () => true, severities: { AZL8003: 'off' as const } };
  return (how) =>
    lint(
      { files, readLinked: linkedReader(root, maximumBytes) },
      { ...check, ...how, overrides: [...(check.overrides ?? []), nothingChecked] },
    );
}

/** The files that were checked. */
export const checkedPaths = ({ files }: Report): string[] =>
  files.filter(({ outcome }) => outcome === 'checked').map(({ path }) => path);
