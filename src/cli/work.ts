import type { LintInput, LintOptions } from '../engine/lint.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { SettingArguments } from './settings.ts';
import { fileOf, type PlainFile, plainFile, type TaskName } from './tasks.ts';
import type { World } from './world.ts';

/*
 * What goes to the thread that checks: plain data. Functions can't go, so the thread reads the settings itself from the same
 * arguments.
 */

type Lists = 'files' | 'base' | 'live' | 'whatIf' | 'parameters';
type PlainInput = Partial<Record<Lists, readonly PlainFile[]>> & Required<Pick<LintInput, 'unreadable' | 'skipped'>>;

/** What a thread is told to do. */
export interface Work {
  readonly task: TaskName;
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

/** The lists of files that an input has, each changed. */
const changed = <From, To>(
  input: Partial<Record<Lists, readonly From[]>>,
  change: (files: readonly From[]) => readonly To[],
): Partial<Record<Lists, readonly To[]>> =>
  Object.fromEntries(
    lists.flatMap((list) => {
      const files = input[list];
      return files ? [[list, change(files)]] : [];
    }),
  );

/** An input without the files of some paths, which are said to be unreadable. */
export function without(input: LintInput, paths: ReadonlySet<string>, message: string): LintInput {
  const left = changed(input, (files: readonly SourceFile[]) => files.filter(({ path }) => !paths.has(path)));
  const unreadable = [...paths].map((path) => ({ path, message, isLimit: true as const }));
  return { ...input, ...left, unreadable: [...(input.unreadable ?? []), ...unreadable] };
}

export function plainInput(input: LintInput): PlainInput {
  const { unreadable = [], skipped = [] } = input;
  return { ...changed(input, (files: readonly SourceFile[]) => files.map(plainFile)), unreadable, skipped };
}

export function inputOf(plain: PlainInput): LintInput {
  const { unreadable, skipped } = plain;
  return { files: [], ...changed(plain, (files: readonly PlainFile[]) => files.map(fileOf)), unreadable, skipped };
}

/** Rules as numbers, for `Work.now`: `AZL9001` is 9001. */
export const ruleNumber = (id = ''): number => Number(id.replace(/\D/g, ''));

/** What a run is checked with, whichever thread does it: nothing changed is no reason to say that nothing was checked. */
export function checkOptions(
  { changes, check }: { changes?: unknown; check: LintOptions },
  input: LintInput,
): LintOptions {
  if (changes === undefined || input.files.length > 0) return check;
  const severities = { AZL8003: 'off' as const };
  return { ...check, overrides: [...(check.overrides ?? []), { matches: () => true, severities }] };
}
