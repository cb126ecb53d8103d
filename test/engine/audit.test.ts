import { describe, expect, test } from 'vitest';
import { type Audit, audit, type LintInput, type LintOptions, SourceFile } from '../../src/index.ts';
import { file, network, parameters, template } from './specs.ts';

const moment = { date: '2026-11-24', version: '1.2.3' };
const auditOf = async (input: LintInput, options: LintOptions = {}): Promise<Audit> =>
  (await audit(input, options, moment)).audit;

const provider = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.AzureStackHCI';
const place = 'subscription: s\nresourceGroup: rg\n';
const nic = (subnet: string, name = 'nic') => `type: Microsoft.AzureStackHCI/networkInterfaces
apiVersion: 2025-09-01-preview
name: ${name}
${place}location: eastus
properties: { ipConfigurations: [{ properties: { subnet: { id: "${subnet}" } } }] }
`;
const live = (name: string, vlan = 805) => ({
  id: `${provider}/logicalNetworks/${name}`,
  name,
  type: 'microsoft.azurestackhci/logicalnetworks',
  properties: { provisioningState: 'Succeeded', subnets: [{ name: 'default', properties: { vlan } }] },
});
const liveFile = (...resources: unknown[]) => file('live.json', { count: resources.length, data: resources });

describe('resources', () => {
  test('what is declared and deployed is one resource, with the id that the live state tells', async () => {
    const { resources, notChecked } = await auditOf({
      files: [file('net.yaml', network(805))],
      live: [liveFile(live('lnet-prod'), live('lnet-lab'))],
    });
    expect(
      resources.map(({ id, name, declarations, isLive, isCompared }) => ({
        id,
        name,
        declared: declarations.map(({ region }) => `${region.path}:${region.start.line}`),
        isLive,
        isCompared,
      })),
    ).toEqual([
      {
        id: `${provider}/logicalNetworks/lnet-lab`.toLowerCase(),
        name: 'lnet-lab',
        declared: [],
        isLive: true,
        isCompared: false,
      },
      {
        id: `${provider}/logicalNetworks/lnet-prod`.toLowerCase(),
        name: 'lnet-prod',
        declared: ['net.yaml:1'],
        isLive: true,
        isCompared: true,
      },
    ]);
    expect(notChecked.undeclared).toEqual([resources[0]?.key]);
    expect(notChecked.notCompared).toEqual([]);
  });

  test('each environment of a template has its own, and its own findings', async () => {
    const { resources, findings } = await auditOf({
      files: [
        file(
          'net.json',
          template(
            { subnets: [{ properties: { addressPrefix: "[parameters('prefix')]" } }] },
            { prefix: { type: 'string' } },
          ),
        ),
        file('net.parameters.prod.json', parameters({ prefix: 'fd00::/64' })),
        file('net.parameters.test.json', parameters({ prefix: '10.0.0.0/24' })),
      ],
    });
    expect(resources.map(({ key, totals }) => [key, totals.errors > 0])).toEqual([
      ['net.json prod microsoft.azurestackhci/logicalnetworks:lnet', true],
      ['net.json test microsoft.azurestackhci/logicalnetworks:lnet', true],
    ]);
    const [ipv6] = findings.filter(({ ruleId }) => ruleId === 'AZL1001');
    expect(ipv6?.resources).toEqual(['net.json prod microsoft.azurestackhci/logicalnetworks:lnet']);
  });

  test('they say where their references lead', async () => {
    const { resources } = await auditOf({
      files: [
        file('net.yaml', `${network(805)}`.replace('resourceGroup: rg\n', place)),
        file('a.yaml', nic(`${provider}/logicalNetworks/lnet-prod`)),
        file('b.yaml', nic(`${provider}/logicalNetworks/gone`, 'other')),
        file('c.yaml', nic('$(networkId)', 'third')),
        file('d.yaml', nic(`${provider}/virtualNetworks/vnet/subnets/web`, 'fourth')),
        file(
          'e.yaml',
          `type: Microsoft.AzureStackHCI/virtualNetworks\napiVersion: 2025-09-01-preview\nname: vnet\n${place}location: eastus\nproperties: { addressSpace: { addressPrefixes: [10.0.0.0/16] } }\n`,
        ),
      ],
    });
    const told = Object.fromEntries(
      resources.map(({ name, references }) => [name, references.map(({ state, to }) => [state, to])]),
    );
    const key = (path: string) => `${provider}/${path}`.toLowerCase();
    expect(told).toEqual({
      'lnet-prod': [],
      vnet: [],
      nic: [['found', key('logicalNetworks/lnet-prod')]],
      other: [['outside', undefined]],
      third: [['unknown', undefined]],
      fourth: [['found', key('virtualNetworks/vnet')]],
    });
  });

  test('a finding of one cause is one, and counts for each resource that it is about', async () => {
    const copies = template(
      { subnets: [{ properties: { addressPrefix: 'fd00::/64' } }] },
      {},
      { copy: { name: 'all', count: 3 }, name: "[concat('lnet-', copyIndex())]" },
    );
    const { findings, totals, resources, rules, areas } = await auditOf({ files: [file('net.json', copies)] });
    const shared = findings.filter(({ ruleId }) => ruleId === 'AZL1001');
    expect(shared.map((one) => one.resources.length)).toEqual([3]);
    expect(resources.map((one) => one.totals.errors)).toEqual([totals.errors, totals.errors, totals.errors]);
    expect(rules.find(({ id }) => id === 'AZL1001')?.totals.errors).toBe(1);
    expect(areas.reduce((sum, one) => sum + one.totals.errors, 0)).toBe(totals.errors);
  });
});

