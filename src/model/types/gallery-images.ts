import { apiVersionsFrom } from './api-versions.ts';
import { extendedLocation, provisioningState, statusProperties } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * An image that VMs are made from, from a file or from a VM.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const galleryImages = defineResourceType({
  type: 'Microsoft.AzureStackHCI/galleryImages',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/galleryimages',
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
          containerId: { type: 'string', 'x-resource-id': ['Microsoft.AzureStackHCI/storageContainers'] },
          imagePath: { type: 'string', 'x-secret': true },
          osType: { type: 'string', 'x-known-values': ['Windows', 'Linux'] },
          cloudInitDataSource: { type: 'string', 'x-known-values': ['NoCloud', 'Azure'] },
          hyperVGeneration: { type: 'string', 'x-known-values': ['V1', 'V2', 'NA'] },
          identifier: {
            type: 'object',
            properties: { publisher: { type: 'string' }, offer: { type: 'string' }, sku: { type: 'string' } },
            required: ['publisher', 'offer', 'sku'],
          },
          version: {
            type: 'object',
            properties: {
              name: { type: 'string' },
              properties: {
                type: 'object',
                properties: {
                  storageProfile: {
                    type: 'object',
                    properties: {
                      osDiskImage: {
                        type: 'object',
                        properties: { sizeInMB: { type: 'integer', format: 'int32', readOnly: true } },
                      },
                    },
                  },
                },
                required: ['storageProfile'],
              },
            },
          },
          provisioningState,
          status: {
            type: 'object',
            properties: {
              ...statusProperties,
              downloadStatus: {
                type: 'object',
                properties: { downloadSizeInMB: { type: 'integer', format: 'int32', readOnly: true } },
                readOnly: true,
              },
              progressPercentage: { type: 'integer', format: 'int32', readOnly: true },
            },
            readOnly: true,
          },
          sourceVirtualMachineId: {
            type: 'string',
            'x-resource-id': ['Microsoft.AzureStackHCI/virtualMachineInstances'],
            'x-since': '2024-05-01-preview',
          },
        },
      },
      extendedLocation,
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
