import { type Audit, type AuditedFinding, type AuditedRule, type Totals, worstFirst } from '../engine/audit.ts';
import type { Region, Report } from '../engine/report.ts';
import { type AuditReporter, acceptedIn, idleIn, scopeInWords, totalsInWords } from './audit.ts';
import { gapsInWords } from './audit-gaps.ts';
import { fixBlock, frameOf, marks } from './markdown.ts';
import { address, code, plain, table } from './markdown-text.ts';
import { counted } from './reporter.ts';

/** An audit as a page for people who did not write the specs: what matters first, the lines behind it further down. */
export const auditMarkdown: AuditReporter = ({ audit, report }) =>
  `${[
    ...heading(audit),
    ...section('By area', byArea(audit)),
    ...section('By rule', byRule(audit)),
    ...section('By resource', byResource(audit)),
    ...section('Findings', findings(audit, report)),
    ...section('Accepted risks', accepted(audit)),
    ...section('Known before', baseline(audit)),
    ...section('Not checked', gaps(audit)),
    ...section('How to read this', [legend]),
  ].join('\n\n')}\n`;

const section = (title: string, blocks: readonly string[]): string[] =>
  blocks.length > 0 ? [`## ${title}`, ...blocks] : [];

const legend = [
  '- 🔴 **error**: the platform refuses it, or it can never be repaired once it is deployed.',
  '- 🟡 **warning**: it is likely to fail, or to be regretted. 🔵 **note**: worth knowing.',
  '- **accepted**: somebody has decided that it may stay, and has said why. **in the baseline**: it was there when the baseline was made.',
  '- A finding that several resources share is one finding; in the table of resources it counts for each of them.',
  '- Every finding rests on a page of the documentation, with the day on which it was read. Pages change: read it again before a costly decision.',
  '- What is not known before deployment is never reported as wrong, and never counted as checked: see *Not checked*.',
].join('\n');

function heading(audit: Audit): string[] {
  const { date, version, totals, resources, coverage, notChecked } = audit;
  const touched = worstFirst(resources).filter(({ totals: own }) => own.errors + own.warnings + own.notes > 0).length;
  const total = coverage.known + coverage.unknown;
  const result = totalsInWords(totals) || 'Nothing found';
  return [
    `# Audit of Azure Local specs, ${date}`,
    `**${result}**${touched > 0 ? ` in ${touched} of ${counted(resources.length, 'resource')}` : ''}.`,
    ...(notChecked.failures.length > 0
      ? [
          `**Incomplete:** ${counted(notChecked.failures.length, 'problem')} kept something from being analysed; see *Not checked*.`,
        ]
      : []),
    [
      `- ${plain(scopeInWords(audit))}.`,
      ...(total > 0 ? [`- ${coverage.known} of ${total} values that rules look at were known.`] : []),
      `- azlocal-lint ${version}.`,
    ].join('\n'),
  ];
}

const columns: readonly (readonly [string, keyof Totals])[] = [
  ['🔴 errors', 'errors'],
  ['🟡 warnings', 'warnings'],
  ['🔵 notes', 'notes'],
  ['accepted', 'suppressed'],
  ['in the baseline', 'unchanged'],
];

/** Rows with their totals behind them; a column without a number is left out. */
function tallied(head: readonly string[], rows: readonly (readonly [readonly string[], Totals])[]): string[] {
  const shown = columns.filter(([, name]) => rows.some(([, totals]) => totals[name] > 0));
  if (rows.length === 0) return [];
  const numbers = (totals: Totals) => shown.map(([, name]) => (totals[name] === 0 ? '' : String(totals[name])));
  return [
    table(
      [...head, ...shown.map(([title]) => title)],
      rows.map(([cells, totals]) => [...cells, ...numbers(totals)]),
    ),
  ];
}

const byArea = ({ areas }: Audit): string[] =>
  tallied(
    ['area'],
    areas.map(({ area, totals }) => [[plain(area)], totals]),
  );

const byRule = ({ rules }: Audit): string[] =>
  tallied(
    ['rule', 'what it objects to'],
    rules.map(({ id, name, title, totals }) => [[`${id} ${code(name)}`, plain(title)], totals]),
  );

