import { defineRule } from '../engine/rule.ts';
import { outOfRange } from '../model/allowed.ts';
import { pointAt, valueText } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { externalNetworkType, internalNetworkType, vlanOf } from '../model/isolation-domain.ts';
import { sentence } from '../model/sentence.ts';

/** The pages of Azure Operator Nexus, which has the same resources, give the same range: it needs no sign of Azure Local. */
export default defineRule({
  id: 'AZL7501',
  name: 'fabric-vlan-out-of-range',
  title: 'VLAN of a network of an isolation domain is outside 501 to 4095',
  severity: 'error',
  limitation: documented(
    'configure-layer-3-isolation-domain',
    'Prerequisites',
    'Networks of workloads have VLANs from 501 to 4095; those up to 500 are reserved for the platform.',
  ),
  remedy: 'Choose a VLAN from 501 to 3000, which every page allows.',
  types: [internalNetworkType, externalNetworkType],

  *resource(network) {
    const vlan = vlanOf(network);
    if (!outOfRange(vlan, 501, 4095)) return;
    yield {
      ...pointAt(vlan),
      message: `${sentence(describe(network))} has VLAN "${valueText(vlan)}". It must be from 501 to 4095: lower ones are reserved for the platform. Choose one from 501 to 3000.`,
    };
  },
});
