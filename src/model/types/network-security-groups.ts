import { apiVersionsFrom } from './api-versions.ts';
import { extendedLocation, provisioningState, status } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * A network security group. Its rules are resources of their own.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const networkSecurityGroups = defineResourceType({
  type: 'Microsoft.AzureStackHCI/networkSecurityGroups',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/networksecuritygroups',
  apiVersions: apiVersionsFrom('2024-02-01-preview'),
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
          networkInterfaces: {
            type: 'array',
            items: { type: 'object', properties: { id: { type: 'string', readOnly: true } } },
            readOnly: true,
          },
          subnets: {
            type: 'array',
            items: { type: 'object', properties: { id: { type: 'string', readOnly: true } } },
            readOnly: true,
          },
          provisioningState,
          status: { ...status, 'x-since': '2025-02-01-preview' },
        },
      },
      extendedLocation,
      eTag: { type: 'string', readOnly: true },
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
