import { administrativeState, configurationState, lastOperation, provisioningState } from './fabric.ts';
import { defineResourceType } from './resource-type.ts';

/**
 * What traffic networks of the fabric let in or out.
 * `ControlPlaneAcl` is a type of the Azure CLI alone (page of `az networkfabric acl`, read 2026-11-24).
 * Source: Azure/bicep-types-az, generated types of api-version 2024-06-15-preview; read 2026-11-24.
 */
export const accessControlLists = defineResourceType({
  type: 'Microsoft.ManagedNetworkFabric/accessControlLists',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.managednetworkfabric/accesscontrollists',
  apiVersions: ['2023-02-01-preview', '2023-06-15', '2024-02-15-preview', '2024-06-15-preview', '2025-07-15'],
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
          annotation: { type: 'string' },
          aclType: {
            type: 'string',
            'x-known-values': ['ControlPlaneAcl', 'ControlPlaneTrafficPolicy', 'Management', 'Tenant'],
          },
          aclsUrl: { type: 'string' },
          configurationType: { type: 'string', 'x-known-values': ['File', 'Inline'] },
          defaultAction: { type: 'string', 'x-known-values': ['Permit', 'Deny'] },
          deviceRole: { type: 'string', 'x-known-values': ['CE', 'ManagementSwitch', 'NPB', 'ToR'] },
          globalAccessControlListActions: {
            type: 'object',
            properties: { enableCount: { type: 'string', 'x-known-values': ['True', 'False'] } },
          },
          matchConfigurations: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                matchConfigurationName: { type: 'string' },
                sequenceNumber: { type: 'integer', format: 'int64' },
                ipAddressType: { type: 'string', 'x-known-values': ['IPv4', 'IPv6'] },
                actions: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: {
                      type: { type: 'string', 'x-known-values': ['Count', 'Drop', 'Log', 'PoliceRate', 'Remark'] },
                      counterName: { type: 'string' },
                      remarkComment: { type: 'string' },
                      policeRateConfiguration: { type: 'object' },
                    },
                  },
                },
                matchConditions: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: {
                      dscpMarkings: { type: 'array', items: { type: 'string' } },
                      etherTypes: { type: 'array', items: { type: 'string' } },
                      fragments: { type: 'array', items: { type: 'string' } },
                      ipLengths: { type: 'array', items: { type: 'string' } },
                      protocolNeighbors: { type: 'array', items: { type: 'string' } },
                      protocolTypes: { type: 'array', items: { type: 'string' } },
                      ttlValues: { type: 'array', items: { type: 'string' } },
                      icmpConfiguration: {
                        type: 'object',
                        properties: { icmpTypes: { type: 'array', items: { type: 'string' } } },
                      },
                      ipCondition: {
                        type: 'object',
                        properties: {
                          type: { type: 'string', 'x-known-values': ['SourceIP', 'DestinationIP', 'Bidirectional'] },
                          prefixType: { type: 'string', 'x-known-values': ['Prefix', 'LongestPrefix'] },
                          ipPrefixValues: { type: 'array', items: { type: 'string', 'x-address': 'prefix' } },
                          ipGroupNames: { type: 'array', items: { type: 'string' } },
                        },
                      },
                      portCondition: {
                        type: 'object',
                        properties: {
                          portType: {
                            type: 'string',
                            'x-known-values': ['SourcePort', 'DestinationPort', 'Bidirectional'],
                          },
                          layer4Protocol: { type: 'string', 'x-known-values': ['TCP', 'UDP', 'SCTP'] },
                          ports: { type: 'array', items: { type: 'string' } },
                          portGroupNames: { type: 'array', items: { type: 'string' } },
                          flags: { type: 'array', items: { type: 'string' } },
                        },
                        required: ['layer4Protocol'],
                      },
                      vlanMatchCondition: {
                        type: 'object',
                        properties: {
                          vlans: { type: 'array', items: { type: 'string' } },
                          innerVlans: { type: 'array', items: { type: 'string' } },
                          vlanGroupNames: { type: 'array', items: { type: 'string' } },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          dynamicMatchConfigurations: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                ipGroups: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: {
                      name: { type: 'string' },
                      ipAddressType: { type: 'string', 'x-known-values': ['IPv4', 'IPv6'] },
                      ipPrefixes: { type: 'array', items: { type: 'string', 'x-address': 'prefix' } },
                    },
                  },
                },
                vlanGroups: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: { name: { type: 'string' }, vlans: { type: 'array', items: { type: 'string' } } },
                  },
                },
                portGroups: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: { name: { type: 'string' }, ports: { type: 'array', items: { type: 'string' } } },
                  },
                },
              },
            },
          },
          lastSyncedTime: { type: 'string', readOnly: true },
          lastOperation,
          configurationState,
          provisioningState,
          administrativeState,
        },
      },
      tags: { type: 'object' },
      location: { type: 'string' },
    },
  },
});
