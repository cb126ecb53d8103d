import { defineRule } from '../engine/rule.ts';
import { claimsOf } from '../model/address-claims.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { missedRanges } from '../model/network-addresses.ts';
import { networkInterfaceType } from '../model/type-names.ts';
import { rangeText } from '../net/ranges.ts';

/** The address of an interface: if its network certainly can't give it, say so. */
export default defineRule({
  id: 'AZL2003',
  name: 'network-interface-address-outside-network',
  title: 'Address of a network interface is outside its network',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Prerequisites',
    'A logical network gives out the addresses of its IP pools and no others; without a pool, those of its prefix.',
  ),
  also: [
    documented(
      'create-virtual-networks',
      'Create a virtual network subnet',
      'A subnet of a virtual network has the addresses of its prefix.',
    ),
  ],
  remedy:
    'Choose an address of the IP pools (or of the prefix), or leave the address out: the network then chooses one.',
  types: [networkInterfaceType],

  *resource(nic, { estate }) {
    for (const { address, field, network } of claimsOf(nic, estate)) {
      const missed = network && address !== undefined ? missedRanges(address, network) : undefined;
      const [first] = missed ?? [];
      if (!network || !missed || !first) continue;
      const what = first.field.isObject ? 'IP pools' : 'address prefix';
      const ranges = missed.map(({ range }) => rangeText(range)).join(', ');
      yield {
        ...pointAt(field, { at: first.field.at, message: `the ${what} of ${describe(network)}` }),
        message: `Address "${field.string}" of ${describe(nic)} is outside the ${what} of ${describe(network)} (${ranges}). Choose an address of it, or leave the address out.`,
      };
    }
  },
});
