import type { Schema } from './resource-type.ts';

/*
 * Parts that several resource types share, word for word.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2026-04-01-preview; read 2026-11-22.
 */

/** The custom location that a resource is deployed to. */
export const extendedLocation = {
  type: 'object',
  properties: {
    name: { type: 'string', 'x-resource-id': ['Microsoft.ExtendedLocation/customLocations'] },
    type: { type: 'string', 'x-known-values': ['CustomLocation'] },
  },
} as const satisfies Schema;

/** The managed identity of a VM instance or Arc machine. */
export const identity = {
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
} as const satisfies Schema;

export const provisioningState = {
  type: 'string',
  'x-known-values': ['Succeeded', 'Failed', 'InProgress', 'Accepted', 'Deleting', 'Canceled'],
  readOnly: true,
} as const satisfies Schema;

/** What every `status` block has, beside what only some types have. */
export const statusProperties = {
  errorCode: { type: 'string', readOnly: true },
  errorMessage: { type: 'string', readOnly: true },
  provisioningStatus: {
    type: 'object',
    readOnly: true,
    properties: {
      operationId: { type: 'string', readOnly: true },
      status: { type: 'string', 'x-known-values': ['Succeeded', 'Failed', 'InProgress'], readOnly: true },
    },
  },
} as const satisfies Record<string, Schema>;

/** The `status` block of types that have no more in it. */
export const status = {
  type: 'object',
  readOnly: true,
  properties: statusProperties,
} as const satisfies Schema;

/**
 * Routes of a subnet. The default gateway is the next hop of the route to `0.0.0.0/0`; the platform may add it (what's new,
 * 2026-08-20).
 */
export const routeTable = {
  type: 'object',
  properties: {
    etag: { type: 'string', readOnly: true },
    name: { type: 'string', readOnly: true },
    type: { type: 'string', readOnly: true },
    properties: {
      type: 'object',
      properties: {
        routes: {
          type: 'array',
          'x-allocated': true,
          items: {
            type: 'object',
            properties: {
              name: { type: 'string', 'x-allocated': true },
              properties: {
                type: 'object',
                properties: {
                  addressPrefix: { type: 'string', 'x-address': 'prefix' },
                  nextHopIpAddress: { type: 'string', 'x-address': 'ip' },
                },
              },
            },
          },
        },
      },
    },
  },
} as const satisfies Schema;

/** What images have in common, whatever they are made from. */
export const imageProperties = {
  osType: { type: 'string', 'x-known-values': ['Windows', 'Linux'] },
  cloudInitDataSource: { type: 'string', 'x-known-values': ['NoCloud', 'Azure'] },
  hyperVGeneration: { type: 'string', 'x-known-values': ['V1', 'V2', 'NA'] },
  identifier: {
    type: 'object',
    properties: { publisher: { type: 'string' }, offer: { type: 'string' }, sku: { type: 'string' } },
    required: ['publisher', 'offer', 'sku'],
  },
  version: {
    type: 'object',
    properties: {
      name: { type: 'string' },
      properties: {
        type: 'object',
        properties: {
          storageProfile: {
            type: 'object',
            properties: {
              osDiskImage: {
                type: 'object',
                properties: { sizeInMB: { type: 'integer', format: 'int32', readOnly: true } },
              },
            },
          },
        },
        required: ['storageProfile'],
      },
    },
  },
  provisioningState,
  status: {
    type: 'object',
    properties: {
      ...statusProperties,
      downloadStatus: {
        type: 'object',
        properties: { downloadSizeInMB: { type: 'integer', format: 'int32', readOnly: true } },
        readOnly: true,
      },
      progressPercentage: { type: 'integer', format: 'int32', readOnly: true },
    },
    readOnly: true,
  },
} as const satisfies Record<string, Schema>;
