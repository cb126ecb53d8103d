import { defineRule } from '../engine/rule.ts';
import { subnetsOf } from '../model/address-space.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { internalNetworkOf } from '../model/fabric-network.ts';
import { logicalNetworkType } from '../model/logical-network.ts';

/** The VLAN of a subnet: if the internal network that it stands on has another one, say so. */
export default defineRule({
  id: 'AZL1113',
  name: 'logical-network-vlan-unlike-fabric',
  title: 'VLAN of a logical network differs from that of its internal network',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Prerequisites',
    'The VLAN of a logical network has to match that of the internal network that it stands on.',
  ),
  remedy: 'Give both networks one VLAN.',
  types: [logicalNetworkType],

  *resource(network, { estate }) {
    const internal = internalNetworkOf(network, estate);
    const wanted = internal?.body.get('properties.vlanId');
    if (!internal || wanted?.number === undefined) return;
    for (const subnet of subnetsOf(network)) {
      const vlan = subnet.get('vlan');
      if (isBlank(vlan) || vlan.number === undefined || vlan.number === wanted.number) continue;
      yield {
        ...pointAt(vlan, { at: wanted.at, message: `its internal network has VLAN ${wanted.value}` }),
        message: `VLAN "${vlan.value}" of ${describe(network)} is not the one of ${describe(internal)}, which has "${wanted.value}". They must be the same. Use "${wanted.value}", or name another internal network.`,
      };
    }
  },
});
