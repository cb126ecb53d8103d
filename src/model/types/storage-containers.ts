import { apiVersionsFrom } from './api-versions.ts';
import { extendedLocation, provisioningState, statusProperties } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * A path on the storage that disks, images and configuration of VMs are kept in.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const storageContainers = defineResourceType({
  type: 'Microsoft.AzureStackHCI/storageContainers',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/storagecontainers',
  apiVersions: apiVersionsFrom('2021-09-01-preview'),
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
          path: { type: 'string' },
          provisioningState,
          status: {
            type: 'object',
            properties: {
              ...statusProperties,
              availableSizeMB: { type: 'integer', format: 'int32', readOnly: true },
              containerSizeMB: { type: 'integer', format: 'int32', readOnly: true },
            },
            readOnly: true,
          },
        },
      },
      extendedLocation,
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
