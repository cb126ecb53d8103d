import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { replaced, suggestion } from '../model/fix.ts';
import { configurationAgent, guestManagementOffAtCreation } from '../model/guest-management.ts';
import { isAtLeast } from '../model/release.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

/** The configuration agent of a VM: if it is off, say what will be missed. */
export default defineRule({
  id: 'AZL3012',
  name: 'configuration-agent-off',
  title: 'VM configuration agent is off',
  severity: 'warning',
  limitation: documented(
    'whats-new',
    'Features and improvements in 1.4',
    'Enrolling an existing VM into Arc later goes through the configuration agent that is installed when the VM is created.',
  ),
  remedy: 'Set provisionVMConfigAgent to true, or leave it out.',
  fix: 'suggestion',
  types: [virtualMachineType],

  *resource(machine, { estate, release }) {
    const { state, at } = configurationAgent(machine);
    if (state !== 'off') return;
    // From release 1.4 on, guest-management-enabled-later speaks of both agents at once.
    if (isAtLeast(release, '1.4') && guestManagementOffAtCreation(machine, estate)) return;
    yield {
      ...pointAt(at),
      fix: suggestion('Set "provisionVMConfigAgent" to true.', replaced(at, true)),
      message: `the configuration agent of ${describe(machine)} is off. Without it guest management can never be enabled later. Set provisionVMConfigAgent to true, or leave it out.`,
    };
  },
});
