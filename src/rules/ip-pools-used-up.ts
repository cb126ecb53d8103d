import { defineRule } from '../engine/rule.ts';
import { describe } from '../model/describe.ts';
import { documented, listed } from '../model/documentation.ts';
import { logicalNetworkType } from '../model/logical-network.ts';
import { poolUse } from '../model/spare-addresses.ts';

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
    const use = poolUse(network, estate);
    const [first] = use?.pools ?? [];
    // More than there are is another matter: then the last of them get none.
    if (!use || !first || use.interfaces.length !== use.addresses) return;
    const all = use.addresses === 1 ? 'its 1 pool address' : `all ${use.addresses} pool addresses`;
    yield {
      at: first.field.at,
      message: `network interfaces take ${all} of ${describe(network)}. Pools can't grow once the network exists. Make them larger when it is created.`,
    };
  },
});
