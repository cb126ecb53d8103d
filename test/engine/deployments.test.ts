import { describe, expect, test } from 'vitest';
import type { LintInput, LintOptions } from '../../src/index.ts';
import { lint } from '../support/seed.ts';
import { file, network, parameters, shown, template } from './specs.ts';

const found = async (input: LintInput, options?: LintOptions) => (await lint(input, options)).findings.map(shown);
const outcomes = async (input: LintInput, options?: LintOptions) =>
  Object.fromEntries(
    (await lint(input, options)).files.map(({ path, outcome, reason }) => [path, `${outcome}: ${reason}`]),
  );

const dns = (...servers: string[]) => ({ dhcpOptions: { dnsServers: servers } });
const vlan = (value: unknown) => ({ subnets: [{ name: 'default', properties: { vlan: value } }] });
const string = { type: 'string' };
const int = { type: 'int' };

describe('several parameter files of a template are several deployments', () => {
  const net = file('net.json', template(dns('2001:db8::1', "[parameters('dns')]"), { dns: string }));
  const values = (environment: string, address: string) =>
    file(`net.parameters.${environment}.json`, parameters({ dns: address }));

  test('what is wrong in some of them names those', async () => {
    const files = [net, values('dev', '2001:db8::2'), values('prod', '2001:db8::2'), values('test', '10.0.0.4')];
    expect(await found({ files })).toEqual([
      'AZL1001 net.json:18 in dev, prod, test',
      'AZL1001 net.parameters.dev.json:6 in dev',
      'AZL1001 net.parameters.prod.json:6 in prod',
    ]);
  });

  test('one deployment needs no name', async () => {
    expect(await found({ files: [net, values('prod', '10.0.0.4')] })).toEqual(['AZL1001 net.json:18']);
  });

  test('the parameter file without a word of its own is the default', async () => {
    const plain = file('net.parameters.json', parameters({ dns: '2001:db8::3' }));
    expect(await found({ files: [net, plain, values('prod', '10.0.0.4')] })).toEqual([
      'AZL1001 net.json:18 in default, prod',
      'AZL1001 net.parameters.json:6 in default',
    ]);
  });

  test('a merged finding keeps the related places of each', async () => {
    const head = file('net.json', template(vlan(806)));
    const base = file('net.json', template(vlan("[parameters('vlan')]"), { vlan: int }));
    const old = (environment: string) => file(`net.parameters.${environment}.json`, parameters({ vlan: 805 }));
    const now = (environment: string) => file(`net.parameters.${environment}.json`, parameters({}));
    const { findings } = await lint({ files: [head, now('a'), now('b')], base: [base, old('a'), old('b')] });
    expect(findings.map(shown)).toEqual(['AZL1104 net.json:16 in a, b']);
    expect(findings[0]?.related.map(({ region, inBase }) => `${region.path} ${inBase}`)).toEqual([
      'net.parameters.a.json true',
      'net.parameters.b.json true',
    ]);
  });

  test('a merged finding has an id only when the deployments share it', async () => {
    const nested = {
      ...template({}, { group: string }),
      resources: [
        {
          type: 'Microsoft.Resources/deployments',
          apiVersion: '2022-09-01',
          name: 'inner',
          subscriptionId: '00000000-0000-0000-0000-000000000000',
          resourceGroup: "[parameters('group')]",
          properties: { mode: 'Incremental', template: template(dns('::1')) },
        },
      ],
    };
    const resourceIn = async (...groups: string[]) => {
      const values = groups.map((group, index) => file(`net.parameters.${index}.json`, parameters({ group })));
      const { findings } = await lint({ files: [file('net.json', nested), ...values] });
      expect(findings).toHaveLength(1);
      return findings[0]?.resource;
    };
    const { id, ...others } = (await resourceIn('rg-a', 'rg-a')) ?? {};
    expect(id).toMatch(/rg-a.*lnet$/);
    expect(await resourceIn('rg-a', 'rg-b')).toEqual(others);
  });
});

describe('which parameter files belong to a template', () => {
  const net = file('net/net.json', template(vlan("[parameters('vlan')]"), { vlan: int }));
  const values = (path: string, value: number) => file(path, parameters({ vlan: value }));
  const prod = values('environments/prod/net.json', 806);
  const test_ = values('environments/test/net.json', 807);
  const parameterPairs = [
    { template: (path: string) => path === 'net/net.json', parameters: (path: string) => /^environments\//.test(path) },
  ];

  test('the configuration pairs files whose names say nothing; their paths tell them apart', async () => {
    const base = [net, values('environments/prod/net.json', 805), values('environments/test/net.json', 807)];
    expect(await found({ files: [net, prod, test_], base }, { parameterPairs })).toEqual([
      'AZL1104 environments/prod/net.json:6 in prod',
    ]);
    expect(await outcomes({ files: [net, prod] }, { parameterPairs })).toEqual({
      'environments/prod/net.json': 'checked: values for its template',
      'net/net.json': 'checked: 1 resource',
    });
  });

  test('named files apply to every template, and are files of the run', async () => {
    const input = { files: [net], parameters: [prod, test_], base: [net, values('environments/prod/net.json', 805)] };
    expect(Object.keys(await outcomes(input))).toEqual([
      'environments/prod/net.json',
      'environments/test/net.json',
      'net/net.json',
    ]);
  });

  test('the base is deployed with its own version of a named file', async () => {
    const base = [net, values('environments/prod/net.json', 805)];
    expect(await found({ files: [net], parameters: [prod], base })).toEqual(['AZL1104 environments/prod/net.json:6']);
  });

  test('a named file that is among the files counts once', async () => {
    expect(Object.keys(await outcomes({ files: [net, prod], parameters: [prod] }))).toHaveLength(2);
  });

  test('a parameter file that pairs with nothing says so', async () => {
    const lonely = values('other.parameters.json', 1);
    expect((await outcomes({ files: [net, lonely] }))['other.parameters.json']).toMatch(/^skipped: parameter file/);
  });
});

describe('live state', () => {
  const live = file('live.json', [
    {
      type: 'microsoft.azurestackhci/logicalnetworks',
      id: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.AzureStackHCI/logicalNetworks/lnet-prod',
      name: 'lnet-prod',
      properties: { subnets: [{ properties: { vlan: 805 } }] },
    },
  ]);
  const spec = file('net.yaml', network(806).replace('resourceGroup', 'subscription: s\nresourceGroup'));

  test('is a base for what the base does not know', async () => {
    expect(await found({ files: [spec], live: [live] })).toEqual(['AZL1104 net.yaml:13']);
    expect(await found({ files: [spec], base: [spec], live: [live] })).toEqual([]);
  });

  test('is no spec when it stands among the files', async () => {
    expect(await found({ files: [live, spec], live: [live] })).toEqual(['AZL1104 net.yaml:13']);
    expect(Object.keys(await outcomes({ files: [live, spec], live: [live] }))).toEqual(['net.yaml']);
  });
});
