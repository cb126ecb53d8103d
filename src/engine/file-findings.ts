import type { LoadedFile } from '../inputs/index.ts';
import { Place } from '../source/place.ts';
import { SourceFile, type Span } from '../source/source-file.ts';
import type { Raised } from './findings.ts';
import type { LintInput } from './lint.ts';
import { compareText } from './order.ts';
import {
  limitReached,
  nothingChecked,
  parameterRejected,
  shapeError,
  syntaxError,
  templateError,
} from './own-rules.ts';
import { type Failure, inSentences } from './report.ts';
import type { Problem, Rule } from './rule.ts';

/** Text that can't be read. A limit of ours is no error of the text. */
export const syntaxErrors = ({ file, problems }: LoadedFile): Raised[] =>
  problems
    .filter(({ isLimit }) => !isLimit)
    .map(({ span, message }) => raise(syntaxError, { at: placeOfSpan(file, span), message }));

/** Words of compact specs that are misspelt or of the wrong type. */
export const misshapenSpecs = ({ shape }: LoadedFile): Raised[] => shape.map((problem) => raise(shapeError, problem));

/** Errors of templates, and values that they refuse. */
export const templateProblems = ({ template }: LoadedFile): Raised[] =>
  template.map(({ kind, at, message, confidence, deployment }) => ({
    ...raise(kind === 'template-error' ? templateError : parameterRejected, {
      at,
      message: inSentences(message),
      ...(confidence ? { confidence, severity: 'warning' } : {}),
    }),
    deployment,
  }));

/** Limits that were hit. They are failures of the run, too; as findings they have a place in a pull request. */
export const limitsReached = (failures: readonly Failure[], loaded: readonly LoadedFile[]): Raised[] =>
  failures.flatMap(({ path, message }) => {
    const file = loaded.find((one) => one.file.path === path)?.file;
    return file ? [raise(limitReached, { at: placeOfSpan(file, nowhere), message })] : [];
  });

/** Files that a limit kept from being read. */
export const unreadLimits = ({ unreadable = [] }: Pick<LintInput, 'unreadable'>): Raised[] =>
  unreadable
    .filter(({ isLimit }) => isLimit)
    .map(({ path, message }) => {
      const at = placeOfSpan(new SourceFile(path, ''), nowhere);
      return raise(limitReached, { at, message: inSentences(message) });
    });

/**
 * A base that can't be read whole hides changes. That is worth a warning, not an error: the run may be about the very
 * change that mends it. It is shown at the file of today, where there is one, because the lines of the base are gone;
 * a file that is as broken as its base says so itself.
 */
export function brokenBase(base: readonly LoadedFile[], loaded: readonly LoadedFile[]): Raised[] {
  return base.flatMap(({ file, problems }) => {
    const first = problems.find(({ isLimit }) => !isLimit);
    if (!first) return [];
    const today = loaded.find((other) => other.file.path === file.path)?.file;
    if (today?.text === file.text) return [];
    const at = today ? placeOfSpan(today, nowhere) : placeOfSpan(file, first.span);
    const { line } = file.position(first.span.start);
    const message = `The base of this file is not well-formed, so changes may be missed. Its line ${line}: ${first.message}`;
    return [raise(syntaxError, { at, message, severity: 'warning', confidence: 'possible' })];
  });
}

/** A run without a resource, with the reasons; at the first file, because pull requests need a place to show it. */
export function emptyRun(loaded: readonly LoadedFile[], leftOut: LintInput['skipped'] = []): Raised {
  const file = loaded[0]?.file ?? new SourceFile(leftOut[0]?.path ?? '.', '');
  const reasons = [
    ...loaded.map(({ skipped }) => skipped ?? 'could not be analysed'),
    ...leftOut.map(({ reason }) => reason),
  ];
  return raise(nothingChecked, { at: placeOfSpan(file, nowhere), message: emptyMessage(reasons) });
}

function emptyMessage(reasons: readonly string[]): string {
  const found = 'No Azure Local resource was found in';
  if (reasons.length === 0)
    return 'No JSON, YAML, Terraform or script file was found, so nothing was checked. Check the paths.';
  if (reasons.length === 1) return `${found} this file, so nothing was checked: ${reasons[0]}.`;
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  const shown = sorted.slice(0, 4).map(([reason, count]) => `${reason} (${count})`);
  return `${found} ${reasons.length} files, so nothing was checked: ${shown.join('; ')}. Check the paths; --verbose lists every file.`;
}

const raise = (rule: Rule, problem: Problem): Raised => ({
  rule,
  severity: problem.severity ?? rule.severity,
  problem,
});

const nowhere: Span = { start: 0, end: 0 };

/** A place for something that has no path in a document, because there is no document. */
const placeOfSpan = (file: SourceFile, span: Span): Place => new Place({ file, value: undefined, locate: () => span });
