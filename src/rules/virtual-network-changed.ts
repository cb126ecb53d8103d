import { defineRule } from '../engine/rule.ts';
import { subjectOf } from '../model/command.ts';
import { describeChange } from '../model/describe-change.ts';
import { documented } from '../model/documentation.ts';
import { fixedChanges } from '../model/fixed-properties.ts';
import { virtualNetworkType } from '../model/type-names.ts';
import { updatedBeside } from '../model/update-command.ts';

const advice = 'Only the tags of a virtual network can change. Keep the rest, or create a new virtual network.';

/** A virtual network beside its base: whatever differs but its tags. */
export default defineRule({
  id: 'AZL7002',
  name: 'virtual-network-changed',
  title: 'Property of an existing virtual network is changed',
  severity: 'error',
  limitation: documented(
    'create-virtual-networks',
    'Create the virtual network',
    "Nothing but the tags of a virtual network can be updated after it's created.",
  ),
  remedy: 'Keep all properties but the tags as they are, or create a new virtual network.',
  types: [virtualNetworkType],

  *change(change) {
    for (const fixed of fixedChanges(change)) {
      const { words, ...place } = describeChange(change, fixed);
      yield { ...place, message: `${words} ${advice}` };
    }
  },

  *operation(operation) {
    if (operation.kind !== 'command') return;
    const verb = 'stack-hci-vm network vnet update';
    for (const { at, written } of updatedBeside(operation, verb, ['--tags'], /^tags\b/i))
      yield { at, message: `"${written}" of ${subjectOf(operation)} changes more than tags. ${advice}` };
  },
});
