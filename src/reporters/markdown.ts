import type { Finding, Region, Report } from '../engine/report.ts';
import type { Severity } from '../engine/rule.ts';
import { acceptedInWords } from './accepted.ts';
import { codeFrame } from './code-frame.ts';
import { fixLines } from './fix-lines.ts';
import { address, code, codeBlock, plain, table } from './markdown-text.ts';
import { plan } from './plan.ts';
import { counted, type Reporter } from './reporter.ts';
import { visible } from './terminal.ts';

/** A comment on a pull request holds 65,536 characters, on every host that has a limit; the last lines need some room. */
const maximumLength = 60_000;

export const marks = { error: '🔴', warning: '🟡', note: '🔵' } as const;

/** A summary for reviewers: what matters first, the lines behind it folded, and the way out. Pure Markdown of GitHub's kind. */
export const markdown: Reporter = (report, { quiet }) => {
  const findings = quiet ? report.findings.filter(({ severity }) => severity === 'error') : report.findings;
  const inOrder = (['error', 'warning', 'note'] as const).flatMap((wanted) =>
    findings.filter(({ severity }) => severity === wanted),
  );
  const blocks = [heading(report, findings), ...notChecked(report)];
  if (inOrder.length > 0) blocks.push(...withinRoom(inOrder, report, blocks.join('\n\n').length));
  const way = replacementPlan(report);
  if (way !== undefined && blocks.join('\n\n').length + way.length < maximumLength) blocks.push(way);
  blocks.push(coverage(report));
  return `${blocks.join('\n\n')}\n`;
};

function heading(report: Report, findings: readonly Finding[]): string {
  const { resources, files } = report;
  const count = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length;
  const counts = (['error', 'warning', 'note'] as const)
    .filter((severity) => count(severity) > 0)
    .map((severity) => `${marks[severity]} ${counted(count(severity), severity)}`);
  const checked = files.filter(({ outcome }) => outcome === 'checked').length;
  const result = counts.length > 0 ? counts.join(', ') : '✅ no problems found';
  const looked = [`${counted(checked, 'file')} checked`, counted(resources, 'resource'), ...acceptedInWords(report)];
  return `## azlocal-lint: ${result}\n\n${looked.join(', ')}.`;
}

const notChecked = ({ failures }: Report): string[] =>
  failures.length === 0
    ? []
    : [
        [
          '**Not checked:**',
          ...failures.map(({ path, message }) => `- ${path === undefined ? '' : `${code(path)}: `}${plain(message)}`),
        ].join('\n'),
      ];

/** A table of the findings and their details, as many as fit; what does not is counted. */
function withinRoom(findings: readonly Finding[], report: Report, taken: number): string[] {
  const rows: string[][] = [];
  const details: string[] = [];
  let length = taken + 200;
  for (const finding of findings) {
    const [line, detail] = [row(finding), detailsOf(finding, report)];
    length += line.join(' | ').length + detail.length + 20;
    if (length > maximumLength) break;
    rows.push(line);
    details.push(detail);
  }
  const left = findings.length - rows.length;
  return [
    table(['', 'rule', 'where', 'what'], rows),
    ...(left > 0
      ? [`**${counted(left, 'more finding')}, for which a comment has no room:** the full report has them.`]
      : []),
    `<details><summary>The lines, and the evidence</summary>\n\n${details.join('\n\n')}\n\n</details>`,
  ];
}

function row({ severity, ruleId, ruleName, region, message, helpUri, environments }: Finding): string[] {
  const [first = ''] = message.split(/(?<=\.) (?=[A-Z])/);
  const where = environments.length > 0 ? ` (${plain(environments.join(', '))})` : '';
  return [marks[severity], `[${ruleId}](${address(helpUri)}) ${ruleName}`, `${code(at(region))}${where}`, plain(first)];
}

function detailsOf(finding: Finding, report: Report): string {
  const { region, message, ruleId, severity, related, fix } = finding;
  return [
    `**${marks[severity]} ${ruleId}** ${code(at(region))}: ${plain(message)}`,
    ...frameOf(region, report.sources),
    ...related.map((other) => `- ${code(at(other.region))} ${plain(other.message)}`),
    ...(fix ? fixBlock(fix, region.path, report) : []),
  ].join('\n');
}

/** The line with its span underlined, as a block of code; nothing when there is no line to show. */
export function frameOf(region: Region, sources: Report['sources']): string[] {
  const file = sources.get(region.path);
  const plainColors = { red: (text: string) => text, dim: (text: string) => text };
  const frame = file ? codeFrame(file, region, 96, plainColors) : [];
  return frame.length > 0 ? [codeBlock(frame)] : [];
}

/** What a fix would change, as a point of a list with the changed lines under it. */
export const fixBlock = (fix: NonNullable<Finding['fix']>, path: string, report: Report): string[] => [
  `- ${fix.isSafe ? '`--fix` does it' : 'suggestion'}: ${plain(fix.description)}`,
  '',
  codeBlock(fixLines(fix, path, report).map(visible), 'diff'),
];

function replacementPlan(report: Report): string | undefined {
  const { networks, interfaces, machines, others } = report.plan;
  if ([networks, interfaces, machines, others].every(({ length }) => length === 0)) return undefined;
  return `<details><summary>The way out: a replacement plan</summary>\n\n${asPart(plan(report))}\n\n</details>`;
}

/** A page as a part of another: its headings go two levels down. */
const asPart = (page: string): string => page.trim().replace(/^#/gm, '###');

function coverage({ coverage: { known, unknown } }: Report): string {
  if (known + unknown === 0) return '';
  return unknown === 0
    ? `All ${known} checked values were known.`
    : `${known} of ${known + unknown} checked values were known; the others only the deployment knows.`;
}

const at = ({ path, start }: Region): string => `${path}:${start.line}`;
