import type { Estate } from './estate.ts';

/** Computed when it is first asked for, once for each estate. */
export function perEstate<T>(compute: (estate: Estate) => T): (estate: Estate) => T {
  const made = new WeakMap<Estate, { readonly value: T }>();
  return (estate) => {
    let entry = made.get(estate);
    if (!entry) {
      entry = { value: compute(estate) };
      made.set(estate, entry);
    }
    return entry.value;
  };
}

/** Items by a key each; those without one are left out. */
export function groupBy<T, K = string>(items: readonly T[], keyOf: (item: T) => K | undefined): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
