import { type Change, isReadBack } from './change.ts';
import { canonicalId, isBlank, sameId, type Verdict } from './compare.ts';
import { Field } from './field.ts';
import { addressText, prefixText } from './logical-network.ts';
import { findType, type Schema } from './types/index.ts';

/** A property that can't change after creation, and does. */
export interface FixedChange {
  /** Below the resource, with `[]` for the items of a list: `properties.subnets[].properties.vlan`. */
  readonly path: string;
  readonly before: Field;
  readonly after: Field;
}

/**
 * The smallest properties of a resource that certainly change although the documentation of its type says that only others
 * may: empty for a type without such a list. A value that is unknown on either side is no change, nor is one that the
 * platform chooses when it is left out. Of what was read back from the platform, a property that either side lacks is not
 * told. Items of a list are paired by their names; a list whose items have none is one value, order ignored.
 */
export function fixedChanges(change: Change): readonly FixedChange[] {
  const { before, after } = change;
  const type = findType(after.type, after.apiVersion.string);
  if (!type?.changeable || findType(before.type, before.apiVersion.string) !== type) return [];
  const changeable = new Set(type.changeable);
  return [...new Comparison(changeable, isReadBack(change)).of('', before.body, after.body, type.schema)];
}

class Comparison {
  readonly #changeable: ReadonlySet<string>;
  readonly #isReadBack: boolean;

  constructor(changeable: ReadonlySet<string>, readBack: boolean) {
    this.#changeable = changeable;
    this.#isReadBack = readBack;
  }

  *of(path: string, before: Field, after: Field, schema: Schema): Generator<FixedChange> {
    // Two resources of different names are two resources.
    if (schema.readOnly || path === 'name' || this.#changeable.has(path)) return;
    if (schema.properties) yield* this.#object(path, before, after, schema.properties);
    else if (!isBlank(before) || !isBlank(after)) {
      if (isBlank(before) || isBlank(after)) {
        if (!this.#isLeftOpen(before, after, schema)) yield { path, before, after };
      } else if (schema.items?.properties?.name) yield* this.#named(path, before, after, schema);
      else if (compare(before, after, schema, path) === 'different') yield { path, before, after };
    }
  }

  *#object(path: string, before: Field, after: Field, properties: Readonly<Record<string, Schema>>) {
    if (isMisshapen(before) || isMisshapen(after)) return;
    const lists = new Set(Object.values(properties).map((child) => child['x-list']));
    for (const [name, child] of Object.entries(properties)) {
      const own = path === '' ? name : `${path}.${name}`;
      const list = child['x-list'];
      if (list !== undefined) yield* this.#set(own, `${path}.${list}`, before, after, child);
      else if (!lists.has(name)) yield* this.of(own, before.get(name), after.get(name), child);
    }
  }

  /** A property and the list of the same beside it: one set. */
  *#set(single: string, list: string, before: Field, after: Field, schema: Schema): Generator<FixedChange> {
    const written = (object: Field) => {
      const [one, many] = [single, list].map((path) => object.get(path.slice(path.lastIndexOf('.') + 1)));
      return [one, many].filter((field): field is Field => field !== undefined && !isBlank(field));
    };
    const [was, is] = [written(before), written(after)];
    const [old, current] = [was[0] ?? before, is[0] ?? after];
    if (was.length + is.length === 0 || [...was, ...is].some(({ state }) => state === 'unknown')) return;
    const isOneMissing = was.length === 0 || is.length === 0;
    if (isOneMissing && this.#isReadBack) return;
    const values = (fields: readonly Field[]) => fields.flatMap((field) => (field.isList ? field.items() : [field]));
    if (!isOneMissing && compareSets(values(was), values(is), schema, single) !== 'different') return;
    const path = (is[0] ?? was[0])?.isList ? list : single;
    yield {
      path,
      before: was.length > 0 ? old : Field.absent(before.at),
      after: is.length > 0 ? current : Field.absent(after.at),
    };
  }

  /** Two lists of items with names. Which item was which can't be told when a name is unknown, or of several without. */
  *#named(path: string, before: Field, after: Field, list: Schema): Generator<FixedChange> {
    const schema = list.items;
    if (!schema || !before.isList || !after.isList) return;
    const left = [...before.items()];
    const come: Field[] = [];
    const pairs: [Field, Field][] = [];
    for (const item of after.items()) {
      const index = left.findIndex((other) => nameOf(other) !== undefined && nameOf(other) === nameOf(item));
      const [was] = index < 0 ? [] : left.splice(index, 1);
      if (was) pairs.push([was, item]);
      else come.push(item);
    }
    if (left.length === 1 && come.length === 1) pairs.push([left.pop() as Field, come.pop() as Field]);
    for (const [was, is] of pairs) yield* this.of(`${path}[]`, was, is, schema);
    if ([...left, ...come].some((item) => nameOf(item) === undefined)) {
      if (compareSets(left, come, schema, `${path}[]`) === 'different') yield { path, before, after };
      return;
    }
    // What is only read back may have been added by the platform.
    const gone = this.#isReadBack && list['x-allocated'] ? [] : left;
    for (const was of gone) yield { path: `${path}[]`, before: was, after: Field.absent(after.at) };
    for (const is of come) yield { path: `${path}[]`, before: Field.absent(before.at), after: is };
  }

