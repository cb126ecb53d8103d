import { defineRule } from '../engine/rule.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { logicalNetworkType } from '../model/logical-network.ts';
import { addressesIn } from '../model/network-addresses.ts';
import { demandOn } from '../model/pool-demand.ts';

/** The pools of a network: if the run certainly takes more addresses than they have, say so. */
export default defineRule({
  id: 'AZL6005',
  name: 'ip-pool-exhausted',
  title: 'More addresses are taken from a logical network than its IP pools have',
  severity: 'warning',
  limitation: documented(
    'create-network-interfaces',
    'Network interface with static IP using logical network',
    'A network interface that asks for no address gets one of the IP pool, as long as one is available.',
  ),
  also: [
    documented(
      'create-logical-networks',
      'Prerequisites',
      'A logical network with IP pools gives out the addresses of these pools and no others.',
    ),
  ],
  remedy: 'Create the logical network with larger pools, or put some of the network interfaces on another one.',
  types: [logicalNetworkType],

  *resource(network, { estate }) {
    const demand = demandOn(network, estate);
    const [pool] = addressesIn(network).flatMap(({ pools }) => pools.known);
    if (!demand || !pool || demand.wanted <= demand.available) return;
    const has = demand.available === 1 ? '1 address' : `${demand.available} addresses`;
    yield {
      at: pool.field.at,
      message: `The IP pools of ${describe(network)} have ${has}, but what these files and the live state show takes ${demand.wanted}. Pools can't grow later: make them larger now, or use another network.`,
    };
  },
});
