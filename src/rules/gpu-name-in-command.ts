import { defineRule } from '../engine/rule.ts';
import { machineInWords } from '../model/command.ts';
import { pointAt } from '../model/compare.ts';
import { documented } from '../model/documentation.ts';
import { gpuWords } from '../model/gpu.ts';

/** A GPU as a command has it: if a third part stands behind the size, say that it is not taken. */
export default defineRule({
  id: 'AZL3106',
  name: 'gpu-name-in-command',
  title: 'Command names the model of a GPU',
  severity: 'warning',
  limitation: documented(
    'gpu-manage-via-device',
    'Attach a GPU during Azure Local multi-rack VM creation',
    'The Azure CLI takes how a GPU is assigned and the size of its partition; its model can be named in a template only.',
  ),
  remedy: 'Leave the model out, or deploy the VM with a template.',

  *operation(command) {
    if (command.kind !== 'command') return;
    for (const { field, assignmentType, others } of gpuWords(command)) {
      if (others.length < 2) continue;
      yield {
        ...pointAt(field),
        message: `"${field.string}" names the model of a GPU of ${machineInWords(command)}; the Azure CLI doesn't take it. Write "${assignmentType},${others[0]}", or use a template to name the model.`,
      };
    }
  },
});
