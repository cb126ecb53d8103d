import { defineRule } from '../engine/rule.ts';
import { addressOf, isOutside, prefixesOf } from '../model/address-space.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { frontendsOf, loadBalancerType } from '../model/load-balancer.ts';
import { follow } from '../model/references.ts';

export default defineRule({
  id: 'AZL7413',
  name: 'frontend-address-outside-subnet',
  title: 'Private address of a load balancer is outside its subnet',
  severity: 'error',
  limitation: documented(
    'load-balancer-overview',
    'On virtual networks',
    'A load balancer on a virtual network gets its private address from the subnet that is delegated to load balancers.',
  ),
  remedy: 'Use an address of the subnet.',
  types: [loadBalancerType],

  *resource(balancer, { estate }) {
    for (const { properties } of frontendsOf(balancer)) {
      const address = properties.get('privateIPAddress');
      const number = addressOf(address);
      const { resource: subnet } = follow(properties.get('subnet.resourceId'), balancer, estate);
      if (number === undefined || !subnet) continue;
      const prefixes = prefixesOf(subnet.body.get('properties'));
      const [prefix] = prefixes.known;
      if (!prefix || !isOutside({ first: number, last: number }, prefixes)) continue;
      yield {
        ...pointAt(address, { at: prefix.field.at, message: `prefix of ${describe(subnet)}` }),
        message: `Private address "${address.string}" of ${describe(balancer)} is outside "${prefix.field.string}", the prefix of its ${describe(subnet)}. Use an address in it.`,
      };
    }
  },
});
