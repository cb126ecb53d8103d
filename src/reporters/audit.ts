import type { Audit, AuditedFinding, Totals } from '../engine/audit.ts';
import type { Report, SuppressionOutcome } from '../engine/report.ts';
import { counted, type ReporterOptions } from './reporter.ts';

/** An audit, and the report that it was made of. */
export interface Audited {
  readonly audit: Audit;
  readonly report: Report;
}

/** An audit as text. Pure: it never prints. */
export type AuditReporter = (audited: Audited, options: ReporterOptions) => string;

/** The formats of an audit, each loaded when it is asked for. */
export const auditReporters = {
  text: async (): Promise<AuditReporter> => (await import('./audit-text.ts')).auditText,
  markdown: async (): Promise<AuditReporter> => (await import('./audit-markdown.ts')).auditMarkdown,
  csv: async (): Promise<AuditReporter> => (await import('./audit-csv.ts')).auditCsv,
  json: async (): Promise<AuditReporter> => (await import('./audit-json.ts')).auditJson,
  sarif: async (): Promise<AuditReporter> => {
    const { sarif } = await import('./sarif.ts');
    return ({ report }, options) => sarif(report, options);
  },
} as const;

export type AuditFormat = keyof typeof auditReporters;

/** Names of the formats, as `audit --format` takes them. */
export const auditFormatNames = Object.keys(auditReporters) as readonly AuditFormat[];

/** `2 errors, 1 note, 1 accepted`; empty when there is nothing. */
export const totalsInWords = ({ errors, warnings, notes, suppressed, unchanged }: Totals): string =>
  [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(notes > 0 ? [counted(notes, 'note')] : []),
    ...(suppressed > 0 ? [`${suppressed} accepted`] : []),
    ...(unchanged > 0 ? [`${unchanged} in the baseline`] : []),
  ].join(', ');

/** What was looked at, and how: `8 files checked, 1 skipped; 200 rules of the preset strict; …`. */
export function scopeInWords({ files, rulesRun, preset, release, closedWorld, comparedWith }: Audit): string {
  const read = [
    `${counted(files.checked, 'file')} checked`,
    ...(files.skipped > 0 ? [`${files.skipped} skipped`] : []),
    ...(files.failed > 0 ? [`${files.failed} failed`] : []),
  ];
  return [
    read.join(', '),
    `${rulesRun} rules, preset ${preset}${closedWorld ? ', closed world' : ''}`,
    `release ${release}`,
    comparedWith.length === 0 ? 'compared with nothing' : `compared with the ${comparedWith.join(', the ')}`,
  ].join('; ');
}

/** Findings that somebody has accepted. */
export const acceptedIn = ({ findings }: Audit): readonly AuditedFinding[] =>
  findings.filter(({ state }) => state === 'suppressed');

/** Suppressions that accept nothing, each with what is the matter with it. */
export const idleIn = ({ suppressions }: Audit): readonly (SuppressionOutcome & { readonly matter: string })[] =>
  suppressions
    .filter(({ state }) => state !== 'active')
    .map((one) => ({ ...one, matter: one.state === 'unknown' ? 'its rule could not look' : one.state }));
