import { defineResourceType } from './resource-type.ts';

/**
 * The Arc machine that an Azure Local VM extends (kind `HCI`).
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-07-15; read 2026-11-22. The type has 37
 * api-versions, of which not all were read: an unlisted one is not reported.
 */
export const machines = defineResourceType({
  type: 'Microsoft.HybridCompute/machines',
  apiVersions: [],
  extension: false,
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true },
      name: { type: 'string' },
      type: { type: 'string', 'x-known-values': ['Microsoft.HybridCompute/machines'], readOnly: true },
      properties: {
        type: 'object',
        properties: {
          locationData: { type: 'object' },
          agentConfiguration: { type: 'object', readOnly: true },
          serviceStatuses: { type: 'object' },
          hardwareProfile: { type: 'object', readOnly: true },
          storageProfile: { type: 'object', readOnly: true },
          firmwareProfile: { type: 'object', readOnly: true },
          cloudMetadata: { type: 'object' },
          agentUpgrade: { type: 'object' },
          osProfile: { type: 'object' },
          licenseProfile: { type: 'object' },
          statusReason: { type: 'string', 'x-known-values': ['Cloned'], readOnly: true },
          provisioningState: { type: 'string', readOnly: true },
          status: {
            type: 'string',
            'x-known-values': ['Connected', 'Disconnected', 'Error', 'AwaitingConnection'],
            readOnly: true,
          },
          lastStatusChange: { type: 'string', readOnly: true },
          errorDetails: { type: 'array', items: { type: 'object' }, readOnly: true },
          agentVersion: { type: 'string', readOnly: true },
          vmId: { type: 'string' },
          displayName: { type: 'string', readOnly: true },
          machineFqdn: { type: 'string', readOnly: true },
          clientPublicKey: { type: 'string' },
          identityKeyStore: { type: 'string', 'x-known-values': ['TPM', 'Default'] },
          tpmEkCertificate: { type: 'string' },
          osName: { type: 'string', readOnly: true },
          osVersion: { type: 'string', readOnly: true },
          osType: { type: 'string' },
          vmUuid: { type: 'string', readOnly: true },
          extensions: { type: 'array', items: { type: 'object' } },
          osSku: { type: 'string', readOnly: true },
          osEdition: { type: 'string', readOnly: true },
          domainName: { type: 'string', readOnly: true },
          adFqdn: { type: 'string', readOnly: true },
          dnsFqdn: { type: 'string', readOnly: true },
          privateLinkScopeResourceId: { type: 'string' },
          parentClusterResourceId: { type: 'string' },
          hardwareResourceId: { type: 'string' },
          mssqlDiscovered: { type: 'string' },
          networkProfile: { type: 'object', readOnly: true },
        },
      },
      resources: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            properties: { type: 'object', readOnly: true },
            tags: { type: 'object', readOnly: true },
            location: { type: 'string', readOnly: true },
            id: { type: 'string', readOnly: true },
            name: { type: 'string', readOnly: true },
            type: { type: 'string', readOnly: true },
            systemData: { type: 'object', readOnly: true },
          },
        },
        readOnly: true,
      },
      identity: {
        type: 'object',
        properties: {
          principalId: { type: 'string', readOnly: true },
          tenantId: { type: 'string', readOnly: true },
          type: {
            type: 'string',
            'x-known-values': ['None', 'SystemAssigned', 'UserAssigned', 'SystemAssigned,UserAssigned'],
          },
          userAssignedIdentities: { type: 'object' },
        },
      },
      kind: { type: 'string', 'x-known-values': ['AVS', 'HCI', 'SCVMM', 'VMware', 'EPS', 'GCP', 'AWS'] },
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
