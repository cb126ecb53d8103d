import { apiVersionsFrom } from './api-versions.ts';
import { extendedLocation, provisioningState, status } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * The way of virtual networks to the outside. Inbound rules were inline (`inboundNATRules`) until 2026-02-01-preview; since
 * 2026-04-01-preview they are resources of their own.
 * The page on creating NAT gateways (2025-12-08) lets only inbound rules change; tags are changed by the API's own PATCH.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const natGateways = defineResourceType({
  type: 'Microsoft.AzureStackHCI/natGateways',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/natgateways',
  apiVersions: apiVersionsFrom('2025-09-01-preview'),
  allApiVersionsKnown: true,
  tracked: true,
  extension: false,
  changeable: ['properties.inboundNATRules', 'tags'],
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true },
      name: { type: 'string' },
      type: { type: 'string', readOnly: true },
      properties: {
        type: 'object',
        properties: {
          publicIPAddresses: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                resourceId: { type: 'string', 'x-resource-id': ['Microsoft.AzureStackHCI/publicIPAddresses'] },
              },
            },
          },
          inboundNATRules: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string' },
                properties: {
                  type: 'object',
                  properties: {
                    protocol: { type: 'string', 'x-known-values': ['Tcp', 'Udp'] },
                    frontendPort: { type: 'integer', format: 'int32' },
                    backendPort: { type: 'integer', format: 'int32' },
                    backendIPConfiguration: {
                      type: 'object',
                      properties: {
                        resourceId: {
                          type: 'string',
                          'x-resource-id': [
                            'Microsoft.AzureStackHCI/networkInterfaces/ipConfigurations',
                            'Microsoft.AzureStackHCI/loadBalancers/frontendIPConfigurations',
                          ],
                        },
                      },
                    },
                    publicIPAddress: {
                      type: 'object',
                      properties: {
                        resourceId: { type: 'string', 'x-resource-id': ['Microsoft.AzureStackHCI/publicIPAddresses'] },
                      },
                    },
                  },
                  required: ['protocol', 'frontendPort', 'backendPort', 'backendIPConfiguration', 'publicIPAddress'],
                },
              },
              required: ['name', 'properties'],
            },
          },
          subnets: {
            type: 'array',
            items: { type: 'object', properties: { resourceId: { type: 'string', readOnly: true } } },
            readOnly: true,
          },
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
