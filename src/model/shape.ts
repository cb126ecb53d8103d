import type { Place } from '../source/place.ts';
import type { Field } from './field.ts';
import { nearest } from './nearest.ts';
import type { Resource } from './resource.ts';
import { findType, type Schema } from './types/index.ts';

/** A value of the wrong shape, at the value. */
export interface ShapeProblem {
  readonly at: Place;
  readonly message: string;
  readonly severity?: 'warning' | 'note';
}

/** Envelope words of templates and documents that no resource schema lists. */
const envelope = new Set(
  'type name apiversion location tags scope dependson condition copy comments resources metadata extendedlocation identity id systemdata resourcegroup subscription properties existing sku plan zones kind asserts'.split(
    ' ',
  ),
);

/**
 * What is wrong with the shape of a resource of a known type: values of the wrong type, and property names that are
 * near to a name the type has. A property that is near to nothing is left alone: the API moves, and read-back output
 * carries extra keys. Unknown values and nulls are never wrong.
 */
export function checkShape(resource: Resource): ShapeProblem[] {
  const type = findType(resource.type);
  if (!type || resource.origin === 'live') return [];
  const label = type.type.split('/').at(-1) ?? type.type;
  return shapeOf(resource.body, type.schema, label, true);
}

function shapeOf(field: Field, schema: Schema, label: string, top = false): ShapeProblem[] {
  if (field.state !== 'known' || field.isMissing) return [];
  const wrong = wrongType(field, schema);
  if (wrong !== undefined)
    return [{ at: field.at, message: `${quoted(label)} must be ${wrong}, but is ${shown(field)}.` }];
  if (schema.items) return field.items().flatMap((item) => shapeOf(item, schema.items as Schema, `${label}[]`));
  const { properties } = schema;
  if (!properties) return [];
  const names = Object.keys(properties);
  const byName = new Map(names.map((name) => [name.toLowerCase(), name]));
  return field.names().flatMap((written) => {
    const name = byName.get(written.toLowerCase());
    const value = field.get(written);
    if (name !== undefined) return shapeOf(value, properties[name] as Schema, name);
    if (top && envelope.has(written.toLowerCase())) return [];
    const present = new Set(field.names().map((other) => other.toLowerCase()));
    const meant = nearest(
      written,
      names.filter((candidate) => !present.has(candidate.toLowerCase())),
      2,
    );
    if (meant === undefined || written.length < 4) return [];
    const message = `"${written}" is not a property of ${label}. Did you mean "${meant}"?`;
    return [{ at: field.at.key(written), message }];
  });
}

/** What the value should be, when it is something else. Numbers and booleans written as text are taken, as ARM takes them. */
function wrongType(field: Field, schema: Schema): string | undefined {
  switch (schema.type) {
    case 'object':
      return field.isObject ? undefined : 'an object';
    case 'array':
      return field.isList ? undefined : 'a list';
    case 'integer':
      return Number.isInteger(field.number) ? undefined : 'a whole number';
    case 'boolean':
      return field.boolean === undefined ? 'true or false' : undefined;
    case 'string':
      return field.isList || field.isObject ? 'text' : undefined;
    default:
      return undefined;
  }
}

const quoted = (label: string): string => `"${label}"`;

const shown = (field: Field): string =>
  field.isList ? 'a list' : field.isObject ? 'an object' : JSON.stringify(field.value);
