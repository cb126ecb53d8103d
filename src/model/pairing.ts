import type { Change } from './change.ts';
import { logicalIdentity } from './identity.ts';
import type { Resource } from './resource.ts';

/** Resources of two states, matched. */
export interface Pairing {
  /** The same resource before and after. */
  readonly changes: readonly Change[];
  /** The same type and name, but in another resource group: a move, as far as the specs can tell. */
  readonly moves: readonly Change[];
}

type Key = (resource: Resource) => string | undefined;

/**
 * Pairs resources with themselves in the base: by ARM id, then by logical identity inside the same file and
 * environment, then wherever they stand now (files get renamed). A key that is not unique on both sides pairs
 * nothing: a wrong pair would be a wrong finding.
 */
export function pairResources(before: readonly Resource[], after: readonly Resource[]): Pairing {
  const changes: Change[] = [];
  const open = { before: new Set(before), after: new Set(after) };
  const pairBy = (key: Key, pairedBy: Change['pairedBy'], into: Change[]) => {
    const bases = uniqueBy(open.before, key);
    for (const [value, resource] of uniqueBy(open.after, key)) {
      const base = bases.get(value);
      if (!base || !resource) continue;
      into.push({ before: base, after: resource, pairedBy });
      open.before.delete(base);
      open.after.delete(resource);
    }
  };
  pairBy((resource) => resource.id, 'id', changes);
  pairBy(
    (resource) => `${group(resource)}|${resource.deployment.path}|${environmentIdentity(resource)}`,
    'name',
    changes,
  );
  pairBy((resource) => `${group(resource)}|${environmentIdentity(resource)}`, 'name', changes);
  pairBy((resource) => `${group(resource)}|${logicalIdentity(resource)}`, 'type and name', changes);

  const loose: Change[] = [];
  pairBy(environmentIdentity, 'type and name', loose);
  pairBy(logicalIdentity, 'type and name', loose);
  const moved = (change: Change) => isKnownMove(change);
  return { changes: [...changes, ...loose.filter((change) => !moved(change))], moves: loose.filter(moved) };
}

const environmentIdentity = (resource: Resource): string =>
  `${resource.deployment.environment}|${logicalIdentity(resource)}`;

const group = (resource: Resource): string => resource.resourceGroup.canonical().toLowerCase();

function isKnownMove({ before, after }: Change): boolean {
  const [from, to] = [before.resourceGroup.string, after.resourceGroup.string];
  return from !== undefined && to !== undefined && from.toLowerCase() !== to.toLowerCase();
}

/** Resources by key; a key that several have is mapped to undefined. */
function uniqueBy(resources: Iterable<Resource>, key: Key): Map<string, Resource | undefined> {
  const result = new Map<string, Resource | undefined>();
  for (const resource of resources) {
    const value = key(resource);
    if (value === undefined || resource.name.state === 'absent') continue;
    result.set(value, result.has(value) ? undefined : resource);
  }
  return result;
}
