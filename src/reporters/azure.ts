import type { Finding } from '../engine/report.ts';
import type { Reporter } from './reporter.ts';
import { inert, visible } from './terminal.ts';

/**
 * Logging commands that Azure Pipelines shows as issues at the line. It knows errors and warnings only: notes are plain
 * lines. Source: the logging commands of Azure Pipelines (read 2026-11-22).
 */
export const azure: Reporter = (report, { quiet }) => {
  const findings = quiet ? report.findings.filter(({ severity }) => severity === 'error') : report.findings;
  const lines = [
    ...report.failures.map(
      ({ path, message }) =>
        `##vso[task.logissue type=error;${path === undefined ? '' : `sourcepath=${property(path)};`}]Not checked: ${data(message)}`,
    ),
    ...findings.map(line),
  ];
  return lines.map((text) => `${text}\n`).join('');
};

function line({ region, severity, ruleId, ruleName, message }: Finding): string {
  const { line: row, column } = region.start;
  if (severity === 'note')
    return `${inert(visible(region.path))}:${row}:${column}: note ${ruleId}: ${visible(message)}`;
  const place = `sourcepath=${property(region.path)};linenumber=${row};columnnumber=${column}`;
  return `##vso[task.logissue type=${severity};${place};code=${ruleId};]${ruleId} ${ruleName}: ${data(message)}`;
}

const data = (text: string): string =>
  visible(text).replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(';', '%3B').replaceAll(']', '%5D');
