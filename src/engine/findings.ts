import { createHash } from 'node:crypto';
import type { Field } from '../model/field.ts';
import { displayName, logicalIdentity } from '../model/identity.ts';
import type { Deployment, Resource } from '../model/resource.ts';
import type { Place } from '../source/place.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import type { Finding, Region } from './report.ts';
import type { Problem, Rule, Severity } from './rule.ts';
import type { Shown } from './secrets.ts';

/** A problem with all that is needed to make it a finding. */
export interface Raised {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly problem: Problem;
  readonly resource?: Resource;
  /** The deployment that shows it, when it is about no resource. */
  readonly deployment?: Deployment;
}

/**
 * Turns what rules said into findings: positions computed, equal findings of several deployments merged into one
 * that names them, sorted by path, position, rule and message.
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
): Finding[] {
  const isDeployedTwice = severalDeployments(resources);
  const merged = new Map<string, Finding>();
  for (const item of raised) {
    const deployment = item.resource?.deployment ?? item.deployment;
    const environments = deployment && isDeployedTwice(deployment.path) ? [deployment.environment || 'default'] : [];
    const finding = toFinding(item, environments, base, shown);
    const key = JSON.stringify([finding.ruleId, finding.message, finding.region, finding.severity, finding.confidence]);
    const same = merged.get(key);
    merged.set(key, same ? merge(same, finding) : finding);
  }
  return numbered(withOneCause([...merged.values()]).sort(compareFindings));
}

/**
 * One finding for one cause: a parameter that twenty networks share, or a declaration that makes twenty copies, is one
 * place to change. What is said there of one resource is said of the others too, in words that differ in values only.
 */
function withOneCause(findings: readonly Finding[]): Finding[] {
  const causes = new Map<string, Finding[]>();
  const said = new Map<string, number>();
  for (const finding of findings) {
    const { ruleId, message, region, severity, confidence, resource } = finding;
    const words = [ruleId, message.replace(/"[^"]*"/g, '""'), region, severity, confidence];
    // What is said twice of one resource is about two things.
    const own = JSON.stringify([...words, resource?.id ?? `${resource?.type} ${resource?.name}`]);
    const count = said.get(own) ?? 0;
    said.set(own, count + 1);
    const key = JSON.stringify([...words, resource === undefined ? message : count]);
    causes.set(key, [...(causes.get(key) ?? []), finding]);
  }
  return [...causes.values()].map(([first, ...others]) => withOthers(first as Finding, others));
}

/** More names than this are counted only. */
const maximumNames = 4;

function withOthers(first: Finding, others: readonly Finding[]): Finding {
  const names = [...new Set(others.flatMap(({ resource }) => resource?.name ?? []))];
  if (names.length === 0) return others.reduce(merge, first);
  const left = names.length - maximumNames;
  const listed = names.slice(0, maximumNames).map((name) => `"${name}"`);
  const more = left > 0 ? [...listed, `${left} more`] : listed;
  const message = `${first.message} The same holds for ${more.length === 1 ? more[0] : `${more.slice(0, -1).join(', ')} and ${more.at(-1)}`}.`;
  return { ...others.reduce(merge, first), message };
}

function severalDeployments(resources: readonly Resource[]): (path: string) => boolean {
  const environments = new Map<string, Set<string>>();
  for (const { deployment } of resources) {
    const known = environments.get(deployment.path) ?? new Set();
    environments.set(deployment.path, known.add(deployment.environment));
  }
  return (path) => (environments.get(path)?.size ?? 0) > 1;
}

/** One finding for two that say the same of two deployments. */
function merge(first: Finding, other: Finding): Finding {
  const related = new Map([...first.related, ...other.related].map((one) => [JSON.stringify(one), one]));
  return {
    ...first,
    related: [...related.values()],
    environments: [...new Set([...first.environments, ...other.environments])].sort(compareText),
    // Deployments may differ in resource group: then the finding is not about one id.
    ...(first.resource && first.resource.id !== other.resource?.id
      ? { resource: { type: first.resource.type, name: first.resource.name } }
      : {}),
  };
}

function toFinding(
  { rule, severity, problem, resource }: Raised,
  environments: readonly string[],
  base: ReadonlySet<SourceFile>,
  shown: Shown,
): Finding {
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    severity,
    confidence: problem.confidence ?? 'certain',
    state: 'new',
    message: problem.message,
    region: regionOf(problem.at),
    trace: traceOf(problem.value, shown),
    related: (problem.related ?? []).map(({ at, message }) => ({
      region: regionOf(at),
      message,
      inBase: base.has(at.file),
    })),
    ...(resource ? { resource: resourceLabel(resource) } : {}),
    environments,
    fingerprint: fingerprint(rule, problem, resource),
    helpUri: rule.limitation.page,
  };
}

/** A longer text is cut: a trace is for reading. */
const maximumStep = 80;

/** The value in its property, then the texts that it came from, nearest to the property first. */
function traceOf(value: Field | undefined, shown: Shown): Finding['trace'] {
  const places = value ? [...value.via, value.at, ...value.from] : [];
  const [used] = places;
  if (!value || !used || places.length === 1) return [];
  const name = used.path.findLast((step) => typeof step === 'string');
  return [
    { text: cut(`${name ?? 'value'} = ${inWords(value)}`) },
    ...places.map((place) => {
      const { start, end } = place.span();
      return { text: cut(shown(place.file).text.slice(start, end)), region: regionOf(place) };
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

const resourceLabel = (resource: Resource) => ({
  ...(resource.id === undefined ? {} : { id: resource.id }),
  type: resource.type,
  name: displayName(resource),
});

/**
 * Rule, resource, the value pointed at and the values that the message quotes (in any letter case, as names are): the
 * same in another run, wherever the lines have gone, and in a later version that words the message better.
 */
function fingerprint(rule: Rule, { at, message }: Problem, resource: Resource | undefined): string {
  const subject = resource ? logicalIdentity(resource) : at.file.path;
  const parts = [rule.id, subject, scalarAt(at), ...(message.toLowerCase().match(/"[^"]*"/g) ?? [])];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** The value at a place as text, when it is a single one. */
function scalarAt({ document, path }: Place): string {
  let value = document.value;
  for (const step of path) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[step];
  return typeof value === 'object' ? '' : String(value);
}

/** Two equal findings of one file (a rule that speaks of two equal lines) get a number, so that fingerprints stay unique. */
function numbered(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, count);
    return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count}` };
  });
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

/** Plain comparison: the machine's language plays no part. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The one order of findings: path, line, column, rule, message. */
export const compareFindings = (a: Finding, b: Finding): number =>
  compareText(a.region.path, b.region.path) ||
  a.region.start.line - b.region.start.line ||
  a.region.start.column - b.region.start.column ||
  compareText(a.ruleId, b.ruleId) ||
  compareText(a.message, b.message);
