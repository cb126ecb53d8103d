import { defineRule } from '../engine/rule.ts';
import { prefixesOf, subnetsOf } from '../model/address-space.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { natAllocationsOf } from '../model/nat-allocation.ts';
import { attachmentsIn, nameIn, selfOf } from '../model/nat-gateway.ts';
import { find } from '../model/references.ts';
import { virtualNetworkType } from '../model/type-names.ts';
import { overlaps, prefixRange } from '../net/ranges.ts';

/** Network, its subnets' NAT gateway, the gateway's public IP address, and the logical network which that comes from. */
export default defineRule({
  id: 'AZL7305',
  name: 'virtual-network-overlaps-nat-logical-network',
  title: "Virtual network overlaps the logical network of its NAT gateway's public IP address",
  severity: 'error',
  limitation: documented(
    'nat-gateway-overview',
    'NAT gateway configurations',
    'The address space of a virtual network and that of the logical network from which the public IP address of its NAT gateway comes must have no address in common.',
  ),
  remedy:
    'Give the virtual network prefixes outside the logical network, or take the public IP address from another one.',
  types: [virtualNetworkType],

  *resource(network, { estate }) {
    const self = selfOf(network);
    if (!self) return;
    const prefixes = attachmentsIn(self, estate)
      .flatMap(({ gateway }) => natAllocationsOf(gateway, estate))
      .flatMap((allocation) => {
        const { resource: logical } = find(allocation.network.id, allocation.network.from, estate);
        const located = logical ? subnetsOf(logical).flatMap((subnet) => prefixesOf(subnet).known) : [];
        return logical ? located.map((prefix) => ({ prefix, logical, gateway: allocation.gateway })) : [];
      });
    for (const field of network.body.all('properties.addressSpace.addressPrefixes[]')) {
      const range = field.string === undefined ? undefined : prefixRange(field.string);
      const clash = prefixes.find(({ prefix }) => range && overlaps(range, prefix.range));
      if (!clash) continue;
      const { prefix, logical, gateway } = clash;
      yield {
        ...pointAt(field, { at: prefix.field.at, message: `address space of ${describe(logical)}` }),
        message: `Address prefix "${field.string}" of ${describe(network)} overlaps "${prefix.field.string}" of ${describe(logical)}, from which the public IP address of NAT gateway "${nameIn(gateway)}" comes. Use a prefix outside it.`,
      };
    }
  },
});
