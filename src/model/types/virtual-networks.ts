import { apiVersionsFrom } from './api-versions.ts';
import { extendedLocation, provisioningState, statusProperties } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * A virtual network of the software-defined overlay. Only its tags can be updated (page on virtual networks, 2025-11-17).
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const virtualNetworks = defineResourceType({
  type: 'Microsoft.AzureStackHCI/virtualNetworks',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/virtualnetworks',
  apiVersions: apiVersionsFrom('2025-09-01-preview'),
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
          addressSpace: {
            type: 'object',
            properties: { addressPrefixes: { type: 'array', items: { type: 'string', 'x-address': 'prefix' } } },
            required: ['addressPrefixes'],
          },
          dhcpOptions: {
            type: 'object',
            properties: { dnsServers: { type: 'array', items: { type: 'string', 'x-address': 'ip' } } },
          },
          provisioningState,
          status: { type: 'object', properties: { ...statusProperties } },
        },
      },
      extendedLocation,
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
