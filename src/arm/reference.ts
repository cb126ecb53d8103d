import { Field, type Members } from '../model/field.ts';
import type { TemplateResource } from './resource.ts';
import type { Template } from './template.ts';

/**
 * The resources of a template that `reference()` can mean by a text: a symbolic name (`vms`, or `vms[1]` of a loop), a
 * resource name, an id, or the name of a loop. In order of declaration.
 */
export function findResources(template: Template, wanted: string): readonly TemplateResource[] {
  const all = template.resources().flatMap(withChildren);
  const indexed = /^(.+)\[(\d+)\]$/.exec(wanted);
  const bySymbol = (symbol: string) => all.filter(({ options }) => options.symbolicName === symbol);
  if (indexed) return bySymbol(indexed[1] as string).slice(Number(indexed[2]), Number(indexed[2]) + 1);
  const symbolic = bySymbol(wanted);
  if (symbolic.length > 0) return symbolic;
  const name = wanted.toLowerCase();
  if (name.startsWith('/')) return all.filter(({ id }) => id.string?.toLowerCase() === name);
  const named = all.filter((resource) => resource.name.string?.toLowerCase() === name);
  // A name alone is no answer when resources of several types have it.
  if (named.length > 0) return named.length === 1 ? named : [];
  return all.filter(({ options }) => options.loop?.toLowerCase() === name);
}

const withChildren = (resource: TemplateResource): readonly TemplateResource[] => [
  resource,
  ...resource.children.flatMap(withChildren),
];

/**
 * What `reference()` gives for a resource of the same template: what is declared is known, everything else is not. Of
 * a deployment these are the outputs of its template.
 */
export function referenceTo(resource: TemplateResource, full: boolean): Field {
  const { at, body } = resource;
  const term = `reference(${resource.id.canonical()}${full ? ",'full'" : ''})`;
  const reason = addedByPlatform;
  const properties = openObject(`${term}.properties`, reason, propertiesOf(resource), resource);
  if (!full) return properties;
  const declared: Members = {
    names: () => [...body.names().filter((name) => !notSent.has(name.toLowerCase())), 'properties'],
    get: (name) => {
      const key = name.toLowerCase();
      if (key === 'properties') return properties;
      if (key === 'resourceid') return resource.id;
      if (notSent.has(key)) return undefined;
      const value = body.memberNamed(name);
      return value.isMissing || value.state === 'unknown' ? undefined : opened(value);
    },
  };
  return Field.unknown(term, reason, at, [], { members: declared });
}

/** Properties of a declaration that are for the deployment, not for the resource provider. */
const notSent = new Set(['condition', 'copy', 'dependson', 'resources', 'comments', 'existing', 'scope', 'metadata']);

function propertiesOf(resource: TemplateResource): Members {
  const { body, nested, isDeployment, isExisting } = resource;
  const declared = body.get('properties');
  const none: Members = { names: () => [], get: () => undefined };
  if (isExisting) return none;
  if (!isDeployment)
    return {
      names: () => declared.names().filter((name) => !declared.memberNamed(name).isMissing),
      get: (name) => {
        const value = declared.memberNamed(name);
        return value.isMissing || value.state === 'unknown' ? undefined : opened(value);
      },
    };
  return nested
    ? { names: () => ['outputs'], get: (name) => (/^outputs$/i.test(name) ? nested.outputs() : undefined) }
    : none;
}

/** A declared value as it is read back: the platform may have added to every object in it, and objects to lists. */
function opened(value: Field): Field {
  const isPlain =
    value.isList && value.items().every((item) => item.state === 'known' && !item.isObject && !item.isList);
  if (value.isList && !isPlain)
    return Field.unknown(`reference(${value.canonical()})`, addedByPlatform, value.at, value.via);
  if (!value.isObject) return value;
  const members: Members = {
    names: () => value.names(),
    get: (name) => {
      const own = value.memberNamed(name);
      return own.isMissing || own.state === 'unknown' ? undefined : opened(own);
    },
  };
  return Field.unknown(`reference(${value.canonical()})`, addedByPlatform, value.at, value.via, { members });
}

const addedByPlatform = 'what the platform adds to a resource is only known during deployment';

const openObject = (term: string, reason: string, members: Members, { at }: TemplateResource): Field =>
  Field.unknown(term, reason, at, [], { members });

/** What `resourceInfo()` gives: who a resource is. */
export const resourceInfo = (resource: TemplateResource): Field =>
  Field.record(
    {
      apiVersion: resource.body.get('apiVersion'),
      id: resource.id,
      name: resource.name,
      type: Field.scalar(resource.type ?? '', resource.at),
      resourceGroup: resource.options.target.resourceGroup,
    },
    resource.at,
  );
