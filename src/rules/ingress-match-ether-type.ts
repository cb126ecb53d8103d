import { defineRule } from '../engine/rule.ts';
import { accessControlListType, hasItems, matchConditionsOf, useOf } from '../model/access-control-list.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { sentence } from '../model/sentence.ts';

/** A list that is for egress as well is reported there. The sample of the page itself matches EtherTypes. */
export default defineRule({
  id: 'AZL7604',
  name: 'ingress-match-ether-type',
  title: 'Access control list for ingress matches EtherTypes',
  severity: 'error',
  limitation: documented('access-control-lists', 'Restrictions', "A list for ingress can't match EtherTypes."),
  remedy: 'Leave etherTypes out of a list for ingress.',
  types: [accessControlListType],

  *resource(list, { estate }) {
    const use = useOf(list, 'ingress', estate);
    if (!use || useOf(list, 'egress', estate)) return;
    for (const condition of matchConditionsOf(list)) {
      const etherTypes = condition.get('etherTypes');
      if (!hasItems(etherTypes)) continue;
      yield {
        ...pointAt(etherTypes, { at: use.field.at, message: `${describe(use.from)} uses it for ingress` }),
        message: `${sentence(describe(list))} is for ingress of ${describe(use.from)} and matches "etherTypes". Lists for ingress can't match that. Remove it.`,
      };
    }
  },
});
