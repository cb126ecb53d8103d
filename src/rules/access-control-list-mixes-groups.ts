import { defineRule } from '../engine/rule.ts';
import { accessControlListType, hasItems, matchConditionsOf } from '../model/access-control-list.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';

export default defineRule({
  id: 'AZL7602',
  name: 'access-control-list-mixes-groups',
  title: 'Match condition has both values and the names of groups of them',
  severity: 'error',
  limitation: documented(
    'access-control-lists',
    'Restrictions',
    'A match condition names ports, VLANs or prefixes either themselves or by their groups, not both.',
  ),
  remedy: 'Keep the values or the names of groups, and put the others into a match condition of their own.',
  types: [accessControlListType],

  *resource(list) {
    for (const condition of matchConditionsOf(list)) {
      for (const [path, values, groups] of pairs) {
        const [own, named] = [values, groups].map((name) => condition.get(`${path}.${name}`));
        if (!own || !named || !hasItems(own) || !hasItems(named)) continue;
        yield {
          ...pointAt(named, { at: own.at, message: `"${values}" is given here` }),
          message: `A match condition of ${describe(list)} has "${values}" and "${groups}". It must have one of the two. Remove one, or make it a match condition of its own.`,
        };
      }
    }
  },
});

const pairs = [
  ['portCondition', 'ports', 'portGroupNames'],
  ['vlanMatchCondition', 'vlans', 'vlanGroupNames'],
  ['ipCondition', 'ipPrefixValues', 'ipGroupNames'],
] as const;
