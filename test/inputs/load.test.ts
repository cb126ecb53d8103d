import { describe, expect, test } from 'vitest';
import { loadFiles } from '../../src/inputs/index.ts';
import type { Operation } from '../../src/model/operation.ts';
import { SourceFile } from '../../src/source/source-file.ts';

const besideIt = (template: SourceFile, candidates: readonly SourceFile[]) =>
  candidates
    .filter(({ path }) => path.startsWith(template.path.replace('.json', '.parameters')))
    .map((file) => ({ environment: '', files: [file] }));

/** What became of each file: the types in it, or why it is skipped, with its problems. */
async function load(files: Record<string, unknown>): Promise<Record<string, string>> {
  const wordsOf = (one: Operation) => (one.kind === 'command' ? one.subject : one.type);
  const sources = Object.entries(files).map(
    ([path, content]) => new SourceFile(path, typeof content === 'string' ? content : JSON.stringify(content)),
  );
  const loaded = await loadFiles(sources, besideIt);
  return Object.fromEntries(
    loaded.map(({ file, resources, operations, skipped, problems, shape }) => {
      const types = [...resources.map(({ type }) => type.split('/').at(-1)), ...operations.map(wordsOf)];
      const wrong = [...problems, ...shape].map(({ message }) => ` ! ${message}`);
      return [file.path, `${skipped ?? (types.join(' ') || 'values')}${wrong.join('')}`];
    }),
  );
}

const only = async (path: string, content: unknown) => (await load({ [path]: content }))[path];

const template = (...resources: object[]) => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  resources,
});
const parameters = (values: object) => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
  parameters: values,
});
const resource = (type: string, more: object = {}) => ({ type, apiVersion: '2025-09-01-preview', name: 'a', ...more });
const network = resource('Microsoft.AzureStackHCI/logicalNetworks');
const machine = resource('Microsoft.HybridCompute/machines');
const extension = resource('Microsoft.HybridCompute/machines/extensions', { name: 'a/b' });
const location = resource('Microsoft.ExtendedLocation/customLocations');
const fabric = resource('Microsoft.ManagedNetworkFabric/l3IsolationDomains');
const aks = (network?: string) =>
  resource('Microsoft.HybridContainerService/provisionedClusterInstances', {
    name: 'default',
    properties: {
      cloudProviderProfile: { infraNetworkProfile: network === undefined ? {} : { vnetSubnetIds: [network] } },
    },
  });

describe('whose business a file is', () => {
  const nothing = 'template without Azure Local VM or network resources';
  test.each([
    ['a network', template(network), 'logicalNetworks'],
    [
      'the predecessor of VM instances, which has no description',
      template(resource('Microsoft.AzureStackHCI/virtualMachines')),
      'virtualMachines',
    ],
    ['a network of the fabric', template(fabric), 'l3IsolationDomains'],
    [
      'a layer 2 domain of the fabric',
      template(resource('Microsoft.ManagedNetworkFabric/l2IsolationDomains')),
      nothing,
    ],
    ['an AKS cluster on a logical network', template(aks("[parameters('lnet')]")), 'provisionedClusterInstances'],
    ['an AKS cluster on no logical network', template(aks()), nothing],
    ['an AKS cluster beside a network', template(aks(), network), 'provisionedClusterInstances logicalNetworks'],
    ['a custom location', template(location), 'no Azure Local resource type in it'],
    ['a custom location beside a network', template(location, network), 'customLocations logicalNetworks'],
    ['a server under Arc with an extension', template(machine, extension), nothing],
    [
      'an extension of the Arc machine of a VM',
      template({ ...machine, kind: 'HCI' }, extension),
      'machines extensions',
    ],
    ['a misspelt type', template(resource('Microsoft.AzureStackHCI/logicalNetwork')), 'logicalNetwork'],
    ['a cluster', template(resource('Microsoft.AzureStackHCI/clusters')), nothing],
    ['another service', template(resource('Microsoft.Network/networkInterfaces')), nothing],
    ['a server under Arc', template(machine), nothing],
    ['a server of another platform', template({ ...machine, kind: 'VMware' }), nothing],
    ['the Arc machine of a VM', template({ ...machine, kind: 'HCI' }), 'machines'],
    ['an Arc machine beside a network', template(machine, network), 'machines logicalNetworks'],
    ['an Arc machine beside a cluster', template(machine, resource('Microsoft.AzureStackHCI/clusters')), nothing],
  ])('%s', async (_, content, wanted) => {
    expect(await only('a.json', content)).toBe(wanted);
  });
});

describe('what is skipped quietly', () => {
  const other = 'not a template, resource document or compact spec';
  test.each([
    ['deployment.yaml', 'apiVersion: apps/v1\nkind: Deployment\n', 'no Azure Local resource type in it'],
    ['machine.yaml', 'kind: AzureStackHCIVirtualMachine\nspec: { networkInterfaces: [] }\n', other],
    ['compose.yaml', 'services:\n  web: { image: registry/azurelocal }\n', other],
    ['package.json', { name: 'azurelocal-tools' }, other],
    ['createUiDefinition.json', { handler: 'Microsoft.Azure.CreateUIDef', type: 'virtualMachines' }, other],
    [
      'role.json',
      { type: 'Microsoft.Authorization/roleDefinitions', note: 'Microsoft.AzureStackHCI/*' },
      'resource document without Azure Local VM or network resources',
    ],
    ['broken.yaml', 'steps:\n  virtualMachines: [\n', other],
    [
      'values.yaml',
      'image: {{ .Values.azurelocal }}-tools\n',
      'a template that is not filled in yet: it has {{ }} in it',
    ],
    [
      'chart.yaml',
      '{{- if .Values.on }}\ntype: Microsoft.AzureStackHCI/logicalNetworks\n{{- end }}\n',
      'a template that is not filled in yet: it has {{ }} in it',
    ],
    [
      'cluster.json',
      '{ "resources": [ { "type": "Microsoft.AzureStackHCI/clusters", ',
      'resource document without Azure Local VM or network resources',
    ],
    ['empty.yaml', ' \n', 'empty'],
  ])('%s', async (path, content, wanted) => {
    expect(await only(path, content)).toBe(wanted);
  });
});

