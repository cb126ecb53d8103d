import { defineRule } from '../engine/rule.ts';
import { outOfRange } from '../model/allowed.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { diskType, newSize, sizeInGB } from '../model/disk.ts';
import { documented } from '../model/documentation.ts';
import type { Field } from '../model/field.ts';

/** The page says 20 TB, and not which kind: what is more than 20 TB but not more than 20 TiB is a warning. */
const [terabytes, tebibytes] = [20_000, 20_480];

/** The size of a disk, where it is declared or updated. */
export default defineRule({
  id: 'AZL4002',
  name: 'disk-too-large',
  title: 'Disk is larger than 20 TB',
  severity: 'error',
  limitation: documented(
    'manage-arc-virtual-machine-resources',
    'Expand a data disk',
    'A disk has at most 20 TB, and no more than the storage of the cluster has room for.',
  ),
  remedy: 'Give the disk at most 20 TB, and spread the rest over more disks.',
  types: [diskType],

  *resource(disk) {
    const size = sizeInGB(disk);
    if (outOfRange(size, 0, terabytes)) yield tooLarge(size, `${describe(disk)} has`);
  },

  *operation(command) {
    const size = command.kind === 'command' ? newSize(command) : undefined;
    if (size && outOfRange(size, 0, terabytes)) yield tooLarge(size, 'the disk gets');
  },
});

function tooLarge(size: Field, has: string) {
  const isCertain = outOfRange(size, 0, tebibytes);
  const limit = isCertain ? '20 TB' : '20 TB, which the documentation may mean as 20000 GB';
  const message = `${has} "${size.value}" GB. A disk has at most ${limit}. Make it smaller, or use more disks.`;
  return { ...pointAt(size), message, ...(isCertain ? {} : { severity: 'warning' as const }) };
}
