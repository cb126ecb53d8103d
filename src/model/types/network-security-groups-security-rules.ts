import { defineResourceType } from './resource-type.ts';

/**
 * A rule of a network security group.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const networkSecurityGroupsSecurityRules = defineResourceType({
  type: 'Microsoft.AzureStackHCI/networkSecurityGroups/securityRules',
  apiVersions: [
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
      id: { type: 'string', readOnly: true, 'x-since': '2024-02-01-preview' },
      name: { type: 'string', 'x-since': '2024-02-01-preview' },
      type: {
        type: 'string',
        'x-known-values': ['Microsoft.AzureStackHCI/networkSecurityGroups/securityRules'],
        readOnly: true,
        'x-since': '2024-02-01-preview',
      },
      properties: {
        type: 'object',
        'x-since': '2024-02-01-preview',
        properties: {
          description: { type: 'string', 'x-since': '2024-02-01-preview' },
          protocol: { type: 'string', 'x-known-values': ['Tcp', 'Udp', 'Icmp', '*'], 'x-since': '2024-02-01-preview' },
          sourceAddressPrefixes: {
            type: 'array',
            items: { type: 'string', 'x-address': 'range' },
            'x-since': '2024-02-01-preview',
          },
          destinationAddressPrefixes: {
            type: 'array',
            items: { type: 'string', 'x-address': 'range' },
            'x-since': '2024-02-01-preview',
          },
          sourcePortRanges: { type: 'array', items: { type: 'string' }, 'x-since': '2024-02-01-preview' },
          destinationPortRanges: { type: 'array', items: { type: 'string' }, 'x-since': '2024-02-01-preview' },
          access: { type: 'string', 'x-known-values': ['Allow', 'Deny'], 'x-since': '2024-02-01-preview' },
          priority: { type: 'integer', 'x-since': '2024-02-01-preview' },
          direction: { type: 'string', 'x-known-values': ['Inbound', 'Outbound'], 'x-since': '2024-02-01-preview' },
          provisioningState: {
            type: 'string',
            'x-known-values': ['Succeeded', 'Failed', 'InProgress', 'Accepted', 'Deleting', 'Canceled'],
            readOnly: true,
            'x-since': '2024-02-01-preview',
          },
        },
      },
      extendedLocation: {
        type: 'object',
        'x-since': '2024-02-01-preview',
        properties: {
          name: { type: 'string', 'x-since': '2024-02-01-preview' },
          type: { type: 'string', 'x-known-values': ['CustomLocation'], 'x-since': '2024-02-01-preview' },
        },
      },
    },
  },
});
