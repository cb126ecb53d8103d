import type { Report } from '../engine/report.ts';

/** What a reporter is told beside the report. Everything that depends on the machine or the moment comes in here. */
export interface ReporterOptions {
  readonly colors: boolean;
  /** Also say why files were skipped and how resources were paired. */
  readonly verbose: boolean;
  /** Also say how the values came about that findings are about. */
  readonly explainValues?: boolean;
  /** Also what is accepted, with the reason, in formats that have room for it. */
  readonly reportSuppressed?: boolean;
  /** Errors only. */
  readonly quiet: boolean;
  /** Columns of the terminal. */
  readonly width?: number;
  readonly durationMs?: number;
  /** Version of the tool. */
  readonly version: string;
  readonly exitCode: number;
}

/** A report as text. Pure: it never prints. */
export type Reporter = (report: Report, options: ReporterOptions) => string;

/** A count with its noun: `1 file`, `2 files`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
