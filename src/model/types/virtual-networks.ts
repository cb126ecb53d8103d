import { extendedLocation, provisioningState, statusProperties } from './common.ts';
import { subnets } from './logical-networks.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * A virtual network of the software-defined overlay. Until 2023-07-01-preview the same name meant what logicalNetworks
 * means today, with `subnets` inline.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const virtualNetworks = defineResourceType({
  type: 'Microsoft.AzureStackHCI/virtualNetworks',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/virtualnetworks',
  apiVersions: [
    '2021-07-01-preview',
    '2021-09-01-preview',
    '2022-12-15-preview',
    '2023-07-01-preview',
    '2025-09-01-preview',
    '2026-02-01-preview',
    '2026-04-01-preview',
  ],
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
          addressSpace: {
            type: 'object',
            properties: { addressPrefixes: { type: 'array', items: { type: 'string', 'x-address': 'prefix' } } },
          },
          dhcpOptions: {
            type: 'object',
            properties: { dnsServers: { type: 'array', items: { type: 'string', 'x-address': 'ip' } } },
          },
          provisioningState,
          status: { type: 'object', properties: { ...statusProperties } },
          /** Until 2023-07-01-preview only. */
          subnets,
        },
      },
      extendedLocation,
      tags: { type: 'object' },
      location: { type: 'string', 'x-mutability': 'create' },
    },
  },
});