describe('what is broken', () => {
  test.each([
    ['a resource', 'a.yaml', 'type: Microsoft.AzureStackHCI/logicalNetworks\n\tname: a\n', / ! a tab is used/],
    ['a compact spec', 'a.yaml', 'logicalNetworks:\n  - name: a\n\t  vlan: 1\n', / ! /],
    [
      'a template of ours',
      'a.json',
      '{ "resources": [ { "type": "Microsoft.AzureStackHCI/logicalNetworks" ',
      / ! this "\{"/,
    ],
    [
      'a compact spec with a word that is none',
      'a.yaml',
      'logicalNetworks:\n  - name: a\n    vlam: 1\n',
      /^logicalNetworks ! "vlam" .* Did you mean "vlan"/,
    ],
    [
      'Terraform of ours',
      'a.tf',
      'resource "azurerm_stack_hci_logical_network" "a" {\n',
      / ! this "\{" is never closed/,
    ],
    [
      'Terraform of a cluster',
      'a.tf',
      'resource "azapi_resource" "a" {\n type = "Microsoft.AzureStackHCI/clusters@1"\n',
      /^Terraform without .* resources$/,
    ],
  ])('%s', async (_, path, content, wanted) => {
    expect(await only(path, content)).toMatch(wanted);
  });
});

describe('parameter files', () => {
  test('count as checked when a checked template takes them, whatever they are called', async () => {
    const named = { 'a.json': template(network), 'a.parameters.json': parameters({ vlan: { value: 1 } }) };
    expect(await load(named)).toEqual({ 'a.json': 'logicalNetworks', 'a.parameters.json': 'values' });
    const found = await load({ 'a.json': template(network), 'a.parameters/prod.json': parameters({}) });
    expect(found['a.parameters/prod.json']).toBe('values');
  });

  test('are skipped when their template is, or is missing', async () => {
    const skipped = 'parameter file that no checked template uses';
    const values = parameters({ logicalNetworks: { value: [] } });
    expect(await load({ 'a.json': template(machine), 'a.parameters.json': values })).toMatchObject({
      'a.parameters.json': skipped,
    });
    expect(await only('parameters.json', values)).toBe(skipped);
  });

  test('that are broken are reported with their template only', async () => {
    const broken = '{ "$schema": "deploymentParameters.json#", "parameters": { ';
    expect((await load({ 'a.json': template(network), 'a.parameters.json': broken }))['a.parameters.json']).toMatch(
      /^values ! /,
    );
    expect(await only('a.parameters.json', broken)).not.toMatch(/!/);
  });
});

test('what is wrong with the values of a template counts only when the template is ours', async () => {
  const problems = async (type: string) => {
    const files = { 'a.json': template(resource(type)), 'a.parameters.json': parameters({ unknown: { value: 1 } }) };
    const sources = Object.entries(files).map(([path, content]) => new SourceFile(path, JSON.stringify(content)));
    return (await loadFiles(sources, besideIt)).flatMap((loaded) => loaded.template).length;
  };
  expect(await problems(network.type)).toBe(1);
  expect(await problems('Microsoft.AzureStackHCI/clusters')).toBe(0);
  expect(await problems('Microsoft.Network/virtualNetworks')).toBe(0);
});

describe('placeholders are unknown, not wrong', () => {
  test.each([
    ['{{ vlan }}', 'of Jinja and Helm, in quotes', '"{{ vlan }}"'],
    ['{{ vlan }}', 'without quotes', '{{ vlan }}'],
    ['\u0024{VLAN}', 'of a shell', '\u0024{VLAN}'],
    ['$(vlan)', 'of a pipeline', '$(vlan)'],
    ['#{vlan}#', 'of a release', '"#{vlan}#"'],
  ])('%s %s', async (text, _, written) => {
    const document = `type: ${network.type}\nname: a\nproperties:\n  subnets:\n    - properties:\n        vlan: ${written}\n`;
    const [loaded] = await loadFiles([new SourceFile('a.yaml', document)], () => []);
    const [vlan] = loaded?.resources[0]?.body.all('properties.subnets[].properties.vlan') ?? [];
    expect(vlan).toMatchObject({ state: 'unknown', reason: `placeholder ${text} is filled in before deployment` });
    expect(await only('b.yaml', `logicalNetworks:\n  - name: a\n    vlan: ${written}\n`)).toBe('logicalNetworks');
  });

  test('a brace, a dollar sign or a hash alone is none', async () => {
    const [loaded] = await loadFiles(
      [new SourceFile('a.yaml', `type: ${network.type}\nname: "a{b} $c #d"\n`)],
      () => [],
    );
    expect(loaded?.resources[0]?.name.string).toBe('a{b} $c #d');
  });
});
