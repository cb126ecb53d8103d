import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { guestSystem } from '../model/guest-system.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

/** A Linux VM that takes passwords: advise keys. */
export default defineRule({
  id: 'AZL3021',
  name: 'password-authentication-on-linux',
  title: 'Linux VM takes passwords',
  severity: 'note',
  preset: 'strict',
  limitation: documented('create-arc-virtual-machines', 'Create a Linux VM', 'SSH keys are recommended for Linux VMs.'),
  remedy: 'Use the authentication type ssh with public keys.',
  types: [virtualMachineType],

  *resource(machine, { estate }) {
    const isOff = machine.body.get('properties.osProfile.linuxConfiguration.disablePasswordAuthentication');
    if (isOff.boolean !== false || guestSystem(machine, estate) !== 'linux') return;
    yield {
      ...pointAt(isOff),
      message: `${describe(machine)} takes passwords; keys are recommended for Linux. Set disablePasswordAuthentication to true (\`--authentication-type ssh\`), and give it public keys.`,
    };
  },
});
