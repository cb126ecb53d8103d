import { defineRule } from '../engine/rule.ts';
import { machineInWords } from '../model/command.ts';
import { documented } from '../model/documentation.ts';
import { type Command, knownText } from '../model/operation.ts';

/** A command that pauses a VM, or saves its state: say that it fails. */
export default defineRule({
  id: 'AZL3027',
  name: 'vm-paused-or-saved',
  title: 'VM is paused, or its state is saved',
  severity: 'error',
  limitation: documented(
    'virtual-machine-operations',
    'Operations that return errors',
    'Pausing a VM and saving its state are answered with an error: they are not supported.',
  ),
  remedy: 'Stop the VM instead.',

  *operation(command) {
    const action = command.kind === 'command' ? actionOf(command) : undefined;
    if (command.kind !== 'command' || action === undefined) return;
    const what =
      action === 'pause' ? `pauses ${machineInWords(command)}` : `saves the state of ${machineInWords(command)}`;
    yield {
      at: command.at,
      message: `"${command.subject}" ${what}; multi-rack deployments answer that with an error. Stop the VM instead (az stack-hci-vm stop).`,
    };
  },
});

/** The action of a command on a VM, also when it calls the API. */
function actionOf(command: Command): string | undefined {
  const [, own] = /^stack-hci-vm (pause|save)$/.exec(command.verb) ?? [];
  if (own !== undefined || !/^(resource invoke-action|rest)$/.test(command.verb)) return own;
  const text = command.words.map(knownText).join(' ');
  const [, called] =
    instanceAction.exec(text) ?? (instanceType.test(text) ? /-action[ =:](pause|save)(?!\w)/i.exec(text) : null) ?? [];
  return called?.toLowerCase();
}

const instanceType = /microsoft\.azurestackhci\/virtualmachineinstances/i;
const instanceAction = /microsoft\.azurestackhci\/virtualmachineinstances\/default\/(pause|save)(?![\w/])/i;
