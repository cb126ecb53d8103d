import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { configurationsOf } from '../model/network-interface.ts';
import { networkInterfaceType } from '../model/type-names.ts';

/** The IP configurations of an interface: if one names a public IP address, say so. */
export default defineRule({
  id: 'AZL2005',
  name: 'network-interface-public-ip',
  title: 'Network interface names a public IP address',
  severity: 'error',
  limitation: documented(
    'create-public-ip',
    'Key characteristics',
    "A public IP address belongs to a NAT gateway or a load balancer; it can't be associated with the network interface of a VM.",
  ),
  remedy: 'Publish the VM through an inbound rule of a NAT gateway, or through a load balancer.',
  types: [networkInterfaceType],

  *resource(nic) {
    for (const configuration of configurationsOf(nic)) {
      // Azure writes `publicIPAddress: { id }`; of an unknown configuration every property is unknown.
      const address = configuration.get('publicIPAddress');
      if (!address.isObject && address.string === undefined) continue;
      yield {
        ...pointAt(address),
        message: `${describe(nic)} names a public IP address, which must not be associated with a network interface. Remove it, and use an inbound rule of a NAT gateway, or a load balancer.`,
      };
    }
  },
});
