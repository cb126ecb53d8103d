import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { machineInWords } from '../model/command.ts';
import { pointAt, wasIn } from '../model/compare.ts';
import { describe, describeMember } from '../model/describe.ts';
import { listed, since } from '../model/documentation.ts';
import { isAtLeast, type Release } from '../model/release.ts';
import { changedNetworkInterfaces, virtualMachineType } from '../model/virtual-machine.ts';

/** The network interfaces of an existing VM: if one is added or removed, say so. */
export default defineRule({
  id: 'AZL3002',
  name: 'network-interfaces-changed',
  title: 'Network interfaces of an existing VM are added or removed',
  severity: 'error',
  preset: 'seed',
  limitation: listed(
    'The network interfaces of a VM are given when it is created; none can be added or removed afterwards.',
    since(
      '1.5',
      "secondary network interfaces may be added to an existing VM, stopped or running (what's new, 2026-08-20).",
    ),
  ),
  remedy: 'Keep the network interfaces that the VM has, or create a new VM with all that it needs.',
  types: [virtualMachineType],

  *change(change, { release }) {
    const of = describe(change.after);
    const { fixed, ...severity } = judgement(release);
    const { before, after, added, removed } = changedNetworkInterfaces(change);
    for (const member of added) {
      yield {
        ...pointAt(member.field, {
          at: before.at,
          message: `${oldState(change)}: did not have this network interface`,
        }),
        message: `${describeMember('network interface', member)} is added to ${of}. ${fixed}`,
        ...severity,
      };
    }
    for (const member of removed) {
      yield {
        ...pointAt(after, wasIn(change, member.field)),
        message: `${describeMember('network interface', member)} is removed from ${of}. ${fixed}`,
        ...severity,
      };
    }
  },

  *operation(command, { release }) {
    if (command.kind !== 'command') return;
    const { fixed, ...severity } = judgement(release);
    const of = machineInWords(command);
    const replaced = command.verb === 'stack-hci-vm update' ? command.options.get('--nics') : undefined;
    const done = new Map([
      ['stack-hci-vm nic add', `"${command.subject}" adds a network interface to ${of}`],
      ['stack-hci-vm nic remove', `"${command.subject}" removes a network interface of ${of}`],
      ['stack-hci-vm update', replaced && `"${replaced.name}" replaces the network interfaces of ${of}`],
    ]).get(command.verb);
    if (done !== undefined) yield { at: replaced?.at ?? command.at, message: `${done}. ${fixed}`, ...severity };
  },
});

const judgement = (release: Release) =>
  isAtLeast(release, '1.5')
    ? {
        severity: 'warning' as const,
        fixed:
          'The documented list says that the network interfaces of a VM are fixed when it is created; since release 1.5 secondary ones may be added. Check that yours is one.',
      }
    : {
        fixed:
          'The network interfaces of a VM are fixed when it is created. Keep them, or create a new VM with all that it needs.',
      };
