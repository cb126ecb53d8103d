import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe, idsInWords } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { customLocationId, customLocationOf } from '../model/location.ts';
import { referencesOf } from '../model/reference-fields.ts';
import { follow } from '../model/references.ts';

/** Two resources of which one refers to the other: if their custom locations differ, say so. */
export default defineRule({
  id: 'AZL6010',
  name: 'several-custom-locations',
  title: 'Resource refers to one of another custom location',
  severity: 'warning',
  // No page says that they must be one: it follows from a custom location standing for one instance.
  preset: 'strict',
  limitation: documented(
    'create-network-interfaces',
    'Network interface with static IP using logical network',
    'The custom location of a network interface is that of the Azure Local instance which has its network.',
  ),
  remedy: 'Use one custom location for a VM, its network interfaces, disks and networks.',
  types: ['Microsoft.AzureStackHCI/*'],

  *resource(resource, { estate }) {
    const own = customLocationId(resource);
    if (own === undefined) return;
    for (const { field } of referencesOf(resource)) {
      const { resource: other } = follow(field, resource, estate);
      const location = other && customLocationId(other);
      if (!other || location === undefined || location === own) continue;
      const [here, there] = idsInWords(own, location);
      yield {
        ...pointAt(
          field,
          { at: customLocationOf(resource).at, message: `the custom location of ${describe(resource)}` },
          { at: customLocationOf(other).at, message: `the custom location of ${describe(other)}` },
        ),
        message: `${describe(resource)} is in custom location "${here}", but ${describe(other)}, to which it refers, is in "${there}". Use one custom location for both.`,
      };
    }
  },
});
