import { apiVersionsFrom } from './api-versions.ts';
import { extendedLocation, identity, provisioningState, statusProperties } from './common.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * An Azure Local VM: the instance that extends a Microsoft.HybridCompute machine. Always named `default`.
 * It has no list of what is `changeable`: pages of 2025-11-17 and 2026-04-15 disagree on NICs and the Arc agent, and no page
 * says that all else is fixed.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */
export const virtualMachineInstances = defineResourceType({
  type: 'Microsoft.AzureStackHCI/virtualMachineInstances',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.azurestackhci/virtualmachineinstances',
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
          hardwareProfile: {
            type: 'object',
            properties: {
              vmSize: {
                type: 'string',
                'x-known-values': [
                  'Default',
                  'Standard_A2_v2',
                  'Standard_A4_v2',
                  'Standard_D2s_v3',
                  'Standard_D4s_v3',
                  'Standard_D8s_v3',
                  'Standard_D16s_v3',
                  'Standard_D32s_v3',
                  'Standard_DS2_v2',
                  'Standard_DS3_v2',
                  'Standard_DS4_v2',
                  'Standard_DS5_v2',
                  'Standard_DS13_v2',
                  'Standard_K8S_v1',
                  'Standard_K8S2_v1',
                  'Standard_K8S3_v1',
                  'Standard_K8S4_v1',
                  'Standard_NK6',
                  'Standard_NK12',
                  'Standard_NV6',
                  'Standard_NV12',
                  'Standard_K8S5_v1',
                  'Custom',
                ],
                'x-checked': true,
              },
              processors: { type: 'integer', format: 'int32', 'x-checked': true },
              memoryMB: { type: 'integer', format: 'int64', 'x-checked': true },
              dynamicMemoryConfig: {
                type: 'object',
                properties: {
                  maximumMemoryMB: { type: 'integer', format: 'int64' },
                  minimumMemoryMB: { type: 'integer', format: 'int64' },
                  targetMemoryBuffer: { type: 'integer', format: 'int32' },
                },
              },
              virtualMachineGPUs: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    assignmentType: { type: 'string', 'x-known-values': ['GpuDDA', 'GpuP'] },
                    partitionSizeMB: { type: 'integer', format: 'int64' },
                    gpuName: { type: 'string' },
                  },
                  required: ['assignmentType'],
                },
                'x-since': '2024-05-01-preview',
              },
            },
          },
          placementProfile: {
            type: 'object',
            properties: { zone: { type: 'string' }, strictPlacementPolicy: { type: 'boolean' } },
            'x-since': '2025-04-01-preview',
          },
          networkProfile: {
            type: 'object',
            properties: {
              networkInterfaces: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    id: {
                      type: 'string',
                      'x-resource-id': ['Microsoft.AzureStackHCI/networkInterfaces'],
                      'x-checked': true,
                    },
                  },
                },
              },
            },
          },
          osProfile: {
            type: 'object',
            properties: {
              adminPassword: { type: 'string', 'x-secret': true },
              adminUsername: { type: 'string' },
              computerName: { type: 'string' },
              linuxConfiguration: {
                type: 'object',
                properties: {
                  disablePasswordAuthentication: { type: 'boolean' },
                  ssh: {
                    type: 'object',
                    properties: {
                      publicKeys: {
                        type: 'array',
                        items: {
                          type: 'object',
                          properties: { path: { type: 'string' }, keyData: { type: 'string' } },
                        },
                      },
                    },
                  },
                  provisionVMAgent: { type: 'boolean', 'x-checked': true },
                  provisionVMConfigAgent: { type: 'boolean' },
                },
              },
              windowsConfiguration: {
                type: 'object',
                properties: {
                  enableAutomaticUpdates: { type: 'boolean' },
                  ssh: {
                    type: 'object',
                    properties: {
                      publicKeys: {
                        type: 'array',
                        items: {
                          type: 'object',
                          properties: { path: { type: 'string' }, keyData: { type: 'string' } },
                        },
                      },
                    },
                  },
                  timeZone: { type: 'string' },
                  provisionVMAgent: { type: 'boolean', 'x-checked': true },
                  provisionVMConfigAgent: { type: 'boolean' },
                },
              },
            },
          },
          securityProfile: {
            type: 'object',
            properties: {
              enableTPM: { type: 'boolean' },
              uefiSettings: { type: 'object', properties: { secureBootEnabled: { type: 'boolean' } } },
              securityType: { type: 'string', 'x-known-values': ['TrustedLaunch', 'ConfidentialVM'] },
            },
          },
          storageProfile: {
            type: 'object',
            properties: {
              dataDisks: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    id: {
                      type: 'string',
                      'x-resource-id': ['Microsoft.AzureStackHCI/virtualHardDisks'],
                      'x-checked': true,
                    },
                  },
                },
              },
              imageReference: {
                type: 'object',
                properties: {
                  id: {
                    type: 'string',
                    'x-resource-id': [
                      'Microsoft.AzureStackHCI/galleryImages',
                      'Microsoft.AzureStackHCI/marketplaceGalleryImages',
                    ],
                  },
                },
              },
              osDisk: {
                type: 'object',
                properties: {
                  id: { type: 'string', 'x-resource-id': ['Microsoft.AzureStackHCI/virtualHardDisks'] },
                  osType: { type: 'string', 'x-known-values': ['Windows', 'Linux'] },
                  managedDisk: {
                    type: 'object',
                    properties: {
                      securityProfile: {
                        type: 'object',
                        properties: {
                          securityEncryptionType: { type: 'string', 'x-known-values': ['NonPersistedTPM'] },
                        },
                      },
                    },
                    'x-since': '2024-08-01-preview',
                  },
                },
              },
              vmConfigStoragePathId: { type: 'string', 'x-resource-id': ['Microsoft.AzureStackHCI/storageContainers'] },
            },
          },
          httpProxyConfig: {
            type: 'object',
            properties: {
              httpProxy: { type: 'string', 'x-secret': true },
              httpsProxy: { type: 'string', 'x-secret': true },
              noProxy: { type: 'array', items: { type: 'string' } },
              trustedCa: { type: 'string' },
            },
          },
          createFromLocal: { type: 'boolean', 'x-since': '2025-02-01-preview' },
          localVmName: { type: 'string', 'x-since': '2025-09-01-preview' },
          provisioningState,
          instanceView: {
            type: 'object',
            properties: {
              vmAgent: {
                type: 'object',
                properties: {
                  vmConfigAgentVersion: { type: 'string', readOnly: true },
                  statuses: {
                    type: 'array',
                    items: {
                      type: 'object',
                      properties: {
                        code: { type: 'string', readOnly: true },
                        level: { type: 'string', 'x-known-values': ['Info', 'Warning', 'Error'], readOnly: true },
                        displayStatus: { type: 'string', readOnly: true },
                        message: { type: 'string', readOnly: true },
                        time: { type: 'string', readOnly: true },
                      },
                    },
                    readOnly: true,
                  },
                },
                readOnly: true,
              },
            },
            readOnly: true,
          },
          status: {
            type: 'object',
            properties: {
              ...statusProperties,
              powerState: {
                type: 'string',
                'x-known-values': [
                  'Deallocated',
                  'Deallocating',
                  'Running',
                  'Starting',
                  'Stopped',
                  'Stopping',
                  'Paused',
                  'Saved',
                  'Unknown',
                ],
                readOnly: true,
              },
            },
            readOnly: true,
          },
          guestAgentInstallStatus: {
            type: 'object',
            properties: {
              vmUuid: { type: 'string', readOnly: true },
              status: { type: 'string', 'x-known-values': ['Succeeded', 'InProgress', 'Failed'], readOnly: true },
              lastStatusChange: { type: 'string', readOnly: true },
              agentVersion: { type: 'string', readOnly: true },
              errorDetails: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    code: { type: 'string', readOnly: true },
                    message: { type: 'string', readOnly: true },
                    target: { type: 'string', readOnly: true },
                    details: { type: 'array', items: { type: 'object' }, readOnly: true },
                    additionalInfo: {
                      type: 'array',
                      items: {
                        type: 'object',
                        properties: { type: { type: 'string', readOnly: true }, info: { readOnly: true } },
                      },
                      readOnly: true,
                    },
                  },
                },
                readOnly: true,
              },
            },
          },
          vmId: { type: 'string', readOnly: true },
          resourceUid: { type: 'string' },
          hyperVVmId: { type: 'string', readOnly: true, 'x-since': '2025-04-01-preview' },
          hostNodeName: { type: 'string', readOnly: true, 'x-since': '2025-04-01-preview' },
          hostNodeIpAddress: { type: 'string', readOnly: true, 'x-since': '2025-06-01-preview' },
        },
      },
      extendedLocation,
      identity,
    },
  },
});
