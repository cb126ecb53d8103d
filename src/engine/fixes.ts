import type { LoadedFile } from '../inputs/index.ts';
import { applyEdits, type Edit, overlap, textEdits } from '../source/edits.ts';
import { SourceFile, type Span } from '../source/source-file.ts';
import { type Raised, regionOfSpan } from './findings.ts';
import type { Finding, FindingFix, RegionEdit } from './report.ts';
import type { Problem } from './rule.ts';

/** The fix of a problem as edits of texts; undefined when it has none, or a text can't be changed that way. */
export function fixInText({ fix }: Problem): FindingFix | undefined {
  if (!fix) return undefined;
  const edits = fix.edits.map((edit) =>
    textEdits(edit)?.map(
      ({ span, text }): RegionEdit => ({ region: regionOfSpan(edit.at.file, span), span, text, ...objectOf(edit) }),
    ),
  );
  if (edits.length === 0 || edits.includes(undefined)) return undefined;
  return { description: fix.description, isSafe: fix.isSafe, edits: edits.flatMap((some = []) => some) };
}

function objectOf({ kind, at }: Edit): { object?: Span } {
  if (kind === 'replace') return {};
  const object = kind === 'add' ? at : at.parent;
  return object ? { object: object.span() } : {};
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
 * Makes the safe fixes of findings. What is written is corrected before anything is added: a name that is misspelt is not
 * missing. Of two fixes that change the same text, or properties of one object, the second is left for the next run.
 */
export function applyFixes(files: readonly SourceFile[], findings: readonly Finding[]): FixedFiles {
  const edits = new Map<string, RegionEdit[]>(files.map(({ path }) => [path, []]));
  const safe = findings.filter(({ fix }) => fix?.isSafe);
  const fixed = [...safe.filter((one) => !adds(one)), ...safe.filter(adds)].filter(({ fix }) => {
    const wanted = fix?.edits ?? [];
    const isFree = wanted.every((edit) => edits.get(edit.region.path)?.every((other) => !conflict(edit, other)));
    if (isFree) for (const edit of wanted) edits.get(edit.region.path)?.push(edit);
    return isFree;
  });
  return { files: files.map((file) => withEdits(file, edits.get(file.path) ?? [])), fixed };
}

const adds = ({ fix }: Finding): boolean => fix?.edits.every(({ span }) => span.start === span.end) ?? false;

const conflict = (one: RegionEdit, other: RegionEdit): boolean =>
  overlap(one, other) || (one.object !== undefined && one.object.start === other.object?.start);

function withEdits(file: SourceFile, edits: readonly RegionEdit[]): SourceFile {
  if (edits.length === 0) return file;
  const mark = file.hasByteOrderMark ? '\ufeff' : '';
  return new SourceFile(file.path, mark + applyEdits(file.text, edits));
}
