import { apiVersionsFrom } from './api-versions.ts';
import { extendedLocation, provisioningState, statusProperties } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * A disk of a VM.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const virtualHardDisks = defineResourceType({
  type: 'Microsoft.AzureStackHCI/virtualHardDisks',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/virtualharddisks',
  apiVersions: apiVersionsFrom('2021-07-01-preview'),
  allApiVersionsKnown: true,
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
          blockSizeBytes: { type: 'integer', format: 'int32' },
          creationData: {
            type: 'object',
            properties: {
              createOption: { type: 'string', 'x-known-values': ['Copy', 'Empty'] },
              sourceResourceId: {
                type: 'string',
                'x-resource-id': ['Microsoft.AzureStackHCI/snapshots', 'Microsoft.AzureStackHCI/virtualHardDisks'],
              },
              sourceUniqueId: { type: 'string', readOnly: true },
            },
            'x-since': '2026-02-01-preview',
            required: ['createOption'],
          },
          diskSizeGB: { type: 'integer', format: 'int64' },
          dynamic: { type: 'boolean' },
          logicalSectorBytes: { type: 'integer', format: 'int32' },
          physicalSectorBytes: { type: 'integer', format: 'int32' },
          downloadUrl: { type: 'string', 'x-secret': true, 'x-since': '2024-05-01-preview' },
          hyperVGeneration: { type: 'string', 'x-known-values': ['V1', 'V2', 'NA'] },
          diskFileFormat: { type: 'string', 'x-known-values': ['vhdx', 'vhd'] },
          createFromLocal: { type: 'boolean', 'x-since': '2025-02-01-preview' },
          localVhdPath: { type: 'string', 'x-secret': true, 'x-since': '2025-09-01-preview' },
          provisioningState,
          containerId: { type: 'string', 'x-resource-id': ['Microsoft.AzureStackHCI/storageContainers'] },
          status: {
            type: 'object',
            properties: {
              ...statusProperties,
              downloadStatus: {
                type: 'object',
                properties: {
                  downloadedSizeInMB: { type: 'integer', format: 'int32', readOnly: true },
                  status: {
                    type: 'string',
                    'x-known-values': ['Succeeded', 'Failed', 'InProgress'],
                    readOnly: true,
                    'x-since': '2024-10-01-preview',
                  },
                  progressPercentage: {
                    type: 'integer',
                    format: 'int32',
                    readOnly: true,
                    'x-since': '2024-10-01-preview',
                  },
                },
                readOnly: true,
                'x-since': '2024-05-01-preview',
              },
              uploadStatus: {
                type: 'object',
                properties: {
                  uploadedSizeInMB: { type: 'integer', format: 'int32', readOnly: true },
                  status: { type: 'string', 'x-known-values': ['Succeeded', 'Failed', 'InProgress'], readOnly: true },
                  progressPercentage: {
                    type: 'integer',
                    format: 'int32',
                    readOnly: true,
                    'x-since': '2024-10-01-preview',
                  },
                  errorCode: { type: 'string', readOnly: true, 'x-since': '2024-10-01-preview' },
                  errorMessage: { type: 'string', readOnly: true, 'x-since': '2024-10-01-preview' },
                },
                readOnly: true,
                'x-since': '2024-05-01-preview',
              },
              managedBy: { type: 'array', items: { type: 'string' }, readOnly: true, 'x-since': '2025-06-01-preview' },
              uniqueId: { type: 'string', readOnly: true, 'x-since': '2025-06-01-preview' },
            },
            readOnly: true,
          },
          maxShares: { type: 'integer', format: 'int64', 'x-since': '2025-06-01-preview' },
        },
      },
      extendedLocation,
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
