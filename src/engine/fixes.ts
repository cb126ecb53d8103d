import type { LoadedFile } from '../inputs/index.ts';
import { applyEdits, overlap, textEdits } from '../source/edits.ts';
import { SourceFile } from '../source/source-file.ts';
import { type Raised, regionOfSpan } from './findings.ts';
import type { Finding, FindingFix } from './report.ts';
import type { Problem } from './rule.ts';

/** The fix of a problem as edits of texts; undefined when it has none, or a text can't be changed that way. */
export function fixInText({ fix }: Problem): FindingFix | undefined {
  if (!fix) return undefined;
  const edits = fix.edits.map((edit) =>
    textEdits(edit)?.map(({ span, text }) => ({ region: regionOfSpan(edit.at.file, span), span, text })),
  );
  if (edits.length === 0 || edits.includes(undefined)) return undefined;
  return { description: fix.description, isSafe: fix.isSafe, edits: edits.flatMap((some = []) => some) };
}

/**
 * Takes away the fixes that would change what is not to be changed: files of the base, of the live state and of other
 * sides of the run; files that can't be read whole; parameter files that several templates share. A compact spec has
 * words of its own, so that of what is said of its resources only values can be changed.
 *
 * @param specs the files that are checked, without those they link to
 */
export function onlyOfSpecs(specs: readonly LoadedFile[]): (raised: Raised) => Raised {
  const editable = new Set(
    specs
      .filter(({ problems, isShared }) => problems.length === 0 && !isShared)
      .filter(({ resources }) => resources.every(({ origin }) => origin !== 'live'))
      .map(({ file }) => file),
  );
  return (raised) => {
    const { fix, ...problem } = raised.problem;
    const isCompact = raised.resource?.isFormChecked === true;
    const isPossible = fix?.edits.every(({ at, kind }) => editable.has(at.file) && (!isCompact || kind === 'replace'));
    return fix === undefined || isPossible ? raised : { ...raised, problem };
  };
}

/** Files with the safe fixes made, and the findings that they are of. */
export interface FixedFiles {
  readonly files: readonly SourceFile[];
  readonly fixed: readonly Finding[];
}

/**
 * Makes the safe fixes of findings, in their order: one that would change what another one has changed is left for the
 * next run. What changed nothing comes back as it was.
 */
export function applyFixes(files: readonly SourceFile[], findings: readonly Finding[]): FixedFiles {
  const edits = new Map<string, FindingFix['edits'][number][]>(files.map(({ path }) => [path, []]));
  const fixed = findings.filter(({ fix }) => {
    if (!fix?.isSafe) return false;
    const isFree = fix.edits.every((edit) => {
      const others = edits.get(edit.region.path);
      return others !== undefined && !others.some((other) => overlap(edit, other));
    });
    if (isFree) for (const edit of fix.edits) edits.get(edit.region.path)?.push(edit);
    return isFree;
  });
  return { files: files.map((file) => withEdits(file, edits.get(file.path) ?? [])), fixed };
}

function withEdits(file: SourceFile, edits: FindingFix['edits']): SourceFile {
  if (edits.length === 0) return file;
  const mark = file.hasByteOrderMark ? '\ufeff' : '';
  return new SourceFile(file.path, mark + applyEdits(file.text, edits));
}
