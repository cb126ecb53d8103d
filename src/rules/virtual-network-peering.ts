import { defineRule } from '../engine/rule.ts';
import { subjectOf } from '../model/command.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { isIdOfVirtualNetwork, isPeering, isVirtualNetwork } from '../model/virtual-network.ts';

const advice =
  'Put what has to communicate into one virtual network, or connect the two through NAT gateways and load balancers.';

/** A peering of its own, one inside a network as Azure's networks have them, or one that the command line makes. */
export default defineRule({
  id: 'AZL7001',
  name: 'virtual-network-peering',
  title: 'Virtual network is peered',
  severity: 'error',
  limitation: documented(
    'create-virtual-networks',
    'What are virtual networks?',
    "Virtual networks of a multi-rack deployment can't be peered.",
  ),
  remedy: advice,

  *resource(resource) {
    if (isPeering(resource)) {
      yield {
        at: resource.writtenType.at,
        message: `${describe(resource)} peers a virtual network of Azure Local, which isn't supported. ${advice}`,
      };
    }
    const peerings = resource.body.get('properties.virtualNetworkPeerings');
    if (!isVirtualNetwork(resource) || peerings.state !== 'known' || isBlank(peerings)) return;
    yield {
      ...pointAt(peerings),
      message: `${describe(resource)} has peerings, but virtual networks of Azure Local can't be peered. ${advice}`,
    };
  },

  *operation(operation) {
    if (operation.kind !== 'command' || operation.verb !== 'network vnet peering create') return;
    const ids = ['--remote-vnet', '--vnet-name'].flatMap((name) => operation.options.get(name)?.values ?? []);
    const [id] = ids.filter(isIdOfVirtualNetwork);
    if (!id) return;
    yield {
      ...pointAt(id),
      message: `${subjectOf(operation)} peers a virtual network of Azure Local, which isn't supported. ${advice}`,
    };
  },
});
