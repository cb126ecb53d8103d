import { describe, expect, test } from 'vitest';
import { lint, SourceFile } from '../../src/index.ts';

const file = (path: string, text: string) => new SourceFile(path, text);

const internal = (settings: string) =>
  `type: Microsoft.ManagedNetworkFabric/l3IsolationDomains/internalNetworks\napiVersion: 2025-07-15\nname: york/app\nproperties:\n  vlanId: 805\n${settings}`;

const logicalNetwork = file(
  'lnet.yaml',
  'type: Microsoft.AzureStackHCI/logicalNetworks\napiVersion: 2025-09-01-preview\nname: lnet-app\nlocation: eastus\n',
);

const weights = async (files: readonly SourceFile[], rule: string) =>
  (await lint({ files }, { preset: 'strict' })).findings
    .filter(({ ruleId }) => ruleId === rule)
    .map(({ severity, confidence }) => `${severity} ${confidence}`);

describe('how sure a limitation of multi-rack deployments is', () => {
  const fabric = file('fabric.yaml', internal('  mtu: 9100\n'));

  test('certain when something of Azure Local is in the run', async () => {
    expect(await weights([fabric, logicalNetwork], 'AZL7505')).toEqual(['error certain']);
    const script = file('disk.sh', 'az stack-hci-vm disk list -g rg-york\n');
    expect(await weights([fabric, script], 'AZL7505')).toEqual(['error certain']);
  });

  test('possible for a fabric alone, which may be that of Azure Operator Nexus', async () => {
    expect(await weights([fabric], 'AZL7505')).toEqual(['warning possible']);
  });

  test('certain for a fabric alone when its interface refuses the value, too', async () => {
    expect(await weights([file('fabric.yaml', internal('  mtu: 9201\n'))], 'AZL7505')).toEqual(['error certain']);
    expect(await weights([file('fabric.yaml', internal('  mtu: 63\n'))], 'AZL7505')).toEqual(['error certain']);
  });

  test('possible for what is an example only', async () => {
    const small = file('fabric.yaml', internal('  mtu: 1400\n'));
    expect(await weights([small, logicalNetwork], 'AZL7505')).toEqual(['warning possible']);
  });
});

describe('an isolation domain that is enabled too early', () => {
  const create = 'az networkfabric l3domain create -g rg --resource-name york --location eastus --nf-id "$FABRIC"\n';
  const enable = 'az networkfabric l3domain update-admin-state -g rg --resource-name york --state Enable\n';
  const network =
    'az networkfabric internalnetwork create -g rg --l3domain york --resource-name app --vlan-id 805 --mtu 1500\n';

  test('is an error when the first internal network comes later', async () => {
    expect(await weights([file('a.sh', create + enable + network)], 'AZL7506')).toEqual(['error certain']);
  });

  test('is possible when none comes, and none when another file has one', async () => {
    const script = file('a.sh', create + enable);
    expect(await weights([script], 'AZL7506')).toEqual(['warning possible']);
    expect(await weights([script, file('fabric.yaml', internal(''))], 'AZL7506')).toEqual([]);
    const other = file('fabric.yaml', internal('').replace('york/app', 'leeds/app'));
    expect(await weights([script, other], 'AZL7506')).toEqual(['warning possible']);
  });

  test('takes the place of the external network without an internal one', async () => {
    const external = 'az networkfabric externalnetwork create -g rg --l3domain york --resource-name out\n';
    expect(await weights([file('a.sh', create + external)], 'AZL7507')).toEqual(['warning possible']);
    expect(await weights([file('a.sh', create + external + enable)], 'AZL7507')).toEqual([]);
  });
});
