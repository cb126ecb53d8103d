import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { externalNetworkType } from '../model/isolation-domain.ts';
import { isIPv6, prefixLength } from '../net/address.ts';

/** The fabric has IPv6, whatever holds for VMs. */
export default defineRule({
  id: 'AZL7512',
  name: 'external-network-ipv6-prefix',
  title: 'IPv6 prefix of an external network is not a /127',
  severity: 'error',
  limitation: documented(
    'configure-layer-3-isolation-domain',
    'Create an external network using IPv6',
    'The primary and the secondary IPv6 prefix of an external network are of 127 bits.',
  ),
  remedy: 'Use a prefix of 127 bits: one link with two addresses.',
  types: [externalNetworkType],

  *resource(network) {
    for (const which of ['primary', 'secondary']) {
      const prefix = network.body.get(`properties.optionAProperties.${which}Ipv6Prefix`);
      const text = prefix.string ?? '';
      const length = isIPv6(text) ? prefixLength(text) : undefined;
      if (length === undefined || length === 127) continue;
      yield {
        ...pointAt(prefix),
        message: `The ${which} IPv6 prefix "${text}" of ${describe(network)} is a /${length}. It must be a /127. Use a prefix of 127 bits.`,
      };
    }
  },
});
