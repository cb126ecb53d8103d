import { defineRule } from '../engine/rule.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { guestManagementOf } from '../model/guest-management.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

/**
 * The proxy of a VM with guest management: if there is none, say so. The page says that it is required; it does not speak of a
 * VM that reaches Azure without one, so this is a warning.
 */
export default defineRule({
  id: 'AZL3008',
  name: 'proxy-missing',
  title: 'VM with guest management has no proxy',
  severity: 'warning',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create a Windows VM',
    'Guest management needs the proxy that is given to the VM when it is created.',
  ),
  also: [
    documented(
      'create-arc-virtual-machines',
      'Create Azure Local VMs',
      'The network interface of a VM with guest management reaches the internet through the proxy of the VM.',
    ),
  ],
  remedy:
    'Give the VM a proxy with httpProxyConfig (`--proxy-configuration`), or turn the rule off where VMs reach Azure without one.',
  types: [virtualMachineType],

  *resource(machine, { estate }) {
    const proxy = machine.body.get('properties.httpProxyConfig');
    if (['httpProxy', 'httpsProxy'].some((name) => !isBlank(proxy.get(name)))) return;
    const { state } = guestManagementOf(machine, estate);
    if (state !== 'on' && state !== 'default') return;
    yield {
      ...pointAt(proxy),
      message: `${describe(machine)} has guest management and no proxy. Guest management reaches Azure through the proxy that the VM is created with, which can't be added later. Set httpProxy and httpsProxy in httpProxyConfig.`,
      confidence: 'possible',
    };
  },
});
