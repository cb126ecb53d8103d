import type { Rule } from '../engine/rule.ts';
import addressClaimedTwice from './address-claimed-twice.ts';
import customLocationMissing from './custom-location-missing.ts';
import danglingReference from './dangling-reference.ts';
import dataDisksChangedWhileRunning from './data-disks-changed-while-running.ts';
import fabricInAnotherSubscription from './fabric-in-another-subscription.ts';
import guestManagementEnabledLater from './guest-management-enabled-later.ts';
import invalidResourceName from './invalid-resource-name.ts';
import ipPoolExhausted from './ip-pool-exhausted.ts';
import ipv6Address from './ipv6-address.ts';
import logicalNetworkAddressSpaceChanged from './logical-network-address-space-changed.ts';
import logicalNetworkFabricChanged from './logical-network-fabric-changed.ts';
import logicalNetworkGatewayChanged from './logical-network-gateway-changed.ts';
import logicalNetworkIpPoolsChanged from './logical-network-ip-pools-changed.ts';
import logicalNetworkVlanChanged from './logical-network-vlan-changed.ts';
import networkInterfaceAddressChanged from './network-interface-address-changed.ts';
import networkInterfaceAddressOutsideNetwork from './network-interface-address-outside-network.ts';
import networkInterfaceOnDynamicNetwork from './network-interface-on-dynamic-network.ts';
import networkInterfaceOnForeignNetwork from './network-interface-on-foreign-network.ts';
import networkInterfacePublicIp from './network-interface-public-ip.ts';
import networkInterfaceWithoutDns from './network-interface-without-dns.ts';
import networkInterfacesChanged from './network-interfaces-changed.ts';
import referenceOfWrongType from './reference-of-wrong-type.ts';
import reservedAddress from './reserved-address.ts';
import resourceGroupMove from './resource-group-move.ts';
import resourceRenamed from './resource-renamed.ts';
import severalCustomLocations from './several-custom-locations.ts';
import severalRegions from './several-regions.ts';
import specialAddress from './special-address.ts';
import terraform from './terraform.ts';
import unsupportedRegion from './unsupported-region.ts';
import vmResizedWhileRunning from './vm-resized-while-running.ts';

/** All built-in rules, in order of id. Ids are never reused. */
export const rules: readonly Rule[] = [
  ipv6Address,
  logicalNetworkGatewayChanged,
  logicalNetworkIpPoolsChanged,
  logicalNetworkAddressSpaceChanged,
  logicalNetworkVlanChanged,
  logicalNetworkFabricChanged,
  networkInterfaceOnForeignNetwork,
  networkInterfaceOnDynamicNetwork,
  networkInterfaceAddressOutsideNetwork,
  networkInterfaceAddressChanged,
  networkInterfacePublicIp,
  networkInterfaceWithoutDns,
  guestManagementEnabledLater,
  networkInterfacesChanged,
  vmResizedWhileRunning,
  dataDisksChangedWhileRunning,
  resourceGroupMove,
  terraform,
  referenceOfWrongType,
  reservedAddress,
  specialAddress,
  addressClaimedTwice,
  ipPoolExhausted,
  danglingReference,
  severalRegions,
  unsupportedRegion,
  customLocationMissing,
  severalCustomLocations,
  resourceRenamed,
  invalidResourceName,
  fabricInAnotherSubscription,
];
