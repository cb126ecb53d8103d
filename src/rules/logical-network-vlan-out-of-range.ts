import { defineRule } from '../engine/rule.ts';
import { subnetsOf } from '../model/address-space.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { internalNetworkOf } from '../model/fabric-network.ts';
import { logicalNetworkType } from '../model/logical-network.ts';

const page = 'configure-layer-3-isolation-domain';

/** The VLAN of a subnet: if the platform keeps it for itself, or no network can have it, say so. */
export default defineRule({
  id: 'AZL1112',
  name: 'logical-network-vlan-out-of-range',
  title: 'VLAN of a logical network is reserved or out of range',
  severity: 'error',
  limitation: documented(page, 'Prerequisites', 'VLANs up to 500 are reserved for the platform.'),
  also: [documented(page, 'Prerequisites', 'Networks for workloads have VLANs from 501 to 4095.')],
  remedy: 'Use a VLAN from 501 to 3000, which all the tables of the documentation allow.',
  types: [logicalNetworkType],

  *resource(network, { estate }) {
    // The internal network has the VLAN first: one that is in the run is reported itself, or differs from this one.
    if (internalNetworkOf(network, estate)?.body.get('properties.vlanId').number !== undefined) return;
    for (const subnet of subnetsOf(network)) {
      const vlan = subnet.get('vlan');
      const found = vlan.number === undefined ? undefined : problemOf(vlan.number);
      if (!found) continue;
      yield {
        ...pointAt(vlan),
        message: `VLAN "${vlan.value}" of ${describe(network)} ${found.is}. Use the VLAN of an internal network, from 501 to 3000.`,
        ...(found.isDoubtful ? { severity: 'warning' as const } : {}),
      };
    }
  },
});

function problemOf(vlan: number): { readonly is: string; readonly isDoubtful?: true } | undefined {
  if (vlan <= 500) return { is: 'is reserved: the platform keeps VLANs up to 500 for itself' };
  if (vlan > 4095) return { is: 'is out of range: VLANs go up to 4095' };
  // The page has it as the end of the range; IEEE 802.1Q and the API of the fabric don't.
  if (vlan === 4095)
    return { is: 'is in the range of one table, but the API of the fabric ends at 4094', isDoubtful: true };
  // Of the tables of one page those of networks end at 4095, that of the domain at 3000.
  return vlan > 3000
    ? { is: 'is beyond 3000, where the table of isolation domains ends', isDoubtful: true }
    : undefined;
}
