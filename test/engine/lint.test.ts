import { describe, expect, test } from 'vitest';
import { defineRule, rules } from '../../src/index.ts';
import { lint } from '../support/seed.ts';
import { file, network } from './specs.ts';

const ids = async (...args: Parameters<typeof lint>) => (await lint(...args)).findings.map((finding) => finding.ruleId);

describe('lint', () => {
  const [before, after] = [[file('net.yaml', network(805))], [file('net.yaml', network(806))]];

  test('compares with the base, at the value that changed', async () => {
    const { findings } = await lint({ files: after, base: before });
    expect(findings).toMatchObject([
      {
        ruleId: 'AZL1104',
        region: { path: 'net.yaml', start: { line: 12, column: 15 }, end: { line: 12, column: 18 } },
      },
    ]);
  });

  test('a file that moved pairs by resource, not by path', async () => {
    expect(await ids({ files: [file('moved/other.yaml', network(806))], base: before })).toEqual(['AZL1104']);
  });

  test('another name is another resource, not a change', async () => {
    expect(await ids({ files: [file('net.yaml', network(806, 'lnet-new'))], base: before })).toEqual([]);
  });

  test('severity by id, by name, by path, and off', async () => {
    const severity = async (options: Parameters<typeof lint>[1]) =>
      (await lint({ files: after, base: before }, options)).findings.map((finding) => finding.severity);
    expect(await severity({ severities: { AZL1104: 'note' } })).toEqual(['note']);
    expect(await severity({ severities: { 'logical-network-vlan-changed': 'warning' } })).toEqual(['warning']);
    expect(await severity({ severities: { AZL1104: 'off' } })).toEqual([]);
    const lab = { matches: (path: string) => path.startsWith('lab/'), severities: { AZL1104: 'off' as const } };
    expect(await severity({ overrides: [lab] })).toEqual(['error']);
    expect(await severity({ overrides: [{ ...lab, matches: () => true }] })).toEqual([]);
  });

  test('an empty run says that nothing was checked, and a partly empty one does not', async () => {
    const other = file('package.json', '{ "name": "x" }');
    expect(await ids({ files: [other] })).toEqual(['AZL8003']);
    expect(await ids({ files: [other, ...after] })).toEqual([]);
  });

  test('what is never closed has no wrong shape, too; what is closed has', async () => {
    expect(await ids({ files: [file('net.yaml', network('[12'))] })).toEqual(['AZL8001']);
    expect(await ids({ files: [file('net.yaml', network('[12]'))] })).toEqual(['AZL8002']);
    const elsewhere = network('[12]').replace('location: eastus', 'location: "eastus" x');
    expect(await ids({ files: [file('net.yaml', elsewhere)] })).toEqual(['AZL8001', 'AZL8002']);
  });

  test('a rule that throws is a finding and a failure, and the others still run', async () => {
    const broken = defineRule({
      ...(rules[0] as (typeof rules)[number]),
      id: 'AZL9001',
      name: 'always-throws',
      types: ['Microsoft.AzureStackHCI/logicalNetworks'],
      resource() {
        throw new Error('out of luck');
      },
    });
    const report = await lint({ files: after, base: before }, { rules: [broken] });
    expect(report.findings.map((finding) => finding.ruleId)).toEqual(['AZL8005', 'AZL1104']);
    expect(report.failures).toMatchObject([{ ruleId: 'AZL9001', path: 'net.yaml' }]);
  });

  test('the report does not depend on the order of files', async () => {
    const files = [
      file('a.yaml', network(806)),
      file('b.yaml', network(807, 'lnet-b')),
      file('c.yaml', 'nothing: here'),
    ];
    const base = [file('a.yaml', network(805)), file('b.yaml', network(805, 'lnet-b'))];
    const { findings, files: outcomes } = await lint({ files, base });
    const reversed = await lint({ files: [...files].reverse(), base: [...base].reverse() });
    expect(reversed.findings).toEqual(findings);
    expect(reversed.files).toEqual(outcomes);
    expect(findings.length).toBe(2);
  });

  test('the rest of a broken file is still checked', async () => {
    const broken = network(806).replace('location: eastus', 'location: "eastus"\nlocation: westus');
    expect(await ids({ files: [file('net.yaml', broken)], base: before })).toEqual(['AZL8001', 'AZL1104']);
  });

  test('fingerprints survive moved lines', async () => {
    const [one] = (await lint({ files: after, base: before })).findings;
    const [two] = (await lint({ files: [file('net.yaml', `# a comment\n\n${network(806)}`)], base: before })).findings;
    expect(two?.fingerprint).toBe(one?.fingerprint);
    expect(two?.region.start.line).toBe(14);
  });

  test('several parameter files are several deployments, and one finding names those it is in', async () => {
    const template = file(
      'net.json',
      JSON.stringify({
        $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
        contentVersion: '1.0.0.0',
        parameters: { dns: { type: 'string' } },
        resources: [
          {
            type: 'Microsoft.AzureStackHCI/logicalNetworks',
            apiVersion: '2025-09-01-preview',
            name: 'lnet',
            location: 'eastus',
            properties: { dhcpOptions: { dnsServers: ['2001:db8::1', "[parameters('dns')]"] } },
          },
        ],
      }),
    );
    const parameters = (environment: string, dns: string) =>
      file(
        `net.parameters.${environment}.json`,
        JSON.stringify({
          $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
          contentVersion: '1.0.0.0',
          parameters: { dns: { value: dns } },
        }),
      );
    const { findings } = await lint({
      files: [template, parameters('prod', '2001:db8::2'), parameters('test', '10.0.0.4')],
    });
    expect(findings).toMatchObject([
      { ruleId: 'AZL1001', region: { path: 'net.json' }, environments: ['prod', 'test'] },
      { ruleId: 'AZL1001', region: { path: 'net.parameters.prod.json' }, environments: ['prod'] },
    ]);
  });
});
