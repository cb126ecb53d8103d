import { defineRule } from '../engine/rule.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { guestManagementOf } from '../model/guest-management.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

/** The network interfaces of a VM with guest management: if there is none, say so. */
export default defineRule({
  id: 'AZL3009',
  name: 'vm-without-network-interface',
  title: 'VM with guest management has no network interface',
  severity: 'error',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create a Windows VM',
    'A VM with guest management is created with one network interface at least.',
  ),
  remedy: 'Give the VM a network interface: none can be added once it exists.',
  types: [virtualMachineType],

  *resource(machine, { estate }) {
    const interfaces = machine.body.get('properties.networkProfile.networkInterfaces');
    if (!isBlank(interfaces)) return;
    const { state } = guestManagementOf(machine, estate);
    if (state !== 'on' && state !== 'default') return;
    yield {
      ...pointAt(interfaces),
      message: `${describe(machine)} has guest management and no network interface. It needs one at least, and none can be added once it exists. Name one in networkProfile.networkInterfaces.`,
      // The command line has guest management on; whether a template that says nothing has, no page tells.
      ...(state === 'on' ? {} : { severity: 'warning', confidence: 'possible' }),
    };
  },
});
