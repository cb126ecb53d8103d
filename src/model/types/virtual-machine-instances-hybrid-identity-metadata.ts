import { apiVersionsFrom } from './api-versions.ts';
import { provisioningState } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * The identity of the Arc agent in a VM. Nobody writes it: all of it is read only.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const virtualMachineInstancesHybridIdentityMetadata = defineResourceType({
  type: 'Microsoft.AzureStackHCI/virtualMachineInstances/hybridIdentityMetadata',
  documentation:
    'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/virtualmachineinstances/hybrididentitymetadata',
  apiVersions: apiVersionsFrom('2023-07-01-preview'),
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
          resourceUid: { type: 'string', readOnly: true },
          publicKey: { type: 'string', readOnly: true },
          identity: {
            type: 'object',
            properties: {
              principalId: { type: 'string', readOnly: true },
              tenantId: { type: 'string', readOnly: true },
              type: { type: 'string', 'x-known-values': ['SystemAssigned'], readOnly: true },
            },
            readOnly: true,
          },
          provisioningState,
        },
        readOnly: true,
      },
    },
  },
});
