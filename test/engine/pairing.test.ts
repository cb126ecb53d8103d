import { describe, expect, test } from 'vitest';
import type { LintInput } from '../../src/index.ts';
import { lint } from '../support/seed.ts';
import { file, network, parameters, shown } from './specs.ts';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const template = (resources: unknown, declared: object = {}) => ({
  $schema: schema,
  contentVersion: '1.0.0.0',
  parameters: declared,
  resources,
});
const lnet = (name: string, vlan: unknown, more: object = {}) => ({
  type: 'Microsoft.AzureStackHCI/logicalNetworks',
  apiVersion: '2025-09-01-preview',
  name,
  location: 'eastus',
  ...more,
  properties: { subnets: [{ name: 'default', properties: { addressPrefix: '10.1.2.0/24', vlan } }] },
});
const nested = (name: string, ...resources: object[]) => ({
  type: 'Microsoft.Resources/deployments',
  apiVersion: '2022-09-01',
  name,
  properties: { mode: 'Incremental', template: template(resources) },
});
const found = async (input: LintInput) =>
  (await lint(input)).findings.map((finding) => `${shown(finding)} ${finding.resource?.name}`);

describe('copies of a loop are paired by name', () => {
  const looped = (...networks: [string, number][]) => {
    const copy = { name: 'networks', count: "[length(parameters('networks'))]" };
    const item = "parameters('networks')[copyIndex()]";
    const values = networks.map(([name, vlan]) => ({ name, vlan }));
    const declared = { networks: { type: 'array', defaultValue: values } };
    return file('net.json', template([lnet(`[${item}.name]`, `[${item}.vlan]`, { copy })], declared));
  };
  const base = [looped(['a', 1], ['b', 2], ['c', 3])];
  const changed = async (...networks: [string, number][]) =>
    (await lint({ files: [looped(...networks)], base })).findings.map(
      ({ ruleId, resource }) => `${ruleId} ${resource?.name}`,
    );

  test('when the list shifts by one', async () => {
    expect(await changed(['new', 9], ['a', 1], ['b', 2], ['c', 3])).toEqual([]);
    expect(await changed(['b', 2], ['c', 3])).toEqual([]);
  });

  test('when two elements are swapped', async () => {
    expect(await changed(['b', 2], ['a', 1], ['c', 3])).toEqual([]);
  });

  test('and only the one that changes is reported', async () => {
    expect(await changed(['new', 9], ['a', 1], ['c', 3], ['b', 4])).toEqual(['AZL1104 b']);
  });
});

describe('a resource is followed', () => {
  const base = [file('net.json', template([lnet('lnet', 805)]))];
  const moved: [string, string, unknown][] = [
    ['into a nested template', 'net.json', template([nested('network', lnet('lnet', 806))])],
    ['into a nested template two deep', 'net.json', template([nested('a', nested('b', lnet('lnet', 806)))])],
    ['into another file', 'networks/app.json', template([lnet('lnet', 806)])],
    ['into a YAML document', 'net.yaml', network(806, 'lnet')],
    [
      'in another spelling of its type',
      'net.json',
      template([lnet('LNET', 806, { type: 'microsoft.azurestackhci/LOGICALNETWORKS' })]),
    ],
  ];
  test.each(moved)('%s', async (_, path, now) => {
    const { findings } = await lint({ files: [file(path, now)], base });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['AZL1104']);
  });

  test('when its deployment is renamed', async () => {
    const before = [file('net.json', template([nested('network', lnet('lnet', 805))]))];
    const files = [file('net.json', template([nested('network-v2', lnet('lnet', 806))]))];
    expect((await lint({ files, base: before })).findings.map(({ ruleId }) => ruleId)).toEqual(['AZL1104']);
  });

  test('into a linked template', async () => {
    const link = {
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2022-09-01',
      name: 'network',
      properties: { mode: 'Incremental', templateLink: { relativePath: 'modules/lnet.json' } },
    };
    const files = [file('net.json', template([link])), file('modules/lnet.json', template([lnet('lnet', 806)]))];
    expect((await lint({ files, base })).findings.map(({ ruleId, region }) => `${ruleId} ${region.path}`)).toEqual([
      'AZL1104 modules/lnet.json',
    ]);
  });
});

describe('environments', () => {
  const declared = { vlan: { type: 'int', defaultValue: 805 } };
  const net = file('net.json', template([lnet('lnet', "[parameters('vlan')]")], declared));
  const values = (environment: string, vlan: number) =>
    file(`net.parameters.${environment}.json`, parameters({ vlan }));

  test('prod is compared with prod', async () => {
    const base = [net, values('prod', 805), values('test', 905)];
    expect(await found({ files: [net, values('prod', 806), values('test', 905)], base })).toEqual([
      'AZL1104 net.parameters.prod.json:6 in prod lnet',
    ]);
  });

  test('with the values of the template, before there were parameter files', async () => {
    expect(await found({ files: [net, values('prod', 806)], base: [net] })).toEqual([
      'AZL1104 net.parameters.prod.json:6 lnet',
    ]);
  });

  test('a new one has nothing to be compared with', async () => {
    const base = [net, values('prod', 805)];
    expect(await found({ files: [net, values('prod', 805), values('test', 905)], base })).toEqual([]);
  });
});

test('--verbose has what was paired, and what was not', async () => {
  const base = [file('a.yaml', network(805)), file('b.yaml', network(806)), file('x.yaml', network(1, 'x'))];
  const files = [file('c.yaml', network(807)), file('x.yaml', network(1, 'x'))];
  const { pairings, unpaired } = await lint({ files, base });
  expect(pairings).toEqual(['logical network "x" in x.yaml with the one in x.yaml, by name']);
  expect(unpaired).toEqual(['logical network "lnet-prod" in c.yaml: 2 candidates in a.yaml, b.yaml']);
});

test('what the platform reports twice is compared once', async () => {
  const id = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.AzureStackHCI/logicalNetworks/lnet-prod';
  const listed = { id, name: 'lnet-prod', type: 'Microsoft.AzureStackHCI/logicalNetworks', properties: null };
  const properties = lnet('lnet-prod', 805).properties;
  const live = [file('list.json', [listed]), file('show.json', { ...listed, properties })];
  expect(await found({ files: [file('net.yaml', network(806))], live })).toEqual(['AZL1104 net.yaml:12 lnet-prod']);
});
