import type { Change } from '../model/change.ts';
import { type Deployed, type DeployedGraph, deployedGraph } from '../model/deployed-graph.ts';
import { typeInWords } from '../model/describe.ts';
import type { Estate } from '../model/estate.ts';
import { relativeScope } from '../model/identity.ts';
import { logicalNetworkType } from '../model/logical-network.ts';
import type { Resource } from '../model/resource.ts';
import { networkInterfaceType } from '../model/type-names.ts';
import { shellWord, virtualMachineType } from '../model/virtual-machine.ts';
import { type Raised, regionOf } from './findings.ts';
import { compareText } from './order.ts';
import type { Region } from './report.ts';

/** A deployed resource that has to be replaced by a new one. */
export interface Replacement {
  readonly name: string;
  /** What it is, in words: `logical network`. */
  readonly kind: string;
  readonly resourceGroup?: string;
  /** The findings about itself; none when it is replaced because of what it stands on. */
  readonly findings: readonly { readonly ruleId: string; readonly message: string; readonly region: Region }[];
  /** Names of the replaced resources that it stands on: the network of an interface, the interfaces of a VM. */
  readonly standsOn: readonly string[];
  /** Names of the network interfaces of a VM that are not replaced: the old VM has them until it is deleted. */
  readonly keeps: readonly string[];
  /** The resource group in which it is to stand, when that is another one. */
  readonly movesTo?: string;
  /** Data disks of a VM, by name. */
  readonly disks: readonly string[];
  /** The names as words of a command. */
  readonly shell: { readonly name: string; readonly resourceGroup: string; readonly disks: readonly string[] };
}

/** What the changes that can't be made in place come to, each list by name. */
export interface ReplacementPlan {
  /** Whether there was an older state to compare with. */
  readonly isCompared: boolean;
  readonly networks: readonly Replacement[];
  readonly interfaces: readonly Replacement[];
  readonly machines: readonly Replacement[];
  /** Disks, snapshots and others that are to stand in another resource group. */
  readonly others: readonly Replacement[];
  /** Resources that may stand on a replaced one: only the deployment knows. In words. */
  readonly open: readonly string[];
}

/** The rules whose errors only a new resource mends. */
const needsReplacement = /^(AZL110[1-5]|AZL3001|AZL3002|AZL5001)$/;

const diskType = 'Microsoft.AzureStackHCI/virtualHardDisks';
const interfacesOf = 'properties.networkProfile.networkInterfaces[].id';
const disksOf = 'properties.storageProfile.dataDisks[].id';
const networkOf = 'properties.ipConfigurations[].properties.subnet.id';

/** What has to be replaced, and what stands on it: VM → network interface → logical network, in what is deployed. */
export function replacementPlan(raised: readonly Raised[], estate: Estate): ReplacementPlan {
  const changes = [...estate.changes, ...estate.moves];
  const graph = deployedGraph([...new Set([...estate.before, ...changes.map(({ before }) => before)])]);
  const own = new Map<Deployed, Raised[]>();
  for (const item of raised) {
    if (!needsReplacement.test(item.rule.id) || (item.problem.severity ?? item.rule.severity) !== 'error') continue;
    const change = item.resource && changeOf(item.resource, changes);
    const deployed = change && machineOf(graph.of(change), graph);
    if (deployed) own.set(deployed, [...(own.get(deployed) ?? []), item]);
  }
  return { isCompared: estate.hasBase, ...planOf(own, graph) };
}

/** The change that a finding is about: that of its resource, or of the VM that its resource belongs to. */
const changeOf = (resource: Resource, changes: readonly Change[]): Change | undefined =>
  changes.find(({ after }) => after === resource) ??
  changes.find(
    ({ after }) =>
      after.type === virtualMachineType &&
      resource.scope.state !== 'absent' &&
      relativeScope(after.scope) === relativeScope(resource.scope),
  );

/** An Arc machine and the instance that makes it a VM are one thing to replace: the instance has the references. */
const machineOf = (one: Deployed | undefined, graph: DeployedGraph): Deployed | undefined =>
  one?.type.toLowerCase() === 'microsoft.hybridcompute/machines'
    ? (graph.all.find(
        ({ type, states: [state] }) =>
          type === virtualMachineType &&
          state &&
          relativeScope(state.scope) === `${one.type}/${one.name}`.toLowerCase(),
      ) ?? one)
    : one;

