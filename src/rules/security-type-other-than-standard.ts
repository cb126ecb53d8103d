import { defineRule } from '../engine/rule.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { replaced, suggestion } from '../model/fix.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

/** The security type of a VM: if it is known and not Standard, say so. */
export default defineRule({
  id: 'AZL3004',
  name: 'security-type-other-than-standard',
  title: 'Security type of a VM is not Standard',
  severity: 'error',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create Azure Local VMs',
    'VMs of multi-rack deployments have the security type Standard; Trusted launch and confidential VMs are not supported.',
  ),
  remedy: 'Leave the security type out, or set it to Standard.',
  fix: 'suggestion',
  types: [virtualMachineType],

  *resource(machine) {
    const type = machine.body.get('properties.securityProfile.securityType');
    if (isBlank(type) || type.string === undefined || /^standard$/i.test(type.string)) return;
    yield {
      ...pointAt(type),
      fix: suggestion('Set "securityType" to "Standard".', replaced(type, 'Standard')),
      message: `security type of ${describe(machine)} is "${type.string}"; multi-rack deployments support "Standard" only. Set it to "Standard", or leave it out.`,
    };
  },
});
