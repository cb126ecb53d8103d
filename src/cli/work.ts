import type { LintInput, LintOptions } from '../engine/lint.ts';
import type { Report } from '../engine/report.ts';
import type { Rule } from '../engine/rule.ts';
import { SourceFile } from '../source/source-file.ts';
import type { SettingArguments } from './settings.ts';
import type { World } from './world.ts';

/*
 * What goes to the thread that checks, and comes back: plain data. Functions can't go. The thread reads the settings
 * itself from the same arguments, and rules come back as their ids.
 */

type PlainFile = readonly [path: string, text: string];
type Lists = 'files' | 'base' | 'live' | 'whatIf' | 'parameters';
type PlainInput = Partial<Record<Lists, readonly PlainFile[]>> & Pick<LintInput, 'unreadable' | 'skipped'>;

/** What a thread is told to check. */
export interface Work {
  readonly paths: readonly string[];
  readonly options: SettingArguments;
  readonly world: Pick<World, 'cwd' | 'today'>;
  readonly input: PlainInput;
  /** What is not in the settings. */
  readonly more: LintOptions;
  /** What it does now, for those who watch it: how many steps it has taken, the place of the file in `paths`, the rule. */
  readonly now: Int32Array;
}

/** Places in `Work.now`. */
export const steps = 0;
export const fileAt = 1;
export const ruleAt = 2;

const lists: readonly Lists[] = ['files', 'base', 'live', 'whatIf', 'parameters'];

/** All files of an input. */
export const filesOf = (input: LintInput): SourceFile[] => lists.flatMap((list) => input[list] ?? []);

/** An input without the files of some paths, which are said to be unreadable. */
export function without(input: LintInput, paths: ReadonlySet<string>, message: string): LintInput {
  const left = lists.flatMap((list) => {
    const files = input[list];
    return files ? [[list, files.filter(({ path }) => !paths.has(path))] as const] : [];
  });
  const unreadable = [...paths].map((path) => ({ path, message, isLimit: true as const }));
  return { ...input, ...Object.fromEntries(left), unreadable: [...(input.unreadable ?? []), ...unreadable] };
}

export function plainInput(input: LintInput): PlainInput {
  const files = lists.flatMap((list) => {
    const plain = input[list]?.map(plainFile);
    return plain ? [[list, plain] as const] : [];
  });
  return { ...Object.fromEntries(files), unreadable: input.unreadable ?? [], skipped: input.skipped ?? [] };
}

export function inputOf(plain: PlainInput): LintInput {
  const files = lists.flatMap((list) => {
    const read = plain[list]?.map(([path, text]) => new SourceFile(path, text));
    return read ? [[list, read] as const] : [];
  });
  const { unreadable = [], skipped = [] } = plain;
  return { files: [], ...Object.fromEntries(files), unreadable, skipped };
}

const plainFile = ({ path, text, hasByteOrderMark }: SourceFile): PlainFile => [
  path,
  hasByteOrderMark ? `\uFEFF${text}` : text,
];

/** A report that can go from thread to thread. */
export type PlainReport = Omit<Report, 'rules' | 'sources'> & {
  readonly rules: readonly string[];
  readonly sources: readonly PlainFile[];
};

export const plainReport = (report: Report): PlainReport => ({
  ...report,
  rules: report.rules.map(({ id }) => id),
  sources: [...report.sources.values()].map(plainFile),
});

export function reportOf(plain: PlainReport, known: readonly Rule[]): Report {
  const byId = new Map(known.map((rule) => [rule.id, rule]));
  return {
    ...plain,
    rules: plain.rules.flatMap((id) => byId.get(id) ?? []),
    sources: new Map(plain.sources.map(([path, text]) => [path, new SourceFile(path, text)])),
  };
}

/** Rules as numbers, for `Work.now`: `AZL9001` is 9001. */
export const ruleNumber = (id: string | undefined): number => Number(id?.replace(/\D/g, '') ?? 0);

/** What a run is checked with, whichever thread does it: nothing changed is no reason to say that nothing was checked. */
export function checkOptions(
  { changes, check }: { changes?: unknown; check: LintOptions },
  input: LintInput,
): LintOptions {
  if (changes === undefined || input.files.length > 0) return check;
  const severities = { AZL8003: 'off' as const };
  return { ...check, overrides: [...(check.overrides ?? []), { matches: () => true, severities }] };
}
