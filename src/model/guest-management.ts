import type { Change } from './change.ts';
import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { relativeScope } from './identity.ts';
import { isInBase } from './in-base.ts';
import { groupBy, perEstate } from './per-estate.ts';
import type { Resource } from './resource.ts';
import { guestAgentType, virtualMachineType } from './virtual-machine.ts';

/**
 * Whether a VM asks for guest management: `default` when it does not say, which the schema reads as on.
 * `at` is the setting that says so, or the place it is missing from.
 */
export interface GuestManagement {
  readonly state: 'on' | 'off' | 'default' | 'unknown';
  readonly at: Field;
}

/** What a VM says about guest management. */
export const guestManagement = (machine: Resource): GuestManagement => agentSetting(machine, 'provisionVMAgent');

/** Whether a VM is without the configuration agent, through which later releases enable guest management. */
export const isWithoutConfigurationAgent = (machine: Resource): boolean => configurationAgent(machine).state === 'off';

/** What a VM says about the agent that configures it. */
export const configurationAgent = (machine: Resource): GuestManagement =>
  agentSetting(machine, 'provisionVMConfigAgent');

/** Guest management of a VM: what it says itself, or on by a child that installs the agent. */
export function guestManagementOf(machine: Resource, estate: Estate): GuestManagement {
  const own = guestManagement(machine);
  return hasInstalledAgent(machine, estate) ? { state: 'on', at: own.at } : own;
}

/** A setting in the configuration of the operating system. */
function agentSetting(machine: Resource, setting: string): GuestManagement {
  const profile = machine.body.get('properties.osProfile');
  const [windows, linux] = ['windowsConfiguration', 'linuxConfiguration'].map((name) =>
    profile.get(`${name}.${setting}`),
  ) as [Field, Field];
  // Read-back output has both configurations, whatever the operating system.
  const system = machine.body.get('properties.storageProfile.osDisk.osType').string?.toLowerCase();
  const candidates = system === 'linux' ? [linux] : system === 'windows' ? [windows] : [windows, linux];
  const told = candidates.filter((field) => !field.isMissing);
  const [first] = told;
  if (!first) return { state: 'default', at: profile };
  const values = new Set(told.map((field) => field.boolean));
  if (values.size > 1 || first.boolean === undefined) return { state: 'unknown', at: first };
  return { state: first.boolean ? 'on' : 'off', at: first };
}

/** Whether two resources that extend machines of one name can extend one machine. */
function isSameMachine(a: Resource, b: Resource): boolean {
  const groups = [a, b].map((resource) => resource.resourceGroup.string?.toLowerCase());
  return groups[0] === groups[1] || groups.includes(undefined);
}

/** The agent that a guestAgents child of a VM installs. */
const installsAgent = (resource: Resource): boolean =>
  resource.type.toLowerCase() === guestAgentType.toLowerCase() &&
  resource.body.get('properties.provisioningAction').string?.toLowerCase() === 'install';

const byMachine = (agents: readonly Resource[]) =>
  groupBy(agents.filter(installsAgent), ({ scope }) => relativeScope(scope));

const agentsNow = perEstate(({ resources }) => byMachine(resources));

const agentsBefore = perEstate(({ changes }) => byMachine(changes.map(({ before }) => before)));

const changedMachines = perEstate(({ changes }) =>
  groupBy(
    changes.filter(({ after }) => after.type === virtualMachineType),
    ({ after }) => relativeScope(after.scope),
  ),
);

const hasInstalledAgent = (machine: Resource, estate: Estate): boolean =>
  agentsNow(estate)
    .get(relativeScope(machine.scope))
    ?.some((agent) => isSameMachine(agent, machine)) ?? false;

/** The setting by which a VM that the base does not have is declared without guest management; undefined when it is not. */
export function guestManagementOffAtCreation(machine: Resource, estate: Estate): Field | undefined {
  if (machine.type !== virtualMachineType) return undefined;
  if (isInBase(machine, estate)) return undefined; // too late for advice
  const { state, at } = guestManagement(machine);
  return state === 'off' && !hasInstalledAgent(machine, estate) ? at : undefined;
}

/** What a guestAgents child does that is added to a VM of the base; undefined when it is no such child. */
export function addedAgentOf(
  agent: Resource,
  estate: Estate,
): { readonly machine: Change; readonly at: Field; readonly isCertain: boolean } | undefined {
  if (!installsAgent(agent)) return undefined;
  if (isInBase(agent, estate)) return undefined;
  const machine = changedMachines(estate)
    .get(relativeScope(agent.scope))
    ?.find(({ after }) => isSameMachine(after, agent));
  if (!machine) return undefined;
  const { state } = guestManagement(machine.before);
  if (state === 'unknown') return undefined;
  if (machine.before.origin === 'live' && state !== 'off') return undefined; // a VM is read back without its children
  return { machine, at: agent.body.get('properties.provisioningAction'), isCertain: state !== 'on' };
}

/**
 * Guest management that is on and was not; undefined when it was. The schema reads a missing setting as on, so a
 * setting that is new, or gone after it was off, is no certain change.
 */
export function enabledGuestManagement(
  { before, after }: Change,
  estate: Estate,
): { readonly was: GuestManagement; readonly is: GuestManagement; readonly isCertain: boolean } | undefined {
  if (after.type !== virtualMachineType) return undefined;
  const [was, is] = [guestManagement(before), guestManagement(after)];
  if (was.state === 'default' && before.origin === 'live') return undefined; // not told
  if (is.state === 'default' && after.origin === 'live') return undefined;
  const turned = `${was.state} to ${is.state}`;
  if (!['off to on', 'off to default', 'default to on'].includes(turned)) return undefined;
  const had = agentsBefore(estate)
    .get(relativeScope(before.scope))
    ?.some((agent) => isSameMachine(agent, before));
  return had ? undefined : { was, is, isCertain: turned === 'off to on' };
}
