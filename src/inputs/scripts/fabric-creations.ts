import type { Creation } from './creations.ts';
import { json, jsonList, value } from './options.ts';

const fabric = 'Microsoft.ManagedNetworkFabric/l3IsolationDomains';

/**
 * The commands that create isolation domains, of which the networks of VMs are made, and access control lists for these.
 * JSON has the names of ARM there.
 */
export const fabricCreations: Readonly<Record<string, Creation>> = {
  'networkfabric l3domain create': {
    type: fabric,
    options: {
      '--network-fabric-id': value('networkFabricId'),
      '--annotation': value('annotation'),
      '--redistribute-connected-subnets': value('redistributeConnectedSubnets'),
      '--redistribute-static-routes': value('redistributeStaticRoutes'),
      '--aggregate-route-configuration': json('aggregateRouteConfiguration'),
      '--connected-subnet-route-policy': json('connectedSubnetRoutePolicy'),
      '--static-route-route-policy': json('staticRouteRoutePolicy'),
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
      '--connected-ipv4-subnets': jsonList('connectedIPv4Subnets'),
      '--connected-ipv6-subnets': jsonList('connectedIPv6Subnets'),
      '--bgp-configuration': json('bgpConfiguration'),
      '--static-route-configuration': json('staticRouteConfiguration'),
      '--import-route-policy': json('importRoutePolicy'),
      '--export-route-policy': json('exportRoutePolicy'),
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
      '--option-a-properties': json('optionAProperties'),
      '--option-b-properties': json('optionBProperties'),
      '--static-route-configuration': json('staticRouteConfiguration'),
      '--import-route-policy': json('importRoutePolicy'),
      '--export-route-policy': json('exportRoutePolicy'),
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
      '--dynamic-match-configurations': jsonList('dynamicMatchConfigurations'),
      '--match-configurations': jsonList('matchConfigurations'),
    },
  },
};
