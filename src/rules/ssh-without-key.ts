import { defineRule } from '../engine/rule.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

/** A Linux VM without a password: if it has no public key either, say so. */
export default defineRule({
  id: 'AZL3019',
  name: 'ssh-without-key',
  title: 'Linux VM has neither password authentication nor a public key',
  severity: 'error',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create a Linux VM',
    'A VM with the authentication type ssh is given its public keys when it is created.',
  ),
  remedy: 'Give the VM a public key (`--ssh-key-values`), or let it have a password.',
  types: [virtualMachineType],

  *resource(machine) {
    const configuration = machine.body.get('properties.osProfile.linuxConfiguration');
    const [isOff, keys] = [configuration.get('disablePasswordAuthentication'), configuration.get('ssh.publicKeys')];
    // An empty key in a template stands in for one that is to be filled in.
    if (isOff.boolean !== true || !isBlank(keys)) return;
    yield {
      ...pointAt(isOff),
      message: `${describe(machine)} takes no password and has no public key: nobody can log in. Give it a key in ssh.publicKeys (\`--ssh-key-values\`).`,
    };
  },
});
