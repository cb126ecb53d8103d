import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { type Canonical, compareFields, isBlank, pointAt, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { diskType } from '../model/disk.ts';
import { documented } from '../model/documentation.ts';

/** What makes the type of a disk. What either leaves out to is not documented, so that only written values differ. */
const parts: readonly { readonly name: string; readonly canonical: Canonical }[] = [
  { name: 'dynamic', canonical: ({ boolean }) => boolean?.toString() },
  { name: 'diskFileFormat', canonical: ({ string }) => string?.toLowerCase() },
];

/** A disk that was static and is dynamic now, or of another format: say so. */
export default defineRule({
  id: 'AZL4004',
  name: 'disk-type-changed',
  title: 'Type of an existing disk is changed',
  severity: 'error',
  limitation: documented(
    'virtual-machine-operations',
    'Unsupported VM operations',
    'The type of a disk (static or dynamic, VHD or VHDX) is set when the disk is created and stays.',
  ),
  remedy: 'Keep the type that the disk has, or create a new disk of the other type and copy the data.',
  types: [diskType],

  *change(change) {
    for (const { name, canonical } of parts) {
      const [before, after] = [change.before, change.after].map(({ body }) => body.get(`properties.${name}`));
      if (!before || !after || isBlank(before) || isBlank(after)) continue;
      if (compareFields(before, after, canonical) !== 'different') continue;
      yield {
        ...pointAt(after, wasIn(change, before)),
        message: `the type of ${describe(change.after)} is changed: "${name}" is "${after.value}"; the ${oldState(change)} has "${before.value}". A disk keeps its type. Keep it, or create a new disk.`,
      };
    }
  },
});
