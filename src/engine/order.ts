import type { Finding } from './report.ts';

/** Plain comparison: the machine's language plays no part. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The one order of findings: path, line, column, rule, message. */
export const compareFindings = (a: Finding, b: Finding): number =>
  compareText(a.region.path, b.region.path) ||
  a.region.start.line - b.region.start.line ||
  a.region.start.column - b.region.start.column ||
  compareText(a.ruleId, b.ruleId) ||
  compareText(a.message, b.message);
