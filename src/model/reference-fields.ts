import type { Field } from './field.ts';
import { type ReferenceId, referenceId } from './references.ts';
import type { Resource } from './resource.ts';
import { findType, type Schema } from './types/index.ts';

/** A value of a resource that holds the ARM id of another. */
export interface ReferenceField {
  /** Where it is in the resource, `[]` stepping into lists. */
  readonly path: string;
  readonly field: Field;
  /** Types that the other resource may have. */
  readonly types: readonly string[];
}

/** The references of a resource that its schema knows. Those that the platform sets are not among them. */
export const referencesOf = ({ type, body }: Resource): readonly ReferenceField[] =>
  pathsOf(type).flatMap(({ path, types }) => body.all(path).map((field) => ({ path, field, types })));

interface ReferencePath {
  readonly path: string;
  readonly types: readonly string[];
}

const made = new Map<string, readonly ReferencePath[]>();

function pathsOf(type: string): readonly ReferencePath[] {
  const key = type.toLowerCase();
  let paths = made.get(key);
  if (!paths) {
    const schema = findType(type)?.schema;
    paths = schema ? collect(schema, '') : [];
    made.set(key, paths);
  }
  return paths;
}

function collect(schema: Schema, path: string): ReferencePath[] {
  if (schema.readOnly) return [];
  const types = schema['x-resource-id'];
  if (types) return [{ path, types }];
  if (schema.items) return collect(schema.items, `${path}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, child]) =>
    collect(child, path === '' ? name : `${path}.${name}`),
  );
}

/**
 * The id of a reference when it is certainly none of the types that it may have; undefined when it is one of them, or
 * can't be told. An unknown end of an id may go on with `/subnets/…`, unless it stands where a name does.
 */
export function idOfOtherType({ field, types }: Pick<ReferenceField, 'field' | 'types'>): ReferenceId | undefined {
  const id = referenceId(field);
  if (!id || id.type.includes('[') || types.some((type) => type.toLowerCase() === id.type)) return undefined;
  const [last, before] = [...(field.parts ?? [])].reverse();
  const isOpen = typeof last === 'object' && !last.isSegment && !(typeof before === 'string' && before.endsWith('/'));
  return isOpen ? undefined : id;
}

/** The end of an id from its last provider on, as it is written: what tells people which resource is meant. */
export function idInWords(field: Field): string {
  const text = (field.parts ?? []).map((part) => (typeof part === 'string' ? part : '…')).join('');
  return text.replace(/^.*\/providers\//i, '').replace(/^\/+/, '');
}
