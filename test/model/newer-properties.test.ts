import { expect, test } from 'vitest';
import { newerProperties } from '../../src/model/newer-properties.ts';
import { resourceOf, written } from './resources.ts';

const fabric = { fabricNetworkConfiguration: { resourceId: 'a' } };
const check = (
  type: string,
  apiVersion: unknown,
  properties: object,
  origin: 'declared' | 'existing' | 'live' = 'declared',
) =>
  newerProperties(resourceOf({ type, name: 'x', apiVersion, properties }, origin)).map(
    ({ at, message }) => `${written(at)}: ${message}`,
  );
const network = 'Microsoft.AzureStackHCI/logicalNetworks';

test('the message says what came when, what is declared, and what to declare', () => {
  expect(check(network, '2024-01-01', fabric)).toEqual([
    'properties.fabricNetworkConfiguration#name: "fabricNetworkConfiguration" of logical network "x" came with api-version 2025-09-01-preview, but this declares 2024-01-01. Use "2025-09-01-preview" or later.',
  ]);
});

test.each([
  ['an earlier preview', '2025-06-01-preview', 1],
  ['the version it came with', '2025-09-01-preview', 0],
  ['that version in another case', ' 2025-09-01-PREVIEW', 0],
  ['a later version', '2026-02-01-preview', 0],
  ['a version that was never published', '2024-01-02', 0],
  ['a version of the cluster types', '2026-02-01', 0],
  ['a version that only the deployment knows', '[parameters.version]', 0],
  ['no version', undefined, 0],
])('a logical network with a fabric network in %s', (_, version, count) => {
  expect(check(network, version, fabric).length).toBe(count);
});

test.each([
  ['null', { fabricNetworkConfiguration: null }],
  ['unknown, and perhaps null', { fabricNetworkConfiguration: '[parameters.fabric]' }],
  ['set by the platform', { networkType: 'Workload', status: { fabricIntegration: { state: 'Connected' } } }],
  ['in no description', { somethingNew: true }],
])('a property that is %s', (_, properties) => expect(check(network, '2024-01-01', properties)).toEqual([]));

test('only the outermost property is named, of each item of a list', () => {
  const subnet = { properties: { networkSecurityGroup: { id: 'a' } } };
  expect(
    check(network, '2024-01-01', { subnets: [subnet, { properties: {} }, subnet] }).map((one) => one.split(':')[0]),
  ).toEqual([
    'properties.subnets[0].properties.networkSecurityGroup#name',
    'properties.subnets[2].properties.networkSecurityGroup#name',
  ]);
});

test.each(['existing', 'live'] as const)('%s resources are left alone', (origin) => {
  expect(check(network, '2024-01-01', fabric, origin)).toEqual([]);
});
