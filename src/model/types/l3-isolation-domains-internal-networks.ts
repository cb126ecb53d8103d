import {
  administrativeState,
  bfdConfiguration,
  configurationState,
  exportRoutePolicy,
  importRoutePolicy,
  lastOperation,
  neighborAddresses,
  prefixLimit,
  provisioningState,
  staticRoutes,
} from './fabric.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * A network of the fabric that a logical network lies on: one VLAN with its subnets. The fabric has IPv6, VMs have not.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2025-07-15; read 2026-11-22.
 */
export const l3IsolationDomainsInternalNetworks = defineResourceType({
  type: 'Microsoft.ManagedNetworkFabric/l3IsolationDomains/internalNetworks',
  documentation:
    'https://learn.microsoft.com/azure/templates/microsoft.managednetworkfabric/l3isolationdomains/internalnetworks',
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
          extension: { type: 'string', 'x-known-values': ['NoExtension', 'NPB'] },
          mtu: { type: 'integer', format: 'int32' },
          connectedIPv4Subnets: {
            type: 'array',
            items: {
              type: 'object',
              properties: { prefix: { type: 'string', 'x-address': 'prefix' }, annotation: { type: 'string' } },
              required: ['prefix'],
            },
          },
          connectedIPv6Subnets: {
            type: 'array',
            items: {
              type: 'object',
              properties: { prefix: { type: 'string', 'x-address': 'prefix' }, annotation: { type: 'string' } },
              required: ['prefix'],
            },
          },
          importRoutePolicy,
          exportRoutePolicy,
          ingressAclId: { type: 'string', 'x-resource-id': ['Microsoft.ManagedNetworkFabric/accessControlLists'] },
          egressAclId: { type: 'string', 'x-resource-id': ['Microsoft.ManagedNetworkFabric/accessControlLists'] },
          isMonitoringEnabled: { type: 'string', 'x-known-values': ['True', 'False'] },
          vlanId: { type: 'integer', format: 'int32' },
          bgpConfiguration: {
            type: 'object',
            properties: {
              bfdConfiguration,
              defaultRouteOriginate: { type: 'string', 'x-known-values': ['True', 'False'] },
              allowAS: { type: 'integer', format: 'int32' },
              allowASOverride: { type: 'string', 'x-known-values': ['Enable', 'Disable'] },
              fabricASN: { type: 'integer', format: 'int64', readOnly: true },
              peerASN: { type: 'integer', format: 'int64' },
              ipv4ListenRangePrefixes: { type: 'array', items: { type: 'string', 'x-address': 'prefix' } },
              ipv6ListenRangePrefixes: { type: 'array', items: { type: 'string', 'x-address': 'prefix' } },
              ipv4NeighborAddress: neighborAddresses,
              ipv6NeighborAddress: neighborAddresses,
              bmpConfiguration: {
                type: 'object',
                properties: {
                  neighborIpExclusions: { type: 'array', items: { type: 'string', 'x-address': 'ip' } },
                  bmpConfigurationState: { type: 'string', 'x-known-values': ['Enabled', 'Disabled'] },
                  exportPolicyConfiguration: {
                    type: 'object',
                    properties: {
                      exportPolicies: {
                        type: 'array',
                        items: { type: 'string', 'x-known-values': ['Pre-Policy', 'Post-Policy', 'All', 'LocalRib'] },
                      },
                    },
                  },
                },
              },
              v4OverV6BgpSession: { type: 'string', 'x-known-values': ['Enabled', 'Disabled'] },
              v6OverV4BgpSession: { type: 'string', 'x-known-values': ['Enabled', 'Disabled'] },
              annotation: { type: 'string' },
            },
            required: ['peerASN'],
          },
          staticRouteConfiguration: {
            type: 'object',
            properties: {
              bfdConfiguration,
              ipv4Routes: staticRoutes,
              ipv6Routes: staticRoutes,
              extension: { type: 'string', 'x-known-values': ['NoExtension', 'NPB'] },
            },
          },
          nativeIpv4PrefixLimit: prefixLimit,
          nativeIpv6PrefixLimit: prefixLimit,
          lastOperation,
          networkFabricId: { type: 'string', readOnly: true },
          configurationState,
          provisioningState,
          administrativeState,
        },
      },
    },
  },
});
