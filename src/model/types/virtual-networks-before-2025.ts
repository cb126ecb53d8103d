import { extendedLocation, provisioningState, status } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * What the name `virtualNetworks` meant until 2023-07-01-preview: the predecessor of logicalNetworks, with a VLAN and
 * subnets inline. Between the two no api-version has the name.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2023-07-01-preview; read 2026-11-22. IP pools are from
 * its types of 2022-12-15-preview, read 2026-11-24; the later version has none.
 */
export const virtualNetworksBefore2025 = defineResourceType({
  type: 'Microsoft.AzureStackHCI/virtualNetworks',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/virtualnetworks',
  apiVersions: ['2021-07-01-preview', '2021-09-01-preview', '2022-12-15-preview', '2023-07-01-preview'],
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
          dhcpOptions: {
            type: 'object',
            properties: { dnsServers: { type: 'array', items: { type: 'string', 'x-address': 'ip' } } },
          },
          networkType: {
            type: 'string',
            'x-known-values': [
              'NAT',
              'Transparent',
              'L2Bridge',
              'L2Tunnel',
              'ICS',
              'Private',
              'Overlay',
              'Internal',
              'Mirrored',
            ],
          },
          subnets: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string' },
                properties: {
                  type: 'object',
                  properties: {
                    addressPrefix: { type: 'string', 'x-address': 'prefix', 'x-list': 'addressPrefixes' },
                    addressPrefixes: { type: 'array', items: { type: 'string', 'x-address': 'prefix' } },
                    ipAllocationMethod: { type: 'string', 'x-known-values': ['Dynamic', 'Static'] },
                    ipConfigurationReferences: {
                      type: 'array',
                      items: {
                        type: 'object',
                        properties: {
                          id: { type: 'string', 'x-resource-id': ['Microsoft.AzureStackHCI/networkInterfaces'] },
                        },
                      },
                    },
                    ipPools: {
                      type: 'array',
                      items: {
                        type: 'object',
                        properties: {
                          name: { type: 'string' },
                          start: { type: 'string', 'x-address': 'ip' },
                          end: { type: 'string', 'x-address': 'ip' },
                        },
                      },
                    },
                    routeTable: {
                      type: 'object',
                      properties: {
                        id: { type: 'string' },
                        name: { type: 'string' },
                        type: { type: 'string' },
                        properties: {
                          type: 'object',
                          properties: {
                            routes: {
                              type: 'array',
                              items: {
                                type: 'object',
                                properties: {
                                  name: { type: 'string' },
                                  properties: {
                                    type: 'object',
                                    properties: {
                                      addressPrefix: { type: 'string', 'x-address': 'prefix' },
                                      nextHopIpAddress: { type: 'string', 'x-address': 'ip' },
                                    },
                                  },
                                },
                              },
                            },
                          },
                        },
                      },
                    },
                    vlan: { type: 'integer', format: 'int32' },
                  },
                },
              },
            },
          },
          provisioningState,
          vmSwitchName: { type: 'string' },
          status,
        },
      },
      extendedLocation,
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
