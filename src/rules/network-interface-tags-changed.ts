import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { redeployed, reported } from '../model/documentation.ts';
import { changedTags } from '../model/redeployed-interface.ts';
import { networkInterfaceType } from '../model/type-names.ts';

/** Tags of an existing interface that differ: a deployment writes the whole interface again to change them. */
export default defineRule({
  id: 'AZL5003',
  name: 'network-interface-tags-changed',
  title: 'Tags of an existing network interface are changed by a deployment',
  severity: 'warning',
  preset: 'strict',
  limitation: redeployed,
  also: [
    reported(
      'https://github.com/Azure/bicep-types-az/issues/2410',
      'Microsoft.AzureStackHCI/networkInterfaces tags update disconnects the VM permanently',
      '2025-01-20',
      'A deployment that changed nothing but tags of a network interface cut its VM off for good; the command line did not.',
    ),
  ],
  remedy:
    'Keep the tags, or change them with `az stack-hci-vm network nic update --tags` and in the template together.',
  types: [networkInterfaceType],

  *change(change) {
    const names = changedTags(change);
    if (names.length === 0) return;
    const tags = change.after.body.get('tags');
    yield {
      ...pointAt(tags, { at: change.before.body.get('tags').at, message: `the tags in the ${oldState(change)}` }),
      message: `tags of ${describe(change.after)} are changed: ${names.map((name) => `"${name}"`).join(', ')}. Deployments that did so were seen to cut VMs off. Change tags with "az stack-hci-vm network nic update --tags" first.`,
      confidence: 'possible',
    };
  },
});
