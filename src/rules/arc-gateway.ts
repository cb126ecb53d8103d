import { defineRule } from '../engine/rule.ts';
import { arcMachineOf, instanceOf } from '../model/arc-machine.ts';
import { isVirtualMachine, machineInWords, optionOf } from '../model/command.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { argument } from '../model/operation.ts';
import { referenceId } from '../model/references.ts';

const settingsType = 'Microsoft.HybridCompute/settings';
const advice = "VMs of multi-rack deployments can't use one. Leave it out, and give the VM a proxy";

/** An Arc gateway for an Azure Local VM, in the settings of its machine or in a command: say that there is none. */
export default defineRule({
  id: 'AZL3023',
  name: 'arc-gateway',
  title: 'VM is connected through an Arc gateway',
  severity: 'error',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create Azure Local virtual machines enabled by Azure Arc for multi-rack deployments (Preview)',
    'Arc gateways are not supported for Azure Local VMs.',
  ),
  remedy: 'Connect the VM without a gateway: give it a proxy when it is created.',
  types: [settingsType],

  *resource(settings, { estate }) {
    const gateway = settings.body.get('properties.gatewayProperties.gatewayResourceId');
    const { resource: machine } = arcMachineOf(settings, estate);
    // Other servers can have a gateway.
    if (gateway.isMissing || !referenceId(gateway) || !machine || !instanceOf(machine, estate)) return;
    yield { ...pointAt(gateway), message: `${describe(machine)} gets an Arc gateway; ${advice}.` };
  },

  *operation(command, { estate }) {
    if (command.kind !== 'command') return;
    const gateway = optionOf(command, 'stack-hci-vm create', '--gateway-id');
    if (gateway) {
      yield {
        at: gateway.at,
        message: `"${gateway.name}" gives ${machineInWords(command)} an Arc gateway; ${advice}.`,
      };
    }
    if (command.verb !== 'arcgateway settings update') return;
    const name = argument(command, '--base-resource-name');
    if (!isVirtualMachine(name, command, estate)) return;
    yield {
      at: command.at,
      message: `"${command.subject}" gives virtual machine "${name.string}" an Arc gateway; ${advice}.`,
    };
  },
});