describe('what was not checked', () => {
  const idle = async (input: LintInput, options: LintOptions = {}) =>
    (await auditOf(input, options)).notChecked.rules.map(({ id, reason, isPartly }) => `${id} ${reason} ${isPartly}`);
  const files = [file('net.yaml', network(805))];

  test('rules about changes, when there is nothing to compare with', async () => {
    const without = await idle({ files });
    expect(without).toContain('AZL4004 nothing to compare with false');
    expect(without).toContain('AZL1104 nothing to compare with true');
    expect(without).not.toContain('AZL1001 nothing to compare with true');
    expect(await idle({ files, live: [liveFile(live('lnet-prod'))] })).toEqual([]);
  });

  test('rules that are switched off, here or there, and those of larger presets', async () => {
    const both = { files: [...files, file('lab/net.yaml', network(805, 'lab'))], base: [] };
    const options: LintOptions = {
      severities: { 'ipv6-address': 'off', AZL1106: 'off' },
      overrides: [
        { matches: (path) => path.startsWith('lab/'), severities: { AZL1104: 'off' } },
        { matches: () => true, severities: { AZL1106: 'error' } },
      ],
    };
    expect(await idle(both, options)).toEqual(['AZL1001 switched off false', 'AZL1104 switched off true']);
    expect(await idle(both, { preset: 'recommended' })).toContain('AZL1108 not in the preset false');
  });

  test('files, by reason; resources without an older state; references out of the run', async () => {
    const { notChecked, files: counts } = await auditOf({
      files: [...files, new SourceFile('a.json', '{}'), new SourceFile('b.json', '{}'), new SourceFile('c.yaml', '')],
      live: [liveFile(live('another'))],
    });
    expect(counts).toEqual({ checked: 1, skipped: 3, failed: 0 });
    expect(notChecked.skipped).toEqual([
      { reason: 'no Azure Local resource type in it', paths: ['a.json', 'b.json'] },
      { reason: 'empty', paths: ['c.yaml'] },
    ]);
    expect(notChecked.notCompared).toEqual(['net.yaml rg microsoft.azurestackhci/logicalnetworks:lnet-prod']);
    const outside = { files: [file('a.yaml', nic(`${provider}/logicalNetworks/gone`))] };
    expect((await auditOf(outside)).notChecked.references).toBe(1);
    expect((await auditOf(outside, { closedWorld: true })).notChecked.references).toBe(0);
  });

  test('values, each reason with what would make it known', async () => {
    const { coverage } = await auditOf({
      files: [
        file(
          'net.json',
          template({ subnets: [{ properties: { vlan: "[parameters('vlan')]" } }] }, { vlan: { type: 'int' } }),
        ),
        file('net.yaml', network('$(vlan)')),
      ],
    });
    expect(coverage.reasons.map(({ reason, action }) => [reason, action.split(/[:,]/)[0]])).toEqual([
      ['parameter "vlan" has no value', 'Name the parameter file'],
      ['placeholder $(vlan) is filled in before deployment', 'Check the files that the pipeline has filled in'],
    ]);
  });
});

test('all rules run, unless a preset is named; the linter’s own rules need no evidence', async () => {
  const input = { files: [file('net.yaml', `${network(805)}  dhcpOptions: 1\n`)] };
  const [whole, less] = [await auditOf(input), await auditOf(input, { preset: 'seed' })];
  expect([whole.preset, less.preset]).toEqual(['strict', 'seed']);
  expect(whole.rulesRun).toBeGreaterThan(less.rulesRun);
  expect(whole.rules.find(({ id }) => id === 'AZL8002')).toMatchObject({ area: "The linter's own", evidence: [] });
  const missing = whole.rules.find(({ id }) => id === 'AZL1109');
  expect(missing?.evidence[0]).toMatchObject({
    readOn: '2026-11-22',
    page: expect.stringContaining('learn.microsoft.com'),
  });
});

test('the order of the files plays no part', async () => {
  const files = [file('a.yaml', network(805)), file('b.yaml', network(806, 'other')), file('c.yaml', nic('x'))];
  const inLive = [liveFile(live('lnet-prod')), file('live2.json', [live('another')])];
  const wanted = await auditOf({ files, live: inLive });
  expect(await auditOf({ files: [...files].reverse(), live: [...inLive].reverse() })).toEqual(wanted);
});
