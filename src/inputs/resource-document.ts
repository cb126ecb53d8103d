import { Field } from '../model/field.ts';
import { type Deployment, parseResourceId, type Resource, resourceId } from '../model/resource.ts';
import { findType } from '../model/types/index.ts';
import { type Document, Place } from '../source/place.ts';
import { filledIn } from './placeholder.ts';

/** Whether a value is one resource: an object whose `type` reads like `Namespace.Provider/type`. */
export function isResource(value: unknown): value is Record<string, unknown> {
  return typeof typeOf(value) === 'string';
}

function typeOf(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const name = Object.keys(value).find((key) => key.toLowerCase() === 'type');
  const type = name === undefined ? undefined : (value as Record<string, unknown>)[name];
  return typeof type === 'string' && /^[a-z]\w*(\.\w+)+\/[\w/]+$/i.test(type) ? type : undefined;
}

/** Names under which documents and answers keep a list of resources: REST has `value`, Resource Graph has `data`. */
const lists = ['resources', 'value', 'data'];

/** Whether a document declares resources as they are, or is an answer with resources in it. */
export const isResourceDocument = ({ value }: Document): boolean => {
  if (isResource(value)) return true;
  if (Array.isArray(value)) return value.some(isResource);
  if (value === null || typeof value !== 'object') return false;
  return lists.some((name) => {
    const list = (value as Record<string, unknown>)[name];
    return (Array.isArray(list) && list.some(isResource)) || isTable(list);
  });
};

/**
 * The resources of a document that declares them as they are: one resource, a list of them, or an object with
 * `resources:` (also `value:` and `data:`, as REST and Resource Graph answers have it). What carries the marks of an
 * answer is live wherever it stands.
 */
export function readResources(document: Document, origin: 'declared' | 'live'): Resource[] {
  const deployment = { path: document.file.path, environment: '' };
  return bodies(document.value, new Place(document)).map((body) => toResource(body, deployment, origin));
}

function bodies(value: unknown, at: Place): Field[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => (isResource(item) ? [filledIn(item, at.child(index))] : []));
  }
  if (isResource(value)) return [filledIn(value, at)];
  if (isTable(value)) return rowsOf(value, at);
  if (value === null || typeof value !== 'object') return [];
  return lists.flatMap((name) => {
    const list = (value as Record<string, unknown>)[name];
    return Array.isArray(list) || isTable(list) ? bodies(list, at.child(name)) : [];
  });
}

/** The answer of Resource Graph as a table, which its REST interface gives on request. */
interface Table {
  readonly columns: readonly { readonly name: string }[];
  readonly rows: readonly (readonly unknown[])[];
}

function isTable(value: unknown): value is Table {
  const { columns, rows } = (value ?? {}) as Partial<Record<keyof Table, unknown>>;
  return (
    Array.isArray(columns) &&
    columns.every((column) => typeof column?.name === 'string') &&
    Array.isArray(rows) &&
    rows.every(Array.isArray)
  );
}

const rowsOf = ({ columns, rows }: Table, at: Place): Field[] =>
  rows
    .map((row, index) => {
      const place = at.child('rows').child(index);
      const cells = columns.map(({ name }, column) => [name, filledIn(row[column], place.child(column))] as const);
      return Field.record(Object.fromEntries(cells), place);
    })
    .filter((body) => isResource({ type: body.get('type').value }));

/** @param id the ARM id, when it stands beside the body and not in it */
export function toResource(
  body: Field,
  deployment: Deployment,
  origin: 'declared' | 'live',
  written: Field = body.get('id'),
): Resource {
  const fromId = written.string === undefined ? undefined : parseResourceId(written.string)?.type;
  const writtenType = body.get('type');
  const typeText = writtenType.string ?? fromId ?? '';
  const type = findType(typeText)?.type ?? typeText;
  const parts = written.string === undefined ? undefined : parseResourceId(written.string);
  const scope = scopeOf(body, written, parts === undefined ? undefined : (written.string as string));
  const scopeParts = scope.string === undefined ? undefined : parseResourceId(scope.string);
  const group = (name: 'subscription' | 'resourceGroup') => {
    const own = body.get(name);
    const value = parts?.[name] ?? scopeParts?.[name];
    return !own.isMissing || value === undefined ? own : Field.scalar(value, parts ? written.at : scope.at);
  };
  const [subscription, resourceGroup] = [group('subscription'), group('resourceGroup')];
  const name = fullName(body, written, parts?.name);
  const id = parts === undefined ? undefined : written.string?.trim().toLowerCase();
  return {
    type,
    writtenType,
    apiVersion: body.get('apiVersion'),
    name,
    scope,
    subscription,
    resourceGroup,
    id: id ?? idOf(type, name, scope, subscription, resourceGroup),
    body,
    at: body.at,
    deployment,
    origin: isReadBack(body) ? 'live' : origin,
  };
}

/** Only the platform writes these: who changed a resource last, and how its creation went. */
const isReadBack = (body: Field): boolean =>
  body.get('systemData').isObject || body.get('properties.provisioningState').string !== undefined;

/** Read-back output names an extension resource by its last segment only; its id has the full name. */
function fullName(body: Field, id: Field, fromId: string | undefined): Field {
  const name = body.get('name');
  const own = name.string;
  if (name.isMissing && fromId !== undefined) return Field.scalar(fromId, id.at);
  return fromId !== undefined && own !== undefined && fromId.endsWith(own.toLowerCase())
    ? Field.scalar(fromId.split('/').length > own.split('/').length ? fromId : own, name.at)
    : name;
}

/** The resource that an extension resource extends: written as `scope`, or the part of its id before the last provider. */
function scopeOf(body: Field, idField: Field, id: string | undefined): Field {
  const written = body.get('scope');
  if (!written.isMissing) return written;
  const last = id?.toLowerCase().lastIndexOf('/providers/') ?? 0;
  const isExtension = id !== undefined && id.toLowerCase().indexOf('/providers/') < last;
  return isExtension ? Field.scalar(id.slice(0, last), idField.at) : Field.absent(body.at);
}

function idOf(type: string, name: Field, scope: Field, subscription: Field, resourceGroup: Field): string | undefined {
  if (name.string === undefined) return undefined;
  if (scope.state === 'absent') {
    return resourceId(type, name.string, { subscription: subscription.string, resourceGroup: resourceGroup.string });
  }
  if (scope.string === undefined) return undefined;
  const full = absoluteScope(scope.string, subscription.string, resourceGroup.string);
  return full === undefined ? undefined : resourceId(type, name.string, { scope: full });
}

/** A scope as people write it in a template (`Microsoft.HybridCompute/machines/vm1`) as an ARM id. */
function absoluteScope(scope: string, subscription?: string, resourceGroup?: string): string | undefined {
  if (scope.startsWith('/')) return scope;
  const [namespace, ...rest] = scope.split('/');
  if (rest.length === 0 || rest.length % 2 !== 0) return undefined;
  const even = (_: string, index: number) => index % 2 === 0;
  const odd = (_: string, index: number) => index % 2 === 1;
  return resourceId([namespace, ...rest.filter(even)].join('/'), rest.filter(odd).join('/'), {
    subscription,
    resourceGroup,
  });
}
