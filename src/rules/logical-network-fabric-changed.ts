import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { changedByUpdate } from '../model/command.ts';
import { areTold, canonicalId, compareFields, isBlank, pointAt, sameId, valueText, wasIn } from '../model/compare.ts';
import { describe, idsInWords } from '../model/describe.ts';
import { listed } from '../model/documentation.ts';
import { logicalNetworkType } from '../model/logical-network.ts';

/** The fabric network that a logical network stands on: if it is another one than in the base, say so. */
export default defineRule({
  id: 'AZL1105',
  name: 'logical-network-fabric-changed',
  title: 'Fabric network of an existing logical network is changed',
  severity: 'error',
  preset: 'seed',
  limitation: listed(
    "The fabric network, which carries the Layer 3 connectivity, of a logical network is set when the network is created and can't be changed afterwards.",
  ),
  remedy: 'Keep the fabric network that the network has, or create a new logical network on the other one.',
  types: [logicalNetworkType],

  *change(change) {
    const { before, after } = change;
    const path = 'properties.fabricNetworkConfiguration.resourceId';
    const [was, is] = [before.body.get(path), after.body.get(path)];
    if (!areTold(change, was, is)) return;
    if (compareFields(was, is, canonicalId) !== 'different') return;
    if (sameId(canonicalId(was) ?? '', canonicalId(is) ?? '')) return; // one of them leaves out the subscription
    const [old, now] = idsInWords(valueText(was), valueText(is));
    const what = isBlank(is)
      ? `fabric network "${old}" of ${describe(after)} is removed`
      : `fabric network "${now}" of ${describe(after)} is changed; the ${oldState(change)} has "${old}"`;
    yield {
      ...pointAt(is, wasIn(change, was, old)),
      message: `${what}. A fabric network can't change once the logical network exists. Keep it, or create a new logical network.`,
    };
  },

  *operation(command) {
    if (command.kind !== 'command') return;
    for (const { at, written, network } of changedByUpdate(
      command,
      ['--fabric-network-configuration-id'],
      /\bfabricNetworkConfiguration\b/i,
    )) {
      yield {
        at,
        message: `"${written}" changes the fabric network of ${network}. A fabric network can't change once the logical network exists. Keep it, or create a new logical network.`,
      };
    }
  },
});
