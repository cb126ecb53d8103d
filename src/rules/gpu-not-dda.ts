import { defineRule } from '../engine/rule.ts';
import { machineInWords } from '../model/command.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { replaced, suggestion } from '../model/fix.ts';
import { gpusOf, gpuWords } from '../model/gpu.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

const advice = 'multi-rack deployments assign whole GPUs only. Use "GpuDDA"';

/** How a GPU is assigned: if it is known and not as a whole, say so. */
export default defineRule({
  id: 'AZL3102',
  name: 'gpu-not-dda',
  title: 'GPU is assigned in another way than DDA',
  severity: 'error',
  limitation: documented(
    'gpu-preparation',
    'Attaching GPUs on Azure Local multi-rack',
    'A GPU is assigned to one VM as a whole, by Discrete Device Assignment (DDA).',
  ),
  remedy: 'Use the assignment type GpuDDA.',
  fix: 'suggestion',
  types: [virtualMachineType],

  *resource(machine) {
    for (const gpu of gpusOf(machine)) {
      const type = gpu.get('assignmentType');
      if (type.string === undefined || /^gpudda$/i.test(type.string)) continue;
      yield {
        ...pointAt(type),
        fix: suggestion('Set "assignmentType" to "GpuDDA".', replaced(type, 'GpuDDA')),
        message: `a GPU of ${describe(machine)} is assigned by "${type.string}"; ${advice}.`,
      };
    }
  },

  *operation(command) {
    if (command.kind !== 'command' || command.isDeclaration) return;
    for (const { field, assignmentType } of gpuWords(command)) {
      if (/^gpudda$/i.test(assignmentType)) continue;
      yield {
        ...pointAt(field),
        message: `a GPU of ${machineInWords(command)} is assigned by "${assignmentType}"; ${advice}.`,
      };
    }
  },
});
