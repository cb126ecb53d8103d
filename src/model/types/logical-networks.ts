import { apiVersionsFrom } from './api-versions.ts';
import { extendedLocation, provisioningState, routeTable, statusProperties } from './common.ts';
import { defineResourceType, type Schema } from './resource-type.ts';

const subnets = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      properties: {
        type: 'object',
        properties: {
          addressPrefix: { type: 'string', 'x-address': 'prefix', 'x-list': 'addressPrefixes' },
          addressPrefixes: {
            type: 'array',
            items: { type: 'string', 'x-address': 'prefix' },
          },
          ipAllocationMethod: { type: 'string', 'x-known-values': ['Dynamic', 'Static'], 'x-allocated': true },
          ipConfigurationReferences: {
            type: 'array',
            'x-allocated': true,
            items: {
              type: 'object',
              properties: {
                ID: { type: 'string', 'x-resource-id': ['Microsoft.AzureStackHCI/networkInterfaces'] },
              },
            },
          },
          networkSecurityGroup: {
            type: 'object',
            properties: {
              id: { type: 'string', 'x-resource-id': ['Microsoft.AzureStackHCI/networkSecurityGroups'] },
            },
            'x-since': '2024-02-01-preview',
          },
          routeTable: { ...routeTable },
          ipPools: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string', 'x-allocated': true },
                ipPoolType: { type: 'string', 'x-known-values': ['vm', 'vippool'], 'x-allocated': true },
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
          vlan: { type: 'integer', format: 'int32', 'x-checked': true, default: 0 },
          provisioningState: { ...provisioningState, 'x-since': '2025-09-01-preview' },
        },
      },
      name: { type: 'string', 'x-allocated': true },
    },
  },
} as const satisfies Schema;

/**
 * A logical network: prefix, VLAN, IP pools and routes on the fabric.
 * After creation only the network security group may change, says the page on creating logical networks (2026-06-23). One
 * copy of the page on managing them (2026-04-15) has a command for DNS servers; another lists them as fixed. No page speaks
 * of tags, which the API's own PATCH takes.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const logicalNetworks = defineResourceType({
  type: 'Microsoft.AzureStackHCI/logicalNetworks',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/logicalnetworks',
  apiVersions: apiVersionsFrom('2023-09-01-preview'),
  allApiVersionsKnown: true,
  tracked: true,
  extension: false,
  changeable: ['properties.subnets[].properties.networkSecurityGroup', 'tags'],
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
          fabricNetworkConfiguration: {
            type: 'object',
            properties: {
              resourceId: {
                type: 'string',
                'x-resource-id': [
                  'Microsoft.ManagedNetworkFabric/l2IsolationDomains',
                  'Microsoft.ManagedNetworkFabric/l3IsolationDomains/internalNetworks',
                ],
                'x-checked': true,
              },
            },
            'x-since': '2025-09-01-preview',
          },
          subnets,
          provisioningState,
          vmSwitchName: { type: 'string' },
          status: {
            type: 'object',
            properties: {
              ...statusProperties,
              fabricIntegration: {
                type: 'object',
                properties: {
                  state: {
                    type: 'string',
                    'x-known-values': ['Connected', 'Disconnected', 'Misconfigured', 'NotApplicable', 'Connecting'],
                    readOnly: true,
                  },
                  health: {
                    type: 'string',
                    'x-known-values': ['Healthy', 'Warning', 'Error', 'Unknown'],
                    readOnly: true,
                  },
                  lastChecked: { type: 'string', readOnly: true },
                  resourceType: {
                    type: 'string',
                    'x-known-values': ['L2IsolationDomain', 'L3InternalNetwork'],
                    readOnly: true,
                  },
                  issues: {
                    type: 'array',
                    items: {
                      type: 'object',
                      properties: {
                        code: { type: 'string', readOnly: true },
                        severity: { type: 'string', readOnly: true },
                        message: { type: 'string', readOnly: true },
                        target: { type: 'string', readOnly: true },
                        timestamp: { type: 'string', readOnly: true },
                      },
                    },
                    readOnly: true,
                  },
                },
                readOnly: true,
                'x-since': '2025-09-01-preview',
              },
            },
            readOnly: true,
          },
          networkType: {
            type: 'string',
            'x-known-values': ['Workload', 'Infrastructure'],
            readOnly: true,
            'x-since': '2025-06-01-preview',
          },
        },
      },
      extendedLocation,
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
