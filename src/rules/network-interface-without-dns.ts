import { defineRule } from '../engine/rule.ts';
import { isBlank } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { configurationsOf } from '../model/network-interface.ts';
import { find, parentOf, referenceId } from '../model/references.ts';
import { networkInterfaceType, subnetType } from '../model/type-names.ts';

/** An interface on a subnet: if neither it nor the virtual network names a DNS server, say so. */
export default defineRule({
  id: 'AZL2006',
  name: 'network-interface-without-dns',
  title: 'Neither the network interface nor its virtual network names a DNS server',
  severity: 'warning',
  limitation: documented(
    'create-network-interfaces',
    'Network interface with static IP using virtual network',
    'On a virtual network that names no DNS server, the network interface is to name one when it is created.',
  ),
  remedy:
    'Name DNS servers on the network interface (dnsSettings.dnsServers) or on the virtual network (dhcpOptions.dnsServers).',
  types: [networkInterfaceType],

  *resource(nic, { estate }) {
    if (!isBlank(nic.body.get('properties.dnsSettings.dnsServers'))) return;
    for (const configuration of configurationsOf(nic)) {
      const id = referenceId(configuration.get('subnet.id'));
      const parent = id?.type === subnetType.toLowerCase() ? parentOf(id) : undefined;
      const network = parent ? find(parent, nic, estate).resource : undefined;
      // What the platform reports may leave out what it has.
      if (network?.origin !== 'declared' || !isBlank(network.body.get('properties.dhcpOptions.dnsServers'))) continue;
      yield {
        at: nic.body.get('properties').at,
        related: [{ at: network.at, message: 'the virtual network' }],
        message: `${describe(nic)} names no DNS server, and neither does ${describe(network)}. Its VM can't resolve names. Name DNS servers on one of them.`,
      };
      return;
    }
  },
});
