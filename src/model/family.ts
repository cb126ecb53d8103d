import type { Estate } from './estate.ts';
import { addTo, groupBy } from './per-estate.ts';
import { find, isSameResource, nameOf, parentOf, type Reference, type ReferenceId, resourcesOf } from './references.ts';
import type { Resource } from './resource.ts';

/*
 * Children and parents: a rule of a network security group, a subnet of a virtual network. A child has the name of its
 * parent before its own, and stands where that stands.
 */

/** The id of a child's parent, as far as it is known; undefined for what is no child, or does not show its parent. */
function parentIdOf({ type, name, subscription, resourceGroup }: Resource): ReferenceId | undefined {
  const own = nameOf(name);
  if (own.split('/').length !== type.split('/').length - 1) return undefined;
  return parentOf({
    type: type.toLowerCase(),
    name: own,
    ...(subscription.state === 'absent' ? {} : { subscription: nameOf(subscription) }),
    ...(resourceGroup.state === 'absent' ? {} : { resourceGroup: nameOf(resourceGroup) }),
  });
}

/** The resource that a child is a part of. */
export function findParent(child: Resource, estate: Estate): Reference {
  const id = parentIdOf(child);
  return id ? find(id, child, estate) : { state: 'unknown' };
}

/**
 * The children of a type that a resource has in the run and in the live state, in whatever file it is told itself, and
 * whether all that may be its own are among them.
 */
export function childrenOf(
  parent: Resource,
  type: string,
  estate: Estate,
): { readonly known: readonly Resource[]; readonly isComplete: boolean } {
  const { families, parents, strays } = familiesOf(estate, type);
  const tellings = (parents.get(nameOf(parent.name)) ?? []).filter(
    (other) => other === parent || isSameResource(other, parent),
  );
  return { known: tellings.flatMap((one) => families.get(one) ?? []), isComplete: strays.length === 0 };
}

/**
 * The children of the same parent that are declared before a child, or that only the live state has: each pair of children
 * is told once. Two that can't be deployed together, or whose parent can't be told, are none.
 */
export const siblingsBefore = (child: Resource, estate: Estate): readonly Resource[] =>
  familyOf(child, estate).filter((other) => isBefore(other, child, estate));

/**
 * Those of them with a key: there may be thousands of others.
 *
 * @param keyOf what the children of a family are told apart by; one function for all of them, because it is asked once
 */
export function* siblingsWith<Key>(
  key: Key,
  keyOf: (sibling: Resource) => Key | undefined,
  child: Resource,
  estate: Estate,
): Generator<Resource> {
  const family = familyOf(child, estate);
  const byFamily = grouped.get(keyOf) ?? new WeakMap<readonly Resource[], ReadonlyMap<unknown, readonly Resource[]>>();
  grouped.set(keyOf, byFamily);
  const byKey = byFamily.get(family) ?? groupBy(family, keyOf);
  byFamily.set(family, byKey);
  for (const other of byKey.get(key) ?? []) if (isBefore(other, child, estate)) yield other;
}

const grouped = new WeakMap<object, WeakMap<readonly Resource[], ReadonlyMap<unknown, readonly Resource[]>>>();

function familyOf(child: Resource, estate: Estate): readonly Resource[] {
  const { families, keys } = familiesOf(estate, child.type);
  const key = keys.get(child);
  return (key === undefined ? undefined : families.get(key)) ?? nobody;
}

const nobody: readonly Resource[] = [];

function isBefore(other: Resource, child: Resource, estate: Estate): boolean {
  const { places } = familiesOf(estate, child.type);
  return (
    ((places.get(other) ?? 0) < (places.get(child) ?? 0) || other.origin === 'live') &&
    other.deployment.environment === child.deployment.environment &&
    // Of two conditions, each may be the other one's opposite.
    (other.condition === undefined || child.condition === undefined || other.condition === child.condition)
  );
}

/** The children of one type in a run by what they have in common: their parent, or its id in one file. */
interface Families {
  readonly families: ReadonlyMap<Resource | string, readonly Resource[]>;
  readonly keys: ReadonlyMap<Resource, Resource | string>;
  /** Their order. */
  readonly places: ReadonlyMap<Resource, number>;
  /** The parents that are in the run, by name. */
  readonly parents: ReadonlyMap<string, readonly Resource[]>;
  /** Children whose parent only the deployment can tell. */
  readonly strays: readonly Resource[];
}

const made = new WeakMap<Estate, Map<string, Families>>();

function familiesOf(estate: Estate, type: string): Families {
  const byType = made.get(estate) ?? new Map<string, Families>();
  made.set(estate, byType);
  const found = byType.get(type.toLowerCase());
  if (found) return found;
  const families = new Map<Resource | string, Resource[]>();
  const keys = new Map<Resource, Resource | string>();
  const places = new Map<Resource, number>();
  const parents = new Map<string, Resource[]>();
  const strays: Resource[] = [];
  for (const child of resourcesOf(estate, type)) {
    const { state, resource } = findParent(child, estate);
    const id = parentIdOf(child);
    if (state === 'unknown' || !id) strays.push(child);
    const { path, environment } = child.deployment;
    const key = resource ?? (id && JSON.stringify([path, environment, id]));
    if (key === undefined) continue;
    keys.set(child, key);
    places.set(child, places.size);
    if (resource && !families.has(resource)) addTo(parents, nameOf(resource.name), resource);
    addTo(families, key, child);
  }
  const result = { families, keys, places, parents, strays };
  byType.set(type.toLowerCase(), result);
  return result;
}
