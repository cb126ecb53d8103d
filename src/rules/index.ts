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
import publicIpChanged from './public-ip-changed.ts';
import publicIpDynamicAllocation from './public-ip-dynamic-allocation.ts';
import publicIpOutsideLogicalNetwork from './public-ip-outside-logical-network.ts';
import publicIpTarget from './public-ip-target.ts';
import publicIpWithoutLogicalNetwork from './public-ip-without-logical-network.ts';
import resourceGroupMove from './resource-group-move.ts';
import securityGroupWithoutRules from './security-group-without-rules.ts';
import securityRuleAccess from './security-rule-access.ts';
import securityRuleDescriptionTooLong from './security-rule-description-too-long.ts';
import securityRuleDirection from './security-rule-direction.ts';
import securityRulePort from './security-rule-port.ts';
import securityRulePriorityInBothDirections from './security-rule-priority-in-both-directions.ts';
import securityRulePriorityOutOfRange from './security-rule-priority-out-of-range.ts';
import securityRulePriorityTwice from './security-rule-priority-twice.ts';
import securityRuleProtocol from './security-rule-protocol.ts';
import subnetChanged from './subnet-changed.ts';
import subnetOutsideVirtualNetwork from './subnet-outside-virtual-network.ts';
import subnetWithoutNatGateway from './subnet-without-nat-gateway.ts';
import subnetsOverlap from './subnets-overlap.ts';
import terraform from './terraform.ts';
import virtualNetworkChanged from './virtual-network-changed.ts';
import virtualNetworkInPublicRange from './virtual-network-in-public-range.ts';
import virtualNetworkPeering from './virtual-network-peering.ts';
import virtualNetworkWithoutSubnet from './virtual-network-without-subnet.ts';
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
  virtualNetworkPeering,
  virtualNetworkChanged,
  virtualNetworkWithoutSubnet,
  subnetOutsideVirtualNetwork,
  subnetsOverlap,
  subnetChanged,
  virtualNetworkInPublicRange,
  subnetWithoutNatGateway,
  securityGroupWithoutRules,
  securityRulePriorityOutOfRange,
  securityRulePriorityTwice,
  securityRulePriorityInBothDirections,
  securityRuleProtocol,
  securityRulePort,
  securityRuleDirection,
  securityRuleAccess,
  securityRuleDescriptionTooLong,
  publicIpDynamicAllocation,
  publicIpWithoutLogicalNetwork,
  publicIpOutsideLogicalNetwork,
  publicIpTarget,
  publicIpChanged,
];
