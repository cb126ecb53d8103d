import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { projectUrl } from '../engine/own-rules.ts';
import type { Failure, Finding, Region, RelatedPlace, Report } from '../engine/report.ts';
import type { Rule, Severity } from '../engine/rule.ts';
import { primaryLocationLineHash } from './line-hash.ts';
import type { Reporter } from './reporter.ts';
import { visible } from './terminal.ts';
import { isOutside, uriOf } from './uri.ts';

/** Hosts refuse or drop more: Azure DevOps takes 5,000 results of a run, GitHub shows as many. */
const maximumResults = 5_000;

const rank: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** SARIF 2.1.0: one run, every rule with its evidence, relative addresses, exact regions. Equal reports give equal bytes. */
export const sarif: Reporter = (report, { version, exitCode }) => {
  const kept = new Set(
    [...report.findings].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, maximumResults),
  );
  const findings = report.findings.filter((finding) => kept.has(finding));
  const index = new Map(report.rules.map((rule, position) => [rule.id, position]));
  const notifications = notificationsOf(report, report.findings.length - findings.length, index);
  const hashOf = lineHashes(report, findings);
  const checked = new Set(report.files.map(({ path }) => path));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'azlocal-lint',
            fullName: 'azlocal-lint: linter for Azure Local specs',
            organization: 'azlocal-lint',
            semanticVersion: version,
            version,
            informationUri: projectUrl,
            rules: report.rules.map(descriptor),
            ...(notifications.length > 0 ? { notifications: [incomplete] } : {}),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            // The run finished. What it could not do is in the notifications: hosts refuse a whole log for a false here.
            executionSuccessful: true,
            exitCode,
            ...(exitCodes[exitCode] === undefined ? {} : { exitCodeDescription: exitCodes[exitCode] }),
            ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
          },
        ],
        results: findings.map((finding) => result(finding, index.get(finding.ruleId) ?? 0, checked, hashOf(finding))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const exitCodes: Readonly<Record<number, string>> = {
  0: 'Nothing at or above the failing severity.',
  1: 'Findings at or above the failing severity.',
  3: 'The analysis is incomplete.',
};

/** `logical-network-vlan-changed` as SARIF wants names: `LogicalNetworkVlanChanged`. */
const pascalCase = (name: string): string =>
  name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function descriptor(rule: Rule): ReportingDescriptor {
  const { limitation, also = [], severity } = rule;
  const documents = [limitation, ...also];
  const statements = documents.map(({ statement, relaxed }) =>
    relaxed ? `${statement} From release ${relaxed.from}: ${relaxed.note}` : statement,
  );
  const evidence = documents.map(({ heading, readOn, page }) => ({ title: `${heading}, read ${readOn}`, page }));
  return {
    id: rule.id,
    name: pascalCase(rule.name),
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: limitation.statement },
    help: {
      text: [
        ...statements,
        `What to do: ${rule.remedy}`,
        ...evidence.map(({ title, page }) => `Evidence: ${title}: ${page}`),
      ].join('\n'),
      markdown: [
        ...statements,
        `**What to do:** ${rule.remedy}`,
        ...evidence.map(({ title, page }) => `**Evidence:** [${title}](${page})`),
      ].join('\n\n'),
    },
    ...(/^https?:\/\//.test(limitation.page) ? { helpUri: limitation.page } : {}),
    defaultConfiguration: { level: severity },
    properties: {
      tags: ['azure-local'],
      precision: 'very-high',
      'problem.severity': severity === 'note' ? 'recommendation' : severity,
    },
  };
}

function result(finding: Finding, ruleIndex: number, checked: ReadonlySet<string>, hash: string | undefined): Result {
  const { region, resource, environments } = finding;
  // The base of a commit stands at the paths of today: its lines would be looked up in the wrong text.
  const related = finding.related.filter(({ inBase, region }) => !(inBase && checked.has(region.path)));
  const deployments = environments.length > 0 ? ` Found in: ${environments.map(plainText).join(', ')}.` : '';
  const logicalLocation = resource && {
    fullyQualifiedName: visible(`${resource.type}/${resource.name}`),
    kind: 'resource',
  };
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: finding.severity,
    message: { text: `${sentence(finding.message)}${deployments}${links(related)}` },
    locations: [{ ...location(region), ...(logicalLocation ? { logicalLocations: [logicalLocation] } : {}) }],
    ...(related.length > 0
      ? {
          relatedLocations: related.map((other, position) => ({
            id: position + 1,
            ...location(other.region),
            message: { text: plainText(other.message) },
          })),
        }
      : {}),
    ...codeFlow(finding),
    ...fixes(finding),
    partialFingerprints: {
      ...(hash === undefined ? {} : { primaryLocationLineHash: hash }),
      'azlocalLint/v1': finding.fingerprint,
    },
  };
}

