import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { dynamicMemory, virtualMachineType } from '../model/virtual-machine.ts';

/** A VM with dynamic memory that has none any more: say that this takes a new VM. The other way is no longer supported at all. */
export default defineRule({
  id: 'AZL3007',
  name: 'memory-type-changed',
  title: 'Memory type of an existing VM is changed',
  severity: 'error',
  limitation: documented(
    'manage-arc-virtual-machines',
    'Change cores and memory',
    'Whether the memory of a VM is static or dynamic is settled when the VM is created.',
  ),
  remedy: 'Create a new VM with static memory.',
  types: [virtualMachineType],

  *change(change) {
    const { before, after } = change;
    const [bound] = dynamicMemory(before);
    const config = after.body.get('properties.hardwareProfile.dynamicMemoryConfig');
    // What says nothing when it is read back may still be so.
    if (!bound || after.origin === 'live' || config.state === 'unknown' || dynamicMemory(after).length > 0) return;
    if (['maximumMemoryMB', 'minimumMemoryMB'].some((name) => config.get(name).state === 'unknown')) return;
    yield {
      ...pointAt(config, { at: bound.field.at, message: `${oldState(change)}: memory was dynamic` }),
      message: `memory of ${describe(after)} is static; the ${oldState(change)} has it dynamic. The memory type can't change once the VM exists. Create a new VM with static memory.`,
    };
  },
});
