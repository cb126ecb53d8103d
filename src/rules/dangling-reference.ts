import { defineRule } from '../engine/rule.ts';
import { danglingId } from '../model/closed-world.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { idInWords, idOfOtherType, referencesOf } from '../model/reference-fields.ts';

/** Any reference, when the files are said to hold everything: if it names what is not there, say so. */
export default defineRule({
  id: 'AZL6006',
  name: 'dangling-reference',
  title: 'Reference names a resource that is not there',
  severity: 'error',
  limitation: documented(
    'create-network-interfaces',
    'Create network interface',
    'What a resource refers to is there before it: a VM needs its network interfaces, and these a network.',
  ),
  remedy: 'Correct the id, declare the resource, or leave out --closed-world: the resource may then exist already.',
  types: ['Microsoft.AzureStackHCI/*'],

  *resource(resource, { estate, closedWorld }) {
    if (!closedWorld) return;
    for (const reference of referencesOf(resource)) {
      if (idOfOtherType(reference) || !danglingId(reference.field, resource, estate)) continue;
      yield {
        ...pointAt(reference.field),
        message: `${describe(resource)} refers to "${idInWords(reference.field)}", which no file declares and the live state does not have. Correct the id, or declare the resource.`,
      };
    }
  },
});
