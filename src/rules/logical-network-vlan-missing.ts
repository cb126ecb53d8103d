import { defineRule } from '../engine/rule.ts';
import { subnetsOf } from '../model/address-space.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { fabricReference } from '../model/fabric-network.ts';
import { logicalNetworkType } from '../model/logical-network.ts';

/** The VLAN of a subnet: if it is not given, say so. */
export default defineRule({
  id: 'AZL1111',
  name: 'logical-network-vlan-missing',
  title: 'Logical network has no VLAN',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Create a static logical network',
    'The VLAN id of a logical network is required: it is that of the Layer 3 internal network.',
  ),
  remedy: 'Set `vlan` to the VLAN id of the internal network.',
  types: [logicalNetworkType],

  *resource(network) {
    for (const subnet of subnetsOf(network)) {
      const vlan = subnet.get('vlan');
      // What is read back has null there whatever the VLAN is.
      if (!isBlank(vlan) || network.origin === 'live') continue;
      yield {
        ...pointAt(vlan),
        message: `${describe(network)} has no VLAN, which must be that of the Layer 3 internal network. Set vlan to it.`,
        // What stands on no fabric network has no VLAN to repeat.
        ...(isBlank(fabricReference(network)) ? { severity: 'warning' as const } : {}),
      };
    }
  },
});
