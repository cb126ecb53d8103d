import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { removed, suggestion } from '../model/fix.ts';
import { logicalNetworkType } from '../model/logical-network.ts';

/** The virtual switch of a logical network: if there is one, say so. No page says that it is refused. */
export default defineRule({
  id: 'AZL1131',
  name: 'vm-switch-name',
  title: 'Logical network names a virtual switch',
  severity: 'warning',
  limitation: documented(
    'create-logical-networks',
    'Create a static logical network',
    'A logical network is created with a fabric network and without a virtual switch, which hyperconverged deployments have in its place.',
  ),
  remedy: 'Leave out `vmSwitchName`, and set `fabricNetworkConfiguration.resourceId`.',
  fix: 'suggestion',
  types: [logicalNetworkType],

  *resource(network) {
    const name = network.body.get('properties.vmSwitchName');
    if (name.string === undefined || name.string.trim() === '') return;
    yield {
      ...pointAt(name),
      fix: suggestion('Leave "vmSwitchName" out.', removed(network.body.get('properties'), 'vmSwitchName')),
      message: `vmSwitchName "${name.string}" of ${describe(network)} is for hyperconverged deployments; multi-rack ones must have a fabric network in its place. Remove it, and set fabricNetworkConfiguration.resourceId.`,
    };
  },
});
