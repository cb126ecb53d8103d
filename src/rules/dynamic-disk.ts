import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { diskType } from '../model/disk.ts';
import { documented } from '../model/documentation.ts';
import { removed, suggestion } from '../model/fix.ts';

/** A disk that grows as it is filled: no page of multi-rack deployments has one, nor says that it is refused. */
export default defineRule({
  id: 'AZL4005',
  name: 'dynamic-disk',
  title: 'Disk is dynamic, as on hyperconverged deployments',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create Azure Local VMs',
    'The template for multi-rack deployments has data disks without `dynamic`; the one for hyperconverged deployments sets it to true.',
  ),
  also: [
    documented(
      'virtual-machine-operations',
      'Unsupported VM operations',
      'A disk keeps the type that it is created with.',
    ),
  ],
  remedy: 'Leave `dynamic` out.',
  fix: 'suggestion',
  types: [diskType],

  *resource(disk) {
    const dynamic = disk.body.get('properties.dynamic');
    if (dynamic.boolean !== true) return;
    yield {
      ...pointAt(dynamic),
      fix: suggestion('Leave "dynamic" out.', removed(disk.body.get('properties'), 'dynamic')),
      message: `${describe(disk)} has "dynamic" set to "${dynamic.value}", which comes from hyperconverged deployments and can't be changed later. Leave it out.`,
    };
  },
});