function planOf(
  own: ReadonlyMap<Deployed, readonly Raised[]>,
  graph: DeployedGraph,
): Omit<ReplacementPlan, 'isCompared'> {
  const ofType = (type: string) => graph.all.filter((one) => one.type.toLowerCase() === type.toLowerCase());
  const [disks, interfaces] = [ofType(diskType), ofType(networkInterfaceType)];
  const networks = ofType(logicalNetworkType).filter((one) => own.has(one));
  const replaced = (among: readonly Deployed[], path: string, bases: readonly Deployed[]) =>
    among
      .map((one) => [one, graph.referred(one, path, bases)] as const)
      .filter(([one, on]) => own.has(one) || on.length > 0);
  const replacedInterfaces = replaced(interfaces, networkOf, networks);
  const newInterfaces = replacedInterfaces.map(([one]) => one);
  const machines = replaced(ofType(virtualMachineType), interfacesOf, newInterfaces);
  const listed = new Set([...networks, ...newInterfaces, ...machines.map(([one]) => one)]);
  const item = (one: Deployed, on: readonly Deployed[] = []) =>
    toReplacement(one, own.get(one) ?? [], on, graph, disks);
  const isAnything = own.size > 0;
  const open = (among: readonly Deployed[], path: string) =>
    among.filter((one) => isAnything && !listed.has(one) && graph.isOpen(one, path));
  return {
    networks: sorted(networks.map((one) => item(one))),
    interfaces: sorted(replacedInterfaces.map(([one, on]) => item(one, on))),
    machines: sorted(machines.map(([one, on]) => item(one, on))),
    others: sorted([...own.keys()].filter((one) => !listed.has(one)).map((one) => item(one))),
    open: [
      ...(networks.length > 0 ? open(interfaces, networkOf) : []).map(({ name }) => `network interface "${name}"`),
      ...(newInterfaces.length > 0 ? open(ofType(virtualMachineType), interfacesOf) : []).map(
        ({ name }) => `virtual machine "${name}"`,
      ),
    ].sort(compareText),
  };
}

function toReplacement(
  one: Deployed,
  findings: readonly Raised[],
  on: readonly Deployed[],
  graph: DeployedGraph,
  disks: readonly Deployed[],
): Replacement {
  const { name, type, resourceGroup } = one;
  const isMachine = type === virtualMachineType;
  const interfaces = graph.all.filter((each) => each.type === networkInterfaceType);
  const movesTo = findings.find(({ rule }) => rule.id === 'AZL5001')?.resource?.resourceGroup.string;
  const diskList = isMachine ? diskNames(one, graph, disks) : [];
  const unique = new Map(
    findings.map(({ rule, problem }) => {
      const finding = { ruleId: rule.id, message: problem.message, region: regionOf(problem.at) };
      return [JSON.stringify(finding), finding];
    }),
  );
  return {
    name,
    kind: typeInWords(type),
    ...(resourceGroup === undefined ? {} : { resourceGroup }),
    findings: [...unique.values()].sort((a, b) => compareText(a.ruleId, b.ruleId) || compareText(a.message, b.message)),
    standsOn: namesOf(on),
    keeps: namesOf(isMachine ? graph.referred(one, interfacesOf, interfaces).filter((each) => !on.includes(each)) : []),
    ...(movesTo === undefined ? {} : { movesTo }),
    disks: diskList,
    shell: {
      name: shellWord(name),
      resourceGroup: resourceGroup === undefined ? '<resource group>' : shellWord(resourceGroup),
      disks: diskList.map(shellWord),
    },
  };
}

/** Names of a VM's data disks: of those that are known as resources, and of the others by their ids. */
function diskNames(machine: Deployed, graph: DeployedGraph, disks: readonly Deployed[]): string[] {
  const ids = machine.states.flatMap(({ body }) =>
    body.all(disksOf).flatMap((id) => id.string?.split('/').at(-1) ?? []),
  );
  const names = [...graph.referred(machine, disksOf, disks).map(({ name }) => name), ...ids];
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].sort(compareText);
}

const namesOf = (resources: readonly Deployed[]): string[] => resources.map(({ name }) => name).sort(compareText);

const sorted = (list: readonly Replacement[]): Replacement[] =>
  [...list].sort(
    (a, b) =>
      compareText(a.name, b.name) ||
      compareText(a.resourceGroup ?? '', b.resourceGroup ?? '') ||
      compareText(a.kind, b.kind),
  );
