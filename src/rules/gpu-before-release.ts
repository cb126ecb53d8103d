import { defineRule } from '../engine/rule.ts';
import { machineInWords } from '../model/command.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { gpuList, gpusOf } from '../model/gpu.ts';
import { isAtLeast } from '../model/release.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

const advice =
  'VMs can have GPUs since release 1.4. Name the release that you deploy to (`release`), or leave them out';

/** GPUs of a VM: before release 1.4 there are none. */
export default defineRule({
  id: 'AZL3101',
  name: 'gpu-before-release',
  title: 'VM has a GPU before release 1.4',
  severity: 'warning',
  limitation: documented('whats-new', 'Features and improvements in 1.4', 'Release 1.4 brings GPUs to VMs.'),
  remedy: 'Set `release` to 1.4 or later when that is what you deploy to; leave GPUs out otherwise.',
  types: [virtualMachineType],

  *resource(machine, { release }) {
    if (isAtLeast(release, '1.4') || gpusOf(machine).length === 0) return;
    yield {
      ...pointAt(gpuList(machine)),
      message: `${describe(machine)} has a GPU, and release "${release}" is checked for. ${advice}.`,
    };
  },

  *operation(command, { release }) {
    if (command.kind !== 'command' || command.verb !== 'stack-hci-vm gpu attach' || isAtLeast(release, '1.4')) return;
    yield {
      at: command.at,
      message: `"${command.subject}" gives ${machineInWords(command)} a GPU, and release "${release}" is checked for. ${advice}.`,
    };
  },
});
