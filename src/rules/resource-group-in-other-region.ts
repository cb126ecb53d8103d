import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { documented } from '../model/documentation.ts';
import { groupInOtherRegion } from '../model/region.ts';

/** A script that creates a resource group in one region, and a resource of Azure Local in it for another. */
export default defineRule({
  id: 'AZL5009',
  name: 'resource-group-in-other-region',
  title: 'Resource group is created in another region than what is created in it',
  severity: 'error',
  limitation: documented(
    'vm-management-prerequisites',
    'Azure requirements',
    'All that belongs to an Azure Local instance is in one region, and so are the resource groups that hold it.',
  ),
  remedy: 'Create the resource group in the region of the instance.',

  *operation(command) {
    if (command.kind !== 'command' || !/^stack-hci-vm\b.* create$|^stack-hci-vm create$/.test(command.verb)) return;
    const regions = groupInOtherRegion(command);
    if (!regions) return;
    const { own, group } = regions;
    yield {
      ...pointAt(own, { at: group.at, message: 'the region of the resource group' }),
      message: `"${command.subject}" is for region "${own.string}", but its resource group was created in "${group.string}". Both must be in one region. Create the group in "${own.string}".`,
    };
  },
});
