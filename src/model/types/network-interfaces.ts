import { apiVersionsFrom } from './api-versions.ts';
import { extendedLocation, provisioningState, status } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * A network interface of a VM.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const networkInterfaces = defineResourceType({
  type: 'Microsoft.AzureStackHCI/networkInterfaces',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/networkinterfaces',
  apiVersions: apiVersionsFrom('2021-07-01-preview'),
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
          ipConfigurations: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string' },
                properties: {
                  type: 'object',
                  properties: {
                    gateway: { type: 'string', readOnly: true },
                    prefixLength: { type: 'string', readOnly: true },
                    privateIPAddress: { type: 'string', 'x-address': 'ip', 'x-allocated': true },
                    subnet: {
                      type: 'object',
                      properties: {
                        id: {
                          type: 'string',
                          'x-resource-id': [
                            'Microsoft.AzureStackHCI/logicalNetworks',
                            'Microsoft.AzureStackHCI/virtualNetworks/subnets',
                          ],
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          macAddress: { type: 'string', 'x-allocated': true },
          dnsSettings: {
            type: 'object',
            properties: {
              dnsServers: { type: 'array', items: { type: 'string', 'x-address': 'ip' } },
            },
          },
          createFromLocal: { type: 'boolean', 'x-since': '2025-02-01-preview' },
          provisioningState,
          status,
          networkSecurityGroup: {
            type: 'object',
            properties: {
              id: {
                type: 'string',
                'x-resource-id': ['Microsoft.AzureStackHCI/networkSecurityGroups'],
              },
            },
            'x-since': '2024-02-01-preview',
          },
          bypassSdnPolicies: { type: 'boolean', 'x-since': '2025-09-01-preview' },
        },
      },
      extendedLocation,
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
