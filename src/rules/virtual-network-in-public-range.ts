import { defineRule } from '../engine/rule.ts';
import { addressSpaceOf, prefixesOf } from '../model/address-space.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { subnetType, virtualNetworkType } from '../model/type-names.ts';
import { isVirtualNetwork, subnetsWithNetwork } from '../model/virtual-network.ts';
import { isWithin, privateRanges } from '../net/ranges.ts';

/** The address space of a virtual network; the prefix of a subnet only when there is no network to say it of. */
export default defineRule({
  id: 'AZL7007',
  name: 'virtual-network-in-public-range',
  title: 'Virtual network has addresses outside the private ranges',
  severity: 'warning',
  limitation: documented(
    'create-virtual-networks',
    'What are virtual networks?',
    'The address space of a virtual network is private; ranges of RFC 1918 are recommended for it.',
  ),
  remedy: 'Choose prefixes in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.',
  types: [virtualNetworkType, subnetType],

  *resource(resource, { estate }) {
    const spaces = isVirtualNetwork(resource)
      ? [{ words: describe(resource), prefixes: addressSpaceOf(resource).known }]
      : subnetsWithNetwork(resource, estate)
          .filter(({ network }) => network === undefined)
          .map(({ words, properties }) => ({ words, prefixes: prefixesOf(properties).known }));
    for (const { words, prefixes } of spaces) {
      for (const { field, range } of prefixes) {
        if (privateRanges().some((one) => isWithin(range, one))) continue;
        yield {
          ...pointAt(field),
          message: `Prefix "${field.string}" of ${words} lies outside the private ranges of RFC 1918, which are recommended for virtual networks. Choose one in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.`,
        };
      }
    }
  },
});
