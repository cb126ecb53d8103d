import { describe, expect, test } from 'vitest';
import { lint, SourceFile } from '../../../src/index.ts';
import { readScriptFile } from '../../../src/inputs/scripts/index.ts';

const operations = async (text: string, path = 'a.ps1') => {
  const read = await readScriptFile(new SourceFile(path, text), path.endsWith('.ps1') ? 'powershell' : 'bash');
  return read.operations.map(({ verb, subject }) => (verb === 'hyper-v' ? `hyper-v: ${subject}` : verb));
};

describe('tools that have other uses count in scripts that deal with Azure Local', () => {
  test.each([
    ['a command of the Azure CLI', 'az stack-hci-vm show -n a'],
    ['a cmdlet', 'Update-AzStackHCIVMVirtualMachine -Name a'],
    [
      'an id',
      '$r = Get-AzResource -ResourceId "/subscriptions/$s/providers/Microsoft.AzureStackHCI/virtualHardDisks/d"',
    ],
    ['a wrapper', "Invoke-Az -Arguments @('stack-hci-vm', 'list')"],
  ])('%s', async (_, line) => {
    const tools = [
      'Get-VM a',
      'Hyper-V\\Checkpoint-VM -Name a',
      'Move-ClusterVirtualMachineRole -Name a',
      'az ssh arc',
    ];
    const found = await operations([...tools, line].join('\n'));
    expect(found).toEqual(
      expect.arrayContaining([
        'hyper-v: Get-VM',
        'hyper-v: Hyper-V\\Checkpoint-VM',
        'hyper-v: Move-ClusterVirtualMachineRole',
        'ssh arc',
      ]),
    );
  });

  test.each([
    ['alone', 'Get-VM a\nNew-VMSwitch -Name s\naz extension add --name ssh\naz ssh arc -n a'],
    ['beside a cluster', 'Get-Cluster\nGet-AzResource -ResourceId /x/Microsoft.AzureStackHCI/clusters/c'],
  ])('and not %s', async (_, text) => {
    expect(await operations(text)).toEqual([]);
  });

  test.each(['Get-VMReady a', 'New-VHD -Path d.vhdx', 'Get-VMware a', 'Convert-VM a'])(
    '%s is no such tool',
    async (line) => {
      expect(await operations(`az stack-hci-vm show -n a\n${line}`)).toEqual(['stack-hci-vm show']);
    },
  );

  test('a VM that Hyper-V stops is off', async () => {
    const attach = 'Add-AzStackHCIVMVirtualMachineDataDisk -Name a -DataDiskName d';
    const rules = async (text: string) =>
      (await lint({ files: [new SourceFile('a.ps1', text)] })).findings.map(({ ruleId }) => ruleId);
    expect(await rules(attach)).toContain('AZL4001');
    expect(await rules(`Stop-VM -Name a\n${attach}`)).not.toContain('AZL4001');
  });
});

test.each([
  'stack-hci-vm gpu attach',
  'stack-hci-vm gpu detach',
  'stack-hci-vm pause',
  'stack-hci-vm save',
  'stack-hci-vm delete',
  'stack-hci-vm serial-console connect',
  'stack-hci-vm network vnet update',
  'networkfabric l3domain update-admin-state',
  'networkfabric acl create',
])('az %s is an operation', async (verb) => {
  expect(await operations(`az ${verb} -n a`, 'a.sh')).toEqual([verb]);
});

test.each(['extension add --name stack-hci-vm', 'aksarc create -n a', 'arcgateway create -n a'])(
  'az %s is one beside commands for VMs',
  async (command) => {
    const found = await operations(`az ${command}\naz stack-hci-vm list`, 'a.sh');
    expect(found).toEqual([command.replace(/ -.*/, ''), 'stack-hci-vm list']);
  },
);

test.each([
  ['Suspend-AzStackHCIVMVirtualMachine', 'stack-hci-vm pause'],
  ['Save-AzStackHCIVMVirtualMachine', 'stack-hci-vm save'],
  ['Add-AzStackHCIVMVirtualMachineNetworkInterface', 'stack-hci-vm nic add'],
  ['New-AzStackHCIVMImage', 'stack-hci-vm image create'],
  ['Update-AzStackHCIVMVirtualHardDisk', 'stack-hci-vm disk update'],
])('%s is %s', async (cmdlet, verb) => {
  expect(await operations(`${cmdlet} -Name a`)).toEqual([verb]);
});

test('a file with commands of the fabric only is read', async () => {
  const report = await lint({
    files: [new SourceFile('a.sh', 'az networkfabric internalnetwork create -g rg --l3domain d --resource-name a')],
  });
  expect(report.files[0]?.outcome).toBe('checked');
  expect(report.findings).toEqual([]);
});

describe('a list of subnets that an update is given changes what it names', () => {
  const rules = async (json: string) =>
    (
      await lint({
        files: [new SourceFile('a.sh', `az stack-hci-vm network lnet update -g rg -n a --subnets '${json}'`)],
      })
    ).findings.map(({ ruleId }) => ruleId);
  test.each([
    ['{"vlan":1}', 'AZL1104'],
    ['{"addressPrefix":"10.0.0.0/24"}', 'AZL1103'],
    ['{"ipPools":[{"start":"10.0.0.4"}]}', 'AZL1102'],
    ['{"routeTable":{"properties":{"routes":[{"properties":{"addressPrefix":"0.0.0.0/0"}}]}}}', 'AZL1101'],
  ])('%s', async (subnet, rule) => {
    expect(await rules(`[{"properties":${subnet}}]`)).toEqual([rule]);
  });

  test.each(['[{"properties":{"networkSecurityGroup":{"id":"/n"}}}]', '@subnets.json', '[{vlan:1}]', '$x'])(
    'and nothing in %s',
    async (json) => {
      expect(await rules(json)).toEqual([]);
    },
  );
});

test.each([
  'constructor -constructor x',
  '__proto__ -__proto__ x',
  'az constructor --constructor x',
  'az stack-hci-vm create --constructor x --proxy-configuration constructor=x __proto__=x --tags __proto__=x',
  'New-AzStackHCIVMVirtualMachine -constructor x -ToString',
])('what is written as JavaScript names its own is a word like any other: %s', async (line) => {
  for (const path of ['a.sh', 'a.ps1']) {
    const report = await lint({ files: [new SourceFile(path, `${line}\naz stack-hci-vm nic add --vm-name a`)] });
    expect(report.failures).toEqual([]);
    expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(['AZL3002']);
  }
});
