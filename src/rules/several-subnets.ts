import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { logicalNetworkType } from '../model/logical-network.ts';

/** The subnets of a logical network: if there is more than one, say so. Advice: every page has one, none forbids more. */
export default defineRule({
  id: 'AZL1108',
  name: 'several-subnets',
  title: 'Logical network has more than one subnet',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'manage-logical-networks',
    'About logical networks',
    'The number of subnets of a logical network is fixed. One is the only number that the pages show, and the one prefix of a network has room for no other.',
  ),
  remedy: 'Declare a logical network for each subnet.',
  types: [logicalNetworkType],

  *resource(network) {
    const subnets = network.body.get('properties.subnets');
    const second = subnets.isList ? subnets.item(1) : undefined;
    if (!second) return;
    yield {
      ...pointAt(second),
      message: `${describe(network)} has "${subnets.size}" subnets, but a logical network is documented with one only. Declare a logical network for each.`,
    };
  },
});
