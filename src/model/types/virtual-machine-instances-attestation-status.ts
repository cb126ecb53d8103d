import { apiVersionsFrom } from './api-versions.ts';
import { provisioningState } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * What the attestation of a confidential VM said. Nobody writes it: all of it is read only.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const virtualMachineInstancesAttestationStatus = defineResourceType({
  type: 'Microsoft.AzureStackHCI/virtualMachineInstances/attestationStatus',
  documentation:
    'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/virtualmachineinstances/attestationstatus',
  apiVersions: apiVersionsFrom('2024-02-01-preview'),
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
          attestSecureBootEnabled: {
            type: 'string',
            'x-known-values': ['Enabled', 'Disabled', 'Unknown'],
            readOnly: true,
          },
          attestationCertValidated: {
            type: 'string',
            'x-known-values': ['Valid', 'Invalid', 'Unknown'],
            readOnly: true,
          },
          bootIntegrityValidated: { type: 'string', 'x-known-values': ['Valid', 'Invalid', 'Unknown'], readOnly: true },
          linuxKernelVersion: { type: 'string', readOnly: true },
          healthStatus: {
            type: 'string',
            'x-known-values': ['Pending', 'Healthy', 'Unhealthy', 'Unknown'],
            readOnly: true,
          },
          timestamp: { type: 'string', readOnly: true },
          errorMessage: { type: 'string', readOnly: true },
          provisioningState,
          attestHardwarePlatform: {
            type: 'string',
            'x-known-values': ['SEVSNP', 'Unknown'],
            readOnly: true,
            'x-since': '2024-08-01-preview',
          },
          attestDiskSecurityEncryptionType: {
            type: 'string',
            'x-known-values': ['NonPersistedTPM', 'Unknown'],
            readOnly: true,
            'x-since': '2024-08-01-preview',
          },
        },
        readOnly: true,
      },
    },
  },
});
