import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { perEstate } from './per-estate.ts';
import type { Resource } from './resource.ts';

/**
 * What a reference leads to:
 *
 * - `found`: a resource of the run, or of the live state;
 * - `outside`: its id is known, and no resource of the run has it: it may exist all the same;
 * - `unknown`: only the deployment can tell, or several resources of the run may be meant;
 * - `absent`: nothing is referred to.
 */
export type Reference =
  | { readonly state: 'found'; readonly resource: Resource }
  | { readonly state: 'outside' | 'unknown' | 'absent'; readonly resource?: undefined };

/** An ARM id as far as it is known. All of it is lower case; an unknown segment stands as its expression in brackets. */
export interface ReferenceId {
  /** Full type, such as `microsoft.azurestackhci/logicalnetworks`. */
  readonly type: string;
  /** Full name, segments joined by `/`. */
  readonly name: string;
  /** Absent when the id begins at its type, as in a spec that leaves out where the resource stands. */
  readonly subscription?: string;
  readonly resourceGroup?: string;
}

/**
 * Reads an id, in part unknown or not; undefined for what is no id as far as can be told. In
 * `resourceId('type', parameters('name'))` the type is known, the name an expression, and the resource group that of
 * the deployment. An unknown part counts as part of one segment: a name has no slash.
 */
export function referenceId(field: Field): ReferenceId | undefined {
  const { parts } = field;
  if (!parts) return undefined;
  const text = parts.map((part) => (typeof part === 'string' ? part : segmentOf(part))).join('');
  if (read.has(text)) return read.get(text);
  if (read.size === maximumRead) read.clear();
  const id = readId(text);
  read.set(text, id);
  return id;
}

/** The ids that were read last: every rule asks for the same few again. */
const read = new Map<string, ReferenceId | undefined>();
const maximumRead = 10_000;