function byResource({ resources, findings: all }: Audit): string[] {
  const shown = worstFirst(resources);
  const [others, elsewhere] = [
    resources.length - shown.length,
    all.filter((finding) => finding.resources.length === 0),
  ];
  return [
    ...tallied(
      ['resource', 'declared in'],
      shown.map(({ kind, name, declarations: [first], totals }) => [
        [`${kind} ${code(name)}`, first ? code(at(first.region)) : 'live state'],
        totals,
      ]),
    ),
    ...(others > 0 ? [`${counted(others, 'resource')} without a finding.`] : []),
    ...(elsewhere.length > 0 ? [`${counted(elsewhere.length, 'finding')} about a command, a block or a file.`] : []),
  ];
}

/** Findings under the resource that they are about, or the file when they are about none; the worst group first. */
function findings(audit: Audit, report: Report): string[] {
  const open = audit.findings.filter(({ state }) => state === 'new');
  const groups = new Map<string, AuditedFinding[]>();
  const order = worstFirst(audit.resources).map(({ key }) => key);
  const groupOf = ({ resources: [key], region }: AuditedFinding) => key ?? `file ${region.path}`;
  for (const key of [...order, ...open.map(groupOf)]) groups.set(key, []);
  for (const finding of open) groups.get(groupOf(finding))?.push(finding);
  const rules = new Map(audit.rules.map((rule) => [rule.id, rule]));
  const resources = new Map(audit.resources.map((resource) => [resource.key, resource]));
  return [...groups].flatMap(([key, own]) => {
    const [first] = own;
    if (!first) return [];
    const about = resources.get(key);
    const title = about ? `${about.kind} ${code(about.name)}` : code(first.region.path);
    const place = about ? [code(about.id ?? about.type)] : [];
    return [`### ${title}`, ...place, ...own.map((finding) => detailsOf(finding, rules.get(finding.ruleId), report))];
  });
}

function detailsOf(finding: AuditedFinding, rule: AuditedRule | undefined, report: Report): string {
  const { region, message, ruleId, severity, confidence, related, environments, fix } = finding;
  const where = environments.length > 0 ? ` in ${plain(environments.join(', '))}` : '';
  const maybe = confidence === 'possible' ? ' (possible: it depends on what can’t be seen here)' : '';
  return [
    `**${marks[severity]} ${ruleId}** ${code(at(region))}${where}${maybe}: ${plain(message)}`,
    ...frameOf(region, report.sources),
    [
      ...related.map((other) => `- ${code(at(other.region))} ${plain(other.message)}`),
      ...(rule ? [`- What to do: ${rule.remedy}`] : []),
      ...(rule?.evidence.map(
        ({ heading: title, page, dated, readOn }) =>
          `- Evidence: [${plain(title)}](${address(page)})${dated === undefined ? '' : `, dated ${dated}`}, read ${readOn}`,
      ) ?? []),
      ...(fix ? fixBlock(fix, region.path, report) : []),
    ].join('\n'),
  ].join('\n\n');
}

function accepted(audit: Audit): string[] {
  const rows = acceptedIn(audit).map(({ ruleId, severity, resource, region, message, suppression }) => [
    `${marks[severity]} ${ruleId}`,
    resource ? code(resource.name) : '',
    code(at(region)),
    plain(message),
    suppression?.reason === undefined ? '**no reason given**' : plain(suppression.reason),
    suppression?.expires ?? 'for ever',
    plain(suppression?.ticket ?? ''),
  ]);
  const idle = idleIn(audit).map(({ ruleId, matter, region, scope, reason = '', expires = '' }) => [
    ruleId,
    matter,
    code(at(region)),
    plain(scope),
    plain(reason),
    expires,
  ]);
  return [
    ...(rows.length > 0 ? [table(['rule', 'resource', 'where', 'what', 'reason', 'until', 'ticket'], rows)] : []),
    ...(idle.length > 0
      ? [
          'Suppressions that accept nothing now. Remove those that are unused; decide again about those that have expired.',
          table(['rule', 'state', 'where', 'what it reaches', 'reason', 'until'], idle),
        ]
      : []),
  ];
}

function baseline({ findings: all }: Audit): string[] {
  const rows = all
    .filter(({ state }) => state === 'unchanged')
    .map(({ ruleId, severity, region, message }) => [`${marks[severity]} ${ruleId}`, code(at(region)), plain(message)]);
  return rows.length === 0
    ? []
    : ['These are in the baseline: they are still to be mended.', table(['rule', 'where', 'what'], rows)];
}

const gaps = (audit: Audit): string[] =>
  gapsInWords(audit).map(([title, lines]) =>
    [`**${title}**`, '', ...lines.map((line) => `- ${plain(line)}`)].join('\n'),
  );

const at = ({ path, start }: Region): string => `${path}:${start.line}`;
