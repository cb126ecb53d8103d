import { defineRule } from '../engine/rule.ts';
import { instanceOf } from '../model/arc-machine.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { machineType } from '../model/type-names.ts';

/** The name of a VM, which is that of its machine: lower-case letters, digits, hyphens. */
export default defineRule({
  id: 'AZL3015',
  name: 'vm-name-not-lower-case',
  title: 'VM name has more than lower-case letters, digits and hyphens',
  severity: 'warning',
  preset: 'strict', // the page says "should", of the portal
  limitation: documented(
    'create-arc-virtual-machines',
    'Create Azure Local VMs',
    'VM names should be made of lower-case letters, digits and hyphens.',
  ),
  remedy: 'Name the VM with lower-case letters, digits and hyphens.',
  types: [machineType],

  *resource(machine, { estate }) {
    const { name } = machine;
    const known = name.parts?.filter((part) => typeof part === 'string').join('') ?? '';
    const [wrong] = /[^a-z0-9-]/.exec(known) ?? [];
    if (wrong === undefined || !instanceOf(machine, estate)) return;
    yield {
      ...pointAt(name),
      message: `the name of ${describe(machine)} has "${wrong}" in it; VM names should have lower-case letters, digits and hyphens only. Choose such a name.`,
    };
  },
});
