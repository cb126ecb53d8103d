import { apiVersionsFrom } from './api-versions.ts';
import { extendedLocation, provisioningState, status } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * A load balancer in front of NICs of a virtual or logical network.
 * Backend pools, rules and probes can be replaced, the frontend and its network can't (pages on load balancers,
 * 2025-11-25). No page says whether a pool may name another network.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const loadBalancers = defineResourceType({
  type: 'Microsoft.AzureStackHCI/loadBalancers',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/loadbalancers',
  apiVersions: apiVersionsFrom('2025-09-01-preview'),
  allApiVersionsKnown: true,
  tracked: true,
  extension: false,
  changeable: ['properties.backendAddressPools', 'properties.loadBalancingRules', 'properties.probes', 'tags'],
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true },
      name: { type: 'string' },
      type: { type: 'string', readOnly: true },
      properties: {
        type: 'object',
        properties: {
          frontendIPConfigurations: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string' },
                properties: {
                  type: 'object',
                  properties: {
                    privateIPAddress: { type: 'string', 'x-address': 'ip', 'x-allocated': true },
                    privateIPAllocationMethod: {
                      type: 'string',
                      'x-allocated': true,
                      'x-known-values': ['Dynamic', 'Static'],
                    },
                    subnet: {
                      type: 'object',
                      properties: {
                        resourceId: {
                          type: 'string',
                          'x-resource-id': ['Microsoft.AzureStackHCI/virtualNetworks/subnets'],
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
                },
              },
              required: ['name', 'properties'],
            },
          },
          backendAddressPools: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string' },
                properties: {
                  type: 'object',
                  properties: {
                    loadBalancerBackendAddresses: {
                      type: 'array',
                      items: {
                        type: 'object',
                        properties: {
                          name: { type: 'string' },
                          properties: {
                            type: 'object',
                            properties: {
                              adminState: { type: 'string', 'x-known-values': ['Up', 'Down'] },
                              ipAddress: { type: 'string', readOnly: true },
                              subnet: {
                                type: 'object',
                                properties: { resourceId: { type: 'string', readOnly: true } },
                                readOnly: true,
                              },
                              virtualNetwork: {
                                type: 'object',
                                properties: { resourceId: { type: 'string', readOnly: true } },
                                readOnly: true,
                              },
                              logicalNetwork: {
                                type: 'object',
                                properties: { id: { type: 'string', readOnly: true } },
                                readOnly: true,
                              },
                              networkInterfaceIPConfiguration: {
                                type: 'object',
                                properties: {
                                  resourceId: {
                                    type: 'string',
                                    'x-resource-id': ['Microsoft.AzureStackHCI/networkInterfaces/ipConfigurations'],
                                  },
                                },
                              },
                            },
                          },
                        },
                        required: ['name', 'properties'],
                      },
                    },
                    virtualNetwork: {
                      type: 'object',
                      properties: {
                        resourceId: { type: 'string', 'x-resource-id': ['Microsoft.AzureStackHCI/virtualNetworks'] },
                      },
                    },
                    logicalNetwork: {
                      type: 'object',
                      properties: {
                        id: { type: 'string', 'x-resource-id': ['Microsoft.AzureStackHCI/logicalNetworks'] },
                      },
                    },
                  },
                },
              },
              required: ['name', 'properties'],
            },
          },
          loadBalancingRules: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string' },
                properties: {
                  type: 'object',
                  properties: {
                    frontendIPConfiguration: {
                      type: 'object',
                      properties: { name: { type: 'string' } },
                      required: ['name'],
                    },
                    backendAddressPool: {
                      type: 'object',
                      properties: { name: { type: 'string' } },
                      required: ['name'],
                    },
                    frontendPort: { type: 'integer', format: 'int32' },
                    backendPort: { type: 'integer', format: 'int32' },
                    protocol: { type: 'string', 'x-known-values': ['Tcp', 'Udp', 'All'] },
                    probe: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
                    loadDistribution: { type: 'string', 'x-known-values': ['Default', 'SourceIP', 'SourceIPProtocol'] },
                    idleTimeoutInMinutes: { type: 'integer', format: 'int32' },
                  },
                  required: [
                    'frontendIPConfiguration',
                    'backendAddressPool',
                    'frontendPort',
                    'backendPort',
                    'protocol',
                  ],
                },
              },
              required: ['name', 'properties'],
            },
          },
          probes: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string' },
                properties: {
                  type: 'object',
                  properties: {
                    protocol: { type: 'string', 'x-known-values': ['Tcp', 'Http'] },
                    port: { type: 'integer', format: 'int32' },
                    requestPath: { type: 'string' },
                    intervalInSeconds: { type: 'integer', format: 'int32' },
                    numberOfProbes: { type: 'integer', format: 'int32' },
                  },
                  required: ['protocol', 'port'],
                },
              },
              required: ['name', 'properties'],
            },
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
