import { defineResourceType } from './resource-type.ts';

/**
 * A public IP address.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const publicIPAddresses = defineResourceType({
  type: 'Microsoft.AzureStackHCI/publicIPAddresses',
  apiVersions: ['2025-09-01-preview', '2026-02-01-preview', '2026-04-01-preview'],
  extension: false,
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true, 'x-since': '2025-09-01-preview' },
      name: { type: 'string', 'x-since': '2025-09-01-preview' },
      type: {
        type: 'string',
        'x-known-values': ['Microsoft.AzureStackHCI/publicIPAddresses'],
        readOnly: true,
        'x-since': '2025-09-01-preview',
      },
      properties: {
        type: 'object',
        'x-since': '2025-09-01-preview',
        properties: {
          publicIPAddressVersion: {
            type: 'string',
            'x-known-values': ['IPv4', 'IPv6'],
            'x-since': '2025-09-01-preview',
            'x-address': 'version',
          },
          ipAllocationScope: { type: 'string', 'x-since': '2025-09-01-preview' },
          ipAddress: { type: 'string', 'x-since': '2025-09-01-preview', 'x-address': 'ip' },
          ipConfiguration: {
            type: 'object',
            readOnly: true,
            'x-since': '2025-09-01-preview',
            properties: { resourceId: { type: 'string', readOnly: true, 'x-since': '2025-09-01-preview' } },
          },
          natGateway: {
            type: 'object',
            readOnly: true,
            'x-since': '2025-09-01-preview',
            properties: { resourceId: { type: 'string', readOnly: true, 'x-since': '2025-09-01-preview' } },
          },
          provisioningState: {
            type: 'string',
            'x-known-values': ['Succeeded', 'Failed', 'InProgress', 'Accepted', 'Deleting', 'Canceled'],
            readOnly: true,
            'x-since': '2025-09-01-preview',
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
