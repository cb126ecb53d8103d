import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { machineInWords, optionOf } from '../model/command.ts';
import { pointAt, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { listed, since } from '../model/documentation.ts';
import {
  addedAgentOf,
  enabledGuestManagement,
  guestManagementOffAtCreation,
  isWithoutConfigurationAgent,
} from '../model/guest-management.ts';
import { isAtLeast, type Release } from '../model/release.ts';
import type { Resource } from '../model/resource.ts';
import { guestAgentType, virtualMachineType } from '../model/virtual-machine.ts';

const once = 'Guest management can only be enabled when the VM is created';
const keepAgent = 'Since release 1.4 it can be enabled later, through the VM configuration agent. Keep that agent on.';

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
    const late = isAtLeast(release, '1.4') ? 'maybe' : 'too late';
    const message = `"${agent.name}" enables guest management of ${machineInWords(command)}. ${advice[late]}`;
    yield { at: agent.at, message, ...weight(true, late) };
  },
});

/** Whether it is too late once the VM exists: never in the documented list; later releases go through another agent. */
type Lateness = keyof typeof advice;

const lateness = (machine: Resource, release: Release): Lateness =>
  !isAtLeast(release, '1.4') ? 'too late' : isWithoutConfigurationAgent(machine) ? 'too late without agent' : 'maybe';

const advice = {
  'too late': `${once}. Keep it as it was, or create a new VM with it.`,
  'too late without agent': `${once}; since release 1.4 also later, but only through the VM configuration agent, which this VM was created without. Keep it as it was, or create a new VM with both.`,
  maybe: `${once}; since release 1.4 also later, if the VM configuration agent was installed then. Check that it was.`,
} as const;

function declaredOff(what: string, late: Lateness) {
  const declared = `${what} is declared with guest management off.`;
  if (late === 'maybe') return { message: `${declared} ${keepAgent}`, severity: 'note' } as const;
  const unless = late === 'too late without agent' ? ' without the VM configuration agent, which is off as well' : '';
  const message = `${declared} ${once}, so this can't be repaired later${unless}. Set provisionVMAgent to true, or leave it out.`;
  return { message, severity: 'warning' } as const;
}

const weight = (isCertain: boolean, late: Lateness) => ({
  ...(isCertain ? {} : { confidence: 'possible' as const }),
  ...(isCertain && late !== 'maybe' ? {} : { severity: 'warning' as const }),
});
