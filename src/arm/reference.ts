import { Field } from '../model/field.ts';
import type { Members } from '../model/members.ts';
import type { TemplateResource } from './resource.ts';

/** The resources of a template by what `reference()` can name them with. */
export class ResourceIndex {
  readonly #bySymbol: ReadonlyMap<string, readonly TemplateResource[]>;
  readonly #byId: ReadonlyMap<string, readonly TemplateResource[]>;
  readonly #byName: ReadonlyMap<string, readonly TemplateResource[]>;
  readonly #byLoop: ReadonlyMap<string, readonly TemplateResource[]>;

  constructor(resources: readonly TemplateResource[]) {
    const all = resources.flatMap(withChildren);
    this.#bySymbol = grouped(all, ({ options }) => options.symbolicName);
    // Ids are often unknown in their subscription and resource group only; equal terms are equal ids.
    this.#byId = grouped(all, ({ id }) => id.canonical().toLowerCase());
    this.#byName = grouped(all, ({ name }) => name.string?.toLowerCase());
    this.#byLoop = grouped(all, ({ options }) => options.loop?.toLowerCase());
  }

  /** By a symbolic name (`vms`, or `vms[1]` of a loop), an id, a name, or the name of a loop; in order of declaration. */
  find(wanted: Field): readonly TemplateResource[] {
    const { string: text, prefix } = wanted;
    if (prefix.startsWith('/')) return this.#byId.get(wanted.canonical().toLowerCase()) ?? [];
    if (text === undefined) return [];
    const [, loop, index] = /^(.+)\[(\d+)\]$/.exec(text) ?? [];
    if (loop !== undefined) return this.#bySymbol.get(loop)?.slice(Number(index), Number(index) + 1) ?? [];
    const name = text.toLowerCase();
    return this.#bySymbol.get(text) ?? this.#byName.get(name) ?? this.#byLoop.get(name) ?? [];
  }
}

const withChildren = (resource: TemplateResource): readonly TemplateResource[] => [
  resource,
  ...resource.children.flatMap(withChildren),
];

function grouped(
  resources: readonly TemplateResource[],
  keyOf: (resource: TemplateResource) => string | undefined,
): ReadonlyMap<string, readonly TemplateResource[]> {
  const groups = new Map<string, TemplateResource[]>();
  for (const resource of resources) {
    const key = keyOf(resource);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(resource);
    else groups.set(key, [resource]);
  }
  return groups;
}

/**
 * What `reference()` gives for a resource of the same template: what is declared is known, everything else is not. Of
 * a deployment these are the outputs of its template. Undefined when the name doesn't tell one resource from others.
 */
export function reference(index: ResourceIndex, wanted: Field, full: boolean): Field | undefined {
  const [only, ...others] = index.find(wanted);
  return only && others.length === 0 ? referenceTo(only, full) : undefined;
}

/** What `references()` gives for a loop: a list of all that are deployed, which an unknown condition or count leaves open. */
export function references(index: ResourceIndex, loop: Field, full: boolean): Field | undefined {
  const found = index.find(loop);
  const [first] = found;
  if (!first || found.some((resource) => resource.condition !== undefined || resource.isSample)) return undefined;
  return Field.list(
    found.map((resource) => referenceTo(resource, full)),
    first.at,
  );
}

function referenceTo(resource: TemplateResource, full: boolean): Field {
  const { at, body } = resource;
  const term = `reference(${resource.id.canonical()}${full ? ",'full'" : ''})`;
  const properties = propertiesOf(resource, full ? `${term}.properties` : term);
  if (!full) return properties;
  const declared = declaredMembers(body, term, resource);
  return Field.unknown(term, addedByPlatform, at, [], {
    members: {
      names: () => ['properties', ...declared.names().filter((name) => !isOwnWay.has(name.toLowerCase()))],
      get: (name) => {
        const key = name.toLowerCase();
        if (key === 'properties') return properties;
        if (key === 'resourceid') return resource.id;
        return isOwnWay.has(key) ? undefined : declared.get(name);
      },
    },
  });
}

/** Properties of a declaration that are for the deployment, not for the resource provider, or answered in another way. */
const isOwnWay = new Set([
  'comments',
  'condition',
  'copy',
  'dependson',
  'existing',
  'metadata',
  'properties',
  'resources',
  'scope',
]);

function propertiesOf(resource: TemplateResource, term: string): Field {
  const { body, nested, isDeployment, isExisting, at } = resource;
  const outputs: Members | undefined = nested && {
    names: () => ['outputs'],
    get: (name) => (/^outputs$/i.test(name) ? nested.outputs() : undefined),
  };
  if (isDeployment) return Field.unknown(term, addedByPlatform, at, [], outputs ? { members: outputs } : {});
  if (isExisting) return Field.unknown(term, addedByPlatform, at);
  return Field.unknown(term, addedByPlatform, at, [], {
    members: declaredMembers(body.get('properties'), term, resource),
  });
}

/**
 * Declared properties as they are read back. While one is evaluated it is unknown to itself: a template whose
 * resources refer to each other in a circle is refused by the platform, but says nothing about values.
 */
function declaredMembers(object: Field, term: string, resource: TemplateResource): Members {
  const { reading } = resource;
  const read = <T>(key: string, otherwise: T, work: () => T): T => {
    if (reading.has(key)) return otherwise;
    reading.add(key);
    const result = work();
    reading.delete(key);
    return result;
  };
  const get = (name: string): Field | undefined => {
    const key = `${term}.${name.toLowerCase()}`;
    return read(key, undefined, () => {
      const value = object.memberNamed(name);
      return value.isMissing || value.state === 'unknown' ? undefined : opened(value, key, resource);
    });
  };
  return {
    names: () => read(term, [], () => object.names().filter((name) => !object.memberNamed(name).isMissing)),
    get,
  };
}

/** A declared value as it is read back: the platform may have added to every object in it, and objects to lists. */
function opened(value: Field, term: string, resource: TemplateResource): Field {
  if (value.isList) {
    const isPlain = value.items().every((item) => item.state === 'known' && !item.isObject && !item.isList);
    return isPlain ? value : Field.unknown(term, addedByPlatform, value.at, value.from);
  }
  if (!value.isObject) return value;
  const members = declaredMembers(value, term, resource);
  return Field.unknown(term, addedByPlatform, value.at, value.from, { members });
}

const addedByPlatform = 'what the platform adds to a resource is only known during deployment';

/** What `resourceInfo()` gives: who a resource is. */
export function resourceInfo(index: ResourceIndex, symbol: Field): Field | undefined {
  const [resource, ...others] = index.find(symbol);
  if (!resource || others.length > 0) return undefined;
  const { at, body, id, name, type = '', options } = resource;
  const members = {
    apiVersion: body.get('apiVersion'),
    id,
    name,
    type: Field.scalar(type, at),
    resourceGroup: options.target.resourceGroup,
  };
  return Field.record(members, at);
}
