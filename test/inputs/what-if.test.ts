import { describe, expect, test } from 'vitest';
import { type LintInput, SourceFile } from '../../src/index.ts';
import { file, shown } from '../engine/specs.ts';
import { lint } from '../support/seed.ts';

const type = 'Microsoft.AzureStackHCI/logicalNetworks';
const id = `/subscriptions/s/resourceGroups/rg/providers/${type}/lnet`;
const networkOf = (subnet: object) => ({
  id,
  name: 'lnet',
  type,
  apiVersion: '2025-09-01-preview',
  location: 'eastus',
  properties: { subnets: [{ name: 'default', properties: { addressPrefix: '10.1.2.0/24', ...subnet } }] },
});

/** One changed network, as the platform says it. */
const change = (before: object | null, after: object | null, more: object = {}) => ({
  resourceId: id,
  changeType: 'Modify',
  before: before && networkOf(before),
  after: after && networkOf(after),
  delta: [],
  ...more,
});
const answer = (...changes: object[]) => ({ status: 'Succeeded', error: null, changes });
const run = (whatIf: unknown, more: Partial<LintInput> = {}) =>
  lint({ files: [], whatIf: [file('what-if.json', whatIf)], ...more });
const said = async (whatIf: unknown) =>
  (await run(whatIf)).findings.map(({ ruleId, message }) => `${ruleId} ${message}`);
const vlan = change({ vlan: 805 }, { vlan: 806 });

describe('a change that a what-if foresees', () => {
  test('is a change like any other, at the value after', async () => {
    const { findings, resources } = await run(answer(vlan));
    expect(resources).toBe(1);
    expect(findings.map(shown)).toEqual(['AZL1104 what-if.json:38']);
    expect(findings[0]?.message).toContain('"806" of logical network "lnet" is changed; the live state has "805".');
    expect(findings[0]?.related.map(({ region, message }) => `${region.start.line} ${message}`)).toEqual([
      '20 live state: was 805',
    ]);
  });

  const forms: [string, unknown][] = [
    ['over REST', { status: 'Succeeded', properties: { correlationId: 'c', changes: [vlan] } }],
    [
      'from PowerShell',
      {
        Status: 'Succeeded',
        Changes: [{ FullyQualifiedResourceId: id, ChangeType: 5, Before: vlan.before, After: vlan.after, Delta: [] }],
      },
    ],
    [
      'whose bodies have no id',
      answer({ ...vlan, before: { ...vlan.before, id: undefined }, after: { ...vlan.after, id: undefined } }),
    ],
  ];
  test.each(forms)('%s', async (_, whatIf) => {
    expect((await run(whatIf)).findings.map(({ ruleId }) => ruleId)).toEqual(['AZL1104']);
  });

  test('that may not come is possible, not certain', async () => {
    const [finding, ...others] = (await run({ changes: [], potentialChanges: [vlan] })).findings;
    expect(others).toEqual([]);
    expect(finding?.confidence).toBe('possible');
    expect(finding?.message).toMatch(/This is so if it is deployed, which the what-if leaves open\.$/);
  });

  test('that creates a resource is checked as a spec', async () => {
    const created = change(null, { addressPrefix: 'fd00::/64' }, { changeType: 'Create', delta: null });
    expect(await said(answer(created))).toEqual([expect.stringContaining('AZL1001 addressPrefix "fd00::/64"')]);
  });
});

describe('no finding', () => {
  const quiet: [string, object][] = [
    ['nothing changes', change({ vlan: 805 }, { vlan: 805 }, { changeType: 'NoChange', delta: null })],
    [
      'a default of the platform is left out',
      change(
        { vlan: 805, ipPools: [{ start: '10.1.2.9', end: '10.1.2.20', ipPoolType: 'vm' }] },
        {},
        { delta: [{ path: 'properties.subnets.0.properties.vlan', propertyChangeType: 'Delete', before: 805 }] },
      ),
    ],
    [
      'the provider ignores the property',
      change(
        { vlan: 805 },
        { vlan: 806 },
        {
          delta: [
            {
              path: 'properties.subnets',
              propertyChangeType: 'Array',
              children: [
                {
                  path: '0',
                  propertyChangeType: 'Modify',
                  children: [{ path: 'properties.vlan', propertyChangeType: 'NoEffect', before: 805, after: 806 }],
                },
              ],
            },
          ],
        },
      ),
    ],
    ['an expression is left', change({ vlan: 805 }, { vlan: "[reference('x').vlan]" })],
    ['the resource is deleted', change({ vlan: 805 }, null, { changeType: 'Delete' })],
    ['the resource is left alone', change({ vlan: 805 }, null, { changeType: 'Ignore' })],
    ['what is deleted is not told', change(null, null, { changeType: 'Delete' })],
    ['what becomes of it is not told', change({ vlan: 805 }, null, { changeType: 'Deploy' })],
    ['it may be deleted', change({ vlan: 805 }, null, { changeType: 'Delete' })],
    ['its id is no id', { ...change(null, null), resourceId: 'lnet' }],
    ['its id is missing', { ...change(null, null), resourceId: null }],
    ['PowerShell tells ids only', { FullyQualifiedResourceId: id, ChangeType: 5 }],
    ['a difference has no path', change({ vlan: 805 }, { vlan: 805 }, { delta: [{ propertyChangeType: 'NoEffect' }] })],
  ];
  test.each(quiet)('when %s', async (_, one) => {
    expect((await said(answer(one, vlanOfAnother))).filter((text) => !text.includes('"other"'))).toEqual([]);
  });
  // Beside one that changes, so that silence is not for want of reading.
  const other = `${id.slice(0, -4)}other`;
  const named = (body: object) => ({ ...networkOf(body), id: other, name: 'other' });
  const vlanOfAnother = { ...vlan, resourceId: other, before: named({ vlan: 1 }), after: named({ vlan: 2 }) };
});

