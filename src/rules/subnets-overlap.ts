import { defineRule } from '../engine/rule.ts';
import { prefixesOf } from '../model/address-space.ts';
import { pointAt } from '../model/compare.ts';
import { documented } from '../model/documentation.ts';
import { subnetType, virtualNetworkType } from '../model/type-names.ts';
import { subnetsBefore, subnetsIn } from '../model/virtual-network.ts';
import { overlaps } from '../net/ranges.ts';

/** Two subnets of one virtual network that have an address in common: said of the later one. */
export default defineRule({
  id: 'AZL7005',
  name: 'subnets-overlap',
  title: 'Subnets of a virtual network overlap',
  severity: 'warning',
  // That they may not overlap follows from what a subnet is; no page says so.
  preset: 'strict',
  limitation: documented(
    'create-virtual-networks',
    'What are virtual networks?',
    'The address space of a virtual network is divided into subnets, each of which groups and isolates the resources in it.',
  ),
  remedy: 'Give each subnet of a virtual network a prefix that has no address in common with another.',
  types: [subnetType, virtualNetworkType],

  *resource(resource, { estate }) {
    for (const [index, subnet] of subnetsIn(resource).entries()) {
      for (const { field, range } of prefixesOf(subnet.properties).known) {
        const others = subnetsBefore(resource, index, estate).flatMap(({ properties, words }) =>
          prefixesOf(properties).known.map((prefix) => ({ ...prefix, words })),
        );
        const other = others.find((one) => overlaps(one.range, range));
        if (!other) continue;
        yield {
          ...pointAt(field, { at: other.field.at, message: `the prefix of ${other.words}` }),
          message: `Prefix "${field.string}" of ${subnet.words} overlaps with "${other.field.string}" of ${other.words}. Subnets of one virtual network need prefixes that have no address in common.`,
        };
      }
    }
  },
});
