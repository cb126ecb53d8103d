import type { Estate } from './estate.ts';
import type { Resource } from './resource.ts';

/** Computed when it is first asked for, once for each estate. */
export const perEstate = <T>(compute: (estate: Estate) => T): ((estate: Estate) => T) => once(compute);

/** Computed when it is first asked for, once for each resource: what thousands of others ask of it. */
export const perResource = <T>(compute: (resource: Resource) => T): ((resource: Resource) => T) => once(compute);

function once<Key extends object, T>(compute: (key: Key) => T): (key: Key) => T {
  const made = new WeakMap<Key, { readonly value: T }>();
  return (key) => {
    let entry = made.get(key);
    if (!entry) {
      entry = { value: compute(key) };
      made.set(key, entry);
    }
    return entry.value;
  };
}

/** Items by a key each; those without one are left out. */
export function groupBy<T, K = string>(items: readonly T[], keyOf: (item: T) => K | undefined): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) addTo(groups, key, item);
  }
  return groups;
}

/** Adds an item to the group of a key, which is made when it is the first. */
export function addTo<T, K>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