  /** Whether a value that one side leaves out may be the one that the other side has. */
  #isLeftOpen(before: Field, after: Field, schema: Schema): boolean {
    if (this.#isReadBack || schema['x-allocated']) return true;
    const written = isBlank(before) ? after : before;
    if (written.state === 'unknown') return true;
    return schema.default !== undefined && textOf(written, schema) === String(schema.default).toLowerCase();
  }
}

const isMisshapen = (field: Field): boolean => field.state === 'known' && !field.isObject && !field.isMissing;

const nameOf = (item: Field): string | undefined => item.get('name').string?.toLowerCase();

/** What two values say, each as its schema reads it. */
function compare(before: Field, after: Field, schema: Schema, path: string): Verdict {
  if (schema['x-resource-id']) {
    const [was, is] = [canonicalId(before), canonicalId(after)];
    if (was === undefined || is === undefined) return 'unknown';
    return sameId(was, is) ? 'equal' : 'different';
  }
  if (schema.properties) return compareObjects(before, after, schema.properties, path);
  if (schema.items) {
    if (!before.isList || !after.isList) return 'unknown';
    return compareSets(before.items(), after.items(), schema.items, `${path}[]`);
  }
  const [was, is] = [textOf(before, schema, path), textOf(after, schema, path)];
  if (was === undefined || is === undefined) return 'unknown';
  return was === is ? 'equal' : 'different';
}

function compareObjects(
  before: Field,
  after: Field,
  properties: Readonly<Record<string, Schema>>,
  path: string,
): Verdict {
  const verdicts = Object.entries(properties).flatMap(([name, child]): Verdict[] => {
    const [was, is] = [before.get(name), after.get(name)];
    if (child.readOnly || (isBlank(was) && isBlank(is))) return [];
    return isBlank(was) || isBlank(is) ? ['unknown'] : [compare(was, is, child, `${path}.${name}`)];
  });
  if (verdicts.includes('different')) return 'different';
  return verdicts.includes('unknown') ? 'unknown' : 'equal';
}

/** Different when a value of one set can be none of the other. */
function compareSets(before: readonly Field[], after: readonly Field[], schema: Schema, path: string): Verdict {
  const verdicts = before.map((was) => after.map((is) => compare(was, is, schema, path)));
  const hasPartner = (of: readonly Verdict[]) => of.some((verdict) => verdict !== 'different');
  const columns = after.map((_, index) => verdicts.map((row) => row[index] ?? 'different'));
  if (![...verdicts, ...columns].every(hasPartner)) return 'different';
  return [...verdicts, ...columns].every((row) => row.includes('equal')) ? 'equal' : 'unknown';
}

/** One text for equal values; undefined when the value is unknown, or not of the schema's kind. */
function textOf(field: Field, schema: Schema, path = ''): string | undefined {
  if (schema['x-address'] === 'ip') return addressText(field);
  if (schema['x-address'] === 'prefix') return prefixText(field);
  if (schema.type === 'integer') return field.number?.toString();
  if (schema.type === 'boolean') return field.boolean?.toString();
  if (schema.type !== 'string') return field.plain() === undefined ? undefined : field.canonical();
  const text = field.value === undefined ? undefined : String(field.value);
  // Azure writes a region as "East US" or as "eastus".
  if (path === 'location') return text?.replaceAll(' ', '').toLowerCase();
  const isAnyCase = schema['x-known-values'] ?? schema['x-address'] ?? path.endsWith('.name');
  return isAnyCase ? text?.trim().toLowerCase() : text;
}
