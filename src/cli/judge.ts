import type { Report } from '../engine/report.ts';
import type { Severity } from '../engine/rule.ts';
import { exitCodes } from './world.ts';

/** When a run fails. */
export interface Thresholds {
  /** Lowest severity that fails. */
  readonly failOn: Severity | 'none';
  readonly maxWarnings: number;
}

const failing: Record<Thresholds['failOn'], readonly Severity[]> = {
  error: ['error'],
  warning: ['error', 'warning'],
  note: ['error', 'warning', 'note'],
  none: [],
};

/** The exit code of a report, and what has to be said because the report itself does not show why. */
export function judge(
  { failures, findings }: Report,
  { failOn, maxWarnings }: Thresholds,
  isQuiet: boolean,
): { code: number; because?: string } {
  if (failures.length > 0) return { code: exitCodes.incomplete };
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const failed = failing[failOn].reduce((sum, severity) => sum + count(severity), 0);
  const warnings = count('warning');
  if (warnings > maxWarnings) {
    const because = `${warnings} warnings are more than --max-warnings ${maxWarnings} allows.`;
    return { code: exitCodes.findings, because: warnings === 1 ? because.replace('s are', ' is') : because };
  }
  if (failed === 0) return { code: exitCodes.clean };
  if (!isQuiet || count('error') > 0) return { code: exitCodes.findings };
  const because = `--quiet hides what --fail-on ${failOn} fails this run for.`;
  return { code: exitCodes.findings, because };
}
