import { defineRule } from '../engine/rule.ts';
import { outOfRange } from '../model/allowed.ts';
import { pointAt, valueText } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { certaintyOf, externalNetworkType, internalNetworkType, vlanOf } from '../model/isolation-domain.ts';
import { sentence } from '../model/sentence.ts';

/**
 * The table of isolation domains ends at 3000, the text and the tables of both kinds of networks at 4095: nobody can say which
 * of them holds. The interface (api-version 2025-07-15, read 2026-11-24) takes 4094 at most.
 */
export default defineRule({
  id: 'AZL7502',
  name: 'fabric-vlan-above-3000',
  title: 'VLAN of a network of an isolation domain is above 3000',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'configure-layer-3-isolation-domain',
    'Review L3 isolation domain parameters',
    'The VLAN of an isolation domain is from 501 to 3000.',
  ),
  remedy: 'Choose a VLAN from 501 to 3000, which every page allows.',
  types: [internalNetworkType, externalNetworkType],

  *resource(network, { estate }) {
    const vlan = vlanOf(network);
    if (vlan.number === undefined || vlan.number <= 3000 || outOfRange(vlan, 501, 4095)) return;
    const { note } = certaintyOf(estate);
    const is =
      vlan.number === 4095
        ? 'The documentation allows it in one place, but the interface takes 4094 at most'
        : 'The documentation allows up to 4095 in one place, and up to 3000 in another';
    yield {
      ...pointAt(vlan),
      message: `${sentence(describe(network))} has VLAN "${valueText(vlan)}". ${is}. Choose one from 501 to 3000.${note}`,
      confidence: 'possible',
    };
  },
});
