import { defineRule } from '../engine/rule.ts';
import { outOfRange } from '../model/allowed.ts';
import { pointAt, valueText } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { certaintyOf, externalNetworkType, internalNetworkType, mtuOf, perhaps } from '../model/isolation-domain.ts';

/** The interface takes 64 to 9200 (api-version 2025-07-15, read 2026-11-24), and Azure Operator Nexus names no other range. */
export default defineRule({
  id: 'AZL7505',
  name: 'fabric-mtu-out-of-range',
  title: 'MTU of a network of an isolation domain is outside 1500 to 9000',
  severity: 'error',
  limitation: documented(
    'configure-layer-3-isolation-domain',
    'Review internal network parameters',
    'The MTU of an internal network is 9000 at most.',
  ),
  also: [
    documented(
      'configure-layer-3-isolation-domain',
      'Review L3 isolation domain parameters',
      'The MTU is 1500 when it is not given; the example beside that is 1500 to 9000.',
    ),
  ],
  remedy: 'Choose an MTU from 1500 to 9000, or leave it out: then it is 1500.',
  types: [internalNetworkType, externalNetworkType],

  *resource(network, { estate }) {
    const mtu = mtuOf(network);
    if (!outOfRange(mtu, 1500, 9000)) return;
    const { weight, note } = certaintyOf(estate);
    // Only the maximum of internal networks is said in words; the other bounds are an example.
    const isInWords = network.type === internalNetworkType && outOfRange(mtu, 0, 9000);
    const isRefused = outOfRange(mtu, 64, 9200);
    yield {
      ...pointAt(mtu),
      ...(isRefused ? {} : isInWords ? weight : perhaps),
      message: `MTU "${valueText(mtu)}" of ${describe(network)} is out of range. It must be from 1500 to 9000. Choose one of these, or leave it out to have 1500.${isRefused ? '' : note}`,
    };
  },
});
