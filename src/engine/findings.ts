import { createHash } from 'node:crypto';
import { displayName, logicalIdentity } from '../model/identity.ts';
import type { Resource } from '../model/resource.ts';
import type { Place } from '../source/place.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import type { Finding, Region } from './report.ts';
import type { Problem, Rule, Severity } from './rule.ts';

/** A problem with all that is needed to make it a finding. */
export interface Raised {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly problem: Problem;
  readonly resource?: Resource;
}

/**
 * Turns what rules said into findings: positions computed, equal findings of several deployments merged into one
 * that names them, sorted by path, position, rule and message.
 *
 * @param environments of each template path, to tell "found in all" from "found in some"
 */
export function toFindings(
  raised: readonly Raised[],
  environments: ReadonlyMap<string, ReadonlySet<string>>,
): Finding[] {
  const merged = new Map<string, { finding: Finding; environments: Set<string>; all: number }>();
  for (const item of raised) {
    const finding = toFinding(item);
    const deployment = item.resource?.deployment;
    const key = JSON.stringify([finding.ruleId, finding.message, finding.region, finding.severity]);
    const entry = merged.get(key) ?? {
      finding,
      environments: new Set<string>(),
      all: environments.get(deployment?.path ?? '')?.size ?? 1,
    };
    if (deployment && deployment.environment !== '') entry.environments.add(deployment.environment);
    merged.set(key, entry);
  }
  const findings = [...merged.values()].map(({ finding, environments: found, all }) => ({
    ...finding,
    environments: all > 1 ? [...found].sort(compareText) : [],
  }));
  return numbered(findings.sort(compareFindings));
}

function toFinding({ rule, severity, problem, resource }: Raised): Finding {
  const related = [...(problem.related ?? []).map(({ at, message }) => ({ region: regionOf(at), message }))];
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    severity,
    confidence: problem.confidence ?? 'certain',
    state: 'new',
    message: problem.message,
    region: regionOf(problem.at),
    related,
    ...(resource ? { resource: resourceLabel(resource) } : {}),
    environments: [],
    fingerprint: fingerprint(rule, problem, resource),
    helpUri: rule.limitation.page,
  };
}

const resourceLabel = (resource: Resource) => ({
  ...(resource.id === undefined ? {} : { id: resource.id }),
  type: resource.type,
  name: displayName(resource),
});

/** Rule, resource, message (which quotes property and value): the same in another run, wherever the lines have gone. */
function fingerprint(rule: Rule, problem: Problem, resource: Resource | undefined): string {
  const parts = [rule.id, resource ? logicalIdentity(resource) : problem.at.file.path, problem.message];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
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

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The one order of findings: path, line, column, rule, message. Plain comparison: the machine's language plays no part. */
export const compareFindings = (a: Finding, b: Finding): number =>
  compareText(a.region.path, b.region.path) ||
  a.region.start.line - b.region.start.line ||
  a.region.start.column - b.region.start.column ||
  compareText(a.ruleId, b.ruleId) ||
  compareText(a.message, b.message);
