import type { Rule } from '../engine/rule.ts';
import dataDisksChangedWhileRunning from './data-disks-changed-while-running.ts';
import guestManagementEnabledLater from './guest-management-enabled-later.ts';
import ipv6Address from './ipv6-address.ts';
import logicalNetworkAddressSpaceChanged from './logical-network-address-space-changed.ts';
import logicalNetworkFabricChanged from './logical-network-fabric-changed.ts';
import logicalNetworkGatewayChanged from './logical-network-gateway-changed.ts';
import logicalNetworkIpPoolsChanged from './logical-network-ip-pools-changed.ts';
import logicalNetworkVlanChanged from './logical-network-vlan-changed.ts';
import networkInterfacesChanged from './network-interfaces-changed.ts';
import resourceGroupMove from './resource-group-move.ts';
import terraform from './terraform.ts';
import vmResizedWhileRunning from './vm-resized-while-running.ts';

/** All built-in rules, in order of id. Ids are never reused. */
export const rules: readonly Rule[] = [
  ipv6Address,
  logicalNetworkGatewayChanged,
  logicalNetworkIpPoolsChanged,
  logicalNetworkAddressSpaceChanged,
  logicalNetworkVlanChanged,
  logicalNetworkFabricChanged,
  guestManagementEnabledLater,
  networkInterfacesChanged,
  vmResizedWhileRunning,
  dataDisksChangedWhileRunning,
  resourceGroupMove,
  terraform,
];
