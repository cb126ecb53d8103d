import type { Change } from './change.ts';
import type { Field } from './field.ts';
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
 * nothing, and neither do resources of two subscriptions: a wrong pair would be a wrong finding.
 */
export function pairResources(before: readonly Resource[], after: readonly Resource[]): Pairing {
  const changes: Change[] = [];
  const open = { before: new Set(before), after: new Set(after) };
  const pairBy = (key: Key, pairedBy: Change['pairedBy'], into: Change[]) => {
    const bases = uniqueBy(open.before, key);
    for (const [value, resource] of uniqueBy(open.after, key)) {
      const base = bases.get(value);
      if (!base || !resource || differ(base.subscription, resource.subscription)) continue;
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
  pairBy((resource) => `${resource.deployment.path}|${environmentIdentity(resource)}`, 'type and name', loose);
  pairBy(environmentIdentity, 'type and name', loose);
  pairBy(logicalIdentity, 'type and name', loose);
  const moved = ({ before, after }: Change) => differ(before.resourceGroup, after.resourceGroup);
  return { changes: [...changes, ...loose.filter((change) => !moved(change))], moves: loose.filter(moved) };
}

const environmentIdentity = (resource: Resource): string =>
  `${resource.deployment.environment}|${logicalIdentity(resource)}`;

const group = (resource: Resource): string => resource.resourceGroup.canonical().toLowerCase();

/** Whether two names are known and not the same. */
function differ(before: Field, after: Field): boolean {
  const [from, to] = [before.string, after.string];
  return from !== undefined && to !== undefined && from.toLowerCase() !== to.toLowerCase();
}

/** Whether a resource says who it is, if only by an expression: a name (or scope) that is no text says nothing. */
const isNamed = ({ name, scope }: Resource): boolean =>
  [name, ...(scope.state === 'absent' ? [] : [scope])].every(
    (field) => field.state === 'unknown' || field.string !== undefined,
  );

/** Resources by key; a key that several have is mapped to undefined. */
function uniqueBy(resources: Iterable<Resource>, key: Key): Map<string, Resource | undefined> {
  const result = new Map<string, Resource | undefined>();
  for (const resource of resources) {
    const value = key(resource);
    if (value === undefined || !isNamed(resource)) continue;
    result.set(value, result.has(value) ? undefined : resource);
  }
  return result;
}
