import { defineResourceType } from './resource-type.ts';

/**
 * A virtual network of the software-defined overlay (since 2025-09-01-preview; before, the type meant what logicalNetworks means today).
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const virtualNetworks = defineResourceType({
  type: 'Microsoft.AzureStackHCI/virtualNetworks',
  apiVersions: [
    '2021-07-01-preview',
    '2021-09-01-preview',
    '2022-12-15-preview',
    '2023-07-01-preview',
    '2025-09-01-preview',
    '2026-02-01-preview',
    '2026-04-01-preview',
  ],
  extension: false,
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true, 'x-since': '2025-09-01-preview' },
      name: { type: 'string', 'x-since': '2025-09-01-preview' },
      type: {
        type: 'string',
        'x-known-values': ['Microsoft.AzureStackHCI/virtualNetworks'],
        readOnly: true,
        'x-since': '2025-09-01-preview',
      },
      properties: {
        type: 'object',
        'x-since': '2025-09-01-preview',
        properties: {
          addressSpace: {
            type: 'object',
            'x-since': '2025-09-01-preview',
            properties: {
              addressPrefixes: {
                type: 'array',
                items: { type: 'string', 'x-address': 'prefix' },
                'x-since': '2025-09-01-preview',
              },
            },
          },
          dhcpOptions: {
            type: 'object',
            'x-since': '2025-09-01-preview',
            properties: {
              dnsServers: {
                type: 'array',
                items: { type: 'string', 'x-address': 'ip' },
                'x-since': '2025-09-01-preview',
              },
            },
          },
          provisioningState: {
            type: 'string',
            'x-known-values': ['Succeeded', 'Failed', 'InProgress', 'Accepted', 'Deleting', 'Canceled'],
            readOnly: true,
            'x-since': '2025-09-01-preview',
          },
          status: {
            type: 'object',
            'x-since': '2025-09-01-preview',
            properties: {
              errorCode: { type: 'string', 'x-since': '2025-09-01-preview' },
              errorMessage: { type: 'string', 'x-since': '2025-09-01-preview' },
              provisioningStatus: {
                type: 'object',
                'x-since': '2025-09-01-preview',
                properties: { operationId: { type: 'string', 'x-since': '2025-09-01-preview' } },
              },
            },
          },
        },
      },
      extendedLocation: {
        type: 'object',
        'x-since': '2025-09-01-preview',
        properties: {
          name: { type: 'string', 'x-since': '2025-09-01-preview' },
          type: { type: 'string', 'x-known-values': ['CustomLocation'], 'x-since': '2025-09-01-preview' },
        },
      },
      tags: { type: 'object', 'x-since': '2025-09-01-preview' },
      location: { type: 'string', 'x-since': '2025-09-01-preview' },
    },
  },
});
