import { defineRule } from '../engine/rule.ts';
import { accessControlListType } from '../model/access-control-list.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';

/** A name that is known in part has the characters that are known. */
export default defineRule({
  id: 'AZL7607',
  name: 'match-configuration-name',
  title: 'Name of a match configuration has a space or an ampersand',
  severity: 'error',
  limitation: documented(
    'access-control-lists',
    'Parameter usage guidance',
    'The name of a match configuration has neither spaces nor ampersands.',
  ),
  remedy: 'Use letters, digits, hyphens and underscores in the names of match configurations.',
  types: [accessControlListType],

  *resource(list) {
    for (const name of list.body.all('properties.matchConfigurations[].matchConfigurationName')) {
      const written = (name.parts ?? []).map((part) => (typeof part === 'string' ? part : '…')).join('');
      const [found] = /[ &]/.exec(written) ?? [];
      if (found === undefined) continue;
      yield {
        ...pointAt(name),
        message: `Match configuration "${written}" of ${describe(list)} has ${found === '&' ? 'an ampersand' : 'a space'} in its name. A name must have neither spaces nor ampersands. Use hyphens or underscores.`,
      };
    }
  },
});
