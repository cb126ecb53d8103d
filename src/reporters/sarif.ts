import type { Location, Log, Notification, Result } from 'sarif';
import { projectUrl } from '../engine/own-rules.ts';
import type {
  Baseline,
  Failure,
  FileOutcome,
  Finding,
  Region,
  RelatedPlace,
  Report,
  UnknownValue,
} from '../engine/report.ts';
import type { Severity } from '../engine/rule.ts';
import { justification } from './accepted.ts';
import { jsonText } from './json-text.ts';
import { primaryLocationLineHash } from './line-hash.ts';
import type { Reporter } from './reporter.ts';
import { descriptor, fileSkipped, incomplete, unknownValue } from './sarif-descriptors.ts';
import { inOrder } from './sarif-order.ts';
import { visible } from './terminal.ts';
import { isOutside, uriOf } from './uri.ts';

/** Hosts refuse or drop more: Azure DevOps takes 5,000 results of a run, GitHub shows as many. */
const maximumResults = 5_000;

const rank: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** SARIF 2.1.0: one run, every rule with its evidence, relative addresses, exact regions. Equal reports give equal bytes. */
export const sarif: Reporter = (report, { version, exitCode, verbose, reportSuppressed = false }) => {
  const { unknownValues = [] } = report.coverage;
  const accepted = reportSuppressed ? [...report.suppressed, ...report.unchanged] : [];
  const all = [...report.findings.toSorted((a, b) => rank[a.severity] - rank[b.severity]), ...accepted];
  const findings = all.slice(0, maximumResults);
  const unknown = unknownValues.slice(0, maximumResults - findings.length);
  const leftOut = all.length + unknownValues.length - findings.length - unknown.length;
  const rules = [...report.rules.map(descriptor), ...(unknownValues.length > 0 ? [unknownValue] : [])];
  const index = new Map(rules.map(({ id }, position) => [id, position]));
  const skipped = verbose ? report.files.filter(({ outcome }) => outcome === 'skipped') : [];
  const notifications = [...notificationsOf(report, leftOut, index), ...skipped.map(skippedNotification)];
  const hashOf = lineHashes(report, findings);
  const checked = new Set(report.files.map(({ path }) => path));
  const results = [
    ...findings.map((finding) => ({
      ...result(finding, index.get(finding.ruleId) ?? 0, checked, hashOf(finding)),
      ...(report.baseline ? { baselineState: baselineState(finding, report.baseline) } : {}),
      ...(reportSuppressed ? { suppressions: suppressionsOf(finding) } : {}),
    })),
    ...unknown.map((value) => ({
      ...openResult(value, index.get(unknownValue.id) ?? 0),
      ...(report.baseline ? { baselineState: 'new' as const } : {}),
      ...(reportSuppressed ? { suppressions: [] } : {}),
    })),
  ];
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
            rules,
            ...(notifications.length > 0 ? { notifications: [incomplete, fileSkipped] } : {}),
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
        results: results.sort(inOrder),
      },
    ],
  };
  return jsonText(log);
};

const exitCodes: Readonly<Record<number, string>> = {
  0: 'Nothing at or above the failing severity.',
  1: 'Findings at or above the failing severity.',
  3: 'The analysis is incomplete.',
};

function result(finding: Finding, ruleIndex: number, checked: ReadonlySet<string>, hash: string | undefined): Result {
  const { region, resource, environments } = finding;
  // The base of a commit stands at the paths of today: its lines would be looked up in the wrong text.
  const related = finding.related.filter(({ inBase, region }) => !(inBase && checked.has(region.path)));
  const deployments = environments.length > 0 ? ` Found in: ${environments.map(plainText).join(', ')}.` : '';
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: finding.severity,
    message: { text: `${sentence(finding.message)}${deployments}${links(related)}` },
    locations: [{ ...location(region), ...(resource ? { logicalLocations: [logicalLocation(resource)] } : {}) }],
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

/** Whether the baseline has it, which a suppressed one may be in as well. */
const baselineState = ({ fingerprint }: Finding, baseline: Baseline) =>
  baseline.has(fingerprint) ? ('unchanged' as const) : ('new' as const);

/** Who reads suppressions wants them on all results: none is an empty list. */
function suppressionsOf({ state, suppression }: Finding): NonNullable<Result['suppressions']> {
  if (state === 'new') return [];
  if (!suppression) return [{ kind: 'external', status: 'accepted', justification: 'In the baseline.' }];
  const why = justification(suppression);
  return [
    {
      kind: suppression.kind === 'configuration' ? 'external' : 'inSource',
      status: 'accepted',
      ...(why === undefined ? {} : { justification: plainText(why) }),
      location: location(suppression.region),
    },
  ];
}

/** A value that is not checked: neither right nor wrong. */
function openResult({ region, resource, property, reason, environments }: UnknownValue, ruleIndex: number): Result {
  const deployments = environments.length > 0 ? ` Unknown in: ${environments.map(plainText).join(', ')}.` : '';
  const subject = `"${property}" of "${resource.name}"`;
  return {
    ruleId: unknownValue.id,
    ruleIndex,
    kind: 'open',
    level: 'none',
    message: {
      text: `${sentence(`${subject} is not checked, because its value is unknown: ${reason}`)}${deployments}`,
    },
    locations: [{ ...location(region), logicalLocations: [logicalLocation(resource)] }],
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

const logicalLocation = ({ type, name }: { readonly type: string; readonly name: string }) => ({
  fullyQualifiedName: visible(`${type}/${name}`),
  kind: 'resource',
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

const skippedNotification = ({ path, reason }: FileOutcome): Notification => ({
  descriptor: { id: fileSkipped.id, index: 1 },
  level: 'note',
  message: { text: sentence(`Skipped: ${reason}`) },
  locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
});

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
