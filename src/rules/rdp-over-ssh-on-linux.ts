import { defineRule } from '../engine/rule.ts';
import { optionOf, virtualMachineNamed } from '../model/command.ts';
import { documented } from '../model/documentation.ts';
import { guestSystem } from '../model/guest-system.ts';
import { argument } from '../model/operation.ts';

/** A remote desktop through SSH: if the VM is known to be Linux, say so. */
export default defineRule({
  id: 'AZL3033',
  name: 'rdp-over-ssh-on-linux',
  title: 'Remote desktop through SSH is for a Linux VM',
  severity: 'warning',
  limitation: documented(
    'connect-arc-vm-using-ssh',
    'Use RDP over SSH to connect an Azure Local VM',
    'Remote desktop through SSH works with Windows VMs only.',
  ),
  remedy: 'Leave `--rdp` out.',

  *operation(command, { estate }) {
    const rdp = optionOf(command, 'ssh arc', '--rdp');
    if (command.kind !== 'command' || !rdp || rdp.values[0]?.boolean === false) return;
    const name = argument(command, '--name', '--vm-name');
    const machine = virtualMachineNamed(name, estate);
    if (!machine || guestSystem(machine, estate) !== 'linux') return;
    yield {
      at: rdp.at,
      related: [{ at: machine.at, message: 'the VM, which is Linux' }],
      message: `"${rdp.name}" opens a remote desktop on virtual machine "${name.string}", which is Linux; that works with Windows only. Leave the option out.`,
    };
  },
});
