import { extendedLocation, provisioningState, status } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * A snapshot of a data disk. Only its tags can be updated (page on disk snapshots, 2026-03-11).
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const snapshots = defineResourceType({
  type: 'Microsoft.AzureStackHCI/snapshots',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/snapshots',
  apiVersions: ['2026-02-01-preview', '2026-04-01-preview'],
  allApiVersionsKnown: true,
  tracked: true,
  extension: false,
  changeable: ['tags'],
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true },
      name: { type: 'string' },
      type: { type: 'string', readOnly: true },
      properties: {
        type: 'object',
        properties: {
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
            required: ['createOption'],
          },
          timeCreated: { type: 'string', readOnly: true },
          diskSizeBytes: { type: 'integer', format: 'int64', readOnly: true },
          uniqueId: { type: 'string', readOnly: true },
          provisioningState,
          status,
        },
      },
      extendedLocation,
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
