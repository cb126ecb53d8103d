import { describe, expect, test } from 'vitest';
import type { LintInput } from '../../src/index.ts';
import { file, network, shown } from '../engine/specs.ts';
import { lint } from '../support/seed.ts';

const type = 'Microsoft.AzureStackHCI/logicalNetworks';
const id = `/subscriptions/s/resourceGroups/rg/providers/${type}/lnet-prod`;
const subnets = [{ name: 'default', properties: { addressPrefix: '10.1.2.0/24', vlan: 805, ipPools: null } }];
const properties = { subnets, provisioningState: 'Succeeded' };
const resource = { id, name: 'lnet-prod', type, properties };
const graph = { id: id.toLowerCase(), name: 'lnet-prod', type: type.toLowerCase(), resourceGroup: 'rg', properties };

const exported = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters: { logicalNetworks_lnet_prod_name: { defaultValue: 'lnet-prod', type: 'String' } },
  resources: [
    {
      type,
      apiVersion: '2025-09-01-preview',
      name: "[parameters('logicalNetworks_lnet_prod_name')]",
      location: 'eastus',
      properties: { subnets },
    },
  ],
};

const forms: [string, unknown][] = [
  ['az … show', resource],
  ['az … list', [resource]],
  ['az resource show --ids, several', [{ ...resource, kind: null, managedBy: null, plan: null, sku: null, tags: {} }]],
  ['az rest, a list', { value: [resource], nextLink: null }],
  ['az graph query', { count: 1, data: [graph], skip_token: null, total_records: 1 }],
  ['Resource Graph over REST', { totalRecords: 1, count: 1, resultTruncated: 'false', data: [graph] }],
  [
    'Resource Graph over REST, as a table',
    {
      totalRecords: 1,
      count: 1,
      data: {
        columns: Object.keys(graph).map((name) => ({ name, type: 'string' })),
        rows: [Object.values(graph)],
      },
    },
  ],
  ['az group export', exported],
  ['az deployment group export, over REST', { template: exported }],
];

const findings = async (input: LintInput) =>
  (await lint(input)).findings.map((finding) => `${shown(finding)}: ${finding.message.split('. ')[0]}`);

describe('a deployed network is compared with', () => {
  test.each(forms)('%s', async (_, live) => {
    const input = { files: [file('net.yaml', network(806))], live: [file('live.json', live)] };
    expect(await findings(input)).toEqual([
      'AZL1104 net.yaml:12: VLAN "806" of logical network "lnet-prod" is changed; the live state has "805"',
    ]);
  });

  test.each(forms)('%s, as a base', async (_, base) => {
    const input = { files: [file('net.yaml', network(806))], base: [file('base.json', base)] };
    expect((await lint(input)).findings.map(shown)).toEqual(['AZL1104 net.yaml:12']);
  });
});

describe('answers that come in pages', () => {
  const page = (name: string, more: object) => ({ data: [{ ...graph, id: `${graph.id}-${name}`, name }], ...more });
  const list = (nextLink: string | null) => ({ value: [resource], nextLink });
  const said = async (...pages: unknown[]) =>
    (
      await lint({
        files: [file('net.yaml', network(805))],
        live: pages.map((one, index) => file(`page${index + 1}.json`, one)),
      })
    ).failures.map(({ path, message }) => `${path}: ${message}`);

  test('by the Azure CLI', async () => {
    const [first, last] = [
      page('a', { count: 1, total_records: 2, skip_token: 'x' }),
      page('b', { count: 1, total_records: 2, skip_token: null }),
    ];
    expect(await said(first, last)).toEqual([]);
    expect(await said(first)).toEqual([
      'page1.json: The answer has 1 of 2 resources: ask for the other pages with --skip-token, and give each file with --live.',
    ]);
  });

  test('over REST, cut short without a token', async () => {
    expect(await said(page('a', { totalRecords: 3, count: 1, resultTruncated: 'true' }))).toHaveLength(1);
    const table = { columns: [{ name: 'type' }, { name: 'name' }], rows: [[graph.type, 'a']] };
    expect(await said({ totalRecords: 1, count: 1, data: table })).toEqual([]);
    expect(await said({ totalRecords: 2, count: 1, data: table })).toHaveLength(1);
  });

  test('a REST list', async () => {
    expect(await said(list('https://management.azure.com/next'), list(null))).toEqual([]);
    expect(await said(list('https://management.azure.com/next'))).toEqual([
      'page1.json: The list goes on at its nextLink: ask for that too, and give each file with --live.',
    ]);
  });
});

test.each<[string, unknown]>([
  ['az … list', []],
  ['az graph query', { count: 0, data: [], skip_token: null, total_records: 0 }],
  ['az rest', { value: [] }],
])('an empty answer of %s says that nothing is deployed', async (_, live) => {
  const { failures } = await lint({ files: [file('net.yaml', network(806))], live: [file('live.json', live)] });
  expect(failures).toEqual([]);
});

describe('what is not told is not removed', () => {
  const vm = `type: Microsoft.AzureStackHCI/virtualMachineInstances
apiVersion: 2025-09-01-preview
name: default
scope: Microsoft.HybridCompute/machines/app-01
resourceGroup: rg
properties:
  hardwareProfile: { processors: 4, memoryMB: 8192 }
  networkProfile: { networkInterfaces: [{ id: "/subscriptions/s/resourceGroups/rg/providers/Microsoft.AzureStackHCI/networkInterfaces/nic" }] }
  osProfile: { windowsConfiguration: { provisionVMAgent: true } }
`;
  const machine = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.HybridCompute/machines/app-01';
  const instance = (body: unknown) => ({
    id: `${machine}/providers/Microsoft.AzureStackHCI/virtualMachineInstances/default`,
    name: 'default',
    type: 'Microsoft.AzureStackHCI/virtualMachineInstances',
    properties: body,
  });
  const against = (live: unknown) => findings({ files: [file('vm.yaml', vm)], live: [file('live.json', live)] });

  test('az resource list has no properties', async () => {
    expect(await against([instance(null)])).toEqual([]);
  });

  test('properties that are null or missing', async () => {
    expect(await against(instance({ hardwareProfile: { processors: null }, networkProfile: {} }))).toEqual([]);
  });

  test('names in the case of the CLI', async () => {
    const live = {
      hardwareProfile: { processors: 4, memoryMb: 4096 },
      osProfile: { windowsConfiguration: { provisionVmAgent: false } },
      status: { powerState: 'Running' },
    };
    expect(await against(instance(live))).toEqual([
      'AZL3003 vm.yaml:7: memoryMB of virtual machine "app-01" is "8192"; the live state has "4096"',
      'AZL3001 vm.yaml:9: guest management of virtual machine "app-01" is on; the live state has it off',
    ]);
  });
});
