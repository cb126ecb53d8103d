import { defineRule } from '../engine/rule.ts';
import { isSameRange, prefixesOf, subnetsOf } from '../model/address-space.ts';
import { pointAt, valueText } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { internalNetworkOf, prefixesOfFabric } from '../model/fabric-network.ts';
import { logicalNetworkType } from '../model/logical-network.ts';

/** The prefix of a subnet: if the internal network that it stands on does not have that very prefix, say so. */
export default defineRule({
  id: 'AZL1114',
  name: 'logical-network-prefix-unlike-fabric',
  title: 'Address prefix of a logical network differs from that of its internal network',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Create a static logical network',
    'The address prefix of a logical network has to match the IPv4 prefix of the internal network that it stands on.',
  ),
  remedy: 'Give both networks one prefix: a part of it does not do.',
  types: [logicalNetworkType],

  *resource(network, { estate }) {
    const internal = internalNetworkOf(network, estate);
    if (!internal) return;
    const wanted = prefixesOfFabric(internal);
    if (!wanted.isComplete) return;
    for (const { field, range } of subnetsOf(network).flatMap((subnet) => prefixesOf(subnet).known)) {
      if (wanted.known.some((one) => isSameRange(one.range, range))) continue;
      const has = wanted.known.map((one) => `"${valueText(one.field)}"`).join(', ') || 'no IPv4 prefix';
      yield {
        ...pointAt(
          field,
          ...wanted.known.map((one) => ({
            at: one.field.at,
            message: `its internal network has ${valueText(one.field)}`,
          })),
        ),
        message: `address prefix "${valueText(field)}" of ${describe(network)} is not the one of ${describe(internal)}, which has ${has}. They must be the same. Use the prefix of the internal network, or name another one.`,
      };
    }
  },
});
