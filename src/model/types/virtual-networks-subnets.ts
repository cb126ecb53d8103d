import { apiVersionsFrom } from './api-versions.ts';
import { extendedLocation, provisioningState, routeTable, status } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * A subnet of a virtual network.
 * Only the network security group can be modified, says the page on virtual networks (2025-11-17); the one on NAT gateways
 * (2025-12-08) also changes the gateway of an existing subnet.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const virtualNetworksSubnets = defineResourceType({
  type: 'Microsoft.AzureStackHCI/virtualNetworks/subnets',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/virtualnetworks/subnets',
  apiVersions: apiVersionsFrom('2025-09-01-preview'),
  allApiVersionsKnown: true,
  tracked: false,
  extension: false,
  changeable: ['properties.networkSecurityGroup', 'properties.natGateway'],
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true },
      name: { type: 'string' },
      type: { type: 'string', readOnly: true },
      properties: {
        type: 'object',
        properties: {
          addressPrefix: { type: 'string', 'x-address': 'prefix' },
          networkSecurityGroup: {
            type: 'object',
            properties: {
              id: {
                type: 'string',
                'x-resource-id': ['Microsoft.AzureStackHCI/networkSecurityGroups'],
              },
            },
          },
          natGateway: {
            type: 'object',
            properties: {
              resourceId: {
                type: 'string',
                'x-resource-id': ['Microsoft.AzureStackHCI/natGateways'],
              },
            },
          },
          routeTable,
          ipConfigurations: {
            type: 'array',
            items: { type: 'object', properties: { id: { type: 'string', readOnly: true } } },
            readOnly: true,
          },
          provisioningState,
          status,
        },
      },
      extendedLocation,
    },
  },
});
