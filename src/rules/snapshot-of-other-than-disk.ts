import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { diskType, snapshotType, sourceOf } from '../model/disk.ts';
import { documented } from '../model/documentation.ts';
import { referenceId } from '../model/references.ts';

/** What a snapshot is made of. The schema lets it be another snapshot, of which the page says nothing. */
export default defineRule({
  id: 'AZL4102',
  name: 'snapshot-of-other-than-disk',
  title: 'Snapshot is made of something other than a disk',
  severity: 'error',
  limitation: documented(
    'disk-snapshot',
    'Supported and unsupported data disk snapshot scenarios',
    'A snapshot holds one disk as after a crash: there are none of a whole VM, of its memory, or that applications agree to.',
  ),
  remedy: 'Make one snapshot for each data disk.',
  types: [snapshotType],

  *resource(snapshot) {
    const source = sourceOf(snapshot);
    const { type } = referenceId(source) ?? {};
    // What ends in an unknown part may go on.
    if (type === undefined || type.includes('[') || typeof source.parts?.at(-1) !== 'string') return;
    if ([diskType, snapshotType].some((allowed) => allowed.toLowerCase() === type)) return;
    yield {
      ...pointAt(source),
      message: `${describe(snapshot)} is made of a "${type}". It must be the id of a ${diskType}. Make one snapshot for each data disk.`,
    };
  },
});
