import { defineRule } from '../engine/rule.ts';
import { machineInWords, optionOf } from '../model/command.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { documented } from '../model/documentation.ts';

/** The way in that a command gives to a VM: one of three words. */
export default defineRule({
  id: 'AZL3018',
  name: 'authentication-type-unknown',
  title: 'Authentication type of a VM is none that exists',
  severity: 'error',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create a Windows VM',
    'The authentication type of a VM is all, password or ssh.',
  ),
  remedy: 'Use all, password or ssh.',

  *operation(command) {
    const [type] = optionOf(command, 'stack-hci-vm create', '--authentication-type')?.values ?? [];
    if (command.kind !== 'command' || !type || isBlank(type) || type.string === undefined) return;
    if (/^(all|password|ssh)$/i.test(type.string)) return;
    yield {
      ...pointAt(type),
      message: `authentication type of ${machineInWords(command)} is "${type.string}"; it must be "all", "password" or "ssh". Use one of them.`,
    };
  },
});
