import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { machineInWords, powerAt, whileRunning } from '../model/command.ts';
import { pointAt, wasIn } from '../model/compare.ts';
import { describe, describeMember } from '../model/describe.ts';
import { listed } from '../model/documentation.ts';
import { changedDataDisks, powerState, stopApplyStart, virtualMachineType } from '../model/virtual-machine.ts';

/** The data disks of a VM: if one is attached or detached, and the VM is not known to be off, say so. */
export default defineRule({
  id: 'AZL4001',
  name: 'data-disks-changed-while-running',
  title: 'Data disk is attached or detached without stopping the VM',
  severity: 'error',
  preset: 'seed',
  limitation: listed("Data disks can't be attached to a running VM or detached from it; it has to be stopped first."),
  remedy: 'Stop the VM, apply the change, start the VM. With `--live` the linter knows whether it runs.',
  types: [virtualMachineType],

  *change(change, { estate }) {
    const power = powerState(change, estate);
    if (power === 'off') return;
    const of = describe(change.after);
    const runs = power === 'running' ? 'The VM is running' : 'The VM may be running';
    const severity = power === 'running' ? {} : ({ severity: 'warning', confidence: 'possible' } as const);
    const advice = `${runs}, and its data disks can only change while it is stopped. ${stopApplyStart(change, estate)}.`;
    const { before, after, added, removed } = changedDataDisks(change);
    for (const member of added) {
      yield {
        ...pointAt(member.field, { at: before.at, message: `${oldState(change)}: did not have this data disk` }),
        message: `${describeMember('data disk', member)} is attached to ${of}. ${advice}`,
        ...severity,
      };
    }
    for (const member of removed) {
      yield {
        ...pointAt(after, wasIn(change, member.field)),
        message: `${describeMember('data disk', member)} is detached from ${of}. ${advice}`,
        ...severity,
      };
    }
  },

  *operation(command, { estate }) {
    if (command.kind !== 'command') return;
    const [, action] = /^stack-hci-vm disk (attach|detach)$/.exec(command.verb) ?? [];
    const replaced = command.verb === 'stack-hci-vm update' ? command.options.get('--vhds') : undefined;
    if (action === undefined && !replaced) return;
    const power = powerAt(command, estate);
    if (power === 'off') return;
    const { runs, advice, ...weight } = whileRunning(command, power);
    const done = { attach: 'attaches a data disk to', detach: 'detaches a data disk of' }[action ?? ''];
    yield {
      at: replaced?.at ?? command.at,
      message: `"${replaced?.name ?? command.subject}" ${done ?? 'replaces the data disks of'} ${machineInWords(command)}. ${runs}, and its data disks can only change while it is stopped. ${advice}.`,
      ...weight,
    };
  },
});
