import { defineRule } from '../engine/rule.ts';
import { accessControlListType, hasItems, matchConditionsOf, useOf } from '../model/access-control-list.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { sentence } from '../model/sentence.ts';

/** IP options, which the page names too, have no property in any api-version: there is nothing to look at. */
export default defineRule({
  id: 'AZL7603',
  name: 'egress-match-unsupported',
  title: 'Access control list for egress matches what egress lists have not',
  severity: 'error',
  limitation: documented(
    'access-control-lists',
    'Restrictions',
    'A list for egress can match neither IP options, IP length, fragments, EtherType, DSCP marking nor TTL.',
  ),
  remedy: 'Leave these conditions out, or use a list of its own for egress.',
  types: [accessControlListType],

  *resource(list, { estate }) {
    const use = useOf(list, 'egress', estate);
    if (!use) return;
    for (const condition of matchConditionsOf(list)) {
      for (const name of ['ipLengths', 'fragments', 'etherTypes', 'dscpMarkings', 'ttlValues']) {
        const values = condition.get(name);
        if (!hasItems(values)) continue;
        yield {
          ...pointAt(values, { at: use.field.at, message: `${describe(use.from)} uses it for egress` }),
          message: `${sentence(describe(list))} is for egress of ${describe(use.from)} and matches "${name}". Lists for egress can't match that. Remove it, or use a list of its own for egress.`,
        };
      }
    }
  },
});
