import {
  administrativeState,
  bfdConfiguration,
  configurationState,
  exportRoutePolicy,
  importRoutePolicy,
  lastOperation,
  prefixLimit,
  provisioningState,
  staticRoutes,
} from './fabric.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * The way of a layer 3 isolation domain to the outside of the fabric, by peering option A or B.
 * Source: Azure/bicep-types-az, generated types of api-version 2024-06-15-preview; read 2026-11-24.
 */
export const l3IsolationDomainsExternalNetworks = defineResourceType({
  type: 'Microsoft.ManagedNetworkFabric/l3IsolationDomains/externalNetworks',
  documentation:
    'https://learn.microsoft.com/azure/templates/microsoft.managednetworkfabric/l3isolationdomains/externalnetworks',
  apiVersions: ['2023-02-01-preview', '2023-06-15', '2024-02-15-preview', '2024-06-15-preview', '2025-07-15'],
  allApiVersionsKnown: false,
  tracked: false,
  extension: false,
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true },
      name: { type: 'string' },
      type: { type: 'string', readOnly: true },
      properties: {
        type: 'object',
        properties: {
          annotation: { type: 'string' },
          peeringOption: { type: 'string', 'x-known-values': ['OptionA', 'OptionB'] },
          networkToNetworkInterconnectId: {
            type: 'string',
            'x-resource-id': ['Microsoft.ManagedNetworkFabric/networkFabrics/networkToNetworkInterconnects'],
          },
          importRoutePolicy,
          exportRoutePolicy,
          optionAProperties: {
            type: 'object',
            properties: {
              bfdConfiguration,
              bmpConfiguration: {
                type: 'object',
                properties: { configurationState: { type: 'string', 'x-known-values': ['Enabled', 'Disabled'] } },
              },
              ingressAclId: { type: 'string', 'x-resource-id': ['Microsoft.ManagedNetworkFabric/accessControlLists'] },
              egressAclId: { type: 'string', 'x-resource-id': ['Microsoft.ManagedNetworkFabric/accessControlLists'] },
              fabricASN: { type: 'integer', format: 'int64', readOnly: true },
              mtu: { type: 'integer', format: 'int32' },
              nativeIpv4PrefixLimit: prefixLimit,
              nativeIpv6PrefixLimit: prefixLimit,
              peerASN: { type: 'integer', format: 'int64' },
              primaryIpv4Prefix: { type: 'string', 'x-address': 'prefix' },
              primaryIpv6Prefix: { type: 'string', 'x-address': 'prefix' },
              secondaryIpv4Prefix: { type: 'string', 'x-address': 'prefix' },
              secondaryIpv6Prefix: { type: 'string', 'x-address': 'prefix' },
              v4OverV6BgpSession: { type: 'string', 'x-known-values': ['Enabled', 'Disabled'] },
              v6OverV4BgpSession: { type: 'string', 'x-known-values': ['Enabled', 'Disabled'] },
              vlanId: { type: 'integer', format: 'int32' },
            },
            required: ['peerASN', 'vlanId'],
          },
          optionBProperties: {
            type: 'object',
            properties: {
              importRouteTargets: { type: 'array', items: { type: 'string' } },
              exportRouteTargets: { type: 'array', items: { type: 'string' } },
              routeTargets: {
                type: 'object',
                properties: {
                  importIpv4RouteTargets: { type: 'array', items: { type: 'string' } },
                  importIpv6RouteTargets: { type: 'array', items: { type: 'string' } },
                  exportIpv4RouteTargets: { type: 'array', items: { type: 'string' } },
                  exportIpv6RouteTargets: { type: 'array', items: { type: 'string' } },
                },
              },
            },
          },
          staticRouteConfiguration: {
            type: 'object',
            properties: { bfdConfiguration, ipv4Routes: staticRoutes, ipv6Routes: staticRoutes },
          },
          lastOperation,
          configurationState,
          provisioningState,
          administrativeState,
        },
      },
    },
  },
});
