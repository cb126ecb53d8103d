import type { LoadedFile } from '../inputs/index.ts';
import { countDeclarations } from './build-estate.ts';
import type { LintInput } from './lint.ts';
import { compareText } from './order.ts';
import { type Failure, type FileOutcome, inSentences } from './report.ts';

/** What became of each file, sorted by path. */
export function outcomesOf(
  loaded: readonly LoadedFile[],
  { unreadable = [], skipped = [] }: Pick<LintInput, 'unreadable' | 'skipped'>,
): FileOutcome[] {
  const leftOut = skipped.map(({ path, reason }): FileOutcome => ({ path, outcome: 'skipped', reason }));
  const failed = unreadable.map(({ path, message }): FileOutcome => ({ path, outcome: 'failed', reason: message }));
  return [...loaded.map(outcomeOf), ...leftOut, ...failed].sort((a, b) => compareText(a.path, b.path));
}

function outcomeOf(loaded: LoadedFile): FileOutcome {
  const { file, skipped, problems } = loaded;
  const limits = limitsOf(loaded);
  if (limits.length > 0) return { path: file.path, outcome: 'failed', reason: limits.join('; ') };
  if (skipped === undefined) return { path: file.path, outcome: 'checked', reason: contentsOf(loaded) };
  const reason = problems.length > 0 ? `${skipped} (not well-formed)` : skipped;
  return { path: file.path, outcome: 'skipped', reason };
}

/** The limits that were hit while a file was read, and while its values were evaluated. */
function limitsOf({ file, limits, problems }: LoadedFile): string[] {
  const ofReader = problems.filter(({ isLimit }) => isLimit);
  return [...ofReader.map(({ span, message }) => `line ${file.position(span.start).line}: ${message}`), ...limits];
}

function contentsOf({ resources, operations, notes }: LoadedFile): string {
  const declared = countDeclarations({ resources, operations: [] });
  const parts = [
    counted(declared, 'resource'),
    counted(operations.filter(({ kind }) => kind === 'terraform').length, 'Terraform block'),
    counted(operations.filter(({ kind }) => kind === 'command').length, 'command'),
    resources.length + operations.length + notes.length === 0 ? 'values for its template' : '',
  ];
  return [...parts.filter((part) => part !== ''), ...notes].join('; ');
}

const counted = (count: number, noun: string): string =>
  count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Limits that were hit, in what is checked and in what it is compared with. */
export function limitFailures(
  loaded: readonly LoadedFile[],
  base: readonly LoadedFile[],
  live: readonly LoadedFile[],
): Failure[] {
  const limitsHit = (files: readonly LoadedFile[], prefix = ''): Failure[] =>
    files.flatMap((one) =>
      limitsOf(one).map((limit) => ({ path: one.file.path, message: inSentences(`${prefix}${limit}`) })),
    );
  return [...limitsHit(loaded), ...limitsHit(base, 'in the base: '), ...limitsHit(live)];
}

/** Live state with nothing in it that can be compared with. An empty list is an answer, too: nothing is deployed. */
export const emptyLive = (live: readonly LoadedFile[]): Failure[] =>
  live
    .filter(({ skipped }) => skipped !== undefined)
    .map(({ file }) => ({
      path: file.path,
      message:
        'No Azure resource was found in this live state, so nothing was compared with it. Save the output of az … show, or az … list, as JSON.',
    }));

/** What is given as the answer of a what-if and is none. */
export const otherWhatIf = (whatIf: readonly LoadedFile[]): Failure[] =>
  whatIf
    .filter(({ skipped }) => skipped !== undefined)
    .map(({ file }) => ({
      path: file.path,
      message:
        'This is not the answer of a what-if, so no change was checked. A JSON object with a list "changes" is expected: save as JSON what az deployment group what-if --no-pretty-print prints.',
    }));

/** Files that could not be read. */
export const unreadable = ({ unreadable: files = [] }: Pick<LintInput, 'unreadable'>): Failure[] =>
  files.map(({ path, message, isLimit }) => ({ path, message: isLimit ? inSentences(message) : message }));
