import { defineRule } from '../engine/rule.ts';
import { machineInWords } from '../model/command.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { gpusOf, gpuWords } from '../model/gpu.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

const advice = 'a GPU that is assigned as a whole has no partition. Write 0, or leave it out';

/** The partition of a GPU that is assigned as a whole: if it has a size, say so. The page shows 0, and does not say why. */
export default defineRule({
  id: 'AZL3103',
  name: 'gpu-partition-size',
  title: 'GPU that is assigned as a whole has the size of a partition',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'gpu-manage-via-device',
    'Attach a GPU during Azure Local multi-rack VM creation',
    'A GPU is given by how it is assigned and the size of its partition, which is 0 with DDA.',
  ),
  remedy: 'Write 0, or leave partitionSizeMB out.',
  types: [virtualMachineType],

  *resource(machine) {
    for (const gpu of gpusOf(machine)) {
      const size = gpu.get('partitionSizeMB');
      // For a partition the way in which it is assigned has to change.
      if (!/^gpudda$/i.test(gpu.get('assignmentType').string ?? '') || !size.number) continue;
      yield {
        ...pointAt(size),
        message: `partitionSizeMB of a GPU of ${describe(machine)} is "${size.value}"; ${advice}.`,
      };
    }
  },

  *operation(command) {
    if (command.kind !== 'command' || command.isDeclaration) return;
    for (const { field, assignmentType, others } of gpuWords(command)) {
      if (!/^gpudda$/i.test(assignmentType) || !/^0*[1-9]\d*$/.test(others[0] ?? '')) continue;
      yield {
        ...pointAt(field),
        message: `the partition of a GPU of ${machineInWords(command)} has the size "${others[0]}"; ${advice}.`,
      };
    }
  },
});
