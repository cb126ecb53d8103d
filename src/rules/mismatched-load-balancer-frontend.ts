import { defineRule } from '../engine/rule.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { frontendsOf, kindOfFrontend, loadBalancerType, poolNetworks } from '../model/load-balancer.ts';

export default defineRule({
  id: 'AZL7401',
  name: 'mismatched-load-balancer-frontend',
  title: 'Frontend of a load balancer fits none of the kinds that there are',
  severity: 'error',
  limitation: documented(
    'load-balancer-overview',
    'Load balancer configurations',
    'A public load balancer on a virtual network names a subnet and a public IP address, an internal one a subnet and no public IP address, one on a logical network a public IP address and no subnet.',
  ),
  remedy: 'Name what the kind of the load balancer needs, and leave out the rest.',
  types: [loadBalancerType],

  *resource(balancer) {
    const pools = poolNetworks(balancer);
    const frontends = frontendsOf(balancer);
    const [first] = frontends.map(kindOfFrontend);
    for (const frontend of frontends) {
      const { item, properties, subnet, publicIPAddress } = frontend;
      const of = `Frontend "${item.get('name').string ?? ''}" of ${describe(balancer)}`.replace(' ""', '');
      const kind = kindOfFrontend(frontend);
      if (pools === 'logical') {
        // AZL7404 speaks of frontends without a public IP address.
        if (subnet !== 'given' || publicIPAddress !== 'given') continue;
        yield {
          at: properties.get('subnet').at,
          message: `${of} names a subnet, but its pools are on a logical network, where a frontend has a public IP address only. Leave the subnet out.`,
        };
      } else if (subnet === 'none' && (pools === 'virtual' || publicIPAddress === 'none')) {
        const why = pools ? 'but its pools are on a virtual network' : 'and no public IP address either';
        yield {
          at: properties.at,
          message: `${of} names no subnet, ${why}. On a virtual network it must name one. Add "subnet".`,
        };
      } else if (kind && first && kind !== first) {
        // The table has a column for each kind and none for both.
        yield {
          at: properties.at,
          severity: 'warning',
          message: `${of} makes it ${words[kind]}, but its first frontend makes it ${words[first]}. Use a load balancer for each kind.`,
        };
      }
    }
  },
});

const words = { public: 'public', internal: 'internal', logical: 'one on a logical network' };
