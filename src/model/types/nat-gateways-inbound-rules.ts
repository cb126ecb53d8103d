import { extendedLocation, provisioningState, status } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * A port of a public IP address that a NAT gateway passes on to a network interface.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const natGatewaysInboundRules = defineResourceType({
  type: 'Microsoft.AzureStackHCI/natGateways/inboundRules',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/natgateways/inboundrules',
  apiVersions: ['2026-04-01-preview'],
  allApiVersionsKnown: true,
  tracked: false,
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
          provisioningState,
          status,
        },
      },
      extendedLocation,
    },
  },
});
