import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/index.ts';
import { text } from '../../src/reporters/text.ts';
import { lint } from '../support/seed.ts';

const options = { colors: false, verbose: false, quiet: false, version: '0.0.0', exitCode: 1 };

const networks = (count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `type: Microsoft.AzureStackHCI/networkInterfaces\nname: nic-${index}\nlocation: eastus\nproperties:\n  dnsSettings:\n    dnsServers: ["fd00::${index}"]\n`,
  ).join('---\n');

const reported = async (count: number, verbose = false) => {
  const report = await lint({ files: [new SourceFile('a.yaml', networks(count))] }, { preset: 'seed' });
  expect(report.findings.length).toBe(count);
  return text(report, { ...options, verbose });
};

describe('many mistakes of one kind in one file', () => {
  test('are shown a few times and then counted, with their lines', async () => {
    const said = await reported(20);
    expect(said.match(/AZL1001 ipv6-address/g)).toHaveLength(4);
    expect(said).toContain('17 more of these, in lines 27, 34, 41,');
    expect(said).toContain('20 errors');
  });

  test('four are no crowd, and --verbose shows all', async () => {
    expect((await reported(4)).match(/AZL1001 ipv6-address/g)).toHaveLength(4);
    expect((await reported(5)).match(/more of these/g)).toHaveLength(1);
    expect((await reported(20, true)).match(/AZL1001 ipv6-address/g)).toHaveLength(20);
  });
});

describe('one cause is one finding', () => {
  const template = (resource: object, parameters: object) =>
    JSON.stringify({
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      parameters,
      resources: [
        {
          type: 'Microsoft.AzureStackHCI/networkInterfaces',
          apiVersion: '2025-09-01-preview',
          location: 'eastus',
          ...resource,
        },
      ],
    });
  const findingsOf = async (text: string) =>
    (await lint({ files: [new SourceFile('a.json', text)] }, { preset: 'seed' })).findings;

  test('a value that many copies share', async () => {
    const findings = await findingsOf(
      template(
        {
          name: "[format('nic-{0}', copyIndex())]",
          copy: { name: 'nics', count: 8 },
          properties: { dnsSettings: { dnsServers: ["[parameters('server')]", '10.0.0.1'] } },
        },
        { server: { type: 'string', defaultValue: 'fd00::53' } },
      ),
    );
    expect(findings.map(({ message }) => message)).toEqual([
      'dnsServers "fd00::53" of network interface "nic-0" is IPv6, but Azure Local VMs and networks support IPv4 only. Use an IPv4 address such as "10.0.0.10". The same holds for "nic-1", "nic-2", "nic-3", "nic-4" and 3 more.',
    ]);
  });

  test('two values of one resource stay two', async () => {
    const findings = await findingsOf(
      template({ name: 'nic', properties: { dnsSettings: { dnsServers: ['fd00::53', 'fd00::54'] } } }, {}),
    );
    expect(findings.length).toBe(2);
  });
});
