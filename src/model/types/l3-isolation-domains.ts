import { identity } from './common.ts';
import {
  administrativeState,
  configurationState,
  exportRoutePolicy,
  lastOperation,
  provisioningState,
} from './fabric.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * A routed network of the fabric, with the internal networks that logical networks lie on.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2025-07-15; read 2026-11-22.
 */
export const l3IsolationDomains = defineResourceType({
  type: 'Microsoft.ManagedNetworkFabric/l3IsolationDomains',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.managednetworkfabric/l3isolationdomains',
  apiVersions: ['2023-02-01-preview', '2023-06-15', '2024-02-15-preview', '2024-06-15-preview', '2025-07-15'],
  allApiVersionsKnown: false,
  tracked: true,
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
          redistributeConnectedSubnets: { type: 'string', 'x-known-values': ['True', 'False'] },
          redistributeStaticRoutes: { type: 'string', 'x-known-values': ['True', 'False'] },
          aggregateRouteConfiguration: {
            type: 'object',
            properties: {
              ipv4Routes: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: { prefix: { type: 'string', 'x-address': 'prefix' } },
                  required: ['prefix'],
                },
              },
              ipv6Routes: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: { prefix: { type: 'string', 'x-address': 'prefix' } },
                  required: ['prefix'],
                },
              },
            },
          },
          connectedSubnetRoutePolicy: { type: 'object', properties: { exportRoutePolicy } },
          networkFabricId: { type: 'string', 'x-resource-id': ['Microsoft.ManagedNetworkFabric/networkFabrics'] },
          staticRouteRoutePolicy: { type: 'object', properties: { exportRoutePolicy } },
          uniqueRdConfiguration: {
            type: 'object',
            properties: { uniqueRds: { type: 'array', items: { type: 'string' }, readOnly: true } },
          },
          v4routePrefixLimit: {
            type: 'object',
            properties: {
              hardLimit: { type: 'integer', format: 'int32' },
              threshold: { type: 'integer', format: 'int32' },
            },
          },
          v6routePrefixLimit: {
            type: 'object',
            properties: {
              hardLimit: { type: 'integer', format: 'int32' },
              threshold: { type: 'integer', format: 'int32' },
            },
          },
          lastOperation,
          exportPolicyConfiguration: {
            type: 'object',
            properties: {
              exportPolicies: {
                type: 'array',
                items: { type: 'string', 'x-known-values': ['Pre-Policy', 'Post-Policy', 'All', 'LocalRib'] },
              },
            },
          },
          configurationState,
          provisioningState,
          administrativeState,
        },
      },
      identity,
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
