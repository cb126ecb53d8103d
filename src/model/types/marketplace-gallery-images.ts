import { apiVersionsFrom } from './api-versions.ts';
import { extendedLocation, imageProperties } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * An image that VMs are made from, from the Azure Marketplace.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const marketplaceGalleryImages = defineResourceType({
  type: 'Microsoft.AzureStackHCI/marketplaceGalleryImages',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/marketplacegalleryimages',
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
          containerId: { type: 'string', 'x-resource-id': ['Microsoft.AzureStackHCI/storageContainers'] },
          ...imageProperties,
        },
      },
      extendedLocation,
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
