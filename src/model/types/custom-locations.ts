import { identity } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * A place that resources are deployed to: an instance of Azure Local.
 * `authentication` is gone in 2024-09-15-preview, which has the host type `EdgeCluster`.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2021-08-15; read 2026-11-22.
 */
export const customLocations = defineResourceType({
  type: 'Microsoft.ExtendedLocation/customLocations',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.extendedlocation/customlocations',
  apiVersions: ['2021-03-15-preview', '2021-08-15', '2021-08-31-preview', '2024-09-15-preview'],
  allApiVersionsKnown: false,
  tracked: true,
  extension: false,
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true },
      name: { type: 'string' },
      type: { type: 'string', readOnly: true },
      identity,
      properties: {
        type: 'object',
        properties: {
          authentication: {
            type: 'object',
            properties: { type: { type: 'string' }, value: { type: 'string', 'x-secret': true } },
          },
          clusterExtensionIds: { type: 'array', items: { type: 'string' } },
          displayName: { type: 'string' },
          hostResourceId: { type: 'string' },
          hostType: { type: 'string', 'x-known-values': ['Kubernetes', 'EdgeCluster'] },
          namespace: { type: 'string' },
          provisioningState: { type: 'string' },
        },
      },
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
