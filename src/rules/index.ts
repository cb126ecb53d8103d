import type { Rule } from '../engine/rule.ts';
import dataDisksChangedWhileRunning from './data-disks-changed-while-running.ts';
import dnsServerNotAnAddress from './dns-server-not-an-address.ts';
import dynamicIpAllocation from './dynamic-ip-allocation.ts';
import fabricNetworkMissing from './fabric-network-missing.ts';
import fabricNetworkOfWrongType from './fabric-network-of-wrong-type.ts';
import gatewayInIpPool from './gateway-in-ip-pool.ts';
import gatewayOutsidePrefix from './gateway-outside-prefix.ts';
import gatewayWithFabricNetwork from './gateway-with-fabric-network.ts';
import guestManagementEnabledLater from './guest-management-enabled-later.ts';
import ipPoolOutsidePrefix from './ip-pool-outside-prefix.ts';
import ipPoolOverlap from './ip-pool-overlap.ts';
import ipPoolReversed from './ip-pool-reversed.ts';
import ipPoolTypeNotVm from './ip-pool-type-not-vm.ts';
import ipPoolWithReservedAddress from './ip-pool-with-reserved-address.ts';
import ipv6Address from './ipv6-address.ts';
import logicalNetworkAddressSpaceChanged from './logical-network-address-space-changed.ts';
import logicalNetworkBesideOneWithoutIpPool from './logical-network-beside-one-without-ip-pool.ts';
import logicalNetworkChanged from './logical-network-changed.ts';
import logicalNetworkDnsChanged from './logical-network-dns-changed.ts';
import logicalNetworkFabricChanged from './logical-network-fabric-changed.ts';
import logicalNetworkGatewayChanged from './logical-network-gateway-changed.ts';
import logicalNetworkIpPoolsChanged from './logical-network-ip-pools-changed.ts';
import logicalNetworkPrefixAllReserved from './logical-network-prefix-all-reserved.ts';
import logicalNetworkPrefixUnlikeFabric from './logical-network-prefix-unlike-fabric.ts';
import logicalNetworkPrefixWithHostBits from './logical-network-prefix-with-host-bits.ts';
import logicalNetworkSharedWithAks from './logical-network-shared-with-aks.ts';
import logicalNetworkVlanChanged from './logical-network-vlan-changed.ts';
import logicalNetworkVlanMissing from './logical-network-vlan-missing.ts';
import logicalNetworkVlanOutOfRange from './logical-network-vlan-out-of-range.ts';
import logicalNetworkVlanUnlikeFabric from './logical-network-vlan-unlike-fabric.ts';
import logicalNetworkWithoutIpPool from './logical-network-without-ip-pool.ts';
import networkInterfacesChanged from './network-interfaces-changed.ts';
import resourceGroupMove from './resource-group-move.ts';
import severalAddressPrefixes from './several-address-prefixes.ts';
import severalSubnets from './several-subnets.ts';
import terraform from './terraform.ts';
import vmResizedWhileRunning from './vm-resized-while-running.ts';
import vmSwitchName from './vm-switch-name.ts';

/** All built-in rules, in order of id. Ids are never reused. */
export const rules: readonly Rule[] = [
  ipv6Address,
  logicalNetworkGatewayChanged,
  logicalNetworkIpPoolsChanged,
  logicalNetworkAddressSpaceChanged,
  logicalNetworkVlanChanged,
  logicalNetworkFabricChanged,
  dynamicIpAllocation,
  severalAddressPrefixes,
  severalSubnets,
  fabricNetworkMissing,
  fabricNetworkOfWrongType,
  logicalNetworkVlanMissing,
  logicalNetworkVlanOutOfRange,
  logicalNetworkVlanUnlikeFabric,
  logicalNetworkPrefixUnlikeFabric,
  logicalNetworkPrefixWithHostBits,
  logicalNetworkPrefixAllReserved,
  ipPoolTypeNotVm,
  logicalNetworkWithoutIpPool,
  logicalNetworkBesideOneWithoutIpPool,
  ipPoolReversed,
  ipPoolOutsidePrefix,
  ipPoolOverlap,
  ipPoolWithReservedAddress,
  gatewayWithFabricNetwork,
  gatewayOutsidePrefix,
  gatewayInIpPool,
  logicalNetworkSharedWithAks,
  logicalNetworkDnsChanged,
  logicalNetworkChanged,
  dnsServerNotAnAddress,
  vmSwitchName,
  guestManagementEnabledLater,
  networkInterfacesChanged,
  vmResizedWhileRunning,
  dataDisksChangedWhileRunning,
  resourceGroupMove,
  terraform,
];
