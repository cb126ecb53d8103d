import { defineRule } from '../engine/rule.ts';
import { accessControlListType } from '../model/access-control-list.ts';
import { notOneOf } from '../model/allowed.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { certaintyOf } from '../model/isolation-domain.ts';

/** The sample of the same page for traffic out of the fabric has a file: a copy of it does what the page excludes. */
export default defineRule({
  id: 'AZL7601',
  name: 'access-control-list-from-file',
  title: 'Access control list is configured in another way than inline',
  severity: 'error',
  limitation: documented(
    'access-control-lists',
    'Parameter usage guidance',
    'Of the two ways to configure an access control list, inline and from a file, multi-rack deployments have inline only.',
  ),
  remedy: 'Set configurationType to Inline, and write the match configurations in the resource.',
  types: [accessControlListType],

  *resource(list, { estate }) {
    const configuration = list.body.get('properties.configurationType');
    const written = notOneOf(configuration, ['Inline']);
    if (written === undefined) return;
    const { weight, note } = certaintyOf(estate);
    yield {
      ...pointAt(configuration),
      ...weight,
      message: `Configuration type "${written}" of ${describe(list)} is not supported. It must be Inline. Write the match configurations in the resource.${note}`,
    };
  },
});
