import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { machineInWords, powerAt, whileRunning } from '../model/command.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { gpuChange } from '../model/gpu.ts';
import { powerState, stopApplyStart, virtualMachineType } from '../model/virtual-machine.ts';

/** The GPUs of a VM: if they differ from the base, and the VM is not known to be off, say so. */
export default defineRule({
  id: 'AZL3105',
  name: 'gpu-changed-while-running',
  title: 'GPU is attached or detached without stopping the VM',
  severity: 'error',
  limitation: documented(
    'gpu-manage-via-device',
    'Prerequisites',
    'A VM has to be stopped to attach a GPU to it or to detach one.',
  ),
  also: [
    documented(
      'gpu-manage-via-device',
      'Attach a GPU after Azure Local multi-rack VM creation',
      'The platform refuses to change the GPUs of a VM that runs.',
    ),
  ],
  remedy: 'Stop the VM, apply the change, start the VM. With `--live` the linter knows whether it runs.',
  types: [virtualMachineType],

  *change(change, { estate }) {
    const power = powerState(change, estate);
    const changed = power === 'off' ? undefined : gpuChange(change);
    if (!changed) return;
    const runs = power === 'running' ? 'The VM is running' : 'The VM may be running';
    yield {
      ...pointAt(changed.is, { at: changed.was.at, message: `${oldState(change)}: had other GPUs` }),
      message: `the GPUs of ${describe(change.after)} change. ${runs}, and they can only change while it is stopped. ${stopApplyStart(change, estate)}.`,
      ...(power === 'running' ? {} : { severity: 'warning', confidence: 'possible' }),
    };
  },

  *operation(command, { estate }) {
    if (command.kind !== 'command') return;
    const [, action] = /^stack-hci-vm gpu (attach|detach)$/.exec(command.verb) ?? [];
    const power = action === undefined ? 'off' : powerAt(command, estate);
    if (power === 'off') return;
    const { runs, advice, ...weight } = whileRunning(command, power);
    yield {
      at: command.at,
      message: `"${command.subject}" ${action === 'attach' ? 'attaches a GPU to' : 'detaches a GPU of'} ${machineInWords(command)}. ${runs}, and GPUs can only change while it is stopped. ${advice}.`,
      ...weight,
    };
  },
});
