import { defineRule } from '../engine/rule.ts';
import { claimsOf } from '../model/address-claims.ts';
import { reservedCount } from '../model/address-space.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { addressesIn, missedRanges, specialAddress } from '../model/network-addresses.ts';
import { networkInterfaceType } from '../model/type-names.ts';
import { addressText, isInRange } from '../net/ranges.ts';

/** The address of an interface: if it is one of the first eight of the prefix of the fabric's network, say so. */
export default defineRule({
  id: 'AZL6002',
  name: 'reserved-address',
  title: 'Network interface has one of the first eight addresses of its prefix',
  severity: 'error',
  limitation: documented(
    'vm-management-prerequisites',
    'Azure Local requirements',
    'The platform keeps the first eight addresses of the prefix of an internal network for itself.',
  ),
  remedy: 'Choose an address from the ninth on.',
  types: [networkInterfaceType],

  *resource(nic, { estate }) {
    for (const { address, field, network } of claimsOf(nic, estate)) {
      // A network that is on no fabric has no internal network; what is outside its pools is said to be so already.
      if (!network || address === undefined || missedRanges(address, network)) continue;
      if (network.body.get('properties.fabricNetworkConfiguration.resourceId').isMissing) continue;
      const kept = addressesIn(network)
        .flatMap(({ prefixes }) => prefixes.known)
        .find(({ range }) => isInRange(address, { first: range.first, last: range.first + reservedCount - 1 }));
      if (!kept || specialAddress(address, network)) continue;
      const first = addressText(kept.range.first + reservedCount);
      yield {
        ...pointAt(field, { at: kept.field.at, message: `the prefix of ${describe(network)}` }),
        message: `Address "${field.string}" of ${describe(nic)} is one of the first eight of "${kept.field.string}", which the platform keeps for itself. Choose "${first}" or a later one.`,
      };
    }
  },
});
