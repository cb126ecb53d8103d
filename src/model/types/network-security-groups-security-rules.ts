import { apiVersionsFrom } from './api-versions.ts';
import { extendedLocation, provisioningState } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * A rule of a network security group.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const networkSecurityGroupsSecurityRules = defineResourceType({
  type: 'Microsoft.AzureStackHCI/networkSecurityGroups/securityRules',
  documentation:
    'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/networksecuritygroups/securityrules',
  apiVersions: apiVersionsFrom('2024-02-01-preview'),
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
          description: { type: 'string' },
          protocol: { type: 'string', 'x-known-values': ['Tcp', 'Udp', 'Icmp', '*'] },
          sourceAddressPrefixes: { type: 'array', items: { type: 'string', 'x-address': 'range' } },
          destinationAddressPrefixes: { type: 'array', items: { type: 'string', 'x-address': 'range' } },
          sourcePortRanges: { type: 'array', items: { type: 'string' } },
          destinationPortRanges: { type: 'array', items: { type: 'string' } },
          access: { type: 'string', 'x-known-values': ['Allow', 'Deny'] },
          priority: { type: 'integer', format: 'int32' },
          direction: { type: 'string', 'x-known-values': ['Inbound', 'Outbound'] },
          provisioningState,
        },
      },
      extendedLocation,
    },
  },
});
