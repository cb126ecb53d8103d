import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { pointAt, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { diskType, newSize, sizeBefore, sizeInGB } from '../model/disk.ts';
import { documented } from '../model/documentation.ts';

const advice = 'A disk can only grow. Give it a larger size, or create a new disk.';

/** The size of an existing disk: a template may repeat it; a command that does so fails. */
export default defineRule({
  id: 'AZL4003',
  name: 'disk-shrunk',
  title: 'Existing disk is made smaller',
  severity: 'error',
  limitation: documented(
    'manage-arc-virtual-machine-resources',
    'Expand a data disk',
    'The new size of a data disk has to be larger than the size that it has: neither smaller nor the same.',
  ),
  remedy: 'Keep the size or raise it; for a smaller disk, create a new one and copy the data.',
  types: [diskType],

  *change(change) {
    const [before, after] = [sizeInGB(change.before), sizeInGB(change.after)];
    if (before.number === undefined || after.number === undefined || after.number >= before.number) return;
    yield {
      ...pointAt(after, wasIn(change, before)),
      message: `${describe(change.after)} is made smaller: "${after.value}" GB; the ${oldState(change)} has "${before.value}". ${advice}`,
    };
  },

  *operation(command, { estate }) {
    if (command.kind !== 'command') return;
    const [after, before] = [newSize(command), sizeBefore(command, estate)];
    if (after?.number === undefined || before?.number === undefined || after.number > before.number) return;
    yield {
      ...pointAt(after, { at: before.at, message: `has ${before.value} GB here` }),
      message: `the disk gets "${after.value}" GB, but has "${before.value}" already. ${advice}`,
    };
  },
});
