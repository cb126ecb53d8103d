import { defineRule } from '../engine/rule.ts';
import { subjectOf } from '../model/command.ts';
import { documented } from '../model/documentation.ts';

/**
 * Commands of the extension that no page of multi-rack deployments shows, by their verbs. Those that another rule speaks
 * about are left out: interfaces of a VM, pause and save, storage paths, updates of what can't be updated.
 */
const undocumented =
  /^stack-hci-vm (?:vmconnect (?:enable|disable)|reconnect-to-azure|create-from-local|disk (?:create-from-local|upload)|(?:network )?nic create-from-local)$/;

/** A command that was made for hyperconverged deployments. */
export default defineRule({
  id: 'AZL5007',
  name: 'undocumented-command',
  title: 'Command is on no page of the documentation of multi-rack deployments',
  severity: 'note',
  preset: 'strict',
  limitation: documented(
    'virtual-machine-operations',
    'Supported VM operations',
    'The page lists what can be done with VMs of multi-rack deployments; connecting to a host, taking over local VMs and uploading disks are not in it.',
  ),
  remedy: 'Use the operations that the page lists.',

  *operation(command) {
    if (command.kind !== 'command' || !undocumented.test(command.verb)) return;
    yield {
      at: command.at,
      message: `${subjectOf(command)} is on no page of the documentation of multi-rack deployments, which may not have it. Use an operation that is.`,
    };
  },
});
