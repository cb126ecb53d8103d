import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { standTogether } from '../model/references.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';
import { disksOf, diskUses, isShareable } from '../model/virtual-machine-disks.ts';

/** A disk of two VMs: of an operating system, or one for data that is not made to be shared. That they clash is our conclusion. */
export default defineRule({
  id: 'AZL3028',
  name: 'disk-of-two-vms',
  title: 'Disk belongs to two VMs',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'virtual-machine-operations',
    'Unsupported VM operations',
    'A VM is no copy of another one: that can damage data, and leave VMs that nobody can manage or start.',
  ),
  remedy: 'Give each VM disks of its own.',
  types: [virtualMachineType],

  *resource(machine, { estate }) {
    for (const disk of disksOf(machine, estate)) {
      const uses = diskUses(estate, disk);
      const index = uses.findIndex(({ machine: user }) => user === machine);
      const other = uses.slice(0, index).find(({ machine: user }) => standTogether(user, machine));
      if (!other || (!disk.isSystem && !other.isSystem && isShareable(disk, machine, estate))) continue;
      yield {
        ...pointAt(disk.field, { at: other.field.at, message: `${describe(other.machine)} has it too` }),
        message: `disk "${disk.name}" of ${describe(machine)} belongs to ${describe(other.machine)} as well. Copies of VMs are not supported, and two VMs that write to one disk damage it. Give each VM a disk of its own.`,
      };
    }
  },
});
