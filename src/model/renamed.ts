import type { Estate } from './estate.ts';
import { perEstate } from './per-estate.ts';
import type { Resource } from './resource.ts';

/**
 * The resource of the base that one of another name seems to be: gone under its own name, the only one of its type in
 * the same file and environment with the same properties, as the new one is the only one that is new.
 */
export function formerName(resource: Resource, estate: Estate): Resource | undefined {
  if (estate.before.length === 0) return undefined;
  const { before = [], after = [] } = candidates(estate).get(keyOf(resource)) ?? {};
  const [was] = before;
  return before.length === 1 && after.length === 1 && after[0] === resource ? was : undefined;
}

/** Declared resources that nothing is paired with, by what they have in common with their namesake. */
const candidates = perEstate((estate: Estate) => {
  const map = new Map<string, { before: Resource[]; after: Resource[] }>();
  const paired = [...estate.changes, ...estate.moves].flatMap(({ before, after }) => [before, after]);
  const known = new Set([...paired, ...estate.unpaired.map(({ after }) => after)]);
  const fill = (side: 'before' | 'after', resources: readonly Resource[]) => {
    for (const resource of resources) {
      if (resource.origin !== 'declared' || known.has(resource) || !isTelling(resource)) continue;
      const key = keyOf(resource);
      const entry = map.get(key) ?? { before: [], after: [] };
      entry[side].push(resource);
      map.set(key, entry);
    }
  };
  fill('before', estate.before);
  fill('after', estate.resources);
  return map;
});

/** Whether a resource has a name that is known, and properties that tell it from others. */
const isTelling = ({ name, body }: Resource): boolean =>
  name.string !== undefined && (body.get('properties').size ?? 0) > 0;

const keyOf = ({ type, deployment: { path, environment }, body }: Resource): string =>
  `${type} ${path} ${environment} ${body.get('properties').canonical()}`;
