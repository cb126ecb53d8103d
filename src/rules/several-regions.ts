import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { regionOf, regionWitness } from '../model/location.ts';

/** The region of a resource: if it is not that of the others of its custom location, say so. */
export default defineRule({
  id: 'AZL6007',
  name: 'several-regions',
  title: 'Resources of one custom location are in several regions',
  severity: 'error',
  limitation: documented(
    'vm-management-prerequisites',
    'Azure requirements',
    'All resources, and the resource groups that they are in, are registered and created in the same region.',
  ),
  remedy: 'Give all resources of a custom location the region that it is in.',
  types: ['Microsoft.AzureStackHCI/*', 'Microsoft.HybridCompute/machines'],

  *resource(resource, { estate }) {
    const region = regionOf(resource);
    const witness = regionWitness(resource, estate);
    if (region === undefined || !witness || regionOf(witness) === region) return;
    const [own, other] = [resource, witness].map(({ body }) => body.get('location'));
    if (!own || !other) return;
    yield {
      ...pointAt(own, { at: other.at, message: `the region of ${describe(witness)}` }),
      message: `Region "${own.string}" of ${describe(resource)} differs from "${other.string}", where ${describe(witness)} of the same custom location is. All must be in one region. Use that of the custom location.`,
    };
  },
});
