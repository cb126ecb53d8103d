import { defineResourceType } from './resource-type.ts';

/**
 * A subnet of a virtual network.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const virtualNetworksSubnets = defineResourceType({
  type: 'Microsoft.AzureStackHCI/virtualNetworks/subnets',
  apiVersions: ['2025-09-01-preview', '2026-02-01-preview', '2026-04-01-preview'],
  extension: false,
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true, 'x-since': '2025-09-01-preview' },
      name: { type: 'string', 'x-since': '2025-09-01-preview' },
      type: {
        type: 'string',
        'x-known-values': ['Microsoft.AzureStackHCI/virtualNetworks/subnets'],
        readOnly: true,
        'x-since': '2025-09-01-preview',
      },
      properties: {
        type: 'object',
        'x-since': '2025-09-01-preview',
        properties: {
          addressPrefix: { type: 'string', 'x-since': '2025-09-01-preview', 'x-address': 'prefix' },
          networkSecurityGroup: {
            type: 'object',
            'x-since': '2025-09-01-preview',
            properties: { id: { type: 'string', 'x-since': '2025-09-01-preview' } },
          },
          natGateway: {
            type: 'object',
            'x-since': '2025-09-01-preview',
            properties: { resourceId: { type: 'string', 'x-since': '2025-09-01-preview' } },
          },
          routeTable: {
            type: 'object',
            'x-since': '2025-09-01-preview',
            properties: {
              etag: { type: 'string', readOnly: true, 'x-since': '2025-09-01-preview' },
              name: { type: 'string', readOnly: true, 'x-since': '2025-09-01-preview' },
              type: { type: 'string', readOnly: true, 'x-since': '2025-09-01-preview' },
              properties: {
                type: 'object',
                'x-since': '2025-09-01-preview',
                properties: {
                  routes: {
                    type: 'array',
                    items: {
                      type: 'object',
                      properties: {
                        properties: {
                          type: 'object',
                          'x-since': '2025-09-01-preview',
                          properties: {
                            addressPrefix: { type: 'string', 'x-since': '2025-09-01-preview', 'x-address': 'prefix' },
                            nextHopIpAddress: { type: 'string', 'x-since': '2025-09-01-preview', 'x-address': 'ip' },
                          },
                        },
                        name: { type: 'string', 'x-since': '2025-09-01-preview' },
                      },
                    },
                    'x-since': '2025-09-01-preview',
                  },
                },
              },
            },
          },
          ipConfigurations: {
            type: 'array',
            items: {
              type: 'object',
              properties: { id: { type: 'string', readOnly: true, 'x-since': '2025-09-01-preview' } },
            },
            readOnly: true,
            'x-since': '2025-09-01-preview',
          },
          provisioningState: {
            type: 'string',
            'x-known-values': ['Succeeded', 'Failed', 'InProgress', 'Accepted', 'Deleting', 'Canceled'],
            readOnly: true,
            'x-since': '2025-09-01-preview',
          },
          status: { type: 'object', readOnly: true, 'x-since': '2025-09-01-preview' },
        },
      },
      extendedLocation: {
        type: 'object',
        'x-since': '2025-09-01-preview',
        properties: {
          name: { type: 'string', 'x-since': '2025-09-01-preview' },
          type: { type: 'string', 'x-known-values': ['CustomLocation'], 'x-since': '2025-09-01-preview' },
        },
      },
    },
  },
});
