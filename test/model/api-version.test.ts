import { expect, test } from 'vitest';
import { checkTypeAndVersion } from '../../src/model/api-version.ts';
import { resourceOf, written } from './resources.ts';

const check = (type: string, apiVersion?: unknown) =>
  checkTypeAndVersion(resourceOf({ type: `Microsoft.AzureStackHCI/${type}`, apiVersion })).map(
    ({ at, message, severity }) => `${written(at)}: ${message}${severity ? ` (${severity})` : ''}`,
  );

test.each([
  ['logicalNetworks', '2026-04-01-preview'],
  ['logicalNetworks', '2024-01-01'],
  ['logicalNetworks', '2026-04-01-PREVIEW'],
  ['logicalNetworks', '2024-07-15-preview'],
  ['logicalNetworks', undefined],
  ['logicalNetworks', null],
  ['logicalNetworks', '[parameters.version]'],
  ['galleryImages', '2024-01-01'],
  ['clusters', '2026-02-01'],
  ['edgeDevices', 'whatever'],
])('%s %j is silent', (type, version) => expect(check(type, version)).toEqual([]));

test.each([
  [
    'logicalNetworks',
    '2026-02-01',
    'apiVersion: logicalNetworks has no api-version "2026-02-01": it belongs to the cluster types of the namespace. Use "2026-02-01-preview", or the newest, "2026-04-01-preview".',
  ],
  [
    'virtualMachineInstances',
    '2026-04-30',
    'apiVersion: virtualMachineInstances has no api-version "2026-04-30": it belongs to the cluster types of the namespace. Use "2026-04-01-preview".',
  ],
  [
    'natGateways/inboundRules',
    '2026-02-01-preview',
    'apiVersion: natGateways/inboundRules has no api-version "2026-02-01-preview". Use "2026-04-01-preview".',
  ],
  [
    'logicalNetworks',
    'latest',
    'apiVersion: logicalNetworks has no api-version "latest": an api-version is a date, such as "2026-04-01-preview".',
  ],
  [
    'logicalNetworks',
    '2026-04-01',
    'apiVersion: logicalNetworks has no api-version "2026-04-01" that is known here; the newest that is known is "2026-04-01-preview". (note)',
  ],
  [
    'logicalNetworks',
    '2027-01-01',
    'apiVersion: logicalNetworks has no api-version "2027-01-01" that is known here; the newest that is known is "2026-04-01-preview". (note)',
  ],
  [
    'logicalNetwork',
    '2024-01-01',
    'type: Resource type "Microsoft.AzureStackHCI/logicalNetwork" does not exist. Did you mean "Microsoft.AzureStackHCI/logicalNetworks"?',
  ],
])('%s %j is reported', (type, version, expected) => expect(check(type, version)).toEqual([expected]));

test('an api-version of the Arc machine is never reported: not all are known', () => {
  const type = 'Microsoft.HybridCompute/machines';
  expect(checkTypeAndVersion(resourceOf({ type, apiVersion: '2023-03-15-preview' }))).toEqual([]);
});

test('what was read back from the platform is left alone', () => {
  const type = 'Microsoft.AzureStackHCI/logicalNetwork';
  expect(checkTypeAndVersion(resourceOf({ type, apiVersion: '2026-02-01' }, 'live'))).toEqual([]);
});
