import { describe, expect, test } from 'vitest';
import { defineRule, type LintInput, type LintOptions, type Rule, rules } from '../../src/index.ts';
import { lint } from '../support/seed.ts';
import { file, network, shown, template } from './specs.ts';

const found = async (input: LintInput, options?: LintOptions) => (await lint(input, options)).findings.map(shown);

/** A rule of a user's, made from a built-in one. */
const userRule = (more: Partial<Rule>): Rule =>
  defineRule({ ...(rules[0] as Rule), types: ['Microsoft.AzureStackHCI/*'], ...more });

describe('AZL8001 syntax-error', () => {
  const twice = (text: string) => text.replace('location: eastus', 'location: eastus\nlocation: westus');

  test('the rest of a broken file is still checked', async () => {
    const files = [file('net.yaml', twice(network(806)))];
    expect(await found({ files, base: [file('net.yaml', network(805))] })).toEqual([
      'AZL8001 net.yaml:6',
      'AZL1104 net.yaml:13',
    ]);
  });

  test('what a wrong indentation hides from a resource is not said to be missing', async () => {
    const spec = file('a.spec.yaml', 'logicalNetworks:\n  - name: a\n   vlan: 806\n');
    expect(await found({ files: [spec] }, { preset: 'strict' })).toEqual([
      'AZL8001 a.spec.yaml:3',
      'AZL8002 a.spec.yaml:3',
    ]);
  });

  test('a broken base is a warning that changes may be missed, at the file of today', async () => {
    const { findings } = await lint({
      files: [file('net.yaml', network(806))],
      base: [file('net.yaml', twice(network(805)))],
    });
    expect(findings.map(shown)).toEqual(['AZL8001 net.yaml:1', 'AZL1104 net.yaml:12']);
    expect(findings[0]).toMatchObject({
      severity: 'warning',
      confidence: 'possible',
      message: expect.stringMatching(
        /^The base of this file is not well-formed.* line 6: key "location" is written twice/,
      ),
    });
  });

  test('a broken base that is gone today is shown where it stands', async () => {
    const base = [file('old/net.yaml', twice(network(805)))];
    expect(await found({ files: [file('net.yaml', network(805))], base })).toEqual(['AZL8001 old/net.yaml:6']);
  });

  test('a file that is as broken as its base is reported once', async () => {
    const broken = file('net.yaml', twice(network(805)));
    expect(await found({ files: [broken], base: [file('net.yaml', broken.text)] })).toEqual(['AZL8001 net.yaml:6']);
  });

  test('broken live state is an error: what it would have shown is missing', async () => {
    expect(await found({ files: [file('net.yaml', network(805))], live: [file('live.json', '[{ "id": }]')] })).toEqual([
      'AZL8001 live.json:1',
    ]);
  });
});

describe('AZL8002 shape-error', () => {
  test('a wrong value of a compact spec is reported once, in the words of the spec', async () => {
    const spec = file('a.spec.yaml', 'logicalNetworks:\n  - name: a\n    vlan: many\n    ipPools: [{ start: 1 }]\n');
    const { findings } = await lint({ files: [spec] });
    expect(findings.map(({ region, message }) => `${region.start.line}:${region.start.column} ${message}`)).toEqual([
      '3:11 "vlan" is "many", but must be a whole number.',
      '4:15 An IP pool needs "end", which is missing. Add it.',
      '4:24 "start" is 1, but must be text: quote it.',
    ]);
  });

  test("the shape of the base is nobody's business", async () => {
    const spec = (vlan: string) => file('a.spec.yaml', `logicalNetworks:\n  - name: a\n    vlan: ${vlan}\n`);
    expect(await found({ files: [spec('7')], base: [spec('many')] })).toEqual([]);
  });
});

describe('AZL8003 nothing-checked', () => {
  const packageFile = file('package.json', '{ "name": "x" }');
  const message = async (files: LintInput['files']) =>
    (await lint({ files })).findings.map((finding) => finding.message);

  test('says why, most frequent reason first', async () => {
    const other = file('net.json', template({}, {}, { type: 'Microsoft.Network/virtualNetworks' }));
    expect(await message([packageFile, file('b.json', '{ "name": "y" }'), other])).toEqual([
      'No Azure Local resource was found in 3 files, so nothing was checked: no Azure Local resource type in it (3). Check the paths; --verbose lists every file.',
    ]);
  });

  test('a run without any file is an empty run, too', async () => {
    expect(await found({ files: [] })).toEqual(['AZL8003 .:1']);
  });

  test('a run of which some files hold resources is not', async () => {
    expect(await found({ files: [packageFile, file('net.yaml', network(1))] })).toEqual([]);
  });

  test('what is only referred to is not checked', async () => {
    const properties = { dhcpOptions: { dnsServers: ['::1'] } };
    const { resources, ...rest } = template(properties, {}, { existing: true }) as { resources: object[] };
    const symbolic = { ...rest, languageVersion: '2.0', resources: { net: resources[0] } };
    const report = await lint({ files: [file('net.json', symbolic)] });
    expect(report.findings.map(shown)).toEqual(['AZL8003 net.json:1']);
    expect(report.coverage.known).toBe(0);
  });

  test('files that could not be read are a failure of their own', async () => {
    const report = await lint({ files: [], unreadable: [{ path: 'a.yaml', message: 'no permission to read it.' }] });
    expect(report.findings).toEqual([]);
    expect(report.failures).toEqual([{ path: 'a.yaml', message: 'no permission to read it.' }]);
    expect(report.files).toEqual([{ path: 'a.yaml', outcome: 'failed', reason: 'no permission to read it.' }]);
  });
});

