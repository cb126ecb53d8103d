import { everything } from '../engine/baseline.ts';
import { type LintInput, type LintOptions, lint } from '../engine/lint.ts';
import { lintAndFix } from '../engine/lint-and-fix.ts';
import type { Report } from '../engine/report.ts';
import type { Rule } from '../engine/rule.ts';
import { SourceFile } from '../source/source-file.ts';
import { version } from './package.ts';

/** What the engine does with an input, in whichever thread, and how what comes of it goes from thread to thread. */
interface Task<Result, Plain> {
  /** @param today `YYYY-MM-DD` */
  run(input: LintInput, options: LintOptions, today: string): Promise<Result>;
  toPlain(result: Result): Plain;
  /** @param known all rules that there are: they come back as their ids, since functions can't travel */
  fromPlain(plain: Plain, known: readonly Rule[]): Result;
}

const task = <Result, Plain>(own: Task<Result, Plain>): Task<Result, Plain> => own;
export type PlainFile = readonly [path: string, text: string];

export const plainFile = ({ path, text, hasByteOrderMark }: SourceFile): PlainFile => [
  path,
  hasByteOrderMark ? `\uFEFF${text}` : text,
];

export const fileOf = ([path, text]: PlainFile): SourceFile => new SourceFile(path, text);

type PlainReport = Omit<Report, 'rules' | 'sources'> & {
  readonly rules: readonly string[];
  readonly sources: readonly PlainFile[];
};

const plainReport = (report: Report): PlainReport => ({
  ...report,
  rules: report.rules.map(({ id }) => id),
  sources: [...report.sources.values()].map(plainFile),
});

const reportOf = (plain: PlainReport, known: readonly Rule[]): Report => ({
  ...plain,
  rules: plain.rules.map((id) => known.find((rule) => rule.id === id) as Rule),
  sources: new Map(plain.sources.map((file) => [file[0], fileOf(file)])),
});

const tasks = {
  lint: task({ run: lint, toPlain: plainReport, fromPlain: reportOf }),
  /** A run that accepts everything, so that each finding comes by itself. */
  accept: task({
    run: (input, options) => lint(input, { ...options, baseline: everything }),
    toPlain: ({ baseline: _, ...report }) => plainReport(report),
    fromPlain: reportOf,
  }),
  fix: task({
    run: lintAndFix,
    toPlain: (result) => ({
      ...result,
      before: plainReport(result.before),
      report: plainReport(result.report),
      changed: result.changed.map(plainFile),
    }),
    fromPlain: (plain, known) => ({
      ...plain,
      before: reportOf(plain.before, known),
      report: reportOf(plain.report, known),
      changed: plain.changed.map(fileOf),
    }),
  }),
  audit: task({
    run: async (input, options, date) =>
      (await import('../engine/audit.ts')).audit(input, options, { date, version: version() }),
    toPlain: ({ report, audit }) => ({ report: plainReport(report), audit }),
    fromPlain: ({ report, audit }, known) => ({ report: reportOf(report, known), audit }),
  }),
  plan: task({
    run: async (input, options) => (await import('../engine/address-plan.ts')).addressPlan(input, options),
    toPlain: (result) => result,
    fromPlain: (plain) => plain,
  }),
};

export type TaskName = keyof typeof tasks;
export type ResultOf<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]['run']>>;

/** A task by its name. */
export const taskOf = <Name extends TaskName>(name: Name): Task<ResultOf<Name>, unknown> =>
  tasks[name] as unknown as Task<ResultOf<Name>, unknown>;
