import type { LoadedFile } from '../inputs/index.ts';
import type { Estate } from '../model/estate.ts';
import { pairResources } from '../model/pairing.ts';
import type { Resource } from '../model/resource.ts';
import type { Document } from '../source/place.ts';

/** Everything that was loaded as one estate, its resources paired with themselves in the base and in the live state. */
export function buildEstate(
  loaded: readonly LoadedFile[],
  base: readonly LoadedFile[],
  live: readonly LoadedFile[],
  hasBase: boolean,
): Estate {
  const resources = loaded.flatMap((file) => file.resources);
  const liveResources = withoutRepeats([
    ...live.flatMap((file) => file.resources),
    ...loaded.flatMap((file) => file.deployed),
  ]);
  const baseResources = base.flatMap((file) => file.resources).filter((resource) => resource.origin !== 'existing');
  const given = loaded.flatMap((file) => file.changes);
  const fromWhatIf = new Set(given.map(({ after }) => after));
  const declared = resources.filter((resource) => resource.origin !== 'existing' && !fromWhatIf.has(resource));
  const fromBase = pairResources(baseResources, declared);
  // What the base does not know may still be deployed: the live state is its base.
  const known = new Set([...fromBase.changes, ...fromBase.moves].map((change) => change.after));
  const fromLive = pairResources(
    liveResources,
    declared.filter((resource) => !known.has(resource)),
  );
  const inLive = new Set([...fromLive.changes, ...fromLive.moves].map((change) => change.after));
  return {
    resources,
    operations: loaded.flatMap((file) => file.operations),
    changes: [...fromBase.changes, ...fromLive.changes, ...given],
    moves: [...fromBase.moves, ...fromLive.moves],
    unpaired: [...fromBase.unpaired.filter(({ after }) => !inLive.has(after)), ...fromLive.unpaired],
    live: liveResources,
    before: [...baseResources, ...liveResources],
    hasBase,
  };
}

/** A resource that the platform reports twice counts once; a list without properties says less than what was shown. */
function withoutRepeats(live: readonly Resource[]): readonly Resource[] {
  const kept = new Map<string, Resource[]>();
  for (const resource of live) {
    const key = resource.id ?? '';
    const others = kept.get(key) ?? [];
    const isSaid = ({ body }: Resource, by: Resource) => {
      const [own, other] = [body, by.body].map((one) => one.get('properties'));
      return !own?.isObject || own.canonical() === other?.canonical();
    };
    if (key !== '' && others.some((other) => isSaid(resource, other))) continue;
    kept.set(key, [...(key === '' ? others : others.filter((other) => !isSaid(other, resource))), resource]);
  }
  return [...kept.values()].flat();
}

/**
 * How many resources and operations are written down. One declaration counts once, however many deployments or copies
 * of it there are; what is only referred to does not count.
 */
export function countDeclarations({
  resources,
  operations,
}: {
  readonly resources: readonly Resource[];
  readonly operations: readonly unknown[];
}): number {
  const places = new Map<Document, Set<string>>();
  for (const { at, origin } of resources) {
    if (origin === 'existing') continue;
    const seen = places.get(at.document) ?? new Set();
    places.set(at.document, seen.add(JSON.stringify(at.path)));
  }
  return [...places.values()].reduce((sum, { size }) => sum + size, operations.length);
}
