import type { Schema } from './resource-type.ts';

/*
 * Parts that several types of the network fabric share, word for word. The fabric has IPv6: no rule about the addresses
 * of VMs speaks of these.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), api-version 2025-07-15; read 2026-11-22.
 */

export const administrativeState = {
  type: 'string',
  'x-known-values': ['Enabled', 'Disabled', 'MAT', 'RMA', 'UnderMaintenance', 'EnabledDegraded'],
  readOnly: true,
} as const satisfies Schema;

export const configurationState = {
  type: 'string',
  'x-known-values': [
    'Succeeded',
    'Failed',
    'Rejected',
    'Accepted',
    'Provisioned',
    'ErrorProvisioning',
    'Deprovisioning',
    'Deprovisioned',
    'ErrorDeprovisioning',
    'DeferredControl',
    'Provisioning',
    'PendingCommit',
    'PendingAdministrativeUpdate',
  ],
  readOnly: true,
} as const satisfies Schema;

export const provisioningState = {
  type: 'string',
  'x-known-values': ['Accepted', 'Succeeded', 'Updating', 'Deleting', 'Failed', 'Canceled'],
  readOnly: true,
} as const satisfies Schema;

export const lastOperation = {
  type: 'object',
  properties: { details: { type: 'string', readOnly: true } },
  readOnly: true,
} as const satisfies Schema;

/** How fast a lost neighbour is noticed. */
export const bfdConfiguration = {
  type: 'object',
  properties: {
    administrativeState: {
      type: 'string',
      'x-known-values': ['Enabled', 'Disabled', 'MAT', 'RMA'],
      readOnly: true,
    },
    intervalInMilliSeconds: { type: 'integer', format: 'int32' },
    multiplier: { type: 'integer', format: 'int32' },
  },
} as const satisfies Schema;

export const neighborAddresses = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      address: { type: 'string', 'x-address': 'ip' },
      bfdAdministrativeState: {
        type: 'string',
        'x-known-values': ['Enabled', 'Disabled', 'MAT', 'RMA'],
        readOnly: true,
      },
      bgpAdministrativeState: { type: 'string', 'x-known-values': ['Enabled', 'Disabled'], readOnly: true },
      configurationState,
    },
  },
} as const satisfies Schema;

const routePolicy = {
  type: 'string',
  'x-resource-id': ['Microsoft.ManagedNetworkFabric/routePolicies'],
} as const satisfies Schema;

export const importRoutePolicy = {
  type: 'object',
  properties: { importIpv4RoutePolicyId: routePolicy, importIpv6RoutePolicyId: routePolicy },
} as const satisfies Schema;

export const exportRoutePolicy = {
  type: 'object',
  properties: { exportIpv4RoutePolicyId: routePolicy, exportIpv6RoutePolicyId: routePolicy },
} as const satisfies Schema;

export const staticRoutes = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      prefix: { type: 'string', 'x-address': 'prefix' },
      nextHop: { type: 'array', items: { type: 'string', 'x-address': 'ip' } },
    },
    required: ['prefix', 'nextHop'],
  },
} as const satisfies Schema;

/** How many routes a neighbour may send. */
export const prefixLimit = {
  type: 'object',
  properties: {
    prefixLimits: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          maximumRoutes: { type: 'integer', format: 'int32' },
          threshold: { type: 'integer', format: 'int32' },
          idleTimeExpiry: { type: 'integer', format: 'int32' },
        },
      },
    },
  },
} as const satisfies Schema;
