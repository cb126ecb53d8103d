import type { SourceFile } from '../source/source-file.ts';
import { applyFixes } from './fixes.ts';
import { type LintInput, type LintOptions, lint } from './lint.ts';
import type { Report } from './report.ts';

/** One fix may make room for another; more than this would be two that undo each other. */
const maximumPasses = 10;

/** What fixing has come to. */
export interface FixResult {
  /** What was there to say before anything was fixed. */
  readonly before: Report;
  /** What remains. */
  readonly report: Report;
  /** The files that are changed, with their new text. */
  readonly changed: readonly SourceFile[];
  /** How many findings were fixed. */
  readonly fixed: number;
}

/** Checks specs, makes the safe fixes and checks again until there is none left. Pure, as `lint()`: it writes no file. */
export async function lintAndFix(input: LintInput, options: LintOptions = {}): Promise<FixResult> {
  const before = await lint(input, options);
  let [report, current, fixed] = [before, input, 0];
  for (let pass = 0; pass < maximumPasses; pass++) {
    const made = applyFixes([...current.files, ...(current.parameters ?? [])], report.findings);
    if (made.fixed.length === 0) break;
    const byPath = new Map(made.files.map((file) => [file.path, file]));
    current = withTexts(current, byPath);
    fixed += made.fixed.length;
    report = await lint(current, options);
  }
  return { before, report, changed: changedBetween(input, current), fixed };
}

function withTexts(input: LintInput, texts: ReadonlyMap<string, SourceFile>): LintInput {
  const now = (file: SourceFile) => texts.get(file.path) ?? file;
  return {
    ...input,
    files: input.files.map(now),
    ...(input.parameters ? { parameters: input.parameters.map(now) } : {}),
  };
}

function changedBetween(before: LintInput, after: LintInput): SourceFile[] {
  const old = new Set([...before.files, ...(before.parameters ?? [])]);
  const changed = [...after.files, ...(after.parameters ?? [])].filter((file) => !old.has(file));
  return [...new Map(changed.map((file) => [file.path, file])).values()];
}
