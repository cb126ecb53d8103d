import { defineRule } from '../engine/rule.ts';
import { poolsOf, subnetsOf } from '../model/address-space.ts';
import { describe } from '../model/describe.ts';
import { documented, listed } from '../model/documentation.ts';
import { logicalNetworkType } from '../model/logical-network.ts';
import { demandOn } from '../model/pool-demand.ts';

/** A logical network without an address to spare: its pools can't grow later. */
export default defineRule({
  id: 'AZL5006',
  name: 'ip-pools-used-up',
  title: 'IP pools of a logical network have no address to spare for another VM',
  severity: 'note',
  preset: 'strict',
  limitation: listed("The IP pools of a logical network can't be changed once the network exists."),
  also: [
    documented(
      'create-logical-networks',
      'Prerequisites',
      'VMs take their addresses from the IP pools of the logical network.',
    ),
  ],
  remedy: 'Give the network larger pools when it is created.',
  types: [logicalNetworkType],

  *resource(network, { estate }) {
    const demand = demandOn(network, estate);
    const [first] = subnetsOf(network).flatMap((subnet) => poolsOf(subnet).known);
    // More than there are is another matter: then the last of them get none.
    if (!demand || !first || demand.wanted !== demand.available) return;
    const { available } = demand;
    const [addresses, are] =
      available === 1 ? ['The 1 pool address', 'is'] : [`All ${available} pool addresses`, 'are'];
    yield {
      at: first.field.at,
      message: `${addresses} of ${describe(network)} ${are} taken. Pools can't grow once the network exists. Make them larger when it is created.`,
    };
  },
});
