import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { pointAt, valueText, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { snapshotType } from '../model/disk.ts';
import { documented } from '../model/documentation.ts';
import { fixedChanges } from '../model/fixed-properties.ts';

const advice = 'Only the tags of a snapshot can change. Keep it as it is, or make a new snapshot.';

/** An existing snapshot: whatever differs but its tags. */
export default defineRule({
  id: 'AZL4105',
  name: 'snapshot-changed',
  title: 'Existing snapshot is changed beyond its tags',
  severity: 'error',
  limitation: documented(
    'disk-snapshot',
    'Update snapshot tags',
    'Nothing but the tags of a snapshot can be updated once it exists.',
  ),
  remedy: 'Keep the snapshot as it is and make a new one.',
  types: [snapshotType],

  *change(change) {
    for (const { path, before, after } of fixedChanges(change)) {
      const name = path.split('.').at(-1);
      yield {
        ...pointAt(after, wasIn(change, before)),
        message: `"${name}" of ${describe(change.after)} is "${valueText(after)}"; the ${oldState(change)} has "${valueText(before)}". ${advice}`,
      };
    }
  },

  *operation(command) {
    if (command.kind !== 'command' || command.verb !== 'stack-hci-vm snapshot update') return;
    const source = command.options.get('--source-resource-id');
    if (source) yield { at: source.at, message: `"${source.name}" changes what a snapshot is made of. ${advice}` };
  },
});
