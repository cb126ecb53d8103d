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
