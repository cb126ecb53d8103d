import { defineRule } from '../engine/rule.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

/** Strict placement: if it is on and no zone is given, say so. */
export default defineRule({
  id: 'AZL3017',
  name: 'strict-placement-without-zone',
  title: 'Strict placement without a zone',
  severity: 'warning',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create a Windows VM',
    'Strict placement keeps a VM in the availability zone, that is the rack, that is given for it.',
  ),
  remedy: 'Name the zone, or leave strict placement out.',
  types: [virtualMachineType],

  *resource(machine) {
    const placement = machine.body.get('properties.placementProfile');
    const [strict, zone] = [placement.get('strictPlacementPolicy'), placement.get('zone')];
    if (strict.boolean !== true || !isBlank(zone)) return;
    yield {
      ...pointAt(strict),
      message: `${describe(machine)} has strict placement and no zone to be placed in. Set zone to the name of the rack, or leave strictPlacementPolicy out.`,
    };
  },
});
