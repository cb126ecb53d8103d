import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { diskType, isRestored, sizeInGB, snapshotSize } from '../model/disk.ts';
import { documented } from '../model/documentation.ts';

/** A disk that is restored from a snapshot, of which the size is known: as reported, or by the disk that it is of. */
export default defineRule({
  id: 'AZL4104',
  name: 'restored-disk-too-small',
  title: 'Disk is smaller than the snapshot it is made of',
  severity: 'error',
  limitation: documented(
    'disk-snapshot',
    'Restore a new data disk from a snapshot',
    'A disk that is restored from a snapshot is at least as large as the snapshot.',
  ),
  remedy: 'Give the size of the snapshot, `properties.diskSizeBytes`, rounded up to GB, or more.',
  types: [diskType],

  *resource(disk, { estate }) {
    const size = sizeInGB(disk);
    const needed = isRestored(disk) ? snapshotSize(disk, estate) : undefined;
    if (!needed || size.number === undefined || size.number >= needed.gigabytes) return;
    const { at, gigabytes, isReported } = needed;
    const has = isReported
      ? `the snapshot that it is restored from has ${gigabytes}`
      : `the disk of its snapshot has ${gigabytes}, unless it has grown since`;
    yield {
      ...pointAt(size, { at: at.at, message: 'the size that it must have' }),
      message: `${describe(disk)} has "${size.value}" GB, but ${has}. It can't be smaller. Give at least ${gigabytes}.`,
      ...(isReported ? {} : { severity: 'warning' as const, confidence: 'possible' as const }),
    };
  },
});
