import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { dynamicMemory, virtualMachineType } from '../model/virtual-machine.ts';

/** The bounds of dynamic memory: if a VM has one, say so. */
export default defineRule({
  id: 'AZL3006',
  name: 'dynamic-memory',
  title: 'VM has dynamic memory',
  severity: 'error',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create Azure Local VMs',
    'The memory of a VM is static; dynamic memory is not supported.',
  ),
  remedy: 'Leave dynamicMemoryConfig out, and give the VM the memory it needs with memoryMB.',
  types: [virtualMachineType],

  *resource(machine) {
    const [bound] = dynamicMemory(machine);
    if (!bound) return;
    yield {
      ...pointAt(bound.field),
      message: `${bound.name} of ${describe(machine)} is "${bound.field.value}", which makes its memory dynamic; multi-rack deployments support static memory only. Leave dynamicMemoryConfig out, and set memoryMB.`,
    };
  },
});
