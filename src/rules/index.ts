import type { Rule } from '../engine/rule.ts';
import backendPoolInOtherNetwork from './backend-pool-in-other-network.ts';
import backendPoolWithoutOneNetwork from './backend-pool-without-one-network.ts';
import dataDisksChangedWhileRunning from './data-disks-changed-while-running.ts';
import duplicateFrontendPort from './duplicate-frontend-port.ts';
import frontendAddressOutsideSubnet from './frontend-address-outside-subnet.ts';
import frontendWithSeveralPublicIps from './frontend-with-several-public-ips.ts';
import guestManagementEnabledLater from './guest-management-enabled-later.ts';
import httpProbeWithoutPath from './http-probe-without-path.ts';
import idleTimeoutWithoutTcp from './idle-timeout-without-tcp.ts';
import incompleteNatInboundRule from './incomplete-nat-inbound-rule.ts';
import inlineNatInboundRules from './inline-nat-inbound-rules.ts';
import internalLoadBalancerOnLogicalNetwork from './internal-load-balancer-on-logical-network.ts';
import ipv6Address from './ipv6-address.ts';
import lastSubnetDetachedFromNatGateway from './last-subnet-detached-from-nat-gateway.ts';
import loadBalancerFrontendChanged from './load-balancer-frontend-changed.ts';
import loadBalancerKindsOnWrongSubnets from './load-balancer-kinds-on-wrong-subnets.ts';
import loadBalancerNatRules from './load-balancer-nat-rules.ts';
import loadBalancerPublicIpOfOtherNetwork from './load-balancer-public-ip-of-other-network.ts';
import loadBalancerPublicIpUnlikeNat from './load-balancer-public-ip-unlike-nat.ts';
import loadBalancerUpdateBeyondTags from './load-balancer-update-beyond-tags.ts';
import loadBalancerWithoutNatGateway from './load-balancer-without-nat-gateway.ts';
import logicalNetworkAddressSpaceChanged from './logical-network-address-space-changed.ts';
import logicalNetworkFabricChanged from './logical-network-fabric-changed.ts';
import logicalNetworkGatewayChanged from './logical-network-gateway-changed.ts';
import logicalNetworkIpPoolsChanged from './logical-network-ip-pools-changed.ts';
import logicalNetworkVlanChanged from './logical-network-vlan-changed.ts';
import mismatchedLoadBalancerFrontend from './mismatched-load-balancer-frontend.ts';
import natGatewayAcrossVirtualNetworks from './nat-gateway-across-virtual-networks.ts';
import natGatewayChanged from './nat-gateway-changed.ts';
import natGatewayDeletedTooEarly from './nat-gateway-deleted-too-early.ts';
import natGatewayOnLogicalNetwork from './nat-gateway-on-logical-network.ts';
import natGatewayWithoutOnePublicIp from './nat-gateway-without-one-public-ip.ts';
import natInboundRuleOnOtherPublicIp from './nat-inbound-rule-on-other-public-ip.ts';
import networkInterfacesChanged from './network-interfaces-changed.ts';
import resourceGroupMove from './resource-group-move.ts';
import severalNatGatewaysInVirtualNetwork from './several-nat-gateways-in-virtual-network.ts';
import staticFrontendWithoutAddress from './static-frontend-without-address.ts';
import terraform from './terraform.ts';
import undeclaredLoadBalancerPart from './undeclared-load-balancer-part.ts';
import unknownBackendAdminState from './unknown-backend-admin-state.ts';
import unknownFrontendAllocationMethod from './unknown-frontend-allocation-method.ts';
import unknownLoadBalancingProtocol from './unknown-load-balancing-protocol.ts';
import unknownLoadDistribution from './unknown-load-distribution.ts';
import unsupportedProbeProtocol from './unsupported-probe-protocol.ts';
import virtualNetworkOverlapsNatLogicalNetwork from './virtual-network-overlaps-nat-logical-network.ts';
import vmResizedWhileRunning from './vm-resized-while-running.ts';
import workloadInLoadBalancerSubnet from './workload-in-load-balancer-subnet.ts';

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
];
