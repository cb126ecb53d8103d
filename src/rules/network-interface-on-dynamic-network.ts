import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { logicalNetworkType } from '../model/logical-network.ts';
import { configurationsOf } from '../model/network-interface.ts';
import { follow } from '../model/references.ts';
import { networkInterfaceType } from '../model/type-names.ts';

/** The network of an interface, as the platform reports it: if it allocates addresses dynamically, say so. */
export default defineRule({
  id: 'AZL2002',
  name: 'network-interface-on-dynamic-network',
  title: 'Network interface is attached to a deployed logical network with dynamic allocation',
  severity: 'error',
  limitation: documented(
    'create-network-interfaces',
    'Create network interface',
    'Network interfaces work with static logical networks only.',
  ),
  remedy: 'Attach the network interface to a static logical network.',
  types: [networkInterfaceType],

  *resource(nic, { estate }) {
    for (const configuration of configurationsOf(nic)) {
      const reference = configuration.get('subnet.id');
      const network = follow(reference, nic, estate).resource;
      // A network that is declared is reported itself.
      if (network?.type !== logicalNetworkType || network.origin !== 'live') continue;
      const method = network.body
        .all('properties.subnets[].properties.ipAllocationMethod')
        .find(({ string }) => /^dynamic$/i.test(string ?? ''));
      if (!method) continue;
      yield {
        ...pointAt(reference, { at: method.at, message: 'the allocation that the platform reports' }),
        message: `${describe(nic)} is attached to ${describe(network)}, which allocates addresses dynamically; only static logical networks are supported. Attach it to a static one.`,
      };
    }
  },
});
