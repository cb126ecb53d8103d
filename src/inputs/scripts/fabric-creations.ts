import type { Creation } from './creations.ts';
import { shorthand, value } from './options.ts';

const fabric = 'Microsoft.ManagedNetworkFabric/l3IsolationDomains';

/**
 * The commands that create isolation domains, of which the networks of VMs are made, and access control lists for these
 * and for the edges of the fabric. They take the shorthand of the command line, with the names of ARM as in JSON.
 */
export const fabricCreations: Readonly<Record<string, Creation>> = {
  'networkfabric l3domain create': {
    type: fabric,
    options: {
      '--network-fabric-id': value('networkFabricId'),
      '--annotation': value('annotation'),
      '--redistribute-connected-subnets': value('redistributeConnectedSubnets'),
      '--redistribute-static-routes': value('redistributeStaticRoutes'),
      '--aggregate-route-configuration': shorthand('aggregateRouteConfiguration'),
      '--connected-subnet-route-policy': shorthand('connectedSubnetRoutePolicy'),
      '--static-route-route-policy': shorthand('staticRouteRoutePolicy'),
    },
  },
  'networkfabric internalnetwork create': {
    type: `${fabric}/internalNetworks`,
    parent: '--l3-isolation-domain-name',
    options: {
      '--vlan-id': value('vlanId'),
      '--mtu': value('mtu'),
      '--extension': value('extension'),
      '--annotation': value('annotation'),
      '--is-monitoring-enabled': value('isMonitoringEnabled'),
      '--connected-ipv4-subnets': shorthand('connectedIPv4Subnets'),
      '--connected-ipv6-subnets': shorthand('connectedIPv6Subnets'),
      '--bgp-configuration': shorthand('bgpConfiguration'),
      '--static-route-configuration': shorthand('staticRouteConfiguration'),
      '--import-route-policy': shorthand('importRoutePolicy'),
      '--export-route-policy': shorthand('exportRoutePolicy'),
      '--ingress-acl-id': value('ingressAclId'),
      '--egress-acl-id': value('egressAclId'),
    },
  },
  'networkfabric externalnetwork create': {
    type: `${fabric}/externalNetworks`,
    parent: '--l3-isolation-domain-name',
    options: {
      '--peering-option': value('peeringOption'),
      '--annotation': value('annotation'),
      '--network-to-network-interconnect-id': value('networkToNetworkInterconnectId'),
      '--option-a-properties': shorthand('optionAProperties'),
      '--option-b-properties': shorthand('optionBProperties'),
      '--static-route-configuration': shorthand('staticRouteConfiguration'),
      '--import-route-policy': shorthand('importRoutePolicy'),
      '--export-route-policy': shorthand('exportRoutePolicy'),
    },
  },
  'networkfabric acl create': {
    type: 'Microsoft.ManagedNetworkFabric/accessControlLists',
    options: {
      '--annotation': value('annotation'),
      '--acl-type': value('aclType'),
      '--acls-url': value('aclsUrl'),
      '--configuration-type': value('configurationType'),
      '--default-action': value('defaultAction'),
      '--device-role': value('deviceRole'),
      '--dynamic-match-configurations': shorthand('dynamicMatchConfigurations'),
      '--match-configurations': shorthand('matchConfigurations'),
    },
  },
  'networkfabric nni create': {
    type: 'Microsoft.ManagedNetworkFabric/networkFabrics/networkToNetworkInterconnects',
    parent: '--fabric',
    options: {
      '--ingress-acl-id': value('ingressAclId'),
      '--egress-acl-id': value('egressAclId'),
    },
  },
};
