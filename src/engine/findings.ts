import { createHash } from 'node:crypto';
import type { Field } from '../model/field.ts';
import { displayName, logicalIdentity } from '../model/identity.ts';
import type { Operation } from '../model/operation.ts';
import type { Deployment, Resource } from '../model/resource.ts';
import type { Place } from '../source/place.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import { fixInText } from './fixes.ts';
import { merge, withOneCause } from './one-cause.ts';
import { compareFindings } from './order.ts';
import type { Baseline, Finding, Region, Report, Suppression } from './report.ts';
import type { Problem, Rule, Severity } from './rule.ts';
import type { Shown } from './secrets.ts';

/** A problem with all that is needed to make it a finding. */
export interface Raised {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly problem: Problem;
  readonly resource?: Resource;
  readonly operation?: Operation;
  /** The deployment that shows it, when it is about no resource. */
  readonly deployment?: Deployment;
}

/** The findings of a run: those that count, and those that somebody has accepted. Each list is sorted. */
export type Findings = Pick<Report, 'findings' | 'suppressed' | 'unchanged' | 'baseline'>;

/** What decides whether a finding counts. */
export interface Accepted {
  readonly suppressions: ReadonlyMap<Raised, Suppression>;
  readonly baseline?: Baseline | undefined;
}

/**
 * Turns what rules said into findings: positions computed, equal findings of several deployments merged into one
 * that names them, sorted by path, position, rule and message. Whether a finding counts is settled for each resource by
 * itself, before findings of one cause are merged: what is accepted of one resource hides nothing of another.
 *
 * @param resources of the run: they tell which files are deployed more than once
 * @param base the files of the base
 * @param shown the text of a file without its secrets
 */
export function toFindings(
  raised: readonly Raised[],
  resources: readonly Resource[],
  base: ReadonlySet<SourceFile>,
  shown: Shown,
  { suppressions, baseline }: Accepted,
): Findings {
  const isDeployedTwice = severalDeployments(resources);
  const single = raised.map((item) => {
    const deployment = item.resource?.deployment ?? item.deployment;
    const environments = deployment && isDeployedTwice(deployment.path) ? [deployment.environment || 'default'] : [];
    const suppression = suppressions.get(item);
    const finding = toFinding(item, environments, base, shown);
    return suppression ? { ...finding, state: 'suppressed' as const, suppression } : finding;
  });
  const ofOneIdentity = mergedBy(single, (finding) => [...said(finding), finding.fingerprint, finding.suppression]);
  const settled = numbered(ofOneIdentity.sort(compareFindings)).map((finding) =>
    finding.state === 'new' && baseline?.has(finding.fingerprint)
      ? { ...finding, state: 'unchanged' as const }
      : finding,
  );
  const inState = (state: Finding['state']) =>
    mergedBy(
      settled.filter((finding) => finding.state === state),
      (finding) => [...said(finding), finding.suppression],
    );
  return {
    findings: withOneCause(inState('new')).sort(compareFindings),
    suppressed: inState('suppressed'),
    // Each by itself: that is how they were accepted.
    unchanged: settled.filter(({ state }) => state === 'unchanged'),
    ...(baseline ? { baseline } : {}),
  };
}

/** All that people see of a finding. */
const said = ({ ruleId, message, region, severity, confidence }: Finding): readonly unknown[] => [
  ruleId,
  message,
  region,
  severity,
  confidence,
];

function mergedBy(findings: readonly Finding[], keyOf: (finding: Finding) => readonly unknown[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify(keyOf(finding));
    const same = merged.get(key);
    merged.set(key, same ? merge(same, finding) : finding);
  }
  return [...merged.values()];
}

/** Tells whether a file is deployed more than once. */
export function severalDeployments(resources: readonly Resource[]): (path: string) => boolean {
  const environments = new Map<string, Set<string>>();
  for (const { deployment } of resources) {
    const known = environments.get(deployment.path) ?? new Set();
    environments.set(deployment.path, known.add(deployment.environment));
  }
  return (path) => (environments.get(path)?.size ?? 0) > 1;
}

function toFinding(
  item: Raised,
  environments: readonly string[],
  base: ReadonlySet<SourceFile>,
  shown: Shown,
): Finding {
  const { rule, severity, problem, resource } = item;
  const message = shown.data(problem.message);
  const fix = withoutSecretFix(fixInText(problem), shown);
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    severity,
    confidence: problem.confidence ?? 'certain',
    state: 'new',
    sameCause: [],
    message,
    region: regionOf(problem.at),
    trace: traceOf(problem.value, shown),
    related: (problem.related ?? []).map(({ at, message }) => ({
      region: regionOf(at),
      message: shown.data(message),
      inBase: base.has(at.file),
    })),
    ...(resource ? { resource: shown.data(resourceLabel(resource)) } : {}),
    environments,
    fingerprint: fingerprint(item, message, shown),
    helpUri: rule.limitation.page,
    ...(fix ? { fix } : {}),
  };
}

