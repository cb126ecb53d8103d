import { defineRule } from '../engine/rule.ts';
import { machineInWords, powerAt } from '../model/command.ts';
import { documented } from '../model/documentation.ts';

/** The serial console of a VM that the script has stopped: say that nobody answers. */
export default defineRule({
  id: 'AZL3034',
  name: 'serial-console-of-stopped-vm',
  title: 'Serial console is opened on a stopped VM',
  severity: 'warning',
  limitation: documented('serial-console', 'Troubleshooting', 'The serial console can be reached while the VM runs.'),
  remedy: 'Start the VM first.',

  *operation(command, { estate }) {
    if (command.kind !== 'command' || command.verb !== 'stack-hci-vm serial-console connect') return;
    if (powerAt(command, estate) !== 'off') return;
    yield {
      at: command.at,
      message: `"${command.subject}" opens the serial console of ${machineInWords(command)}, which is stopped then; it must run. Start it first (az stack-hci-vm start).`,
    };
  },
});
