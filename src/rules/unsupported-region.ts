import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { regionOf } from '../model/location.ts';

/** As of the page; more will come, so that a region that is not among them is worth a look and no more. */
const regions = ['East US', 'Australia East', 'South Central US'];
const names = regions.map((region) => region.replaceAll(' ', '').toLowerCase());

/** The region of a resource: if the page does not list it, say so. */
export default defineRule({
  id: 'AZL6008',
  name: 'unsupported-region',
  title: 'Region is not one of those that multi-rack deployments are available in',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'overview',
    'Features',
    'Multi-rack deployments are managed from the regions East US, Australia East and South Central US.',
  ),
  remedy: 'Use one of the regions, or switch the rule off when yours has become one.',
  types: ['Microsoft.AzureStackHCI/*'],

  *resource(resource) {
    const region = regionOf(resource);
    if (region === undefined || names.includes(region)) return;
    const field = resource.body.get('location');
    yield {
      ...pointAt(field),
      confidence: 'possible',
      message: `Region "${field.string}" of ${describe(resource)} is none of those that the documentation lists for multi-rack deployments: ${regions.join(', ')}. Use one of them, or check whether yours has been added.`,
    };
  },
});
