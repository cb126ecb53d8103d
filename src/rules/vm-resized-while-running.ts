import { defineRule } from '../engine/rule.ts';
import { isReadBack, oldState } from '../model/change.ts';
import { machineInWords, powerAt, whileRunning } from '../model/command.ts';
import { compareFields, isBlank, pointAt, valueText, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { listed } from '../model/documentation.ts';
import type { Field } from '../model/field.ts';
import { powerState, sizeParts, stopApplyStart, virtualMachineType } from '../model/virtual-machine.ts';

/** The size of a VM: if it differs from the base, and the VM is not known to be off, say so. */
export default defineRule({
  id: 'AZL3003',
  name: 'vm-resized-while-running',
  title: 'Size of an existing VM is changed without stopping it',
  severity: 'error',
  preset: 'seed',
  limitation: listed("The processors and memory of a VM can't be changed while it runs; it has to be stopped first."),
  remedy: 'Stop the VM, apply the change, start the VM. With `--live` the linter knows whether it runs.',
  types: [virtualMachineType],

  *change(change, { estate }) {
    const power = powerState(change, estate);
    if (power === 'off') return;
    const [before, after] = [change.before, change.after].map((machine) =>
      machine.body.get('properties.hardwareProfile'),
    );
    if (!before || !after) return;
    const runs = power === 'running' ? 'The VM is running' : 'The VM may be running';
    const severity = power === 'running' ? {} : ({ severity: 'warning', confidence: 'possible' } as const);
    for (const { name, canonical } of sizeParts) {
      const [was, is] = [before.get(name), after.get(name)];
      if (isReadBack(change) && (isBlank(was) || isBlank(is))) continue; // the platform fills in what is left out
      if (compareFields(was, is, canonical) !== 'different') continue;
      yield {
        ...pointAt(is, wasIn(change, was)),
        message: `${name} of ${describe(change.after)} is "${valueText(is)}"; the ${oldState(change)} has "${valueText(was)}". ${runs}, and its size can only change while it is stopped. ${stopApplyStart(change, estate)}.`,
        ...severity,
      };
    }
  },

  *operation(command, { estate }) {
    if (command.kind !== 'command' || command.verb !== 'stack-hci-vm update') return;
    const power = powerAt(command, estate);
    if (power === 'off') return;
    const { runs, advice, ...weight } = whileRunning(command, power);
    for (const [name, option] of command.options) {
      const isSize = sizeOption.test(name) || (name === '--set' && option.values.some(setsSize));
      if (!isSize) continue;
      yield {
        at: option.at,
        message: `"${option.name}" changes the size of ${machineInWords(command)}. ${runs}, and its size can only change while it is stopped. ${advice}.`,
        ...weight,
      };
    }
  },
});

/** Options of the Azure CLI, and parameters of the cmdlet, that make the size of a VM. */
const sizeOption =
  /^--(v-cpus-available|memory-mb|processors|hardware-profile|size|vm-size|vm-memory|vm-processors?)\b/;

const setsSize = (value: Field): boolean => /^(properties\.)?hardwareProfile\b/i.test(value.prefix);
