import { defineRule } from '../engine/rule.ts';
import { claimsOf } from '../model/address-claims.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { missedRanges, specialAddress } from '../model/network-addresses.ts';
import { networkInterfaceType } from '../model/type-names.ts';

/** The address of an interface: if it is the gateway, the network or the broadcast address of its network, say so. */
export default defineRule({
  id: 'AZL6003',
  name: 'special-address',
  title: 'Network interface has the address of the gateway, the network or the broadcast',
  severity: 'warning',
  // No page says so: it follows from what these addresses are.
  preset: 'strict',
  limitation: documented(
    'create-logical-networks',
    'Create logical network',
    'Gateway and addresses of a network come from one internal network, in which the gateway already has its address.',
  ),
  remedy: 'Choose another address, or leave it out: the network then chooses one.',
  types: [networkInterfaceType],

  *resource(nic, { estate }) {
    for (const { address, field, network } of claimsOf(nic, estate)) {
      if (!network || address === undefined || missedRanges(address, network)) continue;
      const special = specialAddress(address, network);
      if (!special) continue;
      yield {
        ...pointAt(field, { at: special.field.at, message: `where ${describe(network)} says so` }),
        message: `Address "${field.string}" of ${describe(nic)} is ${special.what} of ${describe(network)}, which no machine can have. Choose another one, or leave it out.`,
      };
    }
  },
});
