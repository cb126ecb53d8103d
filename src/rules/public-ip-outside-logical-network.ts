import { defineRule } from '../engine/rule.ts';
import { addressOf, isOutside, prefixesOf, subnetsOf } from '../model/address-space.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { logicalNetworkType } from '../model/logical-network.ts';
import { follow } from '../model/references.ts';
import { publicAddressType } from '../model/type-names.ts';

/** A chosen address and the prefixes of the logical network. That it lies in a pool is not asked of a chosen one. */
export default defineRule({
  id: 'AZL7203',
  name: 'public-ip-outside-logical-network',
  title: 'Public IP address is not an address of its logical network',
  severity: 'error',
  limitation: documented(
    'create-public-ip',
    'Key characteristics of public IPs on multi-rack deployments',
    'A public IP address is allocated from the routable address space of a logical network.',
  ),
  remedy: 'Choose an address of the logical network, or leave it out and let the platform choose.',
  types: [publicAddressType],

  *resource(resource, { estate }) {
    const field = resource.body.get('properties.ipAddress');
    const address = addressOf(field);
    const network = follow(resource.body.get('properties.ipAllocationScope'), resource, estate).resource;
    if (address === undefined || network?.type.toLowerCase() !== logicalNetworkType.toLowerCase()) return;
    const spaces = subnetsOf(network).map(prefixesOf);
    if (spaces.length === 0 || !spaces.every((space) => isOutside({ first: address, last: address }, space))) return;
    const prefixes = spaces.flatMap(({ known }) => known);
    yield {
      ...pointAt(
        field,
        ...prefixes.map((prefix) => ({ at: prefix.field.at, message: `a prefix of ${describe(network)}` })),
      ),
      message: `Address "${field.string}" of ${describe(resource)} is not in "${prefixes.map((prefix) => prefix.field.string).join(', ')}", the addresses of ${describe(network)} that it is allocated from. Choose one of them, or leave the address out.`,
    };
  },
});
