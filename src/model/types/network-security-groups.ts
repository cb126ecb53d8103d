import { defineResourceType } from './resource-type.ts';

/**
 * A network security group; its rules are child resources.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const networkSecurityGroups = defineResourceType({
  type: 'Microsoft.AzureStackHCI/networkSecurityGroups',
  apiVersions: [
    '2024-02-01-preview',
    '2024-05-01-preview',
    '2024-08-01-preview',
    '2024-10-01-preview',
    '2025-02-01-preview',
    '2025-04-01-preview',
    '2025-06-01-preview',
    '2025-09-01-preview',
    '2026-02-01-preview',
    '2026-04-01-preview',
  ],
  extension: false,
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true, 'x-since': '2024-02-01-preview' },
      name: { type: 'string', 'x-since': '2024-02-01-preview' },
      type: {
        type: 'string',
        'x-known-values': ['Microsoft.AzureStackHCI/networkSecurityGroups'],
        readOnly: true,
        'x-since': '2024-02-01-preview',
      },
      properties: {
        type: 'object',
        'x-since': '2024-02-01-preview',
        properties: {
          networkInterfaces: {
            type: 'array',
            items: {
              type: 'object',
              properties: { id: { type: 'string', readOnly: true, 'x-since': '2024-02-01-preview' } },
            },
            readOnly: true,
            'x-since': '2024-02-01-preview',
          },
          subnets: {
            type: 'array',
            items: {
              type: 'object',
              properties: { id: { type: 'string', readOnly: true, 'x-since': '2024-02-01-preview' } },
            },
            readOnly: true,
            'x-since': '2024-02-01-preview',
          },
          provisioningState: {
            type: 'string',
            'x-known-values': ['Succeeded', 'Failed', 'InProgress', 'Accepted', 'Deleting', 'Canceled'],
            readOnly: true,
            'x-since': '2024-02-01-preview',
          },
          status: { type: 'object', readOnly: true, 'x-since': '2025-02-01-preview' },
        },
      },
      extendedLocation: {
        type: 'object',
        'x-since': '2024-02-01-preview',
        properties: {
          name: { type: 'string', 'x-since': '2024-02-01-preview' },
          type: { type: 'string', 'x-known-values': ['CustomLocation'], 'x-since': '2024-02-01-preview' },
        },
      },
      eTag: { type: 'string', readOnly: true, 'x-since': '2024-02-01-preview' },
      tags: { type: 'object', 'x-since': '2024-02-01-preview' },
      location: { type: 'string', 'x-since': '2024-02-01-preview' },
    },
  },
});
