import type { Change } from './change.ts';
import { canonicalId, sameId } from './compare.ts';
import type { Field } from './field.ts';
import { displayName, logicalIdentity } from './identity.ts';
import type { Resource } from './resource.ts';

/** One deployed resource, with all that is said of it: in the base, in the live state, by a what-if. */
export interface Deployed {
  readonly type: string;
  readonly name: string;
  readonly resourceGroup: string | undefined;
  readonly states: readonly Resource[];
}

/** What is deployed, and what refers to what. */
export interface DeployedGraph {
  readonly all: readonly Deployed[];
  /** The deployed resource of which a change speaks. */
  of(change: Change): Deployed | undefined;
  /** The resources of a list that one refers to at a path, where `[]` steps into lists. */
  referred(from: Deployed, path: string, among: readonly Deployed[]): readonly Deployed[];
  /** Whether one refers at a path to what only the deployment knows. */
  isOpen(from: Deployed, path: string): boolean;
}

/** Joins the states of resources that are deployed: those with one identity that no group or environment tells apart. */
export function deployedGraph(states: readonly Resource[]): DeployedGraph {
  const byIdentity = new Map<string, { states: Resource[] }[]>();
  const nodeOf = new Map<Resource, { states: Resource[] }>();
  for (const state of states) {
    const identity = logicalIdentity(state);
    const nodes = byIdentity.get(identity) ?? [];
    byIdentity.set(identity, nodes);
    let node = nodes.find((other) => other.states.every((one) => mayBeOne(one, state)));
    if (!node) {
      node = { states: [] };
      nodes.push(node);
    }
    node.states.push(state);
    nodeOf.set(state, node);
  }
  const made = new Map([...byIdentity.values()].flat().map((node) => [node, toDeployed(node.states)]));
  const references = ({ states: of }: Deployed, path: string): Field[] => of.flatMap(({ body }) => body.all(path));
  return {
    all: [...made.values()],
    of({ before }) {
      const node = nodeOf.get(before);
      return node && made.get(node);
    },
    referred(from, path, among) {
      const ids = references(from, path).flatMap((field) => canonicalId(field) || []);
      return among.filter(({ states: of }) => of.some((state) => ids.some((id) => names(id, state))));
    },
    isOpen: (from, path) => references(from, path).some((field) => canonicalId(field) === undefined),
  };
}

function toDeployed(states: readonly [Resource, ...Resource[]] | readonly Resource[]): Deployed {
  const [first] = states as readonly [Resource, ...Resource[]];
  const resourceGroup = states.map((state) => state.resourceGroup.string).find((group) => group !== undefined);
  return { type: first.type, name: displayName(first), resourceGroup, states };
}

/** Whether nothing tells two states of one identity apart. */
function mayBeOne(a: Resource, b: Resource): boolean {
  const agree = (one = '', other = '') => one === '' || other === '' || one.toLowerCase() === other.toLowerCase();
  return (
    agree(a.resourceGroup.string, b.resourceGroup.string) &&
    agree(a.subscription.string, b.subscription.string) &&
    agree(a.deployment.environment, b.deployment.environment)
  );
}

/** Whether an id is that of a resource, or of a part of it such as a subnet. */
function names(id: string, { id: own, type, name }: Resource): boolean {
  const relative = name.string === undefined ? undefined : `${type}/${name.string}`.toLowerCase();
  const whole = own ?? relative;
  const isPart = /\/subnets\/[^/]+$/.test(id);
  return whole !== undefined && (sameId(id, whole) || (isPart && sameId(id.replace(/\/subnets\/[^/]+$/, ''), whole)));
}
