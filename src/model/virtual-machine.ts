import type { Change } from './change.ts';
import {
  areTold,
  type Canonical,
  canonicalId,
  type Difference,
  differenceOf,
  membersOfList,
  sameId,
} from './compare.ts';
import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { displayName, logicalIdentity } from './identity.ts';
import { parseResourceId, type Resource } from './resource.ts';

/** The resource type these accessors speak about: the instance that makes an Arc machine an Azure Local VM. */
export const virtualMachineType = 'Microsoft.AzureStackHCI/virtualMachineInstances';

/** The child that installs the Arc agent in a VM. */
export const guestAgentType = 'Microsoft.AzureStackHCI/virtualMachineInstances/guestAgents';

/** Whether a VM runs, as far as the platform has told. */
export type PowerState = 'running' | 'off' | 'unknown';

/**
 * The power state of a VM that is changed, from the live state. Paused and saved VMs are not off; states in between
 * are unknown, but a starting VM will run. Source: enum `powerState` of the 2026-04-01-preview API (read 2026-11-22).
 */
export function powerState({ before, after }: Change, estate: Estate): PowerState {
  const live = [before.origin === 'live' ? before : undefined, liveCounterpart(after, estate)];
  const states = live.map((machine) => machine?.body.get('properties.status.powerState').string?.toLowerCase());
  const state = states.find((told) => told !== undefined);
  if (state === 'running' || state === 'starting') return 'running';
  return state === 'stopped' || state === 'deallocated' ? 'off' : 'unknown';
}

/** The resource as the platform reports it: by id, or by its name when its id is not known and nothing else fits. */
function liveCounterpart(resource: Resource, { live }: Estate): Resource | undefined {
  if (resource.id !== undefined) {
    const found = live.find(({ id }) => id === resource.id);
    if (found) return found;
  }
  const fits = live.filter(
    (other) =>
      logicalIdentity(other) === logicalIdentity(resource) && (resource.id === undefined || other.id === undefined),
  );
  return fits.length === 1 ? fits[0] : undefined;
}

/**
 * How to change a VM that has to be off for it. Source: the commands of "Manage resources for Azure Local VMs" (read
 * 2026-11-22).
 */
export function stopApplyStart({ before, after }: Change, estate: Estate): string {
  const groupOf = (machine: Resource) =>
    machine.resourceGroup.string ?? parseResourceId(machine.scope.string ?? '')?.resourceGroup;
  const states = [after, before, liveCounterpart(after, estate)].filter((machine) => machine !== undefined);
  const named = states.find(({ scope }) => scope.string !== undefined);
  const name = named ? shellWord(displayName(named)) : '<name>';
  const group = states.map(groupOf).find((told) => told !== undefined);
  const options = `--name ${name} --resource-group ${group === undefined ? '<resource group>' : shellWord(group)}`;
  return `Stop it (az stack-hci-vm stop ${options}), apply the change, start it again (az stack-hci-vm start ${options})`;
}

/** A value as one word of a command, in sh and in PowerShell. */
export const shellWord = (text: string): string => (/^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", '')}'`);

/** A list of references of a VM before and after. */
export interface ReferenceChange extends Difference {
  readonly before: Field;
  readonly after: Field;
}

/** The network interfaces of a VM that are added and removed. */
export const changedNetworkInterfaces = (change: Change): ReferenceChange =>
  changedReferences(change, 'properties.networkProfile.networkInterfaces');

/** The data disks of a VM that are attached and detached. */
export const changedDataDisks = (change: Change): ReferenceChange =>
  changedReferences(change, 'properties.storageProfile.dataDisks');

function changedReferences(change: Change, path: string): ReferenceChange {
  const [before, after] = [change.before.body.get(path), change.after.body.get(path)];
  if (!areTold(change, before, after)) return { before, after, added: [], removed: [] };
  const members = (list: Field) => membersOfList(list, (item) => item.get('id'), canonicalId);
  return { before, after, ...differenceOf(members(before), members(after), sameId, true) };
}

/** The bounds that make the memory of a VM dynamic, as far as they are known. Zero bounds nothing. */
export const dynamicMemory = ({ body }: Resource): readonly { readonly name: string; readonly field: Field }[] =>
  ['maximumMemoryMB', 'minimumMemoryMB', 'targetMemoryBuffer']
    .map((name) => ({ name, field: body.get(`properties.hardwareProfile.dynamicMemoryConfig.${name}`) }))
    .filter(({ field }) => (field.number ?? 0) > 0);

const numberText: Canonical = (field) => (field.isMissing ? '' : field.number?.toString());

/** What makes the size of a VM. `Default` and `Custom` name no size: processors and memory say it. */
export const sizeParts: readonly { readonly name: string; readonly canonical: Canonical }[] = [
  { name: 'processors', canonical: numberText },
  { name: 'memoryMB', canonical: numberText },
  {
    name: 'vmSize',
    canonical: (field) => (field.isMissing ? '' : field.string?.toLowerCase().replace(/^(default|custom)$/, '')),
  },
];
