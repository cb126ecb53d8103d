import type { Rule } from '../engine/rule.ts';
import accessControlListFromFile from './access-control-list-from-file.ts';
import accessControlListMixesGroups from './access-control-list-mixes-groups.ts';
import accessControlListWithoutDefault from './access-control-list-without-default.ts';
import allowAsOutOfRange from './allow-as-out-of-range.ts';
import dataDisksChangedWhileRunning from './data-disks-changed-while-running.ts';
import egressMatchUnsupported from './egress-match-unsupported.ts';
import externalNetworkCreatedTooLate from './external-network-created-too-late.ts';
import externalNetworkIpv6Prefix from './external-network-ipv6-prefix.ts';
import externalNetworkWithoutInternal from './external-network-without-internal.ts';
import fabricMtuOutOfRange from './fabric-mtu-out-of-range.ts';
import fabricVlanAbove3000 from './fabric-vlan-above-3000.ts';
import fabricVlanChanged from './fabric-vlan-changed.ts';
import fabricVlanOutOfRange from './fabric-vlan-out-of-range.ts';
import guestManagementEnabledLater from './guest-management-enabled-later.ts';
import ingressMatchEtherType from './ingress-match-ether-type.ts';
import internalNetworksShareVlan from './internal-networks-share-vlan.ts';
import ipv6Address from './ipv6-address.ts';
import isolationDomainEnabledTooEarly from './isolation-domain-enabled-too-early.ts';
import listenRangeTooLarge from './listen-range-too-large.ts';
import logicalNetworkAddressSpaceChanged from './logical-network-address-space-changed.ts';
import logicalNetworkFabricChanged from './logical-network-fabric-changed.ts';
import logicalNetworkGatewayChanged from './logical-network-gateway-changed.ts';
import logicalNetworkIpPoolsChanged from './logical-network-ip-pools-changed.ts';
import logicalNetworkVlanChanged from './logical-network-vlan-changed.ts';
import matchConfigurationName from './match-configuration-name.ts';
import matchPortConditionUnknown from './match-port-condition-unknown.ts';
import matchValueOutOfRange from './match-value-out-of-range.ts';
import networkInterfacesChanged from './network-interfaces-changed.ts';
import resourceGroupMove from './resource-group-move.ts';
import terraform from './terraform.ts';
import unknownPeeringOption from './unknown-peering-option.ts';
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
  fabricVlanOutOfRange,
  fabricVlanAbove3000,
  fabricVlanChanged,
  internalNetworksShareVlan,
  fabricMtuOutOfRange,
  isolationDomainEnabledTooEarly,
  externalNetworkWithoutInternal,
  externalNetworkCreatedTooLate,
  unknownPeeringOption,
  listenRangeTooLarge,
  allowAsOutOfRange,
  externalNetworkIpv6Prefix,
  accessControlListFromFile,
  accessControlListMixesGroups,
  egressMatchUnsupported,
  ingressMatchEtherType,
  matchValueOutOfRange,
  matchPortConditionUnknown,
  matchConfigurationName,
  accessControlListWithoutDefault,
];
