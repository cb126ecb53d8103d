import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { internalNetworkType } from '../model/isolation-domain.ts';
import { prefixLength } from '../net/address.ts';

/** The maximum and the example beside it, a /26, contradict each other, so that nobody can say what is refused. */
export default defineRule({
  id: 'AZL7510',
  name: 'listen-range-too-large',
  title: 'BGP listen range of an internal network is larger than documented',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'configure-layer-3-isolation-domain',
    'Review internal network parameters',
    'The largest BGP listen range is a /28 for IPv4, and a /127 for IPv6.',
  ),
  remedy: 'Listen on prefixes of at least 28 bits for IPv4, and 127 bits for IPv6.',
  types: [internalNetworkType],

  *resource(network) {
    for (const { family, shortest } of families) {
      for (const prefix of network.body.all(`properties.bgpConfiguration.${family}ListenRangePrefixes[]`)) {
        const text = prefix.string ?? '';
        const length = text.includes(':') === (family === 'ipv6') ? prefixLength(text) : undefined;
        if (length === undefined || length >= shortest) continue;
        yield {
          ...pointAt(prefix),
          message: `BGP listen range "${text}" of ${describe(network)} is larger than documented. The largest for ${family === 'ipv6' ? 'IPv6' : 'IPv4'} is a /${shortest}. Choose a smaller one if you can.`,
          confidence: 'possible',
        };
      }
    }
  },
});

const families = [
  { family: 'ipv4', shortest: 28 },
  { family: 'ipv6', shortest: 127 },
] as const;
