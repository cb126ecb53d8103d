import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { logicalNetworkType } from '../model/logical-network.ts';
import { mentionsIPv6 } from '../net/address.ts';
import { addressNumber } from '../net/ranges.ts';

/** A DNS server of a logical network: if it is no address, say so. IPv6 is another rule's. */
export default defineRule({
  id: 'AZL1130',
  name: 'dns-server-not-an-address',
  title: 'DNS server of a logical network is no IPv4 address',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Create a static logical network',
    'The DNS servers of a logical network are given as a list of IPv4 addresses.',
  ),
  remedy: 'Give the IPv4 address of each DNS server as an item of its own.',
  types: [logicalNetworkType],

  *resource(network) {
    for (const server of network.body.all('properties.dhcpOptions.dnsServers[]')) {
      const { string } = server;
      if (string === undefined || string.trim() === '' || addressNumber(string) !== undefined || mentionsIPv6(string))
        continue;
      yield {
        ...pointAt(server),
        message: `DNS server "${string}" of ${describe(network)} is no IPv4 address. Each must be one. Write the address of the server, such as "10.0.0.10".`,
      };
    }
  },
});
