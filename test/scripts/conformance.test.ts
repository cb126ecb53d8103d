import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Case, Disputes, Expectation, Step } from '../../scripts/conformance/cases.js';
import type { Deployed, Engine, Resource } from '../../scripts/conformance/engine.js';
import { check, sourcePath } from '../../scripts/conformance/expectations.js';
import { main } from '../../scripts/conformance/main.js';
import { report } from '../../scripts/conformance/report.js';
import { run } from '../../scripts/conformance/run.js';
import { isSame, lookup, pathText, Unknown } from '../../scripts/conformance/values.js';
import { plainView, psruleView } from '../../scripts/conformance/views.js';

const unknown = new Unknown("reference('x')");
const group = '/subscriptions/s/resourceGroups/g';

/** A resource as the evaluator would give it. */
const resource = (path: (string | number)[], type: string, name: string, body = {}, more: Partial<Resource> = {}) => ({
  type,
  name,
  id: `${group}/providers/${type.split('/')[0]}${type
    .split('/')
    .slice(1)
    .map((segment, index) => `/${segment}/${name.split('/')[index]}`)
    .join('')}`,
  symbolicName: undefined,
  loop: undefined,
  path,
  existing: false,
  body,
  ...more,
});

const deployed = (parts: Partial<Deployed> = {}): Deployed => ({ resources: [], outputs: {}, problems: [], ...parts });

/** An engine that gives what a test says, and keeps what it was asked. */
function engineThatGives(result: Deployed): Engine & { readonly calls: unknown[][] } {
  const calls: unknown[][] = [];
  return {
    calls,
    read: ({ text }) => JSON.parse(text),
    deploy(...call) {
      calls.push(call);
      return result;
    },
    readText: (text) => (text.startsWith('[') ? (text.includes('(') ? 'expression' : 'error') : 'text'),
    reprint: (text) => text.replace(/, /g, ' ,'),
    typeProblems: (value) => (typeof value === 'string' ? [] : ['no text']),
  };
}

const runCase = (testCase: Partial<Case>, result: Deployed = deployed(), disputes: Disputes = {}) =>
  run({ name: 'case', kind: 'outputs', template: {}, ...testCase }, engineThatGives(result), '', disputes);

