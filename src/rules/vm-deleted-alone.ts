import { defineRule } from '../engine/rule.ts';
import { machineInWords } from '../model/command.ts';
import { documented } from '../model/documentation.ts';

const deletesParts = /^(stack-hci-vm (disk|network nic) delete|resource delete|group delete)$/;

/** A script that deletes a VM, and no disk or network interface: remind of what stays. */
export default defineRule({
  id: 'AZL3032',
  name: 'vm-deleted-alone',
  title: 'VM is deleted without its disks and network interfaces',
  severity: 'note',
  preset: 'strict',
  limitation: documented(
    'manage-arc-virtual-machines',
    'Delete a VM',
    'Data disks and network interfaces stay when their VM is deleted; they have to be deleted one by one.',
  ),
  remedy: 'Delete the data disks and network interfaces of the VM afterwards, unless they are to be kept.',

  *operation(command) {
    if (command.kind !== 'command' || command.verb !== 'stack-hci-vm delete') return;
    if (command.sequence.some(({ verb }) => deletesParts.test(verb))) return;
    yield {
      at: command.at,
      message: `"${command.subject}" deletes ${machineInWords(command)}; its data disks and network interfaces stay. Delete them too, unless they are to be kept.`,
    };
  },
});
