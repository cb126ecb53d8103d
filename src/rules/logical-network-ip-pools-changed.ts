import { defineRule } from '../engine/rule.ts';
import { isReadBack, oldState } from '../model/change.ts';
import { changedByUpdate } from '../model/command.ts';
import { pointAt, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { listed } from '../model/documentation.ts';
import { changedPools } from '../model/ip-pools.ts';
import { changedSubnets, logicalNetworkType, poolText } from '../model/logical-network.ts';

/** The IP pools of a subnet, in any order: if one is added, removed or resized, say so. */
export default defineRule({
  id: 'AZL1102',
  name: 'logical-network-ip-pools-changed',
  title: 'IP pools of an existing logical network are changed',
  severity: 'error',
  preset: 'seed',
  limitation: listed(
    "The IP pools of a logical network are set when the network is created and can't be changed afterwards.",
  ),
  remedy: 'Keep the pools that the network has, or create a new logical network with other pools.',
  types: [logicalNetworkType],

  *change(change) {
    const of = describe(change.after);
    const fixed = "IP pools can't change once the network exists. Keep them, or create a new logical network.";
    for (const subnet of changedSubnets(change)) {
      const list = subnet.after.get('ipPools');
      const { resized, added, removed } = changedPools(subnet, isReadBack(change));
      for (const { before, after, part } of resized) {
        yield {
          ...pointAt(after.get(part), wasIn(change, before.get(part), poolText(before))),
          message: `IP pool "${poolText(after)}" of ${of} is changed; the ${oldState(change)} has "${poolText(before)}". ${fixed}`,
        };
      }
      for (const pool of added) {
        yield {
          ...pointAt(pool, {
            at: subnet.before.get('ipPools').at,
            message: `${oldState(change)}: did not have this pool`,
          }),
          message: `IP pool "${poolText(pool)}" is added to ${of}. ${fixed}`,
        };
      }
      for (const pool of removed) {
        yield {
          ...pointAt(list, wasIn(change, pool, poolText(pool))),
          message: `IP pool "${poolText(pool)}" is removed from ${of}. ${fixed}`,
        };
      }
    }
  },

  *operation(command) {
    if (command.kind !== 'command') return;
    for (const { at, written, network } of changedByUpdate(
      command,
      ['--ip-pool-start', '--ip-pool-end', '--ip-pool-type', '--ip-pools'],
      /\bipPools/i,
    )) {
      yield {
        at,
        message: `"${written}" changes the IP pools of ${network}. IP pools can't change once the network exists. Keep them, or create a new logical network.`,
      };
    }
  },
});
