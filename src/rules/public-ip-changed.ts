import { defineRule } from '../engine/rule.ts';
import { subjectOf } from '../model/command.ts';
import { describeChange } from '../model/describe-change.ts';
import { documented } from '../model/documentation.ts';
import { fixedChanges } from '../model/fixed-properties.ts';
import { publicAddressType } from '../model/type-names.ts';
import { updatedBeside } from '../model/update-command.ts';

const advice = 'Nothing of a public IP address can change once it exists. Keep it, or create a new one.';

/** A public IP address beside its base. Whether tags are fields the page doesn't say; the API takes new ones. */
export default defineRule({
  id: 'AZL7205',
  name: 'public-ip-changed',
  title: 'Property of an existing public IP address is changed',
  severity: 'error',
  limitation: documented(
    'create-public-ip',
    'Create the public IP address',
    "No field of a public IP address can be modified after it's created.",
  ),
  remedy: 'Keep the public IP address as it is, or create a new one.',
  types: [publicAddressType],

  *change(change) {
    for (const fixed of fixedChanges(change)) {
      const { words, ...place } = describeChange(change, fixed);
      yield { ...place, message: `${words} ${advice}` };
    }
  },

  *operation(operation) {
    if (operation.kind !== 'command') return;
    const verb = 'stack-hci-vm network public-ip update';
    for (const { at, written } of updatedBeside(operation, verb, ['--tags'], /^tags\b/i))
      yield { at, message: `"${written}" of ${subjectOf(operation)} changes a property. ${advice}` };
  },
});
