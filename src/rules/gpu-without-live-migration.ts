import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { gpuList, gpusOf } from '../model/gpu.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

/** A VM with a GPU: say what upgrades do to it. */
export default defineRule({
  id: 'AZL3107',
  name: 'gpu-without-live-migration',
  title: 'VM with a GPU is shut down in upgrades',
  severity: 'note',
  preset: 'strict',
  limitation: documented(
    'whats-new',
    'Features and improvements in 1.3',
    'Upgrades move running VMs from host to host, but those with a GPU are shut down and started again.',
  ),
  also: [
    documented(
      'gpu-manage-via-device',
      'Prerequisites',
      'A VM with a GPU is not moved from host to host while it runs.',
    ),
  ],
  remedy: 'Plan for the VM to be away in upgrades.',
  types: [virtualMachineType],

  *resource(machine) {
    if (gpusOf(machine).length === 0) return;
    yield {
      ...pointAt(gpuList(machine)),
      message: `${describe(machine)} has a GPU, so upgrades of the platform shut it down and start it again instead of moving it while it runs. Plan for that.`,
    };
  },
});
