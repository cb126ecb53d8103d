import { extendedLocation } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * An AKS cluster on Azure Local, which extends a connected cluster; always named `default`. Described only as far as it refers
 * to logical networks, which it can't share with VMs.
 * Source: https://learn.microsoft.com/azure/templates/microsoft.hybridcontainerservice/provisionedclusterinstances, api-version 2024-01-01;
 * read 2026-11-24.
 */
export const provisionedClusterInstances = defineResourceType({
  type: 'Microsoft.HybridContainerService/provisionedClusterInstances',
  documentation:
    'https://learn.microsoft.com/azure/templates/microsoft.hybridcontainerservice/provisionedclusterinstances',
  apiVersions: ['2024-01-01'],
  allApiVersionsKnown: false,
  tracked: false,
  extension: true,
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true },
      name: { type: 'string', 'x-known-values': ['default'] },
      type: { type: 'string', readOnly: true },
      properties: {
        type: 'object',
        properties: {
          cloudProviderProfile: {
            type: 'object',
            properties: {
              infraNetworkProfile: {
                type: 'object',
                properties: {
                  vnetSubnetIds: {
                    type: 'array',
                    items: { type: 'string', 'x-resource-id': ['Microsoft.AzureStackHCI/logicalNetworks'] },
                  },
                },
              },
            },
          },
        },
      },
      extendedLocation,
    },
  },
});
