import type { LoadedFile } from '../inputs/index.ts';
import type { Estate } from '../model/estate.ts';
import type { Field } from '../model/field.ts';
import type { Resource } from '../model/resource.ts';
import type { Place } from '../source/place.ts';
import { regionOf } from './findings.ts';
import { ownRules } from './own-rules.ts';
import type { Rule } from './rule.ts';
import type { Share } from './shard.ts';
import type { Entry } from './suppressions.ts';

/**
 * Whether the rule of a suppression had all it needs to speak there: only then is its silence worth something. In doubt
 * it had not: a suppression that is wrongly called unused is removed, and missed in the next complete run.
 *
 * @param isOn whether the rule runs for a file
 * @param isOf whether something is judged in this run: in a share of one, others judge the rest
 */
export function couldSpeak(
  entry: Entry,
  loaded: readonly LoadedFile[],
  estate: Estate,
  isOn: (rule: Rule, at: Place) => boolean,
  isOf: Share['isOf'],
): boolean {
  const { rule } = entry;
  const isInReach = (resource: Resource) => entry.reaches(regionOf(resource.at), resource);
  const resources = estate.resources.filter(({ origin }) => origin !== 'existing');
  const named = resources.filter(isInReach);
  const files = new Set([entry.suppression.region.path, ...named.map(({ at }) => at.file.path)]);
  const checked = loaded.filter(({ file }) => files.has(file.path));
  if (checked.some(({ limits, problems }) => limits.length + problems.length > 0)) return false;
  if (!isOn(rule, named[0]?.at ?? entry.at)) return false;
  // What is not among the files of this run has not been looked at.
  if (entry.suppression.kind === 'configuration' && named.length === 0) return false;
  // A line, or an object in a resource, can matter to every resource of the run: a parameter file, say.
  const concerned = named.length > 0 ? named : around(entry, resources);
  if (concerned.some(({ body, at }) => isPartlyUnknown(body) || !isOf(at))) return false;
  if (
    checked.some(({ operations }) => operations.length > 0) &&
    rule.operation &&
    /[$`[]|\bvar\./.test(textAround(entry))
  )
    return false;
  if (ownRules.includes(rule) || (!rule.change && !rule.move)) return true;
  const compared = new Set([...estate.changes, ...estate.moves].map(({ after }) => after));
  return concerned.length > 0 && concerned.every((resource) => compared.has(resource));
}

/** The resource that the suppression stands in; when it stands in none, all. */
function around({ at }: Entry, resources: readonly Resource[]): readonly Resource[] {
  const { start } = at.span();
  const own = resources.filter((resource) => {
    if (resource.at.file.path !== at.file.path) return false;
    const span = resource.at.span();
    return span.start <= start && start <= span.end;
  });
  return own.length > 0 ? own : resources;
}

/** The lines after a suppression, as far as a command reaches. */
function textAround({ at }: Entry): string {
  const { line } = at.file.position(at.span().start);
  return Array.from({ length: 12 }, (_, index) => at.file.line(line + index)).join('\n');
}

function isPartlyUnknown(field: Field): boolean {
  if (field.state === 'unknown') return true;
  if (field.isObject) return field.names().some((name) => isPartlyUnknown(field.memberNamed(name)));
  return field.isList && field.items().some(isPartlyUnknown);
}
