import { apiVersionsFrom } from './api-versions.ts';
import { provisioningState } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * The guest agent of a VM: guest management, asked for as a resource. Always named `default`.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const virtualMachineInstancesGuestAgents = defineResourceType({
  type: 'Microsoft.AzureStackHCI/virtualMachineInstances/guestAgents',
  documentation:
    'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/virtualmachineinstances/guestagents',
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
          credentials: {
            type: 'object',
            properties: { username: { type: 'string' }, password: { type: 'string', 'x-secret': true } },
          },
          provisioningAction: {
            type: 'string',
            'x-known-values': ['install', 'uninstall', 'repair'],
            'x-checked': true,
          },
          status: { type: 'string', readOnly: true },
          provisioningState,
        },
      },
    },
  },
});
