import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { pointAt, wasIn } from '../model/compare.ts';
import { describe, describeMember } from '../model/describe.ts';
import { networkInterfacesAtCreation } from '../model/limitations.ts';
import { isAtLeast } from '../model/release.ts';
import { changedNetworkInterfaces, virtualMachineType } from '../model/virtual-machine.ts';

/** The network interfaces of an existing VM: if one is added or removed, say so. */
export default defineRule({
  id: 'AZL3002',
  name: 'network-interfaces-changed',
  title: 'Network interfaces of an existing VM are added or removed',
  severity: 'error',
  limitation: networkInterfacesAtCreation,
  remedy: 'Keep the network interfaces that the VM has, or create a new VM with all that it needs.',
  types: [virtualMachineType],

  *change(change, { release }) {
    const of = describe(change.after);
    const relaxed = isAtLeast(release, '1.5');
    const severity = relaxed ? ({ severity: 'warning' } as const) : {};
    const fixed = relaxed
      ? 'The documented list says that the network interfaces of a VM are fixed when it is created; since release 1.5 secondary ones may be added. Check that yours is one.'
      : 'The network interfaces of a VM are fixed when it is created. Keep them, or create a new VM with all that it needs.';
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
});
