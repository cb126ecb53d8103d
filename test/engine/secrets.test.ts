import { expect, test } from 'vitest';
import { SourceFile } from '../../src/index.ts';
import { reporters } from '../../src/reporters/index.ts';
import { lint } from '../support/seed.ts';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01';
const canaries = [
  'canary-given',
  'canary-default',
  'canary-object',
  'canary-nested',
  'canary-yaml',
  'canary-proxy',
  'canary-extension',
];

/** Findings on the very lines that hold secrets: a code frame would show them. */
const template = `{
  "$schema": "${schema}/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "password": { "type": "secureString" }, "dns": { "type": "string" },
    "other": { "type": "securestring", "defaultValue": "canary-default" }, "more": { "type": "string", "defaultValue": "fd00::2" },
    "settings": { "type": "secureObject" }
  },
  "resources": [
    {
      "type": "Microsoft.AzureStackHCI/networkInterfaces",
      "apiVersion": "2025-09-01-preview",
      "name": "nic-1",
      "location": "eastus",
      "tags": { "leak": "[concat(parameters('password'), parameters('other'), parameters('settings').key)]" },
      "properties": { "dnsSettings": { "dnsServers": ["[parameters('dns')]", "[parameters('more')]"] } }
    },
    {
      "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "inner",
      "properties": {
        "mode": "Incremental", "expressionEvaluationOptions": { "scope": "inner" },
        "parameters": { "password": { "value": "canary-nested" }, "dns": { "value": "fd00::3" } },
        "template": {
          "$schema": "${schema}/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
          "parameters": { "password": { "type": "securestring" }, "dns": { "type": "string" } },
          "resources": [
            {
              "type": "Microsoft.AzureStackHCI/networkInterfaces", "apiVersion": "2025-09-01-preview", "name": "nic-2", "location": "eastus",
              "properties": { "dnsSettings": { "dnsServers": ["[parameters('dns')]"] } }
            }
          ]
        }
      }
    }
  ]
}`;

const parameters = `{
  "$schema": "${schema}/deploymentParameters.json#",
  "parameters": {
    "password": { "value": "canary-given" }, "dns": { "value": "fd00::1" },
    "settings": { "value": { "key": "canary-object" } }, "nobody": { "value": 1 }
  }
}`;

const machine = `type: Microsoft.AzureStackHCI/virtualMachineInstances
apiVersion: 2025-09-01-preview
name: default
properties:
  osProfile: { adminPassword: canary-yaml, adminUsernam: admin }
  httpProxyConfig: { httpProxy: "http://user:canary-proxy@proxy:3128", noProxy: 5 }
---
type: Microsoft.HybridCompute/machines/extensions
name: app-01/join
properties:
  protectedSettings: { passwords: [canary-extension] }
  publisher: [Microsoft.Compute]
`;

const report = await lint({
  files: [
    new SourceFile('nic.json', template),
    new SourceFile('nic.parameters.prod.json', parameters),
    new SourceFile('vm.yaml', machine),
  ],
});

test('the findings stand beside the secrets', () => {
  expect(report.findings.map(({ ruleId, region }) => `${ruleId} ${region.path}:${region.start.line}`)).toEqual([
    'AZL1001 nic.json:6',
    'AZL1001 nic.json:22',
    'AZL1001 nic.parameters.prod.json:4',
    'AZL8006 nic.parameters.prod.json:5',
    'AZL8002 vm.yaml:5',
    'AZL8002 vm.yaml:6',
    'AZL8002 vm.yaml:12',
  ]);
});

test.each(Object.entries(reporters))('no secret is in the %s report', async (_, load) => {
  const reporter = await load();
  const options = {
    colors: false,
    verbose: true,
    quiet: false,
    explainValues: true,
    width: 300,
    version: '1',
    exitCode: 1,
  };
  const text = reporter(report, options);
  expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
});

test('what covers a secret is as long as the secret', async () => {
  const text = await reporters.text();
  const options = { colors: false, verbose: false, quiet: false, width: 300, version: '1', exitCode: 1 };
  expect(text(report, options)).toContain(`"password": { "value": "${'*'.repeat('canary-given'.length)}" }, "dns":`);
});
