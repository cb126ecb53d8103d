import { defineRule } from '../engine/rule.ts';
import { extensionType, instanceOf } from '../model/arc-machine.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { guestManagementOf } from '../model/guest-management.ts';

/** An extension of a VM whose guest management is off: say that it can't be installed. */
export default defineRule({
  id: 'AZL3026',
  name: 'extension-without-guest-management',
  title: 'Extension is for a VM without guest management',
  severity: 'error',
  limitation: documented(
    'virtual-machine-manage-extension',
    'Prerequisites',
    'Extensions need a VM with guest management.',
  ),
  remedy: 'Create the VM with guest management, or leave the extension out.',
  types: [extensionType],

  *resource(extension, { estate }) {
    const machine = instanceOf(extension, estate);
    const guest = machine && guestManagementOf(machine, estate);
    if (!machine || guest?.state !== 'off') return;
    yield {
      ...pointAt(extension.name, { at: guest.at.at, message: 'guest management is off here' }),
      message: `${describe(extension)} is for ${describe(machine)}, whose guest management is off; extensions need it. Set provisionVMAgent to true when the VM is created, or leave the extension out.`,
    };
  },
});
