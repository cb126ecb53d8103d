import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { machineInWords, optionOf, powerAt, whileRunning } from '../model/command.ts';
import { areTold, compareFields, pointAt, valueText, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { powerState, stopApplyStart, virtualMachineType } from '../model/virtual-machine.ts';

/**
 * The computer name of a VM: if it changes, and the VM is not known to be off, say so. One copy of the page says that
 * the VM restarts by itself; the later one that it has to be off.
 */
export default defineRule({
  id: 'AZL3030',
  name: 'computer-renamed-while-running',
  title: 'Computer name of an existing VM is changed without stopping it',
  severity: 'warning',
  limitation: documented(
    'virtual-machine-operations',
    'Azure CLI only',
    'The computer name of a VM can be changed with the Azure CLI only, and while the VM is off.',
  ),
  remedy: 'Stop the VM, rename it with `az stack-hci-vm update --computer-name`, start the VM.',
  types: [virtualMachineType],

  *change(change, { estate }) {
    const power = powerState(change, estate);
    const [was, is] = [change.before, change.after].map(({ body }) => body.get('properties.osProfile.computerName'));
    if (power === 'off' || !was || !is || was.isMissing || is.isMissing || !areTold(change, was, is)) return;
    if (compareFields(was, is, ({ string }) => string?.toLowerCase()) !== 'different') return;
    yield {
      ...pointAt(is, wasIn(change, was)),
      message: `computer name of ${describe(change.after)} is "${valueText(is)}"; the ${oldState(change)} has "${valueText(was)}". ${power === 'running' ? 'The VM is running' : 'The VM may be running'}, and it can only be renamed while it is stopped. ${stopApplyStart(change, estate)}.`,
      ...(power === 'running' ? {} : { confidence: 'possible' }),
    };
  },

  *operation(command, { estate }) {
    const name = optionOf(command, 'stack-hci-vm update', '--computer-name');
    if (command.kind !== 'command' || !name) return;
    const power = powerAt(command, estate);
    if (power === 'off') return;
    const { runs, advice, ...weight } = whileRunning(command, power);
    yield {
      at: name.at,
      message: `"${name.name}" renames the computer of ${machineInWords(command)}. ${runs}, and it can only be renamed while it is stopped. ${advice}.`,
      ...weight,
    };
  },
});
