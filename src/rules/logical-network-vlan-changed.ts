import { defineRule } from '../engine/rule.ts';
import { isReadBack, oldState } from '../model/change.ts';
import { changedByUpdate } from '../model/command.ts';
import { compareFields, isBlank, pointAt, valueText, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { listed } from '../model/documentation.ts';
import { changedSubnets, logicalNetworkType, vlanText } from '../model/logical-network.ts';

/** The VLAN of a subnet: if it differs from the base, say so. */
export default defineRule({
  id: 'AZL1104',
  name: 'logical-network-vlan-changed',
  title: 'VLAN of an existing logical network is changed',
  severity: 'error',
  preset: 'seed',
  limitation: listed(
    "The VLAN id of a logical network is set when the network is created and can't be changed afterwards.",
  ),
  remedy: 'Keep the VLAN that the network has, or create a new logical network on the other VLAN.',
  types: [logicalNetworkType],

  *change(change) {
    for (const subnet of changedSubnets(change)) {
      const [before, after] = [subnet.before.get('vlan'), subnet.after.get('vlan')];
      // Older read-back output has null whatever the VLAN is; what leaves it out may get it from the fabric network.
      if (isReadBack(change) && (isBlank(before) || isBlank(after))) continue;
      if (compareFields(before, after, vlanText) !== 'different') continue;
      const is = isBlank(after)
        ? `VLAN "${valueText(before)}" of ${describe(change.after)} is removed`
        : `VLAN "${valueText(after)}" of ${describe(change.after)} is changed; the ${oldState(change)} has "${valueText(before)}"`;
      yield {
        ...pointAt(after, wasIn(change, before)),
        message: `${is}. A VLAN can't change once the network exists. Keep it, or create a new logical network.`,
      };
    }
  },

  *operation(command) {
    if (command.kind !== 'command') return;
    for (const { at, written, network } of changedByUpdate(command, ['--vlan'], /\bvlan\b/i)) {
      yield {
        at,
        message: `"${written}" changes the VLAN of ${network}. A VLAN can't change once the network exists. Keep it, or create a new logical network.`,
      };
    }
  },
});
