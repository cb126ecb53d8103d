import { describe } from './describe.ts';
import type { Field } from './field.ts';
import { replaced, suggestion } from './fix.ts';
import type { Resource } from './resource.ts';
import type { ShapeProblem } from './shape.ts';
import { findType, introductionsIn, type Schema, spellingOf } from './types/index.ts';

/**
 * Properties that a resource is declared with, though they came after the api-version that it declares: at the name of the
 * outermost of each. Silent for an api-version that is absent, unknown or not published, for a property whose value is
 * unknown (it may turn out to be null), and for what only the platform sets.
 */
export function newerProperties(resource: Resource): ShapeProblem[] {
  const version = resource.apiVersion.string?.trim().toLowerCase();
  const type = findType(resource.type, version);
  if (resource.origin !== 'declared' || version === undefined || !type?.apiVersions.includes(version)) return [];
  // The dates go first, and of one day the order in which they were published.
  const place = (of: string) => `${of.slice(0, 10)} ${String(type.apiVersions.indexOf(of)).padStart(3, '0')}`;
  const newer = new Set([...introductionsIn(type.schema)].filter((since) => place(since) > place(version)));
  return newerIn(resource.body, type.schema, newer).map(({ object, name, since }) => ({
    at: object.at.key(name),
    message: `"${name}" of ${describe(resource)} came with api-version ${since}, but this declares ${version}. Use "${since}" or later.`,
    fix: suggestion(`Declare "${since}".`, replaced(resource.apiVersion, since)),
  }));
}

/** A property that is newer than its resource: its object, its name as it is written, and the api-version it came with. */
interface Newer {
  readonly object: Field;
  readonly name: string;
  readonly since: string;
}

function newerIn(field: Field, schema: Schema, newer: ReadonlySet<string>): Newer[] {
  // Most resources declare a version that is new enough for all of them.
  if (![...introductionsIn(schema)].some((since) => newer.has(since))) return [];
  const { items, properties = {} } = schema;
  if (items) return field.items().flatMap((item) => newerIn(item, items, newer));
  const spelling = spellingOf(schema);
  return field.names().flatMap((name) => {
    const child = properties[spelling.get(name.toLowerCase()) ?? ''];
    const value = field.memberNamed(name);
    if (!child || child.readOnly || value.isMissing || value.state === 'unknown') return [];
    const since = child['x-since'];
    return since !== undefined && newer.has(since) ? [{ object: field, name, since }] : newerIn(value, child, newer);
  });
}
