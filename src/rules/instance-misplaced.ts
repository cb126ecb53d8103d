import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { replaced, suggestion } from '../model/fix.ts';
import { referenceId } from '../model/references.ts';
import { machineType } from '../model/type-names.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

/** The name and scope of a VM instance: it is named default, and extends an Arc machine. */
export default defineRule({
  id: 'AZL3014',
  name: 'instance-misplaced',
  title: 'VM instance is not named default, or extends no Arc machine',
  severity: 'warning',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create Azure Local VMs',
    'In the template of the page the instance of a VM is named default and has the Arc machine as its scope.',
  ),
  also: [
    documented(
      'troubleshoot-arc-enabled-vms',
      'Failure to deploy an Azure Local VM',
      'A template that deploys a VM matches the sample template of the documentation.',
    ),
  ],
  remedy: 'Name the instance default, and set its scope to the Microsoft.HybridCompute/machines resource of the VM.',
  fix: 'suggestion',
  types: [virtualMachineType],

  *resource(machine) {
    const { name, scope } = machine;
    if (name.string !== undefined && !/^default$/i.test(name.string)) {
      yield {
        ...pointAt(name),
        fix: suggestion('Name the instance "default".', replaced(name, 'default')),
        message: `the instance of ${describe(machine)} is named "${name.string}"; an instance is always named "default", and the machine has the name of the VM. Name it "default".`,
      };
    }
    const extended = referenceId(scope);
    if (scope.state === 'absent') {
      yield {
        ...pointAt(scope),
        message: `VM instance "${name.string ?? 'default'}" has no scope; it must extend the Arc machine of the VM. Set scope to the Microsoft.HybridCompute/machines resource.`,
      };
    } else if (extended && extended.type !== machineType.toLowerCase()) {
      yield {
        ...pointAt(scope),
        message: `${describe(machine)} extends a resource of the type "${extended.type}"; it must extend an Arc machine. Set scope to a Microsoft.HybridCompute/machines resource.`,
      };
    }
  },
});