/** A fix that would show a secret is none for a report. */
const withoutSecretFix = (fix: Finding['fix'], shown: Shown): Finding['fix'] =>
  fix?.edits.some(({ text }) => shown.data(text) !== text) ? undefined : fix;

/** A longer text is cut: a trace is for reading. */
const maximumStep = 80;

/** The value in its property, then the texts that it came from, nearest to the property first. */
function traceOf(value: Field | undefined, shown: Shown): Finding['trace'] {
  const places = value ? [...value.via, value.at, ...value.from] : [];
  const [used] = places;
  if (!value || !used || places.length === 1) return [];
  const name = used.path.findLast((step) => typeof step === 'string');
  return [
    { text: cut(shown.data(`${name ?? 'value'} = ${inWords(value)}`)) },
    ...places.map((place) => {
      const { start, end } = place.span();
      return { text: cut(shown.data(shown.file(place.file).text.slice(start, end))), region: regionOf(place) };
    }),
  ];
}

/** A value as JSON; `…` stands for what is unknown. */
function inWords(value: Field): string {
  const parts = value.parts?.map((part) => (typeof part === 'string' ? part : '…'));
  if (value.state === 'unknown') return parts ? JSON.stringify(parts.join('')) : '…';
  return JSON.stringify(value.plain() ?? '…', (_, one) => (typeof one === 'bigint' ? String(one) : one));
}

const cut = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= maximumStep ? line : `${line.slice(0, maximumStep - 1)}…`;
};

/** A resource as reports name it. */
export const resourceLabel = (resource: Resource) => ({
  ...(resource.id === undefined ? {} : { id: resource.id }),
  type: resource.type,
  name: displayName(resource),
});

/**
 * Rule, resource with the place and environment that it is deployed to, the property pointed at, its value and the
 * values that the message quotes (in any letter case, as names are): the same in another run, wherever the lines have
 * gone and whatever the file is called, and in a later version that words the message better. Of a command, all of its
 * text counts: who is meant and what is set stands in other options than the one that is pointed at.
 */
function fingerprint(
  { rule, problem: { at }, resource, operation, deployment }: Raised,
  message: string,
  shown: Shown,
) {
  const { environment = '' } = resource?.deployment ?? deployment ?? {};
  const group = [resource?.subscription, resource?.resourceGroup].map((field) => field?.string?.toLowerCase());
  const subject = resource
    ? [...group, logicalIdentity(resource), propertyAt(at, resource)]
    : [textAt(operation?.at ?? at), textAt(at)];
  // A hash of a secret could be found by trying.
  const told = shown.data([...subject, scalarAt(at)]);
  const parts = [rule.id, environment, ...told, ...(message.toLowerCase().match(/"[^"]*"/g) ?? [])];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** The names on the way to a place, from the resource when it stands in it. Lists are reordered: an index tells nothing. */
function propertyAt(at: Place, { at: own }: Resource): string {
  const [path, start] = [at.path, own.path];
  const isInside = at.document === own.document && start.every((step, index) => step === path[index]);
  const steps = isInside ? path.slice(start.length) : path;
  return steps.filter((step) => typeof step === 'string').join('.');
}

function textAt(at: Place): string {
  const { start, end } = at.span();
  return at.file.text.slice(start, end).replace(/\s+/g, ' ');
}

/** The value at a place as text, when it is a single one. */
function scalarAt({ document, path }: Place): string {
  let value = document.value;
  for (const step of path) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[step];
  return typeof value === 'object' ? '' : String(value);
}

/**
 * Equal findings (a rule that speaks of two equal lines) get a number, so that fingerprints stay unique. Suppressed ones
 * come last: one that is suppressed later must not give its number to another.
 */
function numbered(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  const numberOf = (finding: Finding) => {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, count);
    return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count}` };
  };
  const open = findings.filter(({ state }) => state !== 'suppressed').map(numberOf);
  return [...open, ...findings.filter(({ state }) => state === 'suppressed').map(numberOf)];
}

/**
 * The region to show for a place: tight, so that pull requests can show it. A value over several lines is shown by
 * its property's name, or by its first line when it has none.
 */
export function regionOf(at: Place): Region {
  const { file } = at;
  const region = regionOfSpan(file, at.span());
  if (region.start.line === region.end.line) return region;
  if (at.part === 'value' && typeof at.step === 'string' && at.parent) {
    const key = regionOfSpan(file, at.parent.key(at.step).span());
    if (key.start.line === key.end.line) return key;
  }
  const { start } = region;
  return { path: file.path, start, end: { line: start.line, column: file.line(start.line).trimEnd().length + 1 } };
}

/** The region of a span of a file. */
export function regionOfSpan(file: SourceFile, span: Span): Region {
  return { path: file.path, start: file.position(span.start), end: file.position(span.end) };
}
