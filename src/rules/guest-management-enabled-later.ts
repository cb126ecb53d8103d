import { defineRule } from '../engine/rule.ts';
import { inBase, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { addedAgentOf, enabledGuestManagement, guestManagementOffAtCreation } from '../model/guest-management.ts';
import { guestManagementAtCreation } from '../model/limitations.ts';
import { isAtLeast, type Release } from '../model/release.ts';
import { guestAgentType, virtualMachineType } from '../model/virtual-machine.ts';

const once = 'Guest management can only be enabled when the VM is created';

/** Guest management of an existing VM: if it was off and is on now, say so; if a new VM has it off, say that it stays off. */
export default defineRule({
  id: 'AZL3001',
  name: 'guest-management-enabled-later',
  title: 'Guest management is enabled after the VM is created',
  severity: 'error',
  limitation: guestManagementAtCreation,
  remedy: 'Enable guest management when the VM is created; for an existing VM without it, create a new VM.',
  types: [virtualMachineType, guestAgentType],

  *resource(resource, { estate, release }) {
    const off = guestManagementOffAtCreation(resource, estate);
    if (off) {
      const message = `${describe(resource)} is declared with guest management off. ${once}, so this can't be repaired later. Set provisionVMAgent to true, or leave it out.`;
      yield { ...pointAt(off), message, severity: 'warning' };
    }
    const added = addedAgentOf(resource, estate);
    if (!added) return;
    yield {
      ...pointAt(added.at, { at: added.machine.before.at, message: 'base: the VM without a guest agent' }),
      message: `a guest agent is added to ${describe(added.machine.after)}, which exists in the base without one. ${advice(release)}`,
      ...weight(added.isCertain, release),
    };
  },

  *change(change, { estate, release }) {
    const enabled = enabledGuestManagement(change, estate);
    if (!enabled) return;
    const { was, is, isCertain } = enabled;
    yield {
      ...pointAt(is.at, inBase(was.at, was.state === 'off' ? 'off' : 'not given')),
      message: `guest management of ${describe(change.after)} is on; the base ${was.state === 'off' ? 'has it off' : 'does not say'}. ${advice(release)}`,
      ...weight(isCertain, release),
    };
  },
});

const advice = (release: Release): string =>
  isAtLeast(release, '1.4')
    ? `${once}; since release 1.4 also later, if the VM configuration agent was installed then. Check that it was.`
    : `${once}. Keep it as it was, or create a new VM with it.`;

const weight = (isCertain: boolean, release: Release) => ({
  ...(isCertain ? {} : { confidence: 'possible' as const }),
  ...(isCertain && !isAtLeast(release, '1.4') ? {} : { severity: 'warning' as const }),
});
