import { defineRule } from '../engine/rule.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { gpusOf } from '../model/gpu.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

/** The model of a GPU: if it is known and not the one that is supported, say so. */
export default defineRule({
  id: 'AZL3104',
  name: 'gpu-model-unsupported',
  title: 'GPU is of a model that is not supported',
  severity: 'error',
  limitation: documented(
    'gpu-preparation',
    'Supported GPU models',
    'The NVIDIA RTX Pro 6000 is the GPU that VMs can have.',
  ),
  also: [
    documented(
      'gpu-manage-via-device',
      'Prerequisites',
      'The name of a GPU that does not exist makes the creation or update of the VM fail.',
    ),
  ],
  remedy: 'Write NVIDIA RTX Pro 6000, or leave gpuName out.',
  types: [virtualMachineType],

  *resource(machine) {
    for (const gpu of gpusOf(machine)) {
      const name = gpu.get('gpuName');
      if (isBlank(name) || name.string === undefined || /rtx[\s_-]*pro[\s_-]*6000/i.test(name.string)) continue;
      yield {
        ...pointAt(name),
        message: `a GPU of ${describe(machine)} is "${name.string}"; multi-rack deployments support the "NVIDIA RTX Pro 6000". Write that, or leave gpuName out.`,
      };
    }
  },
});
