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
  /** Resources that look like one of the base but could not be paired with it. */
  readonly unpaired: readonly Unpaired[];
}

/** A resource that is not compared with anything, and why, for `--verbose`. */
export interface Unpaired {
  readonly after: Resource;
  readonly reason: string;
}

type Key = (resource: Resource) => string | undefined;

/**
 * Pairs resources with themselves in the base: by ARM id, then by logical identity inside the same file and
 * environment, then wherever they stand now (files get renamed). A key that is not unique on both sides pairs
 * nothing, and neither do resources of two subscriptions or of two environments that both states have: a wrong pair
 * would be a wrong finding.
 */
export function pairResources(before: readonly Resource[], after: readonly Resource[]): Pairing {
  if (before.length === 0 || after.length === 0) return { changes: [], moves: [], unpaired: [] };
  const changes: Change[] = [];
  const open = { before: new Set(before), after: new Set(after) };
  const areTwo = tellApart(before, after);
  const pairBy = (key: Key, pairedBy: Change['pairedBy'], into: Change[]) => {
    const bases = uniqueBy(open.before, key);
    for (const [value, resource] of uniqueBy(open.after, key)) {
      const base = bases.get(value);
      if (!base || !resource || areTwo(base, resource)) continue;
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
  return {
    changes: [...changes, ...loose.filter((change) => !moved(change))],
    moves: loose.filter(moved),
    unpaired: whyNot(open.before, open.after),
  };
}

/** Whether two resources are of two subscriptions, or of two environments of which one is deployed in both states. */
function tellApart(before: readonly Resource[], after: readonly Resource[]): (a: Resource, b: Resource) => boolean {
  const deployments = (resources: readonly Resource[]) => new Set(resources.map(deploymentKey));
  const [old, now] = [deployments(before), deployments(after)];
  return (base, resource) => {
    if (differ(base.subscription, resource.subscription)) return true;
    const [was, is] = [base.deployment.environment, resource.deployment.environment];
    if (was === is || was === '' || is === '') return false;
    return now.has(deploymentKey(base)) || old.has(deploymentKey(resource));
  };
}

const deploymentKey = ({ deployment: { path, environment } }: Resource): string => `${path}|${environment}`;

/** Why resources that have a namesake in the base were not paired with it. */
function whyNot(before: ReadonlySet<Resource>, after: ReadonlySet<Resource>): Unpaired[] {
  const namesakes = new Map<string, Resource[]>();
  const twins = new Map<string, number>();
  for (const resource of before) {
    const identity = logicalIdentity(resource);
    namesakes.set(identity, [...(namesakes.get(identity) ?? []), resource]);
  }
  for (const resource of after) {
    const identity = logicalIdentity(resource);
    twins.set(identity, (twins.get(identity) ?? 0) + 1);
  }
  return [...after].flatMap((resource): Unpaired[] => {
    const identity = logicalIdentity(resource);
    const candidates = namesakes.get(identity) ?? [];
    const [only] = candidates;
    if (!only || !isNamed(resource)) return [];
    const places = [...new Set(candidates.map(({ deployment }) => deployment.path))].sort().join(', ');
    if (candidates.length > 1) return [{ after: resource, reason: `${candidates.length} candidates in ${places}` }];
    const count = twins.get(identity) ?? 0;
    if (count > 1) return [{ after: resource, reason: `${count} resources would fit the one in ${places}` }];
    const what = differ(only.subscription, resource.subscription) ? 'subscription' : 'environment';
    return [{ after: resource, reason: `the one in ${places} is of another ${what}` }];
  });
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
