import type { Field } from './field.ts';
import { isSlip, nearest } from './nearest.ts';
import { type Schema, spellingOf } from './types/index.ts';

/** The part of a value that its schema describes, as plain data for a validator, and the way back to its fields. */
export interface Described {
  readonly field: Field;
  readonly schema: Schema;
  /** Plain data with the schema's property names, without nulls and without what is unknown before deployment. */
  readonly data: unknown;
  /** By property name in the schema's spelling, or by index in `data`. */
  readonly children: ReadonlyMap<string | number, Described>;
}

/** A property that looks like a misspelling of one that the schema has. */
export interface Stranger {
  /** The object that has the property. */
  readonly object: Field;
  readonly name: string;
  readonly meant: string;
  /** Whether there is no doubt that it is meant. */
  readonly isSlip: boolean;
}

const leaf = new Map<string | number, Described>();

/**
 * The described part of a known value; undefined for null and for what is unknown or absent. Numbers and booleans
 * written as text become what the schema asks for, as the platform reads them.
 *
 * @param strangers receives the misspelt properties on the way
 * @param envelope lower-case names that the outermost object may have beside its schema's
 */
export function describedPart(
  field: Field,
  schema: Schema,
  strangers: Stranger[],
  envelope: ReadonlySet<string> = new Set(),
): Described | undefined {
  if (field.state !== 'known' || field.isMissing) return undefined;
  if (field.isList) return describedList(field, schema, strangers);
  if (field.isObject) return describedObject(field, schema, strangers, envelope);
  return { field, schema, data: scalar(field, schema), children: leaf };
}

function describedList(field: Field, schema: Schema, strangers: Stranger[]): Described {
  const { items } = schema;
  const kept = items ? field.items().flatMap((item) => describedPart(item, items, strangers) ?? []) : [];
  return { field, schema, data: kept.map(({ data }) => data), children: new Map(kept.entries()) };
}

function describedObject(
  field: Field,
  schema: Schema,
  strangers: Stranger[],
  envelope: ReadonlySet<string>,
): Described {
  const properties = schema.properties ?? {};
  const spelling = spellingOf(schema);
  const data: Record<string, unknown> = {};
  const children = new Map<string, Described>();
  let candidates: readonly string[] | undefined;
  for (const written of field.names()) {
    const name = spelling.get(written.toLowerCase());
    const child = name === undefined ? undefined : properties[name];
    if (name === undefined || child === undefined) {
      const isOther = envelope.has(written.toLowerCase()) || field.memberNamed(written).isMissing;
      if (isOther) continue;
      candidates ??= unwritten(field, properties);
      const meant = misspelt(written, candidates);
      if (meant !== undefined) strangers.push({ object: field, name: written, ...meant });
      continue;
    }
    const part = describedPart(field.get(name), child, strangers);
    if (!part) continue;
    children.set(name, part);
    data[name] = part.data;
  }
  return { field, schema, data, children };
}

/** The properties that an object does not have. Those that only the platform sets are not what anyone means. */
function unwritten(object: Field, properties: Readonly<Record<string, Schema>>): string[] {
  const present = new Set(object.names().map((name) => name.toLowerCase()));
  return Object.entries(properties)
    .filter(([name, schema]) => !schema.readOnly && !present.has(name.toLowerCase()))
    .map(([name]) => name);
}

/** The property that a name most likely means. One letter may be wrong in short names, two in longer ones. */
function misspelt(written: string, candidates: readonly string[]): Pick<Stranger, 'meant' | 'isSlip'> | undefined {
  const meant = written.length < 4 ? undefined : nearest(written, candidates, written.length > 5 ? 2 : 1);
  return meant === undefined ? undefined : { meant, isSlip: isSlip(written, meant, candidates) };
}

function scalar(field: Field, schema: Schema): unknown {
  switch (schema.type) {
    case 'integer':
      return field.number ?? field.value;
    case 'boolean':
      return field.boolean ?? field.value;
    case 'string':
      // The platform reads a number as text. No address or id is a number, though: that is a slip.
      return schema['x-address'] || schema['x-resource-id'] ? field.value : String(field.value);
    default:
      return field.value;
  }
}
