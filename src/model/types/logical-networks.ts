import { defineResourceType } from './resource-type.ts';

/**
 * A logical network: prefix, VLAN, pools and gateway on the fabric.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const logicalNetworks = defineResourceType({
  type: 'Microsoft.AzureStackHCI/logicalNetworks',
  apiVersions: [
    '2023-09-01-preview',
    '2024-01-01',
    '2024-02-01-preview',
    '2024-05-01-preview',
    '2024-08-01-preview',
    '2024-10-01-preview',
    '2025-02-01-preview',
    '2025-04-01-preview',
    '2025-06-01-preview',
    '2025-09-01-preview',
    '2026-02-01-preview',
    '2026-04-01-preview',
  ],
  extension: false,
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true },
      name: { type: 'string' },
      type: { type: 'string', 'x-known-values': ['Microsoft.AzureStackHCI/logicalNetworks'], readOnly: true },
      properties: {
        type: 'object',
        properties: {
          dhcpOptions: {
            type: 'object',
            properties: { dnsServers: { type: 'array', items: { type: 'string', 'x-address': 'ip' } } },
          },
          fabricNetworkConfiguration: {
            type: 'object',
            'x-since': '2025-09-01-preview',
            properties: { resourceId: { type: 'string', 'x-since': '2025-09-01-preview', 'x-checked': true } },
          },
          subnets: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                properties: {
                  type: 'object',
                  properties: {
                    addressPrefix: { type: 'string', 'x-address': 'prefix' },
                    addressPrefixes: { type: 'array', items: { type: 'string', 'x-address': 'prefix' } },
                    ipAllocationMethod: { type: 'string', 'x-known-values': ['Dynamic', 'Static'] },
                    ipConfigurationReferences: {
                      type: 'array',
                      items: { type: 'object', properties: { ID: { type: 'string' } } },
                    },
                    networkSecurityGroup: {
                      type: 'object',
                      'x-since': '2024-02-01-preview',
                      properties: { id: { type: 'string', 'x-since': '2024-02-01-preview' } },
                    },
                    routeTable: {
                      type: 'object',
                      properties: {
                        etag: { type: 'string', readOnly: true },
                        name: { type: 'string', readOnly: true },
                        type: { type: 'string', readOnly: true },
                        properties: {
                          type: 'object',
                          properties: {
                            routes: {
                              type: 'array',
                              items: {
                                type: 'object',
                                properties: {
                                  properties: {
                                    type: 'object',
                                    properties: {
                                      addressPrefix: { type: 'string', 'x-address': 'prefix' },
                                      nextHopIpAddress: { type: 'string', 'x-address': 'ip' },
                                    },
                                  },
                                  name: { type: 'string' },
                                },
                              },
                            },
                          },
                        },
                      },
                    },
                    ipPools: {
                      type: 'array',
                      items: {
                        type: 'object',
                        properties: {
                          name: { type: 'string' },
                          ipPoolType: { type: 'string', 'x-known-values': ['vm', 'vippool'] },
                          start: { type: 'string', 'x-address': 'ip' },
                          end: { type: 'string', 'x-address': 'ip' },
                          info: {
                            type: 'object',
                            properties: {
                              used: { type: 'string', readOnly: true },
                              available: { type: 'string', readOnly: true },
                            },
                          },
                        },
                      },
                    },
                    vlan: { type: 'integer', 'x-checked': true },
                    provisioningState: {
                      type: 'string',
                      'x-known-values': ['Succeeded', 'Failed', 'InProgress', 'Accepted', 'Deleting', 'Canceled'],
                      readOnly: true,
                      'x-since': '2025-09-01-preview',
                    },
                  },
                },
                name: { type: 'string' },
              },
            },
          },
          provisioningState: {
            type: 'string',
            'x-known-values': ['Succeeded', 'Failed', 'InProgress', 'Accepted', 'Deleting', 'Canceled'],
            readOnly: true,
          },
          vmSwitchName: { type: 'string' },
          status: { type: 'object', readOnly: true },
          networkType: {
            type: 'string',
            'x-known-values': ['Workload', 'Infrastructure'],
            readOnly: true,
            'x-since': '2025-06-01-preview',
          },
        },
      },
      extendedLocation: {
        type: 'object',
        properties: { name: { type: 'string' }, type: { type: 'string', 'x-known-values': ['CustomLocation'] } },
      },
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
