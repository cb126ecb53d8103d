import { defineRule } from '../engine/rule.ts';
import { isReadBack, oldState } from '../model/change.ts';
import { compareFields, isBlank, pointAt, valueText, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { externalNetworkType, internalNetworkType, vlanOf } from '../model/isolation-domain.ts';

/** A VLAN that is no longer written is a mistake of form, not a change: internal networks can't do without. */
export default defineRule({
  id: 'AZL7503',
  name: 'fabric-vlan-changed',
  title: 'VLAN of an existing network of an isolation domain is changed',
  severity: 'error',
  limitation: documented(
    'configure-layer-3-isolation-domain',
    'Review L3 isolation domain parameters',
    "A VLAN can't be changed once it is given; for another one, what has it is deleted and created again.",
  ),
  remedy: 'Keep the VLAN, or delete the network and create it again on the other VLAN.',
  types: [internalNetworkType, externalNetworkType],

  *change(change) {
    const [before, after] = [vlanOf(change.before), vlanOf(change.after)];
    if (isBlank(before) || isBlank(after)) return;
    if (compareFields(before, after, (vlan) => vlan.number?.toString()) !== 'different') return;
    const told = isReadBack(change) ? 'has' : 'had';
    yield {
      ...pointAt(after, wasIn(change, before)),
      message: `VLAN "${valueText(after)}" of ${describe(change.after)} is changed; the ${oldState(change)} ${told} "${valueText(before)}". A VLAN can't change once the network exists. Keep it, or delete the network and create it again.`,
    };
  },

  *operation(command) {
    if (command.kind !== 'command' || command.verb !== 'networkfabric internalnetwork update') return;
    const given = command.options.get('--vlan-id');
    if (!given) return;
    yield {
      at: given.at,
      message: `"${given.name}" changes the VLAN of an internal network. A VLAN can't change once the network exists. Keep it, or delete the network and create it again.`,
    };
  },
});