describe('values', () => {
  test.each<[Step[], unknown]>([
    [['a', 1], 'two'],
    [['a', -1], 'three'],
    [['a', 7], undefined],
    [['o', 'missing', 'deeper'], undefined],
    [['o', 'constructor'], undefined],
    [['u', 'deeper'], unknown],
    [['l', { where: { type: 'a/B', name: 'two' } }, 'x'], 2],
    [['l', { where: { name: 'none' } }, 'x'], undefined],
  ])('%j leads to %j', (path, expected) => {
    const value = {
      a: ['one', 'two', 'three'],
      o: {},
      u: unknown,
      l: [
        { type: 'A/b', name: 'one', x: 1 },
        { type: 'A/b', name: 'two', x: 2 },
      ],
    };
    expect(lookup(value, path)).toBe(expected);
  });

  test.each<[unknown, unknown, boolean]>([
    [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
    [{ a: 1 }, { A: 1 }, false],
    [{ a: undefined }, {}, false],
    [[1, 2], [2, 1], false],
    [[1], { 0: 1 }, false],
    [1, '1', false],
    [unknown, unknown, false],
    [[unknown], [unknown], false],
  ])('%j and %j are the same: %j', (one, other, expected) => expect(isSame(one, other)).toBe(expected));

  test('a path as people write it', () => {
    expect(pathText(['resources', 1, 'tags', 'env'])).toBe('resources[1].tags.env');
    expect(pathText([{ where: { name: 'a' } }, 'id'])).toBe('[{"name":"a"}].id');
  });
});

describe('expectations', () => {
  const view = {
    outputs: { list: { value: [1, 2] }, text: { value: 'linux-vm-1' }, none: { value: null }, far: { value: unknown } },
    resources: [{ [sourcePath]: [] }, { tags: { env: 'prod' }, [sourcePath]: ['resources', 'vm'] }],
    problems: [{ message: 'no such parameter', path: ['resources', 'vm', 'name'] }],
  };
  const at = (name: string) => ['outputs', name, 'value'];
  test.each<[Expectation, boolean]>([
    [{ path: at('list'), equals: [1, 2] }, true],
    [{ path: at('list'), equals: [1] }, false],
    [{ path: at('none'), equals: null }, true],
    [{ path: at('missing'), equals: null }, false],
    [{ path: at('far'), equals: 'x' }, false],
    [{ path: at('list'), count: 2 }, true],
    [{ path: at('text'), count: 10 }, true],
    [{ path: at('list'), count: 3 }, false],
    [{ path: at('missing'), count: 0 }, false],
    [{ path: ['resources', 1, 'tags'], hasKey: 'env', is: true }, true],
    [{ path: ['resources', 1, 'tags'], hasKey: 'Env', is: true }, false],
    [{ path: ['resources', 1, 'tags'], hasKey: 'x', is: false }, true],
    [{ path: ['resources', 7], hasKey: 'x', is: false }, false],
    [{ path: at('text'), startsWith: 'linux-' }, true],
    [{ path: at('far'), startsWith: '' }, false],
    [{ path: ['x'], sourcePathOf: ['resources', 1], equals: 'resources.vm' }, true],
    [{ path: ['x'], sourcePathOf: ['resources', 0], equals: '' }, true],
    [{ path: ['x'], sourcePathOf: ['resources', 1], equals: 'resources[0]' }, false],
    [{ path: ['resources', 1], validationIssue: 'any' }, true],
    [{ path: ['resources', 2], validationIssue: 'any' }, false],
    [{ path: at('text') }, false],
  ])('%j: %j', (expectation, holds) => expect(check(expectation, view).holds).toBe(holds));
});

describe('views', () => {
  test('plain: what is deployed, in order, without nulls', () => {
    const resources = [
      resource(['resources', 0], 'A/b', 'one', { tags: { x: null, y: 1 }, list: [null] }),
      resource(['resources', 1], 'A/b', 'two', {}, { existing: true }),
    ];
    expect(plainView(deployed({ resources, outputs: { o: null } }))).toMatchObject({
      resources: [{ name: 'one', type: 'A/b', tags: { y: 1 }, list: [null] }],
      outputs: { o: { value: null } },
    });
  });

  const names = (view: { resources: unknown[] }) => view.resources.map((item) => lookup(item, ['name']));

  test('PSRule: what is depended on first, and resources after their deployment', () => {
    const resources = [
      resource(['resources', 0], 'A/b', 'last', { dependsOn: [`${group}/providers/A/b/middle`] }),
      resource(['resources', 1], 'A/b', 'middle', { dependsOn: ['symbol'] }),
      resource(['resources', 2], 'Microsoft.Resources/deployments', 'nested', {}, { symbolicName: 'symbol' }),
      resource(['resources', 2, 'properties', 'template', 'resources', 0], 'A/b', 'inner'),
      resource(['resources', 3], 'A/b', 'circle', { dependsOn: ['circle'] }),
    ];
    const view = psruleView(deployed({ resources }), 'main');
    expect(names(view)).toEqual(['main', 'nested', 'inner', 'middle', 'last', 'circle']);
    expect(view.resources.map((item) => pathText(Object(item)[sourcePath]))).toEqual([
      '',
      'resources[2]',
      'resources[2].properties.template.resources[0]',
      'resources[1]',
      'resources[0]',
      'resources[3]',
    ]);
  });

  test('PSRule: children and extensions inside their parents, databases beside them', () => {
    const server = 'Microsoft.Sql/servers';
    const extension = { dependsOn: ['sql'] };
    const logs = `${group}/providers/${server}/sql/providers/Microsoft.Insights/diagnosticSettings/logs`;
    const resources = [
      resource(['resources', 0], server, 'sql'),
      resource(['resources', 0, 'resources', 0], `${server}/rules`, 'sql/written', { name: 'written' }),
      resource(['resources', 1], `${server}/administrators`, 'sql/admin'),
      resource(['resources', 2], `${server}/databases`, 'sql/db'),
      resource(['resources', 3], 'Microsoft.Insights/diagnosticSettings', 'logs', extension, { id: logs }),
      resource(['resources', 4], `${server}/rules`, 'elsewhere/rule'),
    ];
    const view = psruleView(deployed({ resources }), 'main');
    expect(names(view)).toEqual(['main', 'sql', 'sql/db', 'elsewhere/rule']);
    expect(names({ resources: lookup(view.resources, [1, 'resources']) as unknown[] })).toEqual([
      'written',
      'sql/admin',
      'logs',
    ]);
    expect(lookup(view.resources, [1, 'scope'])).toBe(group);
    expect(lookup(view.resources, [2, 'scope'])).toBe(`${group}/providers/${server}/sql`);
  });

  test('PSRule: resources of one id are one', () => {
    const account = 'Microsoft.Storage/storageAccounts';
    const resources = [
      resource(['resources', 0], account, 'store', { sku: { name: 'a', tier: 'x' } }),
      resource(['resources', 1], account, 'store', { sku: { name: 'b' } }),
      resource(['resources', 2], 'A/b', 'one', { version: 1 }),
      resource(['resources', 3], 'A/b/c', 'one/child', { version: 1 }),
      resource(['resources', 4], 'A/b', 'one', { version: 2 }),
      resource(['resources', 5], 'A/b/c', 'one/child', { version: 2 }),
    ];
    expect(psruleView(deployed({ resources }), 'main').resources.slice(1)).toMatchObject([
      { name: 'store', sku: { name: 'b', tier: 'x' } },
      { name: 'one', version: 2, resources: [{ name: 'one/child', version: 2 }] },
    ]);
  });
});

describe('a case', () => {
  const expectedOutputs = { a: 1, b: 2 };
  const outputs = (a: number, b: number) => deployed({ outputs: { a, b } });

  test.each<[string, Partial<Case>, Deployed, Disputes, string]>([
    ['holds', { expectedOutputs }, outputs(1, 2), {}, 'passed'],
    ['does not hold', { expectedOutputs }, outputs(1, 3), {}, 'failed'],
    ['expects nothing', { expect: [] }, outputs(1, 3), {}, 'passed'],
    ['is disputed', { expectedOutputs, disputed: 'why' }, outputs(1, 3), {}, 'disputed'],
    ['is disputed and holds', { expectedOutputs, disputed: 'why' }, outputs(1, 2), {}, 'disputed'],
    ['is disputed by us', { expectedOutputs }, outputs(1, 3), { case: 'why' }, 'disputed'],
    ['is disputed in part', { expectedOutputs }, outputs(1, 3), { case: { 'outputs.b.value': 'why' } }, 'disputed'],
    ['fails beside it', { expectedOutputs }, outputs(7, 3), { case: { 'outputs.b.value': 'why' } }, 'failed'],
    [
      'has a disputed expectation',
      { expect: [{ path: ['outputs', 'a', 'value'], equals: 2, disputed: 'why' }] },
      outputs(1, 2),
      {},
      'disputed',
    ],
    ['is Bicep', { kind: 'bicep-snapshot' }, deployed(), {}, 'not applicable'],
    ['is of no known kind', { kind: 'riddle' }, deployed(), {}, 'failed'],
    [
      'wants an error and gets one',
      { kind: 'error' },
      deployed({ problems: [{ message: 'x', path: [] }] }),
      {},
      'passed',
    ],
    ['wants an error and gets none', { kind: 'error' }, deployed(), {}, 'failed'],
    ['names a file that is not there', { template: 'files/none.json' }, deployed(), {}, 'failed'],
    [
      'gets an error where the platform had none',
      { authority: 'engine', expectedOutputs },
      { ...outputs(1, 2), problems: [{ message: 'x', path: [] }] },
      {},
      'failed',
    ],
    ['has fitting types', { kind: 'type-validation', accept: ['a'], reject: [1] }, deployed(), {}, 'passed'],
    ['has a type too strict', { kind: 'type-validation', accept: [1] }, deployed(), {}, 'failed'],
    ['has a type too lax', { kind: 'type-validation', reject: ['a'] }, deployed(), {}, 'failed'],
    [
      'has text',
      { kind: 'expression-text', text: 'a', fileSays: 'plain strings, not expressions' },
      deployed(),
      {},
      'passed',
    ],
    [
      'has an expression',
      { kind: 'expression-text', text: '[a()]', fileSays: 'valid expressions' },
      deployed(),
      {},
      'passed',
    ],
    [
      'has none',
      { kind: 'expression-text', text: '[a]', fileSays: 'holds invalid expressions' },
      deployed(),
      {},
      'passed',
    ],
    ['has an error unasked', { kind: 'expression-syntax', expression: '[a]', errors: [] }, deployed(), {}, 'failed'],
    [
      'has an error as asked',
      { kind: 'expression-syntax', expression: '[a]', errors: ['x'] },
      deployed(),
      {},
      'passed',
    ],
    ['reprints, but for blanks', { kind: 'bicep-expression', arm: '[a(1, 2)]' }, deployed(), {}, 'passed'],
  ])('that %s', (_, testCase, result, disputes, verdict) => {
    expect(runCase(testCase, result, disputes).verdict).toBe(verdict);
  });

  test('whose dispute is needless says so', () => {
    expect(runCase({ expectedOutputs }, outputs(1, 2), { case: 'why' }).needless).toEqual(['case']);
    const partly = { case: { 'outputs.a.value': 'why', 'outputs.b.value': 'why' } };
    expect(runCase({ expectedOutputs }, outputs(1, 3), partly).needless).toEqual(['case: outputs.a.value']);
  });

  test('that crashes fails with the error', () => {
    const engine = { ...engineThatGives(deployed()), deploy: () => expect.fail('boom') };
    expect(run({ name: 'case', kind: 'outputs', template: {} }, engine, '', {})).toMatchObject({
      verdict: 'failed',
      failures: [{ got: expect.stringContaining('boom') }],
    });
  });

  test('is evaluated with its parameters and what its authority takes for granted', () => {
    const engine = engineThatGives(deployed());
    const template = { parameters: { resourceName: {}, tags: { defaultValue: {} } } };
    const parameters = { a: { value: 1 }, b: { x: 2 } };
    const context = { subscriptionId: 's', tenantId: 't' };
    const needsOptions = 'ps-rule-options.yaml';
    const testCase = {
      name: 'case',
      kind: 'outputs',
      authority: 'imitation',
      template,
      parameters,
      context,
      needsOptions,
    };
    run(testCase, engine, '', {});
    const [[source, files, given] = []] = engine.calls as [{ text: string }, { text: string }[], unknown][];
    expect(JSON.parse(source?.text ?? '')).toEqual(template);
    expect(files?.map(({ text }) => JSON.parse(text))).toEqual([
      { parameters: { resourceName: { value: 'resource123' } } },
      { parameters: { a: { value: 1 }, b: { value: { x: 2 } } } },
    ]);
    expect(given).toMatchObject({ cloud: 'AzureCloud', subscriptionId: 's', tenantId: expect.stringMatching(/^1111/) });
  });
});

test('the report: failures, a table, the sums', () => {
  const at = { path: ['outputs', 'a', 'value'] };
  const outcomes = [
    runCase({ name: 'good', expectedOutputs: { a: 1 } }, deployed({ outputs: { a: 1 } })),
    runCase({
      name: 'bad',
      expect: [
        { ...at, equals: 1 },
        { ...at, count: 2, disputed: 'why' },
      ],
    }),
    runCase({ name: 'doubtful', disputed: 'why', expectedOutputs: { a: 1 } }),
    runCase({ name: 'foreign', kind: 'bicep-snapshot' }),
  ];
  expect(report([{ name: 'suite', outcomes }])).toBe(
    [
      'suite: bad',
      '  outputs.a.value: expected 1, got nothing',
      '',
      'suite  kind              passed    failed  disputed',
      'suite  outputs                1         1         1',
      'suite  bicep-snapshot  not applicable (1)',
      '1 passed, 1 failed, 1 disputed',
      '',
    ].join('\n'),
  );
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const directory = (name: string, cases: unknown) => {
    const path = join(folder, name);
    mkdirSync(join(path, 'cases'), { recursive: true });
    mkdirSync(join(path, 'files'));
    writeFileSync(join(path, 'files', 'template.json'), '{}');
    writeFileSync(join(path, 'cases', 'suite.json'), JSON.stringify(cases));
    return path;
  };
  const engine = async () => engineThatGives(deployed({ outputs: { a: 1 } }));
  const testCase = { name: 'case', kind: 'outputs', template: 'files/template.json' };

  test.each<[string, unknown, number, string]>([
    ['good', [{ ...testCase, expectedOutputs: { a: 1 } }], 0, '1 passed, 0 failed, 0 disputed'],
    ['bad', [{ ...testCase, expectedOutputs: { a: 2 } }], 1, '0 passed, 1 failed, 0 disputed'],
    ['disputed', [{ ...testCase, expectedOutputs: { a: 2 }, disputed: 'x' }], 0, '0 passed, 0 failed, 1 disputed'],
    ['no-list', {}, 2, `${join(folder, 'no-list', 'cases', 'suite.json')} is not a list of cases`],
  ])('%s: %j', async (name, cases, exitCode, last) => {
    const result = await main([directory(name, cases)], engine);
    expect(result.exitCode).toBe(exitCode);
    expect(result.output.trimEnd().split('\n').at(-1)).toBe(last);
  });

  test.each([[[]], [['a', 'b']], [[join(folder, 'none')]]])('wrong call %j', async (args) => {
    expect((await main(args, engine)).exitCode).toBe(2);
  });
});
