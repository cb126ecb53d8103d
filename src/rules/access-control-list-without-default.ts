import { defineRule } from '../engine/rule.ts';
import { accessControlListType } from '../model/access-control-list.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { sentence } from '../model/sentence.ts';

/** A list from a file may have it there; that is reported as such. */
export default defineRule({
  id: 'AZL7608',
  name: 'access-control-list-without-default',
  title: 'Access control list has no default action, so that it permits what nothing matches',
  severity: 'warning',
  limitation: documented(
    'access-control-lists',
    'Parameter usage guidance',
    'Traffic that nothing matches is permitted when the list has no default action.',
  ),
  remedy: 'Write the default action, be it Deny or Permit.',
  types: [accessControlListType],

  *resource(list) {
    const properties = list.body.get('properties');
    const action = properties.get('defaultAction');
    const configuration = properties.get('configurationType');
    if (!properties.isObject || !isBlank(action)) return;
    if (!configuration.isMissing && configuration.string?.toLowerCase() !== 'inline') return;
    yield {
      ...pointAt(action),
      message: `${sentence(describe(list))} has no default action. Traffic that nothing matches is permitted then. Write defaultAction: Deny, or Permit if that is meant.`,
    };
  },
});
