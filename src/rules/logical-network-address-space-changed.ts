import { defineRule } from '../engine/rule.ts';
import { isReadBack, oldState } from '../model/change.ts';
import { changedByUpdate } from '../model/command.ts';
import { differenceOf, pointAt, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { listed } from '../model/documentation.ts';
import { addressSpace, changedSubnets, logicalNetworkType } from '../model/logical-network.ts';

/** The prefixes of a subnet, however they are written: if one is added or removed, say so. */
export default defineRule({
  id: 'AZL1103',
  name: 'logical-network-address-space-changed',
  title: 'Address space of an existing logical network is changed',
  severity: 'error',
  preset: 'seed',
  limitation: listed(
    "The IP address space of a logical network is set when the network is created and can't be changed afterwards.",
  ),
  remedy: 'Keep the address prefix that the network has, or create a new logical network with the other prefix.',
  types: [logicalNetworkType],

  *change(change) {
    const of = describe(change.after);
    const fixed = "An address space can't change once the network exists. Keep it, or create a new logical network.";
    for (const subnet of changedSubnets(change)) {
      const [before, after] = [addressSpace(subnet.before), addressSpace(subnet.after)];
      // What is read back may leave it out; what leaves it out may get it from the fabric network.
      if (isReadBack(change) && (before.length === 0 || after.length === 0)) continue;
      const { added, removed } = differenceOf(before, after);
      for (const [index, { field }] of added.entries()) {
        const was = removed[index]?.field;
        yield {
          ...pointAt(
            field,
            was
              ? wasIn(change, was)
              : { at: subnet.before.at, message: `${oldState(change)}: did not have this prefix` },
          ),
          message: was
            ? `address prefix "${field.string}" of ${of} is changed; the ${oldState(change)} has "${was.string}". ${fixed}`
            : `address prefix "${field.string}" is added to ${of}. ${fixed}`,
        };
      }
      for (const { field } of removed.slice(added.length)) {
        const list = subnet.after.get('addressPrefixes');
        yield {
          ...pointAt(list.isMissing ? subnet.after.get('addressPrefix') : list, wasIn(change, field)),
          message: `address prefix "${field.string}" is removed from ${of}. ${fixed}`,
        };
      }
    }
  },

  *operation(command) {
    if (command.kind !== 'command') return;
    for (const { at, written, network } of changedByUpdate(
      command,
      ['--address-prefixes', '--address-prefix'],
      /^(?!.*\broute).*\baddressPrefix(es)?\b/i,
    )) {
      yield {
        at,
        message: `"${written}" changes the address space of ${network}. An address space can't change once the network exists. Keep it, or create a new logical network.`,
      };
    }
  },
});