describe('AZL8005 rule-crashed', () => {
  const broken = userRule({
    id: 'AZL9001',
    name: 'always-throws',
    *resource(resource) {
      yield { at: resource.at, message: 'said before.' };
      throw new Error('out of luck');
    },
  });
  const input = { files: [file('net.yaml', network(806))], base: [file('net.yaml', network(805))] };

  test('a rule that throws is a finding and a failure; what it said and the other rules stay', async () => {
    const report = await lint(input, { rules: [broken] });
    expect(report.findings.map(shown)).toEqual(['AZL8005 net.yaml:1', 'AZL9001 net.yaml:1', 'AZL1104 net.yaml:12']);
    expect(report.failures).toMatchObject([
      { ruleId: 'AZL9001', path: 'net.yaml', message: expect.stringMatching(/out of luck/) },
    ]);
  });

  test('switched off, it is still a failure', async () => {
    const report = await lint(input, { rules: [broken], severities: { 'rule-crashed': 'off', AZL9001: 'off' } });
    expect(report.findings.map(shown)).toEqual(['AZL1104 net.yaml:12']);
    expect(report.failures).toHaveLength(1);
  });

  test.each(['change', 'move', 'operation'] as const)('a %s listener that throws, too', async (kind) => {
    const rule = userRule({
      id: 'AZL9002',
      name: 'throws',
      [kind]() {
        throw 'no error object';
      },
    });
    const moved = file('net.yaml', network(805).replace('resourceGroup: rg', 'resourceGroup: other'));
    const terraform = file('a.tf', 'resource "azurerm_stack_hci_logical_network" "a" {}');
    const files = kind === 'move' ? [moved] : [input.files[0] as (typeof input.files)[0], terraform];
    const { failures } = await lint({ ...input, files }, { rules: [rule] });
    expect(failures).toMatchObject([{ ruleId: 'AZL9002', message: expect.stringMatching(/no error object/) }]);
  });
});

describe("users' rules", () => {
  test('one that names no type hears of every resource', async () => {
    const { types, ...rule } = userRule({
      id: 'AZL9003',
      name: 'sees-all',
      *resource(resource) {
        yield { at: resource.at, message: resource.type };
      },
    });
    const files = [file('net.yaml', network(1)), file('vm.spec.yaml', 'virtualMachines: [{ name: a, nics: [] }]')];
    const { findings } = await lint({ files }, { rules: [rule] });
    expect(findings.filter(({ ruleId }) => ruleId === 'AZL9003').map(({ message }) => message)).toEqual([
      'Microsoft.AzureStackHCI/logicalNetworks',
      'Microsoft.AzureStackHCI/virtualMachineInstances',
      'Microsoft.HybridCompute/machines',
    ]);
  });
});

describe('limits', () => {
  const copies = (count: number) =>
    template({ subnets: [{ name: 'a', properties: { copy: [{ name: 'ipPools', count, input: {} }] } }] });

  test.each([
    [
      'net.json',
      `{ "type": "Microsoft.AzureStackHCI/logicalNetworks", "properties": { "other": ${'['.repeat(600)}${']'.repeat(600)} } }`,
    ],
    ['net.yaml', network(1).replace('location: eastus', `tags: ${'['.repeat(600)}${']'.repeat(600)}`)],
  ])('a limit of the reader is a failure, not an error of the text: %s', async (path, text) => {
    const report = await lint({ files: [file(path, text)] }, { severities: { AZL8003: 'off' } });
    expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(['AZL8008']);
    expect(report.failures).toMatchObject([
      { path, message: expect.stringMatching(/^Line \d: nested more than 500 levels deep\./) },
    ]);
    expect(report.files).toMatchObject([{ path, outcome: 'failed' }]);
  });

  test('a limit that is hit while a value is evaluated is a failure of the file', async () => {
    const report = await lint({ files: [file('net.json', copies(20_000))] });
    expect(report.failures).toMatchObject([{ path: 'net.json', message: expect.stringMatching(/^Limit: /) }]);
    expect(report.files).toMatchObject([{ path: 'net.json', outcome: 'failed' }]);
  });

  test('in the base, too', async () => {
    const report = await lint({ files: [file('net.json', copies(1))], base: [file('net.json', copies(20_000))] });
    expect(report.failures).toMatchObject([
      { path: 'net.json', message: expect.stringMatching(/^In the base: .*limit/) },
    ]);
  });
});
