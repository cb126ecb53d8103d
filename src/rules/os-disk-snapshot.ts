import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { osDiskUse, snapshotType, sourceOf } from '../model/disk.ts';
import { documented } from '../model/documentation.ts';

/** A snapshot of the disk that a VM boots from. */
export default defineRule({
  id: 'AZL4101',
  name: 'os-disk-snapshot',
  title: 'Snapshot is made of an operating system disk',
  severity: 'error',
  limitation: documented(
    'disk-snapshot',
    'Create and restore data disk snapshots on Azure Local',
    "Snapshots are of data disks; a disk with an operating system can't be captured or restored.",
  ),
  remedy: 'Make snapshots of data disks only, and keep data that has to be recovered on them.',
  types: [snapshotType],

  *resource(snapshot, { estate }) {
    const source = sourceOf(snapshot);
    if (source.isMissing) return;
    const use = osDiskUse(source, snapshot, estate);
    if (!use) return;
    yield {
      ...pointAt(source, { at: use.at, message: 'a VM boots from it' }),
      message: `${describe(snapshot)} is made of a disk that a VM boots from. Only data disks can be captured. Give it a data disk.`,
    };
  },
});
