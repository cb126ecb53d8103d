import { apiVersionsFrom } from './api-versions.ts';
import { extendedLocation, provisioningState } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * A public IP address, allocated from a logical network.
 * None of its fields can be modified, says the page on creating them (2025-11-18); it is silent on tags, which the API's own
 * PATCH takes.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const publicIPAddresses = defineResourceType({
  type: 'Microsoft.AzureStackHCI/publicIPAddresses',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/publicipaddresses',
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
          publicIPAddressVersion: {
            type: 'string',
            'x-known-values': ['IPv4', 'IPv6'],
            'x-address': 'version',
            default: 'IPv4',
          },
          ipAllocationScope: { type: 'string', 'x-resource-id': ['Microsoft.AzureStackHCI/logicalNetworks'] },
          ipAddress: { type: 'string', 'x-address': 'ip', 'x-allocated': true },
          ipConfiguration: {
            type: 'object',
            properties: { resourceId: { type: 'string', readOnly: true } },
            readOnly: true,
          },
          natGateway: {
            type: 'object',
            properties: { resourceId: { type: 'string', readOnly: true } },
            readOnly: true,
          },
          provisioningState,
        },
      },
      extendedLocation,
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
