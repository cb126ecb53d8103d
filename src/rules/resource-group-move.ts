import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { moveOf } from '../model/command.ts';
import { pointAt, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { listed } from '../model/documentation.ts';
import { relativeScope } from '../model/identity.ts';
import type { Resource } from '../model/resource.ts';
import { machineType } from '../model/type-names.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

/** What the documentation names, or means by "associated resources": a VM, its interfaces, disks and snapshots. */
const belongsToVirtualMachine =
  /^microsoft\.(hybridcompute\/machines|azurestackhci\/(virtualmachineinstances|networkinterfaces|virtualharddisks|snapshots))$/i;

/** A resource that stands in another resource group than in the base: say so. */
export default defineRule({
  id: 'AZL5001',
  name: 'resource-group-move',
  title: 'VM or associated resource is moved to another resource group',
  severity: 'error',
  preset: 'seed',
  limitation: listed(
    "A VM and the resources that belong to it, such as network interfaces and disks, can't be moved to another resource group.",
  ),
  remedy: 'Keep the resource group, or delete the resource and create it in the other one.',
  types: [machineType, 'Microsoft.AzureStackHCI/*'],

  *move(change, { estate }) {
    const { before, after } = change;
    if (after.type.split('/').length > 2) return; // its parent moves with it and says so
    if (after.type === machineType && !isVirtualMachine(after, estate.resources)) return;
    // An Arc machine and its instance are one VM: one finding.
    if (after.type === virtualMachineType && estate.moves.some((other) => isMachineOf(other.after, after))) return;
    yield {
      ...pointAt(after.resourceGroup, wasIn(change, before.resourceGroup)),
      message: `${describe(after)} stands in resource group "${after.resourceGroup.string}"; the ${oldState(change)} has it in "${before.resourceGroup.string}". It can't be moved between resource groups. Keep the group, or delete the resource and create it anew.`,
      ...(belongsToVirtualMachine.test(after.type) ? {} : { severity: 'warning' as const }),
    };
  },

  *operation(command) {
    const moved = command.kind === 'command' ? moveOf(command) : undefined;
    if (!moved) return;
    const { types, isCertain } = moved;
    const isDocumented = types.some((type) => belongsToVirtualMachine.test(type));
    yield {
      at: command.at,
      message: `"${command.subject}" moves Azure Local resources${types.length > 0 ? ` (${types.join(', ')})` : ''}. They can't be moved between resource groups. Keep the group, or delete them and create them anew.`,
      ...(isCertain && isDocumented ? {} : { severity: 'warning' as const }),
      ...(isCertain ? {} : { confidence: 'possible' as const }),
    };
  },
});

/** A server somewhere else that is under Arc can be moved. */
const isVirtualMachine = (machine: Resource, resources: readonly Resource[]): boolean =>
  machine.body.get('kind').string?.toLowerCase() === 'hci' || resources.some((other) => isMachineOf(machine, other));

const isMachineOf = (machine: Resource, instance: Resource): boolean =>
  machine.type === machineType &&
  instance.type === virtualMachineType &&
  machine.name.string !== undefined &&
  relativeScope(instance.scope) === `${machineType}/${machine.name.string}`.toLowerCase();
