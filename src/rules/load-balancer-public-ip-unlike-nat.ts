import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { frontendsOf, loadBalancerType, networkInWords, networkOfBalancer } from '../model/load-balancer.ts';
import { natAllocationsOf } from '../model/nat-allocation.ts';
import { allocationOf, attachmentsIn } from '../model/nat-gateway.ts';
import { compareMentions } from '../model/same-resource.ts';

export default defineRule({
  id: 'AZL7406',
  name: 'load-balancer-public-ip-unlike-nat',
  title: "Public IP addresses of a load balancer and of its network's NAT gateway come from different logical networks",
  severity: 'error',
  limitation: documented(
    'create-public-load-balancer-virtual-networks',
    'Prerequisites',
    'The public IP address of a load balancer on a virtual network comes from the same logical network as that of the NAT gateway of the virtual network.',
  ),
  remedy: 'Allocate both public IP addresses from one logical network.',
  types: [loadBalancerType],

  *resource(balancer, { estate }) {
    const own = networkOfBalancer(balancer);
    if (!own) return;
    const nats = attachmentsIn(own.network, estate).flatMap(({ gateway }) => natAllocationsOf(gateway, estate));
    const [nat] = nats;
    if (!nat) return;
    for (const { properties } of frontendsOf(balancer)) {
      const address = properties.get('publicIPAddress.resourceId');
      const allocation = allocationOf(address, balancer, estate);
      // Where a network has several NAT gateways, AZL7303 speaks.
      if (!allocation || nats.some((one) => compareMentions(one.network, allocation.network, estate) !== 'different'))
        continue;
      yield {
        ...pointAt(
          address,
          { at: allocation.field.at, message: `comes from ${networkInWords(allocation.network)}` },
          { at: nat.field.at, message: `that of the NAT gateway comes from ${networkInWords(nat.network)}` },
        ),
        message: `Public IP address of ${describe(balancer)} comes from ${networkInWords(allocation.network)}, but that of the NAT gateway of ${networkInWords(own.network)} comes from ${networkInWords(nat.network)}. Use addresses of one logical network.`,
      };
    }
  },
});
