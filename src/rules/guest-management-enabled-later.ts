import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { machineInWords, optionOf } from '../model/command.ts';
import { pointAt, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { listed, since } from '../model/documentation.ts';
import { addedAgentOf, enabledGuestManagement, guestManagementOffAtCreation } from '../model/guest-management.ts';
import { advice, declaredOff, lateness, latenessFor, weight } from '../model/guest-management-advice.ts';
import { guestAgentType, virtualMachineType } from '../model/virtual-machine.ts';

/** Guest management of an existing VM: if it was off and is on now, say so; if a new VM has it off, say that it stays off. */
export default defineRule({
  id: 'AZL3001',
  name: 'guest-management-enabled-later',
  title: 'Guest management is enabled after the VM is created',
  severity: 'error',
  preset: 'seed',
  limitation: listed(
    "Guest management of a VM is enabled when the VM is created; it can't be enabled later.",
    since(
      '1.4',
      "an existing VM can be enrolled later if its configuration agent was installed at creation (what's new, 2026-08-20). A VM that certainly has none is still an error.",
    ),
  ),
  remedy: 'Enable guest management when the VM is created; for an existing VM without it, create a new VM.',
  types: [virtualMachineType, guestAgentType],

  *resource(resource, { estate, release }) {
    const off = guestManagementOffAtCreation(resource, estate);
    if (off) yield { ...pointAt(off), ...declaredOff(describe(resource), lateness(resource, release)) };
    const added = addedAgentOf(resource, estate);
    if (!added) return;
    const { before, after } = added.machine;
    const late = lateness(before, release);
    yield {
      ...pointAt(added.at, { at: before.at, message: `${oldState(added.machine)}: the VM without a guest agent` }),
      message: `a guest agent is added to ${describe(after)}, which exists in the ${oldState(added.machine)} without one. ${advice[late]}`,
      ...weight(added.isCertain, late),
    };
  },

  *change(change, { estate, release }) {
    const enabled = enabledGuestManagement(change, estate);
    if (!enabled) return;
    const { was, is, isCertain } = enabled;
    const late = lateness(change.before, release);
    const [told, inWords] = was.state === 'off' ? ['off', 'has it off'] : ['not given', 'does not say'];
    yield {
      ...pointAt(is.at, wasIn(change, was.at, told)),
      message: `guest management of ${describe(change.after)} is on; the ${oldState(change)} ${inWords}. ${advice[late]}`,
      ...weight(isCertain, late),
    };
  },

  *operation(command, { release }) {
    const agent = optionOf(command, 'stack-hci-vm update', '--enable-agent');
    if (command.kind !== 'command' || !agent || agent.values.some(({ boolean }) => boolean !== true)) return;
    const late = latenessFor(release);
    const message = `"${agent.name}" enables guest management of ${machineInWords(command)}. ${advice[late]}`;
    yield { at: agent.at, message, ...weight(true, late) };
  },
});
