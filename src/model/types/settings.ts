import { defineResourceType } from './resource-type.ts';

/**
 * The settings of an Arc machine: the gateway it is connected through. Always named `default`.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-07-15; read 2026-11-24.
 */
export const settings = defineResourceType({
  type: 'Microsoft.HybridCompute/settings',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.hybridcompute/settings',
  apiVersions: [
    '2024-03-31-preview',
    '2024-05-20-preview',
    '2024-07-31-preview',
    '2024-09-10-preview',
    '2024-11-10-preview',
    '2025-01-13',
    '2025-02-19-preview',
    '2025-06-01',
    '2025-08-21-preview',
    '2025-09-16-preview',
    '2026-02-12-preview',
    '2026-06-04-preview',
    '2026-06-16-preview',
    '2026-07-15',
  ],
  allApiVersionsKnown: true,
  tracked: false,
  extension: true,
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true },
      name: { type: 'string', 'x-known-values': ['default'] },
      type: { type: 'string', readOnly: true },
      properties: {
        type: 'object',
        properties: {
          gatewayProperties: {
            type: 'object',
            properties: {
              gatewayResourceId: {
                type: 'string',
                'x-resource-id': ['Microsoft.HybridCompute/gateways'],
                'x-checked': true,
              },
            },
          },
          tenantId: { type: 'string', readOnly: true },
        },
      },
    },
  },
});
