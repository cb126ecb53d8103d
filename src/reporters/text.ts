import pc from 'picocolors';
import { projectUrl } from '../engine/own-rules.ts';
import type { Failure, FileOutcome, Finding, FindingFix, Region, Report } from '../engine/report.ts';
import type { Severity } from '../engine/rule.ts';
import { acceptedInWords, whyAccepted } from './accepted.ts';
import { codeFrame } from './code-frame.ts';
import { fixLines } from './fix-lines.ts';
import { counted, type Reporter, type ReporterOptions } from './reporter.ts';
import { inert, visible, wrapped } from './terminal.ts';

type Colors = ReturnType<typeof pc.createColors>;

const defaultWidth = 100;
const minimumWidth = 40;

/** Text for people: grouped by file, with the line, what is wrong, what to do, and where it is documented. */
export const text: Reporter = (report, options) => {
  const colors = pc.createColors(options.colors);
  const findings = options.quiet ? report.findings.filter(({ severity }) => severity === 'error') : report.findings;
  const blocks = [
    ...findingBlocks({ ...report, findings }, options),
    ...report.failures.filter((failure) => !isSaid(failure, findings)).map((failure) => incomplete(failure, colors)),
    ...documentation(findings, colors),
  ];
  if (!options.quiet || blocks.length > 0) blocks.push(summary(report, options, colors));
  if (!options.quiet) blocks.push(...unknownValues(report, colors));
  if (options.verbose && report.files.length > 0) blocks.push(details(report, colors));
  return blocks.length === 0 ? '' : inert(`${blocks.join('\n\n')}\n`);
};

/** Each finding as a paragraph, the first of a file under the file's path; of many that say the same, only the first few. */
export function findingBlocks(
  report: Report,
  options: Pick<ReporterOptions, 'colors' | 'width' | 'explainValues'> & { readonly verbose?: boolean },
): string[] {
  const colors = pc.createColors(options.colors);
  const width = Math.max(minimumWidth, options.width ?? defaultWidth);
  const files = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const { path } = finding.region;
    files.set(path, [...(files.get(path) ?? []), finding]);
  }
  return [...files].flatMap(([path, findings]) => {
    const { shown, alike } = options.verbose ? { shown: findings, alike: [] } : withoutAlike(findings);
    const blocks = [
      ...shown.map((finding) => findingBlock(finding, report, width, colors, options)),
      ...alike.map((others) => alikeBlock(others, width, colors)),
    ];
    return blocks.map((block, index) => (index === 0 ? `${colors.underline(visible(path))}\n${block}` : block));
  });
}

/** More lines than this are not listed. */
const maximumLines = 20;

/** So many findings that say the same of one file are shown whole; the others are counted. */
const maximumAlike = 3;

