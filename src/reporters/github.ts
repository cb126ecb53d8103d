import type { Finding, Report } from '../engine/report.ts';
import type { Severity } from '../engine/rule.ts';
import type { Reporter } from './reporter.ts';
import { counted } from './reporter.ts';
import { inert, visible } from './terminal.ts';

/** GitHub shows so many annotations of each level a step and drops the others without a word. */
const maximumAnnotations = 10;

const levels = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * Workflow commands that GitHub Actions shows as annotations at the line. What is more than GitHub takes follows as plain
 * lines, so that the log has all. Source: the escapes of the toolkit's `@actions/core` 3.0.1, the limits of its documentation
 * (read 2026-11-22).
 */
export const github: Reporter = (report, { quiet }) => {
  const findings = quiet ? report.findings.filter(({ severity }) => severity === 'error') : report.findings;
  const bySeverity = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted);
  const groups = (['error', 'warning', 'note'] as const).map(bySeverity);
  const failures = report.failures.map(
    ({ path, message }) =>
      `::error ${path === undefined ? '' : `file=${property(path)},`}title=${property('Not checked')}::${data(message)}`,
  );
  const room = Math.max(0, maximumAnnotations - failures.length);
  const shown = groups.map((group, index) => group.slice(0, index === 0 ? room : maximumAnnotations));
  const others = groups.flatMap((group, index) => group.slice(shown[index]?.length));
  const lines = [...failures, ...shown.flat().map((finding) => command(finding)), ...rest(others, report)];
  return lines.map((line) => `${line}\n`).join('');
};

function command(finding: Finding): string {
  const { region, severity, ruleId, ruleName } = finding;
  const { start, end } = region;
  // Columns make sense on one line only.
  const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
  const place = `file=${property(region.path)},line=${start.line},endLine=${end.line}${columns}`;
  return `::${levels[severity]} ${place},title=${property(`${ruleId} ${ruleName}`)}::${data(finding.message)}`;
}

function rest(others: readonly Finding[], { findings }: Report): string[] {
  if (others.length === 0) return [];
  const title = `${counted(others.length, 'more finding')} of ${findings.length}, which GitHub has no room to show as annotations:`;
  return [
    title,
    ...others.map(
      ({ region, severity, ruleId, message }) =>
        `${inert(visible(region.path))}:${region.start.line}:${region.start.column}: ${severity} ${ruleId}: ${visible(message)}`,
    ),
  ];
}

/** The text of a command on one line. */
const data = (text: string): string =>
  visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** The value of a property of a command. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
