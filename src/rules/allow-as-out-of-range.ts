import { defineRule } from '../engine/rule.ts';
import { outOfRange } from '../model/allowed.ts';
import { pointAt, valueText } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { internalNetworkType } from '../model/isolation-domain.ts';

export default defineRule({
  id: 'AZL7511',
  name: 'allow-as-out-of-range',
  title: 'BGP setting allowAS of an internal network is outside 0 to 10',
  severity: 'error',
  limitation: documented(
    'configure-layer-3-isolation-domain',
    'Review internal network parameters',
    'The own AS number may be in the path of a route up to 10 times; 0 turns that off, and 2 is the default.',
  ),
  remedy: 'Choose a number from 0 to 10, or leave it out: then it is 2.',
  types: [internalNetworkType],

  *resource(network) {
    const times = network.body.get('properties.bgpConfiguration.allowAS');
    if (!outOfRange(times, 0, 10)) return;
    yield {
      ...pointAt(times),
      message: `allowAS "${valueText(times)}" of ${describe(network)} is out of range. It must be from 1 to 10, or 0 to turn it off. Choose one of these.`,
    };
  },
});
