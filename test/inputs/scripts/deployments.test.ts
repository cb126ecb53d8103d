import { expect, test } from 'vitest';
import { lint, SourceFile } from '../../../src/index.ts';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01';

const template = `{
  "$schema": "${schema}/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
  "parameters": { "dns": { "type": "string" } },
  "resources": [
    { "type": "Microsoft.AzureStackHCI/networkInterfaces", "apiVersion": "2025-09-01-preview", "name": "nic", "location": "eastus",
      "properties": { "dnsSettings": { "dnsServers": ["[parameters('dns')]"] } } }
  ]
}`;

const values = (dns: string) =>
  `{ "$schema": "${schema}/deploymentParameters.json#", "contentVersion": "1.0.0.0", "parameters": { "dns": { "value": "${dns}" } } }`;

const files = (scripts: Readonly<Record<string, string>>, parameters = 'values/site.json') =>
  [...Object.entries({ 'vm/nic.json': template, [parameters]: values('fd00::1'), ...scripts })].map(
    ([path, text]) => new SourceFile(path, text),
  );

const findings = async (input: readonly SourceFile[], base?: readonly SourceFile[]) =>
  (await lint({ files: input, ...(base ? { base } : {}) })).findings.map(
    ({ ruleId, region, environments }) => `${ruleId} ${region.path}${environments.map((name) => ` ${name}`).join('')}`,
  );

const create = 'az deployment group create';

test('by itself nobody knows which values a template gets', async () => {
  expect(await findings(files({}))).toEqual([]);
});

test.each([
  ['bash, from the root', 'deploy.sh', `${create} -g rg --template-file vm/nic.json --parameters @values/site.json`],
  ['bash, beside the script', 'ci/deploy.sh', `${create} -g rg -f ../vm/nic.json -p ../values/site.json`],
  ['a variable', 'deploy.sh', `t=vm/nic.json\n${create} -g rg --template-file "$t" --parameters values/site.json`],
  [
    'PowerShell',
    'deploy.ps1',
    'New-AzResourceGroupDeployment -ResourceGroupName rg -TemplateFile vm/nic.json -TemplateParameterFile values\\\\site.json',
  ],
  ['a subscription', 'deploy.sh', 'az deployment sub create -l eastus -f vm/nic.json -p values/site.json'],
  [
    'a subscription, PowerShell',
    'deploy.ps1',
    'New-AzDeployment -Location eastus -TemplateFile vm/nic.json -TemplateParameterFile values/site.json',
  ],
  [
    'a subscription, by its other name',
    'deploy.ps1',
    'New-AzSubscriptionDeployment -Location eastus -TemplateFile vm/nic.json -TemplateParameterFile values/site.json',
  ],
  [
    'a workflow',
    '.github/workflows/deploy.yml',
    `on: push\njobs:\n  a:\n    steps:\n      - run: ${create} -g rg --template-file vm/nic.json --parameters values/site.json`,
  ],
])('a script links a template to its values: %s', async (_, path, script) => {
  expect(await findings(files({ [path]: script.replaceAll('\\n', '\n').replaceAll('\\\\', '\\') }))).toEqual([
    'AZL1001 values/site.json',
  ]);
});

test.each([
  ['values that are not there', `${create} -g rg --template-file vm/nic.json --parameters other.json`],
  ['values by name', `${create} -g rg --template-file vm/nic.json --parameters dns=fd00::1`],
  ['an unknown template', `${create} -g rg --template-file "$1" --parameters values/site.json`],
  ['a comment', `# ${create} -g rg --template-file vm/nic.json --parameters values/site.json`],
  ['another template', `${create} -g rg --template-file vm/other.json --parameters values/site.json`],
])('and does not for %s', async (_, script) => {
  expect(await findings(files({ 'deploy.sh': script }))).toEqual([]);
});

test('the resource group that a script names is the one of the deployment: another one is a move', async () => {
  const deployed = (group: string) =>
    files(
      { 'deploy.sh': `${create} -g ${group} --template-file vm/nic.json --parameters vm/nic.parameters.json` },
      'vm/nic.parameters.json',
    );
  expect(await findings(deployed('rg-b'), deployed('rg-a'))).toEqual([
    'AZL5001 vm/nic.json',
    'AZL1001 vm/nic.parameters.json',
  ]);
  expect(await findings(deployed('rg-a'), deployed('rg-a'))).toEqual(['AZL1001 vm/nic.parameters.json']);
});
