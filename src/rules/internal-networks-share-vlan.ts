import { defineRule } from '../engine/rule.ts';
import { outOfRange } from '../model/allowed.ts';
import { pointAt, valueText } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { siblingsWith } from '../model/family.ts';
import { internalNetworkType, vlanOf } from '../model/isolation-domain.ts';
import type { Resource } from '../model/resource.ts';
import { sentence } from '../model/sentence.ts';

const vlanNumber = (network: Resource): number | undefined => vlanOf(network).number;

/** Networks of two isolation domains may be in two fabrics: nothing is said of them. */
export default defineRule({
  id: 'AZL7504',
  name: 'internal-networks-share-vlan',
  title: 'Two internal networks of one isolation domain have one VLAN',
  severity: 'error',
  limitation: documented(
    'configure-layer-3-isolation-domain',
    'Create an internal network',
    'An isolation domain can have several internal networks, each of them on a VLAN of its own.',
  ),
  remedy: 'Give each internal network of an isolation domain a VLAN of its own.',
  types: [internalNetworkType],

  *resource(network, { estate }) {
    const vlan = vlanOf(network);
    // One out of range is reported as such.
    if (vlan.number === undefined || outOfRange(vlan, 501, 4095)) return;
    const [other] = siblingsWith(vlan.number, vlanNumber, network, estate);
    if (!other) return;
    yield {
      ...pointAt(vlan, { at: vlanOf(other).at, message: `${describe(other)} has it, too` }),
      message: `${sentence(describe(network))} has VLAN "${valueText(vlan)}", and so has ${describe(other)} of the same isolation domain. Each internal network must have a VLAN of its own. Choose another one.`,
    };
  },
});