/** Findings of one file without those that say, of other values, what several before them said. */
function withoutAlike(findings: readonly Finding[]): { shown: Finding[]; alike: Finding[][] } {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { ruleId, severity, message } = finding;
    const words = JSON.stringify([ruleId, severity, message.replace(/"[^"]*"/g, '""')]);
    groups.set(words, [...(groups.get(words) ?? []), finding]);
  }
  // One more takes no more room than saying that it is there.
  const alike = [...groups.values()]
    .filter(({ length }) => length > maximumAlike + 1)
    .map((group) => group.slice(maximumAlike));
  const left = new Set(alike.flat());
  return { shown: findings.filter((finding) => !left.has(finding)), alike };
}

function alikeBlock(findings: readonly Finding[], width: number, colors: Colors): string {
  const [{ ruleId, ruleName, severity }] = findings as [Finding];
  const lines = [...new Set(findings.map(({ region }) => region.start.line))];
  const listed = lines.length > maximumLines ? [...lines.slice(0, maximumLines), '…'] : lines;
  const where = `${lines.length === 1 ? 'line' : 'lines'} ${listed.join(', ')}`;
  const rows = wrapped(`${findings.length} more of these, in ${where}. --verbose shows them all.`, width - 4);
  return [
    `  ${colors.dim('…')}  ${coloured(severity, colors)}  ${colors.bold(ruleId)} ${ruleName}`,
    ...rows.map((row) => `    ${row}`),
  ].join('\n');
}

function findingBlock(
  finding: Finding,
  report: Report,
  width: number,
  colors: Colors,
  { explainValues, verbose }: { readonly explainValues?: boolean; readonly verbose?: boolean },
): string {
  const { region, severity, environments, fix } = finding;
  const file = report.sources.get(region.path);
  const position = colors.dim(`${region.start.line}:${region.start.column}`);
  const deployments = environments.length > 0 ? ` (in ${environments.map(visible).join(', ')})` : '';
  const details = [
    ...wrapped(visible(finding.message), width - 4),
    ...(file ? codeFrame(file, region, width - 4, colors) : []),
    ...(explainValues ? trace(finding, colors) : []),
    ...finding.related.map((other) => `${colors.dim(at(other.region))} ${visible(other.message)}`),
    ...(verbose && fix ? fixInWords(fix, report, region.path, colors) : []),
  ];
  return [
    `  ${position}  ${coloured(severity, colors)}  ${colors.bold(finding.ruleId)} ${finding.ruleName}${deployments}`,
    ...details.map((row) => `    ${row}`),
  ].join('\n');
}

/** What a fix does, and the lines that it changes. */
function fixInWords(fix: FindingFix, report: Report, path: string, colors: Colors): string[] {
  const lines = fixLines(fix, path, report).map((line) => {
    const colour = line.startsWith('+') ? colors.green : line.startsWith('-') ? colors.red : colors.dim;
    return `  ${colour(visible(line))}`;
  });
  return [
    `${colors.bold(fix.isSafe ? 'Fix, which --fix makes:' : 'Suggestion:')} ${visible(fix.description)}`,
    ...lines,
  ];
}

/** How a value came about: `vlan = 0 ← parameters('vlan') ← prod.parameters.json:14`, a step a line. */
const trace = ({ trace }: Finding, colors: Colors): string[] =>
  trace.map(({ text, region }) =>
    region ? `  ${colors.cyan('←')} ${visible(text)}  ${colors.dim(at(region))}` : colors.bold(visible(text)),
  );

export const at = ({ path, start }: Region): string => `${visible(path)}:${start.line}:${start.column}`;

function coloured(severity: Severity, colors: Colors): string {
  const colour = { error: colors.red, warning: colors.yellow, note: colors.cyan }[severity];
  return colour(severity);
}

/** A rule that crashed is a finding as well as a failure: once is enough. */
const isSaid = ({ path, message }: Failure, findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.message === message && finding.region.path === path);

function incomplete({ path, message }: Failure, colors: Colors): string {
  return `${colors.red('not checked')}  ${path === undefined ? '' : `${visible(path)}: `}${visible(message)}`;
}

/** Once for each page, because many rules stand on one. The linter's own rules need no evidence. */
export function documentation(findings: readonly Finding[], colors: Colors): string[] {
  const pages = new Map<string, Set<string>>();
  for (const { helpUri, ruleId } of findings) {
    if (!helpUri.startsWith(projectUrl)) pages.set(helpUri, (pages.get(helpUri) ?? new Set()).add(ruleId));
  }
  if (pages.size === 0) return [];
  const rows = [...pages].map(([page, ids]) => `  ${[...ids].sort().join(', ')}\n    ${colors.dim(visible(page))}`);
  return [['Documented limitations', ...rows].join('\n')];
}

function summary(report: Report, { durationMs, verbose, quiet }: ReporterOptions, colors: Colors): string {
  const { files, findings, coverage } = report;
  const of = (outcome: FileOutcome['outcome']) => files.filter((file) => file.outcome === outcome).length;
  const counts = (['error', 'warning', 'note'] as const)
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => counted(count, severity));
  const none = report.unchanged.length > 0 ? 'No new problems found' : 'No problems found';
  const result = [
    counts.length > 0 ? colors.bold(counts.join(', ')) : colors.green(none),
    ...(quiet ? [] : acceptedInWords(report)),
  ].join(', ');
  const parts = [
    `${counted(of('checked'), 'file')} checked (${counted(report.resources, 'resource')})`,
    ...(of('skipped') > 0 ? [`${of('skipped')} skipped`] : []),
    ...(of('failed') > 0 ? [`${of('failed')} failed`] : []),
    ...(report.shard ? [`share ${report.shard.index} of ${report.shard.count}`] : []),
  ];
  const time = durationMs === undefined ? '' : ` in ${duration(durationMs)}`;
  const fixable = findings.filter(({ fix }) => fix?.isSafe).length;
  const hint = fixable === 0 ? [] : [`${counted(fixable, 'finding')} can be fixed with --fix`];
  return [`${result}; ${parts.join(', ')}${time}`, ...hint, ...known(coverage, verbose)].join('\n');
}

const duration = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

/** How much of what rules look at was known: all that was not is not checked. */
function known(coverage: Report['coverage'], verbose: boolean): string[] {
  const total = coverage.known + coverage.unknown;
  if (total === 0) return [];
  if (coverage.unknown === 0)
    return [total === 1 ? 'The 1 checked value is known' : `All ${total} checked values known`];
  const shown = verbose ? coverage.reasons : coverage.reasons.slice(0, 3);
  const reasons = shown.map(({ reason, count }) => `${visible(reason)} (${count})`);
  const more = coverage.reasons.length > shown.length ? ', …' : '';
  return [
    `${coverage.known} of ${total} checked values known; ${coverage.unknown} unknown: ${reasons.join(', ')}${more}`,
  ];
}

/** What only the deployment knows, when it was asked for. */
function unknownValues({ coverage: { unknownValues = [] } }: Report, colors: Colors): string[] {
  const rows = unknownValues.map(({ region, resource, property, environments, reason }) => {
    const where = environments.length > 0 ? ` (in ${environments.join(', ')})` : '';
    return `  unknown  ${at(region)}  ${visible(`${property} of "${resource.name}"${where}`)}  ${colors.dim(visible(reason))}`;
  });
  return rows.length > 0 ? [rows.join('\n')] : [];
}

function details(report: Report, colors: Colors): string {
  const files = report.files.map(
    ({ path, outcome, reason }) => `  ${outcome.padEnd(7)}  ${visible(path)}  ${colors.dim(visible(reason))}`,
  );
  const pairings = report.pairings.map((pairing) => `  paired   ${visible(pairing)}`);
  const unpaired = report.unpaired.map((one) => `  unpaired ${visible(one)}`);
  const accepted = [...report.suppressed, ...report.unchanged].map(
    (finding) =>
      `  accepted ${at(finding.region)}  ${finding.ruleId} ${visible(finding.message)}  ${colors.dim(visible(whyAccepted(finding)))}`,
  );
  return [...files, ...pairings, ...unpaired, ...accepted].join('\n');
}
