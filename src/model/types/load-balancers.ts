import { defineResourceType } from './resource-type.ts';

/**
 * A load balancer.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const loadBalancers = defineResourceType({
  type: 'Microsoft.AzureStackHCI/loadBalancers',
  apiVersions: ['2025-09-01-preview', '2026-02-01-preview', '2026-04-01-preview'],
  extension: false,
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true, 'x-since': '2025-09-01-preview' },
      name: { type: 'string', 'x-since': '2025-09-01-preview' },
      type: {
        type: 'string',
        'x-known-values': ['Microsoft.AzureStackHCI/loadBalancers'],
        readOnly: true,
        'x-since': '2025-09-01-preview',
      },
      properties: {
        type: 'object',
        'x-since': '2025-09-01-preview',
        properties: {
          frontendIPConfigurations: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string', 'x-since': '2025-09-01-preview' },
                properties: {
                  type: 'object',
                  'x-since': '2025-09-01-preview',
                  properties: {
                    privateIPAddress: { type: 'string', 'x-since': '2025-09-01-preview', 'x-address': 'ip' },
                    privateIPAllocationMethod: {
                      type: 'string',
                      'x-known-values': ['Dynamic', 'Static'],
                      'x-since': '2025-09-01-preview',
                    },
                    subnet: {
                      type: 'object',
                      'x-since': '2025-09-01-preview',
                      properties: { resourceId: { type: 'string', 'x-since': '2025-09-01-preview' } },
                    },
                    publicIPAddress: {
                      type: 'object',
                      'x-since': '2025-09-01-preview',
                      properties: { resourceId: { type: 'string', 'x-since': '2025-09-01-preview' } },
                    },
                  },
                },
              },
            },
            'x-since': '2025-09-01-preview',
          },
          backendAddressPools: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string', 'x-since': '2025-09-01-preview' },
                properties: {
                  type: 'object',
                  'x-since': '2025-09-01-preview',
                  properties: {
                    loadBalancerBackendAddresses: {
                      type: 'array',
                      items: {
                        type: 'object',
                        properties: {
                          name: { type: 'string', 'x-since': '2025-09-01-preview' },
                          properties: {
                            type: 'object',
                            'x-since': '2025-09-01-preview',
                            properties: {
                              adminState: {
                                type: 'string',
                                'x-known-values': ['Up', 'Down'],
                                'x-since': '2025-09-01-preview',
                              },
                              ipAddress: { type: 'string', readOnly: true, 'x-since': '2025-09-01-preview' },
                              subnet: {
                                type: 'object',
                                readOnly: true,
                                'x-since': '2025-09-01-preview',
                                properties: {
                                  resourceId: { type: 'string', readOnly: true, 'x-since': '2025-09-01-preview' },
                                },
                              },
                              virtualNetwork: {
                                type: 'object',
                                readOnly: true,
                                'x-since': '2025-09-01-preview',
                                properties: {
                                  resourceId: { type: 'string', readOnly: true, 'x-since': '2025-09-01-preview' },
                                },
                              },
                              logicalNetwork: {
                                type: 'object',
                                readOnly: true,
                                'x-since': '2025-09-01-preview',
                                properties: { id: { type: 'string', readOnly: true, 'x-since': '2025-09-01-preview' } },
                              },
                              networkInterfaceIPConfiguration: {
                                type: 'object',
                                'x-since': '2025-09-01-preview',
                                properties: { resourceId: { type: 'string', 'x-since': '2025-09-01-preview' } },
                              },
                            },
                          },
                        },
                      },
                      'x-since': '2025-09-01-preview',
                    },
                    virtualNetwork: {
                      type: 'object',
                      'x-since': '2025-09-01-preview',
                      properties: { resourceId: { type: 'string', 'x-since': '2025-09-01-preview' } },
                    },
                    logicalNetwork: {
                      type: 'object',
                      'x-since': '2025-09-01-preview',
                      properties: { id: { type: 'string', 'x-since': '2025-09-01-preview' } },
                    },
                  },
                },
              },
            },
            'x-since': '2025-09-01-preview',
          },
          loadBalancingRules: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string', 'x-since': '2025-09-01-preview' },
                properties: {
                  type: 'object',
                  'x-since': '2025-09-01-preview',
                  properties: {
                    frontendIPConfiguration: {
                      type: 'object',
                      'x-since': '2025-09-01-preview',
                      properties: { name: { type: 'string', 'x-since': '2025-09-01-preview' } },
                    },
                    backendAddressPool: {
                      type: 'object',
                      'x-since': '2025-09-01-preview',
                      properties: { name: { type: 'string', 'x-since': '2025-09-01-preview' } },
                    },
                    frontendPort: { type: 'integer', 'x-since': '2025-09-01-preview' },
                    backendPort: { type: 'integer', 'x-since': '2025-09-01-preview' },
                    protocol: {
                      type: 'string',
                      'x-known-values': ['Tcp', 'Udp', 'All'],
                      'x-since': '2025-09-01-preview',
                    },
                    probe: {
                      type: 'object',
                      'x-since': '2025-09-01-preview',
                      properties: { name: { type: 'string', 'x-since': '2025-09-01-preview' } },
                    },
                    loadDistribution: {
                      type: 'string',
                      'x-known-values': ['Default', 'SourceIP', 'SourceIPProtocol'],
                      'x-since': '2025-09-01-preview',
                    },
                    idleTimeoutInMinutes: { type: 'integer', 'x-since': '2025-09-01-preview' },
                  },
                },
              },
            },
            'x-since': '2025-09-01-preview',
          },
          probes: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string', 'x-since': '2025-09-01-preview' },
                properties: {
                  type: 'object',
                  'x-since': '2025-09-01-preview',
                  properties: {
                    protocol: { type: 'string', 'x-known-values': ['Tcp', 'Http'], 'x-since': '2025-09-01-preview' },
                    port: { type: 'integer', 'x-since': '2025-09-01-preview' },
                    requestPath: { type: 'string', 'x-since': '2025-09-01-preview' },
                    intervalInSeconds: { type: 'integer', 'x-since': '2025-09-01-preview' },
                    numberOfProbes: { type: 'integer', 'x-since': '2025-09-01-preview' },
                  },
                },
              },
            },
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
      tags: { type: 'object', 'x-since': '2025-09-01-preview' },
      location: { type: 'string', 'x-since': '2025-09-01-preview' },
    },
  },
});
