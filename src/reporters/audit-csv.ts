import type { Audit, AuditedFinding } from '../engine/audit.ts';
import type { AuditReporter } from './audit.ts';
import { visible } from './terminal.ts';

type Column = readonly [string, (finding: AuditedFinding, audit: Audit) => string | number | undefined];

const ruleOf = ({ ruleId }: AuditedFinding, { rules }: Audit) => rules.find(({ id }) => id === ruleId);
const resourceOf = ({ resources: [key] }: AuditedFinding, { resources }: Audit) =>
  resources.find((resource) => resource.key === key);

/** What people sort and filter by, one column each. */
const columns: readonly Column[] = [
  ['state', ({ state }) => (state === 'suppressed' ? 'accepted' : state === 'unchanged' ? 'baseline' : 'open')],
  ['severity', ({ severity }) => severity],
  ['confidence', ({ confidence }) => confidence],
  ['rule', ({ ruleId }) => ruleId],
  ['name', ({ ruleName }) => ruleName],
  ['area', ({ area }) => area],
  ['resource type', ({ resource }) => resource?.type],
  ['resource', ({ resource }) => resource?.name],
  ['resource group', (finding, audit) => resourceOf(finding, audit)?.resourceGroup],
  ['resource id', (finding, audit) => resourceOf(finding, audit)?.id],
  ['resources', ({ resources }) => resources.length],
  ['environments', ({ environments }) => environments.join(' ')],
  ['file', ({ region }) => region.path],
  ['line', ({ region }) => region.start.line],
  ['column', ({ region }) => region.start.column],
  ['message', ({ message }) => message],
  ['what to do', (finding, audit) => ruleOf(finding, audit)?.remedy],
  ['evidence', (finding, audit) => ruleOf(finding, audit)?.evidence[0]?.heading],
  ['page', ({ helpUri }) => helpUri],
  ['read on', (finding, audit) => ruleOf(finding, audit)?.evidence[0]?.readOn],
  ['reason', ({ suppression }) => suppression?.reason],
  ['accepted until', ({ suppression }) => suppression?.expires],
  ['ticket', ({ suppression }) => suppression?.ticket],
];

/**
 * The findings of an audit for spreadsheets, accepted ones among them: a row each, under one row of names. UTF-8 without
 * a mark, commas, lines that end with CR LF. Source: RFC 4180, section 2.
 */
export const auditCsv: AuditReporter = ({ audit }) =>
  [columns.map(([name]) => name), ...audit.findings.map((finding) => columns.map(([, of]) => of(finding, audit)))]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');

/**
 * A value as one cell. A spreadsheet runs a text that begins like a formula: with an apostrophe before it, it is text.
 * Source: OWASP's page on CSV injection, which lists the characters.
 */
function cell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  const shown = visible(value ?? '');
  const safe = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]|^'|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
