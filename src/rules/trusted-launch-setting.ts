import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

const settings = [
  { path: 'enableTPM', inWords: 'virtual TPM' },
  { path: 'uefiSettings.secureBootEnabled', inWords: 'secure boot' },
] as const;

/**
 * The settings that Trusted launch is made of: if one is on, say so. No page of multi-rack deployments has them, and
 * none says that they are refused.
 */
export default defineRule({
  id: 'AZL3005',
  name: 'trusted-launch-setting',
  title: 'Virtual TPM or secure boot is on',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create Azure Local VMs',
    'Standard is the only security type; virtual TPM and secure boot, which Trusted launch is made of, are not among what can be chosen.',
  ),
  remedy: 'Leave virtual TPM and secure boot out, or try them on a VM that nobody needs.',
  types: [virtualMachineType],

  *resource(machine) {
    const profile = machine.body.get('properties.securityProfile');
    // Trusted launch needs both: the type is what has to change.
    if (/^(trustedlaunch|confidentialvm)$/i.test(profile.get('securityType').string ?? '')) return;
    for (const { path, inWords } of settings) {
      const setting = profile.get(path);
      if (setting.boolean !== true) continue;
      yield {
        ...pointAt(setting),
        message: `${inWords} of ${describe(machine)} is on. It belongs to Trusted launch, which multi-rack deployments don't support; their documentation doesn't say whether it works alone. Leave it out.`,
        confidence: 'possible',
      };
    }
  },
});
