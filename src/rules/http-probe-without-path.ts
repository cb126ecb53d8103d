import { defineRule } from '../engine/rule.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { loadBalancerType } from '../model/load-balancer.ts';

/** The schema leaves it open; newer copies of the pages, which show the options of extension 1.13.0, ask for it. */
export default defineRule({
  id: 'AZL7424',
  name: 'http-probe-without-path',
  title: 'HTTP health probe has no path',
  severity: 'error',
  limitation: documented(
    'create-internal-load-balancer-virtual-networks',
    'Keys for probes',
    'A probe over HTTP names the path that it asks for.',
  ),
  remedy: 'Add "requestPath", or probe over Tcp.',
  types: [loadBalancerType],

  *resource(balancer) {
    for (const properties of balancer.body.all('properties.probes[].properties')) {
      const protocol = properties.get('protocol');
      if (protocol.string?.toLowerCase() !== 'http' || !isBlank(properties.get('requestPath'))) continue;
      yield {
        ...pointAt(protocol),
        message: `Probe protocol of ${describe(balancer)} is "${protocol.string}", but the probe has no path. It must name one. Add "requestPath", or probe over Tcp.`,
      };
    }
  },
});
