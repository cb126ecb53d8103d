import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Case, Disputes } from '../../scripts/conformance/cases.js';
import type { Deployed, Engine } from '../../scripts/conformance/engine.js';
import { main } from '../../scripts/conformance/main.js';
import { report } from '../../scripts/conformance/report.js';
import { run } from '../../scripts/conformance/run.js';
import { root } from '../../scripts/fixtures.js';

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

test('our own disputes have reasons', () => {
  const disputes: Disputes = JSON.parse(readFileSync(join(root, 'scripts/conformance-disputed.json'), 'utf8'));
  const reasons = Object.values(disputes).flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one)));
  expect(reasons.filter((reason) => typeof reason !== 'string' || reason.length < 20)).toEqual([]);
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
