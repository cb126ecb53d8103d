import { expect, test } from 'vitest';
import { SourceFile } from '../../src/index.ts';
import { reporters } from '../../src/reporters/index.ts';
import { lint } from '../support/seed.ts';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01';

const template = `{
  "$schema": "${schema}/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "dns": { "type": "array" }, "secret": { "type": "secureString" } },
  "variables": { "servers": "[concat(parameters('dns'), createArray('10.0.0.1'))]" },
  "resources": [
    {
      "type": "Microsoft.AzureStackHCI/networkInterfaces",
      "apiVersion": "2025-06-01-preview",
      "name": "nic-1",
      "location": "eastus",
      "properties": {
        "dnsSettings": { "dnsServers": "[variables('servers')]" },
        "macAddress": "[parameters('secret')]"
      }
    }
  ]
}`;

const parameters = `{
  "$schema": "${schema}/deploymentParameters.json#",
  "parameters": { "dns": { "value": ["fd00::1"] }, "secret": { "value": "canary-5ecret" } }
}`;

const report = await lint({
  files: [new SourceFile('nic.json', template), new SourceFile('nic.parameters.prod.json', parameters)],
});

test('a value that came a long way tells its way, from its property to where it is written', () => {
  const [finding] = report.findings;
  expect(finding).toMatchObject({
    ruleId: 'AZL1001',
    region: { path: 'nic.parameters.prod.json', start: { line: 3 } },
  });
  expect(finding?.trace.map(({ text, region }) => [text, region && `${region.path}:${region.start.line}`])).toEqual([
    ['dnsServers = "fd00::1"', undefined],
    [`"[variables('servers')]"`, 'nic.json:13'],
    [`"[concat(parameters('dns'), createArray('10.0.0.1'))]"`, 'nic.json:5'],
    ['"fd00::1"', 'nic.parameters.prod.json:3'],
  ]);
});

test('a value that an expression made stands at the expression, and was made from others', async () => {
  const { findings } = await lint({
    files: [
      new SourceFile(
        'nic.json',
        template.replace("variables('servers')", "createArray(concat('fd00::', '2'), first(parameters('dns')))"),
      ),
    ],
    parameters: [new SourceFile('values.json', parameters)],
  });
  const ways = findings.map(({ region, related }) => [region.path, ...related.map(({ message }) => message)]);
  expect(ways).toEqual([['nic.json'], ['values.json', 'used here']]);
});

test('the text report shows it on request', async () => {
  const text = await reporters.text();
  const options = { colors: false, verbose: false, quiet: false, width: 100, version: '1', exitCode: 1 };
  expect(text(report, options)).not.toContain('←');
  expect(text(report, { ...options, explainValues: true })).toContain(
    `    dnsServers = "fd00::1"\n      ← "[variables('servers')]"  nic.json:13:40\n`,
  );
});
