import { defineRule } from '../engine/rule.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { childrenOf } from '../model/family.ts';
import { subnetType, virtualNetworkType } from '../model/type-names.ts';
import { isVirtualNetwork } from '../model/virtual-network.ts';

/** A virtual network to which nothing in the run adds a subnet. */
export default defineRule({
  id: 'AZL7003',
  name: 'virtual-network-without-subnet',
  title: 'Virtual network has no subnet',
  severity: 'warning',
  // What is missing may stand in a file that is not in the run.
  preset: 'strict',
  limitation: documented(
    'create-virtual-networks',
    'Create a virtual network subnet',
    'A virtual network needs at least one subnet: network interfaces, load balancers and other workloads are placed in subnets.',
  ),
  remedy: 'Declare a subnet of the virtual network, as a resource of type virtualNetworks/subnets.',
  types: [virtualNetworkType],

  *resource(network, { estate }) {
    if (!isVirtualNetwork(network)) return;
    const { known, isComplete } = childrenOf(network, subnetType, estate);
    // A list of subnets inside, as Azure's networks have it, is not known to do anything, but says what is meant.
    const isMeant = network.body.get('properties.subnets').state !== 'absent';
    if (known.length > 0 || !isComplete || isMeant) return;
    yield {
      at: network.name.at,
      message: `${describe(network)} has no subnet among what was checked, but nothing can be placed in it without one. Declare at least one subnet of it.`,
      confidence: 'possible',
    };
  },
});
