import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { pointAt, valueText, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { writtenLater } from '../model/redeployed-interface.ts';
import { networkInterfaceType } from '../model/type-names.ts';

/** An interface whose address the platform chose, and which is given one now: fine only when it is the same. */
export default defineRule({
  id: 'AZL5005',
  name: 'allocated-address-written-later',
  title: 'IP address of an existing network interface is written in later',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'virtual-machine-operations',
    'Unsupported VM operations',
    'The IP address of a network interface stays what it was when the interface was created; another address takes another interface.',
  ),
  remedy: 'Write the address that the interface has, or leave it out; compare with `--live`.',
  types: [networkInterfaceType],

  *change(change) {
    for (const { before, after } of writtenLater(change)) {
      yield {
        ...pointAt(after, wasIn(change, before)),
        message: `IP address of ${describe(change.after)} is "${valueText(after)}"; the ${oldState(change)} leaves it to the platform, which has chosen one. An existing interface can't change its address. Write the one that it has, or leave it out.`,
        confidence: 'possible',
      };
    }
  },
});
