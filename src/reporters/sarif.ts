import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { projectUrl } from '../engine/own-rules.ts';
import type { Finding, Region, Report } from '../engine/report.ts';
import type { Rule, Severity } from '../engine/rule.ts';
import { visible } from './code-frame.ts';
import { primaryLocationLineHash } from './line-hash.ts';
import type { Reporter } from './reporter.ts';

/** Hosts refuse or drop more: Azure DevOps takes 5,000 results of a run, GitHub shows as many. */
const maximumResults = 5_000;

const rank: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** SARIF 2.1.0: one run, every rule with its evidence, relative addresses, exact regions. Equal reports give equal bytes. */
export const sarif: Reporter = (report, { version, exitCode }) => {
  const kept = new Set(
    [...report.findings].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, maximumResults),
  );
  const findings = report.findings.filter((finding) => kept.has(finding));
  const hashes = lineHashes(report, findings);
  const index = new Map(report.rules.map((rule, position) => [rule.id, position]));
  const notifications = notificationsOf(report, report.findings.length - findings.length);
  const crashed = report.failures.some((failure) => failure.ruleId !== undefined);
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
            executionSuccessful: !crashed,
            exitCode,
            ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
          },
        ],
        results: findings.map((finding) => result(finding, index.get(finding.ruleId) ?? 0, hashes)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

/** `logical-network-vlan-changed` as SARIF wants names: `LogicalNetworkVlanChanged`. */
export const pascalCase = (name: string): string =>
  name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function descriptor(rule: Rule): ReportingDescriptor {
  const { limitation, severity } = rule;
  const relaxed = limitation.relaxed ? ` From release ${limitation.relaxed.from}: ${limitation.relaxed.note}` : '';
  const evidence = `${limitation.heading}, read ${limitation.readOn}`;
  return {
    id: rule.id,
    name: pascalCase(rule.name),
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: limitation.statement },
    help: {
      text: `${limitation.statement}${relaxed}\nWhat to do: ${rule.remedy}\nEvidence: ${evidence}: ${limitation.page}`,
      markdown: `${limitation.statement}${relaxed}\n\n**What to do:** ${rule.remedy}\n\n**Evidence:** [${evidence}](${limitation.page})`,
    },
    helpUri: limitation.page,
    defaultConfiguration: { level: severity },
    messageStrings: { default: { text: '{0}.' } },
    properties: {
      tags: ['azure-local'],
      precision: 'very-high',
      'problem.severity': severity === 'note' ? 'recommendation' : severity,
    },
  };
}

function result(finding: Finding, ruleIndex: number, hashes: ReadonlyMap<string, ReadonlyMap<number, string>>): Result {
  const hash = hashes.get(finding.region.path)?.get(finding.region.start.line);
  const environments = finding.environments.length > 0 ? ` Found in: ${finding.environments.join(', ')}.` : '';
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: finding.severity,
    message: { text: plainText(finding.message.replace(/\.?$/, '.') + environments) },
    locations: [
      {
        ...location(finding.region),
        ...(finding.resource
          ? {
              logicalLocations: [
                {
                  fullyQualifiedName: plainText(`${finding.resource.type}/${finding.resource.name}`),
                  kind: 'resource',
                },
              ],
            }
          : {}),
      },
    ],
    ...(finding.related.length > 0
      ? {
          relatedLocations: finding.related.map((other, position) => ({
            id: position + 1,
            ...location(other.region),
            message: { text: plainText(other.message) },
          })),
        }
      : {}),
    partialFingerprints: {
      ...(hash === undefined ? {} : { primaryLocationLineHash: hash }),
      'azlocalLint/v1': finding.fingerprint,
    },
  };
}

/** Brackets in a message make links: text from a spec must not. */
const plainText = (text: string): string => visible(text).replace(/[\\[\]]/g, '\\$&');

const location = ({ path, start, end }: Region): Location => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(path), uriBaseId: '%SRCROOT%' },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  },
});

/** A relative path as a URI: percent-encoded, and never taken for a scheme. */
export function uriOf(path: string): string {
  const encoded = encodeURI(wellFormed(path)).replace(/[?#[\]]/g, encodeURIComponent);
  return /^[^/]*:/.test(encoded) ? `./${encoded}` : encoded;
}

/** Half a surrogate pair can't be encoded; the replacement character stands for it. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

function lineHashes(report: Report, findings: readonly Finding[]): Map<string, Map<number, string>> {
  const lines = new Map<string, Set<number>>();
  for (const { region } of findings)
    lines.set(region.path, (lines.get(region.path) ?? new Set()).add(region.start.line));
  return new Map(
    [...lines].map(([path, wanted]) => [path, primaryLocationLineHash(report.texts.get(path) ?? '', wanted)]),
  );
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

function notificationsOf(report: Report, leftOut: number): Notification[] {
  const notifications = report.failures.map(
    ({ path, message }): Notification => ({
      descriptor: { id: incomplete.id, index: 0 },
      level: 'error',
      message: { text: plainText(message.replace(/\.?$/, '.')) },
      ...(path === undefined
        ? {}
        : { locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path), uriBaseId: '%SRCROOT%' } } }] }),
    }),
  );
  if (leftOut > 0) {
    const text = `${leftOut} results of lower severity are left out: a run holds ${maximumResults}.`;
    notifications.push({ descriptor: { id: incomplete.id, index: 0 }, level: 'warning', message: { text } });
  }
  return notifications;
}
