import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { diskType, isRestored, sizeInGB, sourceOf } from '../model/disk.ts';
import { documented } from '../model/documentation.ts';

/** A disk that is restored from a snapshot has to say its size. */
export default defineRule({
  id: 'AZL4103',
  name: 'restored-disk-without-size',
  title: 'Disk is restored from a snapshot without a size',
  severity: 'error',
  limitation: documented(
    'disk-snapshot',
    'Restore a new data disk from a snapshot',
    'The size has to be given when a disk is restored from a snapshot, although the option counts as optional; without it, the disk may not be created.',
  ),
  remedy: 'Give the size of the snapshot, `properties.diskSizeBytes`, rounded up to GB.',
  types: [diskType],

  *resource(disk) {
    if (!isRestored(disk) || !sizeInGB(disk).isMissing) return;
    yield {
      ...pointAt(sourceOf(disk)),
      message: `${describe(disk)} is restored from a snapshot and has no size. It must have one ("diskSizeGB", or --size-gb). Give at least the size of the snapshot.`,
    };
  },
});
