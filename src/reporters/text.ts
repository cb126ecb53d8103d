import pc from 'picocolors';
import type { FileOutcome, Finding, Region, Report } from '../engine/report.ts';
import type { Severity } from '../engine/rule.ts';
import { codeFrame, visible } from './code-frame.ts';
import { counted, type Reporter } from './reporter.ts';

type Colors = ReturnType<typeof pc.createColors>;

const defaultWidth = 100;

/** Text for people: grouped by file, with the line, what is wrong, what to do, and where it is documented. */
export const text: Reporter = (report, options) => {
  const colors = pc.createColors(options.colors);
  const width = Math.max(40, options.width ?? defaultWidth);
  const findings = options.quiet ? report.findings.filter((finding) => finding.severity === 'error') : report.findings;
  const blocks: string[] = [];
  let path: string | undefined;
  for (const finding of findings) {
    if (finding.region.path !== path) blocks.push(colors.underline(visible(finding.region.path)));
    path = finding.region.path;
    blocks.push(block(finding, report, colors, width));
  }
  for (const failure of report.failures) {
    const where = failure.path === undefined ? '' : `${visible(failure.path)}: `;
    blocks.push(`${colors.red('not checked')}  ${where}${visible(failure.message)}`);
  }
  if (!options.quiet || blocks.length > 0) blocks.push(summary(report, options.durationMs, colors));
  if (options.verbose) blocks.push(details(report, colors));
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
};

function block(finding: Finding, report: Report, colors: Colors, width: number): string {
  const { line, column } = finding.region.start;
  const environments = finding.environments.length > 0 ? ` (in ${finding.environments.map(visible).join(', ')})` : '';
  const lines = [
    `  ${coloured(finding.severity, colors)}  ${colors.bold(finding.ruleId)} ${finding.ruleName}  ${colors.dim(`${line}:${column}`)}${environments}`,
    ...wrapped(visible(finding.message), width - 4).map((row) => `    ${row}`),
    ...codeFrame(report.texts.get(finding.region.path) ?? '', finding.region, width, colors).map((row) => `    ${row}`),
    ...finding.related.map((other) => `    ${colors.dim(at(other.region))} ${visible(other.message)}`),
    ...(finding.helpUri?.includes('learn.microsoft.com') ? [`    ${colors.dim(finding.helpUri)}`] : []),
  ];
  return lines.join('\n');
}

const at = ({ path, start }: Region): string => `${visible(path)}:${start.line}:${start.column}`;

function coloured(severity: Severity, colors: Colors): string {
  const colour = { error: colors.red, warning: colors.yellow, note: colors.cyan }[severity];
  return colour(severity);
}

function summary(report: Report, durationMs: number | undefined, colors: Colors): string {
  const { files, findings, coverage } = report;
  const of = (outcome: FileOutcome['outcome']) => files.filter((file) => file.outcome === outcome).length;
  const counts = (['error', 'warning', 'note'] as const)
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => counted(count, severity));
  const checked = `${counted(of('checked'), 'file')} checked (${counted(report.resources, 'resource')})`;
  const others = [
    of('skipped') > 0 ? `${of('skipped')} skipped` : '',
    of('failed') > 0 ? `${of('failed')} failed` : '',
  ];
  const time =
    durationMs === undefined
      ? ''
      : ` in ${durationMs < 1000 ? `${Math.round(durationMs)} ms` : `${(durationMs / 1000).toFixed(1)} s`}`;
  const lines = [
    [
      counts.length > 0 ? colors.bold(counts.join(', ')) : colors.green('No problems found'),
      [checked, ...others].filter((part) => part !== '').join(', ') + time,
    ].join('; '),
  ];
  if (report.resources === 0 && files.length > 0) lines.push(nothing(files));
  const total = coverage.known + coverage.unknown;
  if (coverage.unknown > 0) {
    const reasons = coverage.reasons.slice(0, 3).map(({ reason, count }) => `${visible(reason)} (${count})`);
    const more = coverage.reasons.length > 3 ? ', …' : '';
    lines.push(
      `${coverage.known} of ${total} checked values known; ${coverage.unknown} unknown: ${reasons.join(', ')}${more}`,
    );
  } else if (total > 0) lines.push(`All ${total} checked values known`);
  return lines.join('\n');
}

/** Why a run found nothing: the reasons, most frequent first. */
function nothing(files: readonly FileOutcome[]): string {
  const reasons = new Map<string, number>();
  for (const { reason } of files) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const sorted = [...reasons].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const shown = sorted.slice(0, 4).map(([reason, count]) => `${count} ${visible(reason)}`);
  return `No Azure Local resource found in ${counted(files.length, 'file')} (${shown.join('; ')})`;
}

function details(report: Report, colors: Colors): string {
  const files = report.files.map(
    ({ path, outcome, reason }) => `  ${outcome.padEnd(7)}  ${visible(path)}  ${colors.dim(visible(reason))}`,
  );
  const pairings = report.pairings.map((pairing) => `  paired   ${visible(pairing)}`);
  return [...files, ...pairings].join('\n');
}

/** Words in rows of at most `width` characters; a longer word stands alone. */
function wrapped(message: string, width: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of message.split(' ')) {
    if (row !== '' && row.length + 1 + word.length > width) {
      rows.push(row);
      row = word;
    } else row = row === '' ? word : `${row} ${word}`;
  }
  return [...rows, row];
}
