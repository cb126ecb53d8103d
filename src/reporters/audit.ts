import type { Audit, AuditedFinding, Totals } from '../engine/audit.ts';
import type { Report } from '../engine/report.ts';
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

/** What was not checked, in lines of plain text, under what it is about. */
export function gapsInWords({ notChecked, coverage }: Audit): readonly (readonly [string, readonly string[]])[] {
  const { failures, skipped, rules, notCompared, unpaired, references } = notChecked;
  const because = (wanted: string) => rules.filter(({ reason }) => reason === wanted);
  const ids = (some: readonly { readonly id: string }[]) => shortened(some.map(({ id }) => id));
  const uncompared = because('nothing to compare with');
  const [whole, partly] = [uncompared.filter((rule) => !rule.isPartly), uncompared.filter((rule) => rule.isPartly)];
  const gaps: [string, string[]][] = [
    ['Incomplete', failures.map(({ path, message }) => (path === undefined ? message : `${path}: ${message}`))],
    [
      'Changes',
      [
        ...(whole.length > 0
          ? [
              `${counted(whole.length, 'rule')} about changes did not run, for there was nothing to compare with: ${ids(whole)}.`,
            ]
          : []),
        ...(partly.length > 0
          ? [`${counted(partly.length, 'rule')} looked at what is declared, but not at changes: ${ids(partly)}.`]
          : []),
        ...(uncompared.length > 0 ? ['Give what is deployed with --live, or older specs with --base.'] : []),
        ...(notCompared.length > 0
          ? [
              `${counted(notCompared.length, 'resource')} not compared, for no older state of it was given: ${shortened(notCompared)}.`,
            ]
          : []),
        ...unpaired,
      ],
    ],
    [
      'Rules',
      [
        ...because('switched off').map(
          ({ id, name, isPartly }) => `${id} ${name} is switched off${isPartly ? ' for a part of the files' : ''}.`,
        ),
        ...(because('not in the preset').length > 0
          ? [
              `${counted(because('not in the preset').length, 'rule')} not in the preset: ${ids(because('not in the preset'))}.`,
            ]
          : []),
      ],
    ],
    ['Values', coverage.reasons.map(({ reason, count, action }) => `${counted(count, 'value')}: ${reason}. ${action}`)],
    [
      'References',
      references > 0
        ? [
            `${counted(references, 'reference')} to something that is not in the audit: whether it exists was not checked. --live tells; with --closed-world it is reported.`,
          ]
        : [],
    ],
    [
      'Files',
      skipped.map(({ reason, paths }) => `${counted(paths.length, 'file')} skipped, ${reason}: ${shortened(paths)}.`),
    ],
  ];
  return gaps.filter(([, lines]) => lines.length > 0);
}

/** More names than this are counted only. */
const maximumNames = 10;

function shortened(names: readonly string[]): string {
  const left = names.length - maximumNames;
  return [...names.slice(0, maximumNames), ...(left > 0 ? [`and ${left} more`] : [])].join(', ');
}

/** Findings that somebody has accepted, and those of the baseline. */
export const acceptedIn = ({ findings }: Audit): readonly AuditedFinding[] =>
  findings.filter(({ state }) => state === 'suppressed');