describe('what a what-if does not tell', () => {
  test.each([
    ['Deploy', 'what-if does not compute what is deployed'],
    ['Unsupported', 'what-if does not support the resource'],
    ['Modify', 'what-if was asked for ids only'],
  ])('%s counts as unknown', async (changeType, reason) => {
    const report = await run(answer({ resourceId: id, changeType, before: null, after: null, delta: null }));
    expect(report.findings).toEqual([]);
    expect(report.coverage.reasons.map((one) => one.reason)).toEqual([reason]);
    expect(report.files[0]?.reason).toBe('1 resource; 1 of them with changes that the what-if did not compute');
  });

  test('a what-if that failed, or that is none, is an incomplete analysis', async () => {
    const failures = async (whatIf: unknown) => (await run(whatIf)).failures.map(({ message }) => message);
    expect(await failures({ status: 'Failed', error: { code: 'X', message: 'no such group' } })).toEqual([
      'The what-if failed: no such group.',
    ]);
    expect(await failures({ status: 'Failed', error: { code: 'NoGroup' } })).toEqual(['The what-if failed: NoGroup.']);
    expect(await failures({ status: 'Failed', error: {} })).toEqual(['The what-if failed: no reason given.']);
    const other = expect.stringMatching(/^This is not the answer of a what-if.* --no-pretty-print/);
    expect(await failures({ value: [] })).toEqual([other]);
    expect(await failures([])).toEqual([other]);
  });

  test('what may be deleted, or left alone, is no resource of the run', async () => {
    const potentialChanges = ['Delete', 'Ignore'].map((changeType) => change(null, null, { changeType }));
    expect((await run({ ...answer(vlan), potentialChanges })).resources).toBe(1);
  });

  test('of which only the id is known, and that one is ours, is said to be unknown', async () => {
    const delta = [{ path: 'properties.x', propertyChangeType: 'Modify', before: 1, after: 2 }];
    expect((await run(answer({ resourceId: 'lnet', changeType: 'Modify', delta }))).resources).toBe(0);
  });

  test('the text that is printed for people is no answer', async () => {
    const report = await lint({
      files: [],
      whatIf: [new SourceFile('w.json', 'Resource and property changes:\n  ~ x')],
    });
    expect(report.failures).toEqual([{ path: 'w.json', message: expect.stringContaining('--no-pretty-print') }]);
    expect(report.findings.map(({ ruleId }) => ruleId)).toContain('AZL8001');
  });
});

describe('a change of which only the differences are told', () => {
  const only = (...delta: object[]) =>
    answer({ resourceId: id, changeType: 'Modify', before: null, after: null, delta });
  const subnet = (...children: object[]) => ({
    path: 'properties.subnets',
    propertyChangeType: 'Array',
    children: [{ path: '0', propertyChangeType: 'Modify', children }],
  });
  const modified = (path: string, before: unknown, after: unknown) => ({
    path,
    propertyChangeType: 'Modify',
    before,
    after,
    children: null,
  });

  test('is shown at the value after', async () => {
    const report = await run(only(subnet(modified('properties.vlan', 805, 806))));
    expect(report.findings.map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual([
      expect.stringContaining('AZL1104 VLAN "806" of logical network "lnet" is changed; the live state has "805".'),
    ]);
    expect(report.files[0]?.reason).toBe('1 resource');
  });

  test.each([
    ['along one path', modified('properties.subnets.0.properties.vlan', 805, 806), 'AZL1104'],
    ['with brackets', modified('properties.subnets[0].properties.vlan', 805, 806), 'AZL1104'],
    ['of a pool', subnet(modified('properties.ipPools.0.start', '10.0.0.4', '10.0.0.5')), undefined],
    ['of the address space', subnet(modified('properties.addressPrefix', '10.0.0.0/24', '10.0.0.0/25')), 'AZL1103'],
    ['that is ignored', subnet({ ...modified('properties.vlan', 1, 2), propertyChangeType: 'NoEffect' }), undefined],
    [
      'that is ignored, in a number',
      subnet({ ...modified('properties.vlan', 1, 2), propertyChangeType: 4 }),
      undefined,
    ],
    ['of a tag', modified('tags.a', 'b', 'c'), undefined],
    ['that nobody can read', { propertyChangeType: 'Modify' }, undefined],
    ['in an index that no list has', modified('properties.subnets.99999999.properties.vlan', 1, 2), undefined],
  ])('%s', async (_, entry, rule) => {
    expect((await run(only(entry))).findings.map(({ ruleId }) => ruleId)).toEqual(rule ? [rule] : []);
  });

  test('a network interface that is added, beside those that stay', async () => {
    const vm = id.replace(/Microsoft\.AzureStackHCI.*/, 'Microsoft.HybridCompute/machines/vm/providers/');
    const nic = (name: string) => ({ id: `${id.replace('logicalNetworks/lnet', 'networkInterfaces/')}${name}` });
    const report = await run({
      changes: [
        {
          resourceId: `${vm}Microsoft.AzureStackHCI/virtualMachineInstances/default`,
          changeType: 'Modify',
          delta: [
            {
              path: 'properties.networkProfile.networkInterfaces',
              propertyChangeType: 'Array',
              children: [{ path: '1', propertyChangeType: 'Create', before: null, after: nic('b') }],
            },
          ],
        },
      ],
    });
    expect(report.findings.map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual([
      expect.stringContaining('AZL3002 network interface "b" is added'),
    ]);
  });
});