function readId(text: string): ReferenceId | undefined {
  const segments = text
    .trim()
    .replace(/^\//, '')
    .replace(/(?<!\/)\/+$/, '')
    .split('/');
  const names = segments.map((segment) => segment.toLowerCase());
  const provider = names.lastIndexOf('providers');
  const [namespace, ...rest] = segments.slice(provider + 1).map((segment) => segment.toLowerCase());
  if (!namespace || !/^[a-z0-9]+(\.[a-z0-9]+)+$/.test(namespace) || rest.length === 0 || rest.length % 2 !== 0)
    return undefined;
  const after = (word: string) => {
    const index = names.indexOf(word);
    return index >= 0 && index < provider ? names[index + 1] : undefined;
  };
  const [subscription, resourceGroup] = [after('subscriptions'), after('resourcegroups')];
  return {
    type: [namespace, ...rest.filter((_, index) => index % 2 === 0)].join('/'),
    name: rest.filter((_, index) => index % 2 === 1).join('/'),
    ...(subscription === undefined ? {} : { subscription }),
    ...(resourceGroup === undefined ? {} : { resourceGroup }),
  };
}

/** An unknown segment as one word without a slash. */
const segmentOf = (part: Field): string => `[${part.canonical().replaceAll('/', '|')}]`;

/** The parent of a child id: that of the network for the id of a subnet. */
export function parentOf({ type, name, ...place }: ReferenceId): ReferenceId | undefined {
  if (type.split('/').length < 3) return undefined;
  return { ...place, type: type.replace(/\/[^/]*$/, ''), name: name.replace(/\/[^/]*$/, '') };
}

/** The id of a resource itself, as far as it is told; undefined for one that extends another. */
export function ownId({ type, name, subscription, resourceGroup, scope }: Resource): ReferenceId | undefined {
  if (scope.state !== 'absent') return undefined;
  const told = (field: Field) =>
    field.state === 'absent' ? undefined : (field.string ?? segmentOf(field)).toLowerCase();
  const [own, group] = [told(subscription), told(resourceGroup)];
  return {
    type: type.toLowerCase(),
    name: nameOf(name),
    ...(own === undefined ? {} : { subscription: own }),
    ...(group === undefined ? {} : { resourceGroup: group }),
  };
}

/** Finds what a reference of a resource leads to. */
export function follow(field: Field, from: Resource, estate: Estate): Reference {
  if (field.isMissing) return { state: 'absent' };
  const id = referenceId(field);
  return id ? find(id, from, estate) : { state: 'unknown' };
}

/** Finds the resource of an id that a resource has. */
export function find(id: ReferenceId, from: Resource, estate: Estate): Reference {
  const candidates = indexOf(estate).get(keyOf(id.type, id.name)) ?? [];
  if (candidates.length < manyCandidates) return choose(candidates, id, from, estate);
  // All that the choice depends on.
  const { path, environment } = from.deployment;
  const place = [id.subscription, id.resourceGroup, path, environment, from.resourceGroup.canonical()];
  const key = JSON.stringify([id.type, id.name, ...place]);
  const known = answers(estate).get(key) ?? choose(candidates, id, from, estate);
  answers(estate).set(key, known);
  return known;
}

/** So many resources of one name are looked through once for each place that asks. */
const manyCandidates = 16;

const answers = perEstate(() => new Map<string, Reference>());

function choose(candidates: readonly Resource[], id: ReferenceId, from: Resource, estate: Estate): Reference {
  const fits = candidates.filter((one) => isMeant(one, id, from) === 'yes');
  const [first] = fits;
  if (first) {
    const resource = fits.length === 1 ? first : nearestTo(from, fits);
    return resource ? { state: 'found', resource } : { state: 'unknown' };
  }
  // One whose name or group only the deployment knows may be it, and so may any when the name looked for is unknown.
  const isOpen =
    id.name.includes('[') ||
    indexOf(estate).has(keyOf(id.type, unnamed)) ||
    candidates.some((one) => isMeant(one, id, from) === 'perhaps');
  return { state: isOpen ? 'unknown' : 'outside' };
}

/** The one of several resources of one name that stands nearest: in the same deployment, else of the same environment. */
function nearestTo(from: Resource, fits: readonly Resource[]): Resource | undefined {
  const tests: ((one: Resource) => boolean)[] = [
    ({ deployment }) => deployment === from.deployment || isSameDeployment(deployment, from.deployment),
    ({ deployment }) => deployment.environment === from.deployment.environment,
    ({ resourceGroup }) => resourceGroup.canonical() === from.resourceGroup.canonical(),
    ({ origin }) => origin === 'declared',
  ];
  let left = fits;
  for (const test of tests) {
    const better = left.filter(test);
    if (better.length > 0) left = better;
    if (left.length === 1) return left[0];
  }
  return undefined;
}

const isSameDeployment = (a: Resource['deployment'], b: Resource['deployment']): boolean =>
  a.path === b.path && a.environment === b.environment;

/** Whether an id is that of a resource of its name, as far as subscription and group tell. */
function isMeant(
  { subscription, resourceGroup, deployment }: Resource,
  id: ReferenceId,
  from: Resource,
): 'yes' | 'no' | 'perhaps' {
  const environments = [deployment.environment, from.deployment.environment];
  if (environments[0] !== environments[1] && !environments.includes('')) return 'no';
  const agree = (own: Field, wanted: string | undefined, unsaid: string) => {
    if (wanted === undefined) return 'yes';
    const told = own.string?.toLowerCase() ?? (own.state === 'absent' ? unsaid : segmentOf(own).toLowerCase());
    if (told === wanted) return 'yes';
    // What does not say where it stands is taken to stand where something of its name is looked for.
    if (own.state === 'absent' && !wanted.startsWith('[')) return 'yes';
    return told.startsWith('[') || wanted.startsWith('[') ? 'perhaps' : 'no';
  };
  const verdicts = [
    agree(subscription, id.subscription, '[[subscription().subscriptionid]]'),
    agree(resourceGroup, id.resourceGroup, '[[resourcegroup().name]]'),
  ];
  return verdicts.includes('no') ? 'no' : verdicts.includes('perhaps') ? 'perhaps' : 'yes';
}

/** A reference that leads to a resource of the run. */
export interface Link {
  readonly from: Resource;
  /** The id, where it is written. */
  readonly field: Field;
  readonly to: Resource;
}

/**
 * All references of one kind that lead to a resource of the run, what is read back from the platform included.
 *
 * @param type of the resources that refer
 * @param path of the id in them, `[]` stepping into lists
 */
export function links(estate: Estate, type: string, path: string): readonly Link[] {
  const made = linksOf(estate);
  const key = `${type.toLowerCase()} ${path}`;
  let found = made.get(key);
  if (!found) {
    found = resourcesOf(estate, type).flatMap((from) =>
      from.body.all(path).flatMap((field): Link[] => {
        const { resource: to } = follow(field, from, estate);
        return to ? [{ from, field, to }] : [];
      }),
    );
    made.set(key, found);
  }
  return found;
}

/** The resources of a run and of the live state that have one type, in any case. */
export function resourcesOf(estate: Estate, type: string): readonly Resource[] {
  indexOf(estate);
  return byType.get(estate)?.get(type.toLowerCase()) ?? [];
}

/**
 * Whether two resources can stand beside each other: not the same resource told twice, and not of two environments, of
 * which each has its own network.
 */
export function standTogether(one: Resource, other: Resource): boolean {
  if (one === other || isSameResource(one, other)) return false;
  const [a, b] = [one.deployment, other.deployment];
  if (a.path === b.path) return a.environment === b.environment;
  return a.environment === b.environment || a.environment === '' || b.environment === '';
}

/** Whether two resources may be one that is told twice: of one name, and of one group as far as that is told. */
export function isSameResource(one: Resource, other: Resource): boolean {
  if (one.id !== undefined && other.id !== undefined) return one.id === other.id;
  const agree = (a: Field, b: Field) =>
    a.string === undefined || b.string === undefined || a.string.toLowerCase() === b.string.toLowerCase();
  return (
    identityOf(one) === identityOf(other) &&
    agree(one.resourceGroup, other.resourceGroup) &&
    agree(one.subscription, other.subscription)
  );
}

const identityOf = ({ type, name, scope }: Resource): string =>
  `${keyOf(type, nameOf(name))} ${scope.state === 'absent' ? '' : scope.canonical().toLowerCase()}`;

const unnamed = '[*]';

/** A name, or any other segment of an id, as `ReferenceId` has it. */
export const nameOf = (name: Field): string => {
  if (name.string !== undefined) return name.string.toLowerCase();
  const { parts } = name;
  return (
    parts
      ?.map((part) => (typeof part === 'string' ? part : segmentOf(part)))
      .join('')
      .toLowerCase() ?? segmentOf(name).toLowerCase()
  );
};

const keyOf = (type: string, name: string): string => `${type.toLowerCase()} ${name}`;

const indexes = new WeakMap<Estate, Map<string, Resource[]>>();
const byType = new WeakMap<Estate, Map<string, Resource[]>>();
const linksMade = new WeakMap<Estate, Map<string, readonly Link[]>>();

function linksOf(estate: Estate): Map<string, readonly Link[]> {
  let made = linksMade.get(estate);
  if (!made) {
    made = new Map();
    linksMade.set(estate, made);
  }
  return made;
}

/** The resources of a run by type and name, declared ones before what is read back; made once. */
function indexOf(estate: Estate): Map<string, Resource[]> {
  let index = indexes.get(estate);
  if (index) return index;
  index = new Map();
  const types = new Map<string, Resource[]>();
  const add = (map: Map<string, Resource[]>, key: string, resource: Resource) => {
    const list = map.get(key);
    if (list) list.push(resource);
    else map.set(key, [resource]);
  };
  const declared = estate.resources.filter(({ origin }) => origin !== 'existing');
  const told = new Set(declared.map(identityOf));
  // What is declared goes before what the platform reports of it.
  for (const resource of [...declared, ...estate.live.filter((one) => !told.has(identityOf(one)))]) {
    if (resource.scope.state === 'absent') add(index, keyOf(resource.type, nameOf(resource.name)), resource);
    if (resource.name.string === undefined) add(index, keyOf(resource.type, unnamed), resource);
    add(types, resource.type.toLowerCase(), resource);
  }
  indexes.set(estate, index);
  byType.set(estate, types);
  return index;
}
