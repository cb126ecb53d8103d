import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

/** The identity of a VM instance: if it has one, say where it belongs. */
export default defineRule({
  id: 'AZL3010',
  name: 'identity-on-instance',
  title: 'Identity is on the VM instance instead of its Arc machine',
  severity: 'error',
  limitation: documented(
    'troubleshoot-arc-enabled-vms',
    'Failure to deploy an Azure Local VM',
    'The system-assigned identity of a VM stands on its Arc machine, not on the instance; otherwise the deployment fails with a conflict.',
  ),
  remedy: 'Move the identity to the Microsoft.HybridCompute/machines resource of the VM.',
  types: [virtualMachineType],

  *resource(machine) {
    const type = machine.body.get('identity.type');
    if (type.string === undefined || /^(none)?$/i.test(type.string)) return;
    yield {
      ...pointAt(type),
      message: `identity "${type.string}" stands on the instance of ${describe(machine)}, where it makes the deployment fail. Move it to the Microsoft.HybridCompute/machines resource.`,
    };
  },
});
