import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { optionOf } from '../model/command.ts';
import { compareFields, isBlank, pointAt, valueText, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { addressText } from '../model/logical-network.ts';
import { changedConfigurations } from '../model/network-interface.ts';
import { networkInterfaceType } from '../model/type-names.ts';

const advice = 'Keep it, or create a new network interface with the other address and delete this one';

/** The address of an interface: if it differs from the base, say so. */
export default defineRule({
  id: 'AZL2004',
  name: 'network-interface-address-changed',
  title: 'Address of an existing network interface is changed',
  severity: 'error',
  limitation: documented(
    'virtual-machine-operations',
    'Unsupported VM operations',
    "The address of a network interface can't be changed: another one takes a new network interface.",
  ),
  remedy: 'Keep the address, or create a new network interface and delete the old one.',
  types: [networkInterfaceType],

  *change(change) {
    for (const { before, after } of changedConfigurations(change)) {
      const [was, is] = [before.get('privateIPAddress'), after.get('privateIPAddress')];
      // An address that is left out is the network's to choose: which one it is, or was, can't be seen.
      if (isBlank(was) || isBlank(is) || compareFields(was, is, addressText) !== 'different') continue;
      yield {
        ...pointAt(is, wasIn(change, was)),
        message: `Address "${valueText(is)}" of ${describe(change.after)} is changed; the ${oldState(change)} has "${valueText(was)}". The address of a network interface can't change. ${advice}.`,
      };
    }
  },

  *operation(command) {
    const option = optionOf(command, 'stack-hci-vm network nic update', '--ip-address');
    if (!option) return;
    yield {
      at: option.at,
      message: `"${option.name}" changes the address of a network interface, which can't change. ${advice}.`,
    };
  },
});
