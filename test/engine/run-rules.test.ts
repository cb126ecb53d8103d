import { describe, expect, test } from 'vitest';
import { defineRule, type LintInput, type LintOptions, lint, type Problem, type Rule } from '../../src/index.ts';
import { file, network, template } from './specs.ts';

/** A rule of a user's that is checked alone. */
const own = (listeners: Partial<Rule>, id = 'AZL9001'): Rule =>
  defineRule({
    id,
    name: `own-${id}`,
    title: 'Own',
    severity: 'warning',
    remedy: 'None.',
    limitation: { statement: 'Own.', page: 'https://wiki.example/own', heading: 'Own', readOn: '2026-11-24' },
    ...listeners,
  });

/** What rules of one's own say, as `rule severity confidence: message`. */
async function said(input: LintInput, rules: readonly Rule[], options: LintOptions = {}): Promise<string[]> {
  const { findings } = await lint(input, { preset: 'seed', ...options, rules });
  const mine = findings.filter(({ ruleId }) => ruleId.startsWith('AZL9'));
  return mine.map(({ ruleId, severity, confidence, message }) => `${ruleId} ${severity} ${confidence}: ${message}`);
}

const hears = (types?: readonly string[], id?: string): Rule =>
  own(
    {
      ...(types ? { types } : {}),
      *resource(resource): Generator<Problem> {
        yield { at: resource.at, message: resource.type };
      },
    },
    id,
  );

const disk = 'type: Microsoft.AzureStackHCI/virtualHardDisks\nname: d\nlocation: eastus\n';
const both = { files: [file('a.yaml', network(1)), file('b.yaml', disk)] };

describe('a rule hears of the resources of its types', () => {
  const [networks, disks] = ['logicalNetworks', 'virtualHardDisks'].map((one) => `Microsoft.AzureStackHCI/${one}`);
  test.each<[string, readonly string[] | undefined, (string | undefined)[]]>([
    ['none', undefined, [networks, disks]],
    ['one', ['Microsoft.AzureStackHCI/logicalNetworks'], [networks]],
    ['one in another case', ['microsoft.azurestackhci/LOGICALNETWORKS'], [networks]],
    ['all of a provider', ['Microsoft.AzureStackHCI/*'], [networks, disks]],
    ['all of another provider', ['Microsoft.HybridCompute/*'], []],
    ['one that the other begins with', ['Microsoft.AzureStackHCI/logicalNetwork'], []],
    ['two', ['Microsoft.Compute/disks', 'Microsoft.AzureStackHCI/virtualHardDisks'], [disks]],
  ])('that names %s', async (_, types, expected) => {
    const heard = await said(both, [hears(types)]);
    expect(heard.map((one) => one.split(': ')[1])).toEqual(expected);
  });
});

describe('a problem', () => {
  test('has the severity and confidence that it gives, else those of its rule', async () => {
    const rule = own({
      *resource({ at }): Generator<Problem> {
        yield { at, message: 'plain' };
        yield { at, message: 'severe', severity: 'error' };
        yield { at, message: 'vague', confidence: 'possible' };
      },
    });
    expect(await said({ files: [file('b.yaml', disk)] }, [rule])).toEqual([
      'AZL9001 warning certain: plain',
      'AZL9001 error certain: severe',
      'AZL9001 warning possible: vague',
    ]);
  });

  test('of what a condition may leave out is possible, and says under which', async () => {
    const spec = template({}, { wanted: { type: 'bool' } }, { condition: "[parameters('wanted')]" });
    const [one, ...others] = await said({ files: [file('a.json', spec)] }, [hears()]);
    expect(others).toEqual([]);
    expect(one).toMatch(/^AZL9001 warning possible: .* This is so if the condition "parameters\('wanted'\)" holds\.$/);
  });

  test('of what is only referred to is none: it is not declared', async () => {
    const spec = template({}, {}, { existing: true });
    expect(await said({ files: [file('a.json', { ...spec, languageVersion: '2.0' })] }, [hears()])).toEqual([]);
  });
});

describe('evidence of each kind', () => {
  const rule = own({
    change: ({ before, after }) => [{ at: after.at, message: `${before.name.string} to ${after.name.string}` }],
    move: ({ before, after }) => [
      { at: after.at, message: `${before.resourceGroup.string} to ${after.resourceGroup.string}` },
    ],
    operation: (operation) => [{ at: operation.at, message: operation.subject }],
  });

  test('is heard by the listener for it, and by no other', async () => {
    const moved = network(805).replace('resourceGroup: rg', 'resourceGroup: other');
    const before = { base: [file('a.yaml', network(805))] };
    expect(await said({ files: [file('a.yaml', network(806))], ...before }, [rule])).toEqual([
      'AZL9001 warning certain: lnet-prod to lnet-prod',
    ]);
    expect(await said({ files: [file('a.yaml', moved)], ...before }, [rule])).toEqual([
      'AZL9001 warning certain: rg to other',
    ]);
    const script = file('a.sh', 'az stack-hci-vm show -g rg -n a\n');
    expect(await said({ files: [script] }, [rule])).toEqual(['AZL9001 warning certain: az stack-hci-vm show']);
  });

  test('and only of the types that a rule names', async () => {
    const of = (types: readonly string[]) =>
      said({ files: [file('a.yaml', network(806))], base: [file('a.yaml', network(805))] }, [own({ ...rule, types })]);
    expect(await of(['Microsoft.AzureStackHCI/logicalNetworks'])).toHaveLength(1);
    expect(await of(['Microsoft.AzureStackHCI/virtualHardDisks'])).toEqual([]);
  });

  test('comes with the release, and whether the files hold everything', async () => {
    const told = own({
      resource: ({ at }, { release, closedWorld, estate }) => [
        { at, message: `${release} ${closedWorld} ${estate.resources.length}` },
      ],
    });
    const input = { files: [file('b.yaml', disk)] };
    expect(await said(input, [told])).toEqual(['AZL9001 warning certain: preview-2025-11 false 1']);
    expect(await said(input, [told], { release: '1.4', closedWorld: true })).toEqual([
      'AZL9001 warning certain: 1.4 true 1',
    ]);
  });
});

test('what a rule throws is said in its words, whatever it is', async () => {
  const throwing = (what: unknown) =>
    own({
      resource() {
        throw what;
      },
    });
  for (const what of [new Error('no such thing'), 'no such thing']) {
    const { failures, findings } = await lint({ files: [file('b.yaml', disk)] }, { rules: [throwing(what)] });
    const message = 'Rule AZL9001 own-AZL9001 failed here: no such thing. The other rules still ran.';
    expect(failures).toEqual([{ path: 'b.yaml', message, ruleId: 'AZL9001' }]);
    expect(findings.find(({ ruleId }) => ruleId === 'AZL8005')).toMatchObject({ message, region: { path: 'b.yaml' } });
  }
});

test('each step is announced before it is taken: the file, and the rule that looks at it', async () => {
  const steps: string[] = [];
  const onStep = (path: string, ruleId = 'read') => steps.push(`${path} ${ruleId}`);
  await said(both, [hears(), hears(undefined, 'AZL9002')], { onStep });
  expect(steps.slice(0, 2)).toEqual(['a.yaml read', 'b.yaml read']);
  for (const path of ['a.yaml', 'b.yaml'])
    expect(steps).toEqual(expect.arrayContaining([`${path} AZL8002`, `${path} AZL9001`, `${path} AZL9002`]));
  expect(new Set(steps).size).toBe(steps.length);
});
