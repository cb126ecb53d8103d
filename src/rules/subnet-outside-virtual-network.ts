import { defineRule } from '../engine/rule.ts';
import { addressSpaceOf, isOutside, prefixesOf } from '../model/address-space.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { subnetType, virtualNetworkType } from '../model/type-names.ts';
import { subnetsWithNetwork } from '../model/virtual-network.ts';

/** A subnet and its virtual network: the prefix of the one in the address space of the other. */
export default defineRule({
  id: 'AZL7004',
  name: 'subnet-outside-virtual-network',
  title: 'Prefix of a subnet lies outside the address space of its virtual network',
  severity: 'error',
  limitation: documented(
    'create-virtual-networks',
    'Create a virtual network subnet',
    'The address prefix of a subnet lies within the address space of the virtual network that it belongs to.',
  ),
  remedy: 'Give the subnet a prefix inside the address space of its virtual network.',
  types: [subnetType, virtualNetworkType],

  *resource(resource, { estate }) {
    for (const { properties, words, network } of subnetsWithNetwork(resource, estate)) {
      if (!network) continue;
      const space = addressSpaceOf(network);
      for (const { field, range } of prefixesOf(properties).known) {
        if (!isOutside(range, space)) continue;
        const prefixes = space.known.map((one) => one.field.string).join(', ');
        yield {
          ...pointAt(field, ...space.known.map((one) => ({ at: one.field.at, message: 'the address space' }))),
          message: `Prefix "${field.string}" of ${words} lies outside the address space "${prefixes}" of ${describe(network)}. Choose a prefix inside it.`,
        };
      }
    }
  },
});
