import { defineResourceType } from './resource-type.ts';

/**
 * A virtual hard disk.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const virtualHardDisks = defineResourceType({
  type: 'Microsoft.AzureStackHCI/virtualHardDisks',
  apiVersions: [
    '2021-07-01-preview',
    '2021-09-01-preview',
    '2022-12-15-preview',
    '2023-07-01-preview',
    '2023-09-01-preview',
    '2024-01-01',
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
      id: { type: 'string', readOnly: true },
      name: { type: 'string' },
      type: { type: 'string', 'x-known-values': ['Microsoft.AzureStackHCI/virtualHardDisks'], readOnly: true },
      properties: {
        type: 'object',
        properties: {
          blockSizeBytes: { type: 'integer' },
          creationData: {
            type: 'object',
            'x-since': '2026-02-01-preview',
            properties: {
              createOption: { type: 'string', 'x-known-values': ['Copy', 'Empty'], 'x-since': '2026-02-01-preview' },
              sourceResourceId: { type: 'string', 'x-since': '2026-02-01-preview' },
              sourceUniqueId: { type: 'string', readOnly: true, 'x-since': '2026-02-01-preview' },
            },
          },
          diskSizeGB: { type: 'integer' },
          dynamic: { type: 'boolean' },
          logicalSectorBytes: { type: 'integer' },
          physicalSectorBytes: { type: 'integer' },
          downloadUrl: { type: 'string', 'x-secret': true, 'x-since': '2024-05-01-preview' },
          hyperVGeneration: { type: 'string', 'x-known-values': ['V1', 'V2', 'NA'] },
          diskFileFormat: { type: 'string', 'x-known-values': ['vhdx', 'vhd'] },
          createFromLocal: { type: 'boolean', 'x-since': '2025-02-01-preview' },
          localVhdPath: { type: 'string', 'x-secret': true, 'x-since': '2025-09-01-preview' },
          provisioningState: {
            type: 'string',
            'x-known-values': ['Succeeded', 'Failed', 'InProgress', 'Accepted', 'Deleting', 'Canceled'],
            readOnly: true,
          },
          containerId: { type: 'string' },
          status: { type: 'object', readOnly: true },
          maxShares: { type: 'integer', 'x-since': '2025-06-01-preview' },
        },
      },
      extendedLocation: {
        type: 'object',
        properties: { name: { type: 'string' }, type: { type: 'string', 'x-known-values': ['CustomLocation'] } },
      },
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
