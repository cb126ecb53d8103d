import { expect, test } from 'vitest';
import { SourceFile } from '../../src/index.ts';
import { lint } from '../support/seed.ts';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01';

const linked = `{
  "$schema": "${schema}/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "prefix": { "type": "string" } },
  "resources": [
    {
      "type": "Microsoft.AzureStackHCI/logicalNetworks",
      "apiVersion": "2025-09-01-preview",
      "name": "lnet-app",
      "location": "eastus",
      "properties": { "subnets": [{ "properties": { "addressPrefix": "[parameters('prefix')]", "vlan": 5 } }] }
    }
  ]
}`;

const caller = (link: string) => `{
  "$schema": "${schema}/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Resources/deployments",
      "apiVersion": "2022-09-01",
      "name": "network",
      "properties": {
        "mode": "Incremental",
        "templateLink": { ${link} },
        "parameters": { "prefix": { "value": "fd00::/64" } }
      }
    },
    { "type": "Microsoft.AzureStackHCI/networkInterfaces", "apiVersion": "2025-09-01-preview", "name": "n", "location": "eastus" }
  ]
}`;

const files = (link: string, path = 'networks/inner.json') => [
  new SourceFile('main.json', caller(link)),
  new SourceFile(path, linked),
];

test('a linked template is checked with the values that its caller gives, and stands for nothing by itself', async () => {
  const report = await lint({ files: files('"relativePath": "networks/inner.json"') });
  expect(report.findings.map(({ ruleId, region }) => `${ruleId} ${region.path}:${region.start.line}`)).toEqual([
    'AZL1001 main.json:12',
  ]);
  expect(report.findings[0]?.related).toMatchObject([
    { region: { path: 'networks/inner.json' }, message: 'used here' },
  ]);
  expect(report.files).toMatchObject([
    { path: 'main.json', outcome: 'checked', reason: '2 resources' },
    { path: 'networks/inner.json', outcome: 'checked', reason: 'deployed by main.json' },
  ]);
});

test('one that is linked by the address that its caller will have', async () => {
  const uri = `"uri": "[uri(deployment().properties.templateLink.uri, 'networks/inner.json')]"`;
  expect((await lint({ files: files(uri) })).findings).toHaveLength(1);
});

test('one that is not among the files is read by whoever can', async () => {
  const [main] = files('"relativePath": "networks/inner.json"');
  const asked: string[] = [];
  const readLinked = (path: string) => {
    asked.push(path);
    return new SourceFile(path, linked);
  };
  const report = await lint({ files: main ? [main] : [], readLinked });
  expect(report.findings).toHaveLength(1);
  expect(asked).toEqual(['networks/inner.json']);
});

test.each([
  ['outside the repository', '"relativePath": "../networks/inner.json"', 'it is not in this repository'],
  ['absolute', '"relativePath": "/networks/inner.json"', 'it is not in this repository'],
  ['on the network', '"uri": "https://contoso.example/networks/inner.json"', 'it is not in this repository'],
  ['missing', '"relativePath": "networks/other.json"', 'there is no template at networks/other.json'],
])('one that is %s is not read, and that is said once', async (_, link, reason) => {
  const report = await lint({ files: files(link) });
  expect(report.findings).toEqual([]);
  expect(report.files[0]?.reason).toBe(`1 resource; linked template of line 5 not read: ${reason}`);
});

test('one that is deployed by itself, too, is checked with its own values as well', async () => {
  const values = `{ "$schema": "${schema}/deploymentParameters.json#", "parameters": { "prefix": { "value": "fd01::/64" } } }`;
  const report = await lint({
    files: [
      ...files('"relativePath": "networks/inner.json"'),
      new SourceFile('networks/inner.parameters.json', values),
    ],
  });
  expect(report.findings.map(({ region }) => region.path)).toEqual(['main.json', 'networks/inner.parameters.json']);
});