/** How the value came about, from where it is written to where it is used. */
function codeFlow({ trace }: Finding): Pick<Result, 'codeFlows'> {
  const locations = trace
    .toReversed()
    .flatMap(({ text, region }) =>
      region ? [{ location: { ...location(region), message: { text: plainText(text) } } }] : [],
    );
  return locations.length < 2 ? {} : { codeFlows: [{ threadFlows: [{ locations }] }] };
}

/** What mends it. Edits of one file are one change of an artifact. */
function fixes({ fix }: Finding): Pick<Result, 'fixes'> {
  if (!fix) return {};
  const paths = [...new Set(fix.edits.map(({ region }) => region.path))];
  const artifactChanges = paths.map((path) => ({
    artifactLocation: artifact(path),
    replacements: fix.edits
      .filter(({ region }) => region.path === path)
      .map(({ region, text }) => ({ deletedRegion: sarifRegion(region), insertedContent: { text } })),
  }));
  return { fixes: [{ description: { text: plainText(fix.description) }, artifactChanges }] };
}

/** Hosts show a related place only where the message links to it. */
const links = (related: readonly RelatedPlace[]): string =>
  related.length === 0
    ? ''
    : ` See ${related.map(({ message }, position) => `[${plainText(message)}](${position + 1})`).join(', ')}.`;

/** Brackets in a message make links: text from a spec must not. */
const plainText = (text: string): string => visible(text).replace(/[\\[\]]/g, '\\$&');

const sentence = (text: string): string => plainText(text).replace(/\.?$/, '.');

const location = (region: Region): Location => ({
  physicalLocation: {
    artifactLocation: artifact(region.path),
    region: sarifRegion(region),
  },
});

const sarifRegion = ({ start, end }: Region) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});

const artifact = (path: string) => ({
  uri: uriOf(path),
  ...(isOutside(path) ? {} : { uriBaseId: '%SRCROOT%' }),
});

function lineHashes(report: Report, findings: readonly Finding[]): (finding: Finding) => string | undefined {
  const lines = new Map<string, Set<number>>();
  for (const { region } of findings)
    lines.set(region.path, (lines.get(region.path) ?? new Set()).add(region.start.line));
  const hashes = new Map<string, Map<number, string>>();
  for (const [path, wanted] of lines) {
    const file = report.sources.get(path);
    // GitHub counts the byte order mark as a character of the first line.
    if (file) hashes.set(path, primaryLocationLineHash(`${file.hasByteOrderMark ? '\ufeff' : ''}${file.text}`, wanted));
  }
  return ({ region }) => hashes.get(region.path)?.get(region.start.line);
}

const incomplete: ReportingDescriptor = {
  id: 'AnalysisIncomplete',
  name: 'AnalysisIncomplete',
  shortDescription: { text: 'A part of the input could not be analysed.' },
  fullDescription: {
    text: 'A file could not be read, a limit was hit, a rule failed, or there were more results than hosts take.',
  },
  help: { text: 'Read the message: it names what was left out and why.' },
};

function notificationsOf(report: Report, leftOut: number, index: ReadonlyMap<string, number>): Notification[] {
  const descriptor = { id: incomplete.id, index: 0 };
  const ruleOf = ({ ruleId = '' }: Failure) => {
    const position = index.get(ruleId);
    return position === undefined ? {} : { associatedRule: { id: ruleId, index: position } };
  };
  const notifications = report.failures.map(
    (failure): Notification => ({
      descriptor,
      level: 'error',
      message: { text: sentence(failure.message) },
      ...ruleOf(failure),
      ...(failure.path === undefined
        ? {}
        : { locations: [{ physicalLocation: { artifactLocation: artifact(failure.path) } }] }),
    }),
  );
  if (leftOut > 0) {
    const text = `${leftOut} results are left out, the least severe: a run holds ${maximumResults}.`;
    notifications.push({ descriptor, level: 'warning', message: { text } });
  }
  return notifications;
}
