import { defineResourceType } from './resource-type.ts';

/**
 * An extension of an Arc machine, such as the one that joins it to a domain.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-07-15; read 2026-11-22.
 * Of the previews only the latest are listed.
 */
export const machinesExtensions = defineResourceType({
  type: 'Microsoft.HybridCompute/machines/extensions',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.hybridcompute/machines/extensions',
  apiVersions: [
    '2019-12-12',
    '2020-08-02',
    '2021-05-20',
    '2022-03-10',
    '2022-11-10',
    '2022-12-27',
    '2024-07-10',
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
  allApiVersionsKnown: false,
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
          forceUpdateTag: { type: 'string' },
          publisher: { type: 'string' },
          type: { type: 'string' },
          typeHandlerVersion: { type: 'string' },
          enableAutomaticUpgrade: { type: 'boolean' },
          autoUpgradeMinorVersion: { type: 'boolean' },
          settings: { type: 'object' },
          protectedSettings: { type: 'object', 'x-secret': true },
          provisioningState: { type: 'string', readOnly: true },
          instanceView: {
            type: 'object',
            properties: {
              name: { type: 'string' },
              type: { type: 'string' },
              typeHandlerVersion: { type: 'string' },
              status: {
                type: 'object',
                properties: {
                  code: { type: 'string' },
                  level: { type: 'string', 'x-known-values': ['Info', 'Warning', 'Error'] },
                  displayStatus: { type: 'string' },
                  message: { type: 'string' },
                  time: { type: 'string' },
                },
              },
            },
          },
        },
      },
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
