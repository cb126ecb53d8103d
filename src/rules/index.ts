import type { Rule } from '../engine/rule.ts';
import accessControlListFromFile from './access-control-list-from-file.ts';
import accessControlListMixesGroups from './access-control-list-mixes-groups.ts';
import accessControlListWithoutDefault from './access-control-list-without-default.ts';
import addressClaimedTwice from './address-claimed-twice.ts';
import allocatedAddressWrittenLater from './allocated-address-written-later.ts';
import allowAsOutOfRange from './allow-as-out-of-range.ts';
import arcGateway from './arc-gateway.ts';
import authenticationTypeUnknown from './authentication-type-unknown.ts';
import backendPoolInOtherNetwork from './backend-pool-in-other-network.ts';
import backendPoolWithoutOneNetwork from './backend-pool-without-one-network.ts';
import computerNameNotAllowed from './computer-name-not-allowed.ts';
import computerRenamedWhileRunning from './computer-renamed-while-running.ts';
import configurationAgentOff from './configuration-agent-off.ts';
import customLocationMissing from './custom-location-missing.ts';
import danglingReference from './dangling-reference.ts';
import dashInsteadOfHyphen from './dash-instead-of-hyphen.ts';
import dataDisksChangedWhileRunning from './data-disks-changed-while-running.ts';
import diskDownloadWithoutSignature from './disk-download-without-signature.ts';
import diskOfTwoVms from './disk-of-two-vms.ts';
import diskShrunk from './disk-shrunk.ts';
import diskTooLarge from './disk-too-large.ts';
import diskTypeChanged from './disk-type-changed.ts';
import dnsServerNotAnAddress from './dns-server-not-an-address.ts';
import domainJoinAddedLater from './domain-join-added-later.ts';
import domainJoinOnLinux from './domain-join-on-linux.ts';
import duplicateFrontendPort from './duplicate-frontend-port.ts';
import dynamicDisk from './dynamic-disk.ts';
import dynamicIpAllocation from './dynamic-ip-allocation.ts';
import dynamicMemory from './dynamic-memory.ts';
import egressMatchUnsupported from './egress-match-unsupported.ts';
import extensionWithoutGuestManagement from './extension-without-guest-management.ts';
import externalNetworkCreatedTooLate from './external-network-created-too-late.ts';
import externalNetworkIpv6Prefix from './external-network-ipv6-prefix.ts';
import externalNetworkWithoutInternal from './external-network-without-internal.ts';
import fabricInAnotherSubscription from './fabric-in-another-subscription.ts';
import fabricMtuOutOfRange from './fabric-mtu-out-of-range.ts';
import fabricNetworkMissing from './fabric-network-missing.ts';
import fabricNetworkOfWrongType from './fabric-network-of-wrong-type.ts';
import fabricVlanAbove3000 from './fabric-vlan-above-3000.ts';
import fabricVlanChanged from './fabric-vlan-changed.ts';
import fabricVlanOutOfRange from './fabric-vlan-out-of-range.ts';
import frontendAddressOutsideSubnet from './frontend-address-outside-subnet.ts';
import frontendWithSeveralPublicIps from './frontend-with-several-public-ips.ts';
import gatewayInIpPool from './gateway-in-ip-pool.ts';
import gatewayOutsidePrefix from './gateway-outside-prefix.ts';
import gatewayWithFabricNetwork from './gateway-with-fabric-network.ts';
import gpuBeforeRelease from './gpu-before-release.ts';
import gpuChangedWhileRunning from './gpu-changed-while-running.ts';
import gpuModelUnsupported from './gpu-model-unsupported.ts';
import gpuNameInCommand from './gpu-name-in-command.ts';
import gpuNotDda from './gpu-not-dda.ts';
import gpuPartitionSize from './gpu-partition-size.ts';
import gpuWithoutLiveMigration from './gpu-without-live-migration.ts';
import guestManagementEnabledLater from './guest-management-enabled-later.ts';
import httpProbeWithoutPath from './http-probe-without-path.ts';
import identityOnInstance from './identity-on-instance.ts';
import idleTimeoutWithoutTcp from './idle-timeout-without-tcp.ts';
import imageByName from './image-by-name.ts';
import imageNameWithWindows from './image-name-with-windows.ts';
import imageNotFromStorageAccount from './image-not-from-storage-account.ts';
import imageNotInEnglish from './image-not-in-english.ts';
import imageOfOtherSystem from './image-of-other-system.ts';
import imageWithoutNocloud from './image-without-nocloud.ts';
import incompleteNatInboundRule from './incomplete-nat-inbound-rule.ts';
import ingressMatchEtherType from './ingress-match-ether-type.ts';
import inlineNatInboundRules from './inline-nat-inbound-rules.ts';
import instanceMisplaced from './instance-misplaced.ts';
import internalLoadBalancerOnLogicalNetwork from './internal-load-balancer-on-logical-network.ts';
import internalNetworksShareVlan from './internal-networks-share-vlan.ts';
import invalidResourceName from './invalid-resource-name.ts';
import ipPoolExhausted from './ip-pool-exhausted.ts';
import ipPoolOutsidePrefix from './ip-pool-outside-prefix.ts';
import ipPoolOverlap from './ip-pool-overlap.ts';
import ipPoolReversed from './ip-pool-reversed.ts';
import ipPoolTypeNotVm from './ip-pool-type-not-vm.ts';
import ipPoolWithReservedAddress from './ip-pool-with-reserved-address.ts';
import ipPoolsUsedUp from './ip-pools-used-up.ts';
import ipv6Address from './ipv6-address.ts';
import isolationDomainEnabledTooEarly from './isolation-domain-enabled-too-early.ts';
import lastSubnetDetachedFromNatGateway from './last-subnet-detached-from-nat-gateway.ts';
import listenRangeTooLarge from './listen-range-too-large.ts';
import loadBalancerFrontendChanged from './load-balancer-frontend-changed.ts';
import loadBalancerKindsOnWrongSubnets from './load-balancer-kinds-on-wrong-subnets.ts';
import loadBalancerNatRules from './load-balancer-nat-rules.ts';
import loadBalancerPublicIpOfOtherNetwork from './load-balancer-public-ip-of-other-network.ts';
import loadBalancerPublicIpUnlikeNat from './load-balancer-public-ip-unlike-nat.ts';
import loadBalancerUpdateBeyondTags from './load-balancer-update-beyond-tags.ts';
import loadBalancerWithoutNatGateway from './load-balancer-without-nat-gateway.ts';
import localManagementTool from './local-management-tool.ts';
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
import macAddressChanged from './mac-address-changed.ts';
import machineOfOtherKind from './machine-of-other-kind.ts';
import machineWithoutIdentity from './machine-without-identity.ts';
import marketplaceImage from './marketplace-image.ts';
import matchConfigurationName from './match-configuration-name.ts';
import matchPortConditionUnknown from './match-port-condition-unknown.ts';
import matchValueOutOfRange from './match-value-out-of-range.ts';
import memoryTypeChanged from './memory-type-changed.ts';
import mismatchedLoadBalancerFrontend from './mismatched-load-balancer-frontend.ts';
import natGatewayAcrossVirtualNetworks from './nat-gateway-across-virtual-networks.ts';
import natGatewayChanged from './nat-gateway-changed.ts';
import natGatewayDeletedTooEarly from './nat-gateway-deleted-too-early.ts';
import natGatewayOnLogicalNetwork from './nat-gateway-on-logical-network.ts';
import natGatewayWithoutOnePublicIp from './nat-gateway-without-one-public-ip.ts';
import natInboundRuleOnOtherPublicIp from './nat-inbound-rule-on-other-public-ip.ts';
import networkInterfaceAddressChanged from './network-interface-address-changed.ts';
import networkInterfaceAddressOutsideNetwork from './network-interface-address-outside-network.ts';
import networkInterfaceOnDynamicNetwork from './network-interface-on-dynamic-network.ts';
import networkInterfaceOnForeignNetwork from './network-interface-on-foreign-network.ts';
import networkInterfacePublicIp from './network-interface-public-ip.ts';
import networkInterfaceTagsChanged from './network-interface-tags-changed.ts';
import networkInterfaceWithoutDns from './network-interface-without-dns.ts';
import networkInterfacesChanged from './network-interfaces-changed.ts';
import osDiskSnapshot from './os-disk-snapshot.ts';
import passwordAuthenticationOnLinux from './password-authentication-on-linux.ts';
import proxyMissing from './proxy-missing.ts';
import publicIpChanged from './public-ip-changed.ts';
import publicIpDynamicAllocation from './public-ip-dynamic-allocation.ts';
import publicIpOutsideLogicalNetwork from './public-ip-outside-logical-network.ts';
import publicIpTarget from './public-ip-target.ts';
import publicIpWithoutLogicalNetwork from './public-ip-without-logical-network.ts';
import rdpOverSshOnLinux from './rdp-over-ssh-on-linux.ts';
import referenceOfWrongType from './reference-of-wrong-type.ts';
import reservedAddress from './reserved-address.ts';
import resourceGroupInOtherRegion from './resource-group-in-other-region.ts';
import resourceGroupMove from './resource-group-move.ts';
import resourceRenamed from './resource-renamed.ts';
import restoredDiskTooSmall from './restored-disk-too-small.ts';
import restoredDiskWithoutSize from './restored-disk-without-size.ts';
import securityGroupWithoutRules from './security-group-without-rules.ts';
import securityRuleAccess from './security-rule-access.ts';
import securityRuleDescriptionTooLong from './security-rule-description-too-long.ts';
import securityRuleDirection from './security-rule-direction.ts';
import securityRulePort from './security-rule-port.ts';
import securityRulePriorityInBothDirections from './security-rule-priority-in-both-directions.ts';
import securityRulePriorityOutOfRange from './security-rule-priority-out-of-range.ts';
import securityRulePriorityTwice from './security-rule-priority-twice.ts';
import securityRuleProtocol from './security-rule-protocol.ts';
import securityTypeOtherThanStandard from './security-type-other-than-standard.ts';
import serialConsoleOfStoppedVm from './serial-console-of-stopped-vm.ts';
import severalAddressPrefixes from './several-address-prefixes.ts';
import severalCustomLocations from './several-custom-locations.ts';
import severalNatGatewaysInVirtualNetwork from './several-nat-gateways-in-virtual-network.ts';
import severalRegions from './several-regions.ts';
import severalSubnets from './several-subnets.ts';
import skipShutdownBeforeExtension from './skip-shutdown-before-extension.ts';
import snapshotChanged from './snapshot-changed.ts';
import snapshotOfOtherThanDisk from './snapshot-of-other-than-disk.ts';
import specialAddress from './special-address.ts';
import sshKeyNotOpenssh from './ssh-key-not-openssh.ts';
import sshWithoutKey from './ssh-without-key.ts';
import staticFrontendWithoutAddress from './static-frontend-without-address.ts';
import storagePath from './storage-path.ts';
import strictPlacementWithoutZone from './strict-placement-without-zone.ts';
import subnetChanged from './subnet-changed.ts';
import subnetOutsideVirtualNetwork from './subnet-outside-virtual-network.ts';
import subnetWithoutNatGateway from './subnet-without-nat-gateway.ts';
import subnetsOverlap from './subnets-overlap.ts';
import terraform from './terraform.ts';
import trustedLaunchSetting from './trusted-launch-setting.ts';
import undeclaredLoadBalancerPart from './undeclared-load-balancer-part.ts';
import undocumentedCommand from './undocumented-command.ts';
import unknownBackendAdminState from './unknown-backend-admin-state.ts';
import unknownFrontendAllocationMethod from './unknown-frontend-allocation-method.ts';
import unknownLoadBalancingProtocol from './unknown-load-balancing-protocol.ts';
import unknownLoadDistribution from './unknown-load-distribution.ts';
import unknownPeeringOption from './unknown-peering-option.ts';
import unsupportedProbeProtocol from './unsupported-probe-protocol.ts';
import unsupportedRegion from './unsupported-region.ts';
import virtualNetworkChanged from './virtual-network-changed.ts';
import virtualNetworkInPublicRange from './virtual-network-in-public-range.ts';
import virtualNetworkOverlapsNatLogicalNetwork from './virtual-network-overlaps-nat-logical-network.ts';
import virtualNetworkPeering from './virtual-network-peering.ts';
import virtualNetworkWithoutSubnet from './virtual-network-without-subnet.ts';
import vmDeletedAlone from './vm-deleted-alone.ts';
import vmNameNotLowerCase from './vm-name-not-lower-case.ts';
import vmPausedOrSaved from './vm-paused-or-saved.ts';
import vmResizedWhileRunning from './vm-resized-while-running.ts';
import vmSwitchName from './vm-switch-name.ts';
import vmWithoutNetworkInterface from './vm-without-network-interface.ts';
import workloadInLoadBalancerSubnet from './workload-in-load-balancer-subnet.ts';

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
  networkInterfaceOnForeignNetwork,
  networkInterfaceOnDynamicNetwork,
  networkInterfaceAddressOutsideNetwork,
  networkInterfaceAddressChanged,
  networkInterfacePublicIp,
  networkInterfaceWithoutDns,
  guestManagementEnabledLater,
  networkInterfacesChanged,
  vmResizedWhileRunning,
  securityTypeOtherThanStandard,
  trustedLaunchSetting,
  dynamicMemory,
  memoryTypeChanged,
  proxyMissing,
  vmWithoutNetworkInterface,
  identityOnInstance,
  machineWithoutIdentity,
  configurationAgentOff,
  machineOfOtherKind,
  instanceMisplaced,
  vmNameNotLowerCase,
  computerNameNotAllowed,
  strictPlacementWithoutZone,
  authenticationTypeUnknown,
  sshWithoutKey,
  sshKeyNotOpenssh,
  passwordAuthenticationOnLinux,
  imageByName,
  arcGateway,
  domainJoinOnLinux,
  domainJoinAddedLater,
  extensionWithoutGuestManagement,
  vmPausedOrSaved,
  diskOfTwoVms,
  localManagementTool,
  computerRenamedWhileRunning,
  skipShutdownBeforeExtension,
  vmDeletedAlone,
  rdpOverSshOnLinux,
  serialConsoleOfStoppedVm,
  storagePath,
  gpuBeforeRelease,
  gpuNotDda,
  gpuPartitionSize,
  gpuModelUnsupported,
  gpuChangedWhileRunning,
  gpuNameInCommand,
  gpuWithoutLiveMigration,
  dataDisksChangedWhileRunning,
  diskTooLarge,
  diskShrunk,
  diskTypeChanged,
  dynamicDisk,
  diskDownloadWithoutSignature,
  osDiskSnapshot,
  snapshotOfOtherThanDisk,
  restoredDiskWithoutSize,
  restoredDiskTooSmall,
  snapshotChanged,
  imageNameWithWindows,
  imageNotFromStorageAccount,
  marketplaceImage,
  imageOfOtherSystem,
  imageNotInEnglish,
  imageWithoutNocloud,
  resourceGroupMove,
  terraform,
  networkInterfaceTagsChanged,
  macAddressChanged,
  allocatedAddressWrittenLater,
  ipPoolsUsedUp,
  undocumentedCommand,
  dashInsteadOfHyphen,
  resourceGroupInOtherRegion,
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
  natGatewayOnLogicalNetwork,
  natGatewayWithoutOnePublicIp,
  severalNatGatewaysInVirtualNetwork,
  natGatewayAcrossVirtualNetworks,
  virtualNetworkOverlapsNatLogicalNetwork,
  natGatewayChanged,
  incompleteNatInboundRule,
  natInboundRuleOnOtherPublicIp,
  inlineNatInboundRules,
  lastSubnetDetachedFromNatGateway,
  natGatewayDeletedTooEarly,
  mismatchedLoadBalancerFrontend,
  backendPoolWithoutOneNetwork,
  backendPoolInOtherNetwork,
  internalLoadBalancerOnLogicalNetwork,
  loadBalancerPublicIpOfOtherNetwork,
  loadBalancerPublicIpUnlikeNat,
  loadBalancerWithoutNatGateway,
  workloadInLoadBalancerSubnet,
  loadBalancerKindsOnWrongSubnets,
  frontendWithSeveralPublicIps,
  unknownFrontendAllocationMethod,
  staticFrontendWithoutAddress,
  frontendAddressOutsideSubnet,
  duplicateFrontendPort,
  unknownLoadBalancingProtocol,
  unknownLoadDistribution,
  idleTimeoutWithoutTcp,
  unsupportedProbeProtocol,
  unknownBackendAdminState,
  undeclaredLoadBalancerPart,
  loadBalancerNatRules,
  loadBalancerFrontendChanged,
  loadBalancerUpdateBeyondTags,
  httpProbeWithoutPath,
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
