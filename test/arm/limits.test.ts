import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expressionOf } from './expressions.ts';
import { deployed, deploymentOf, inner, templateOf } from './support.ts';

const resource = { type: 'Microsoft.A/b', apiVersion: '2020-01-01', name: "[concat('n', copyIndex())]" };

/** Variables `v0`, `v1` …, each made from the one before. */
const chain = (
  length: number,
  make: (previous: string, index: number) => unknown,
  start: unknown = 'x',
  letter = 'v',
) =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [
      `${letter}${index}`,
      index === 0 ? start : make(`variables('${letter}${index - 1}')`, index),
    ]),
  );

const last = (count: number, letter = 'v') => `variables('${letter}${count - 1}')`;
const output = (value: unknown) => ({ outputs: { o: { type: 'object', value } } });

/** A template that makes a variable of a chain. */
const ofChain = (count: number, make: (previous: string, index: number) => unknown, start?: unknown) => ({
  parameters: { p: { type: 'string' }, q: { type: 'string' } },
  variables: { ...chain(count, make, start), ...chain(count, make, "[parameters('q')]", 'w') },
  ...output(`[${last(count)}]`),
});

const twice = (previous: string) => `[concat(${previous}, ${previous})]`;
const pair = (previous: string) => `[createArray(${previous}, ${previous})]`;
const object = (previous: string) => ({ a: `[${previous}]`, b: `[${previous}]` });
const unknown = "[concat('a', parameters('p'))]";
const map = (body: string) => `[map(range(0, 10000), lambda('x', ${body}))]`;
const big = "[padLeft('x', 3000000)]";
const own = (parameters: object[], value: string) => ({
  functions: [{ namespace: 'own', members: { f: { parameters, output: { type: 'int', value } } } }],
});

const steps = 'limit: the template takes more than 250000 steps to evaluate';
const depth = 'limit: values of the template refer to each other more than 400 levels deep';
const copies = 'limit: the template makes more than 10000 resources and copies';
const parts = /makes a text of more than 1000 parts/;
const characters = /more than \d+ characters/;
const items = /makes a list of more than 10000 items/;

/** What a template comes to: a limit, an error, or neither. Never more than two seconds of work, and no exception. */
function end(sections: object, given?: Record<string, unknown>): { limits: readonly string[]; messages: string[] } {
  const started = process.cpuUsage();
  const deployment = deployed(templateOf(sections), given ? { given } : {});
  const problems = deployment.problems(true);
  const field = deployment.outputs().get('o.value');
  field.canonical();
  field.plain();
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1_000).toBeLessThan(2_000);
  return { limits: deployment.limits, messages: problems.map(({ message }) => message) };
}

describe('what asks for too much hits a limit, in words', () => {
  const cases: [string, object, string | RegExp][] = [
    [
      'a loop in a loop',
      {
        resources: [
          {
            ...resource,
            copy: { name: 'c', count: 800 },
            properties: { copy: [{ name: 'p', count: 800, input: "[copyIndex('p')]" }] },
          },
        ],
      },
      copies,
    ],
    ['a loop of a million', { resources: [{ ...resource, copy: { name: 'c', count: 1_000_000 } }] }, copies],
    ['a padLeft of a billion', output("[padLeft('x', 1000000000)]"), characters],
    ['many long texts', output(map("padLeft('x', 4000000)")), characters],
    ['a text that doubles', ofChain(60, twice), characters],
    ['a text that doubles, known in part', ofChain(60, twice, unknown), parts],
    ['a format that doubles', ofChain(60, (previous) => `[format('{0}{0}', ${previous})]`, unknown), parts],
    ['a list that doubles', ofChain(60, twice, ['a']), items],
    ['a list of lists that is printed', { ...ofChain(60, pair), ...output(`[string(${last(60)})]`) }, characters],
    [
      'lists of lists that are compared',
      { ...ofChain(60, pair, unknown), ...output(`[equals(${last(60)}, ${last(60, 'w')})]`) },
      steps,
    ],
    [
      'objects of objects that are compared',
      { ...ofChain(60, object, unknown), ...output(`[equals(${last(60)}, ${last(60, 'w')})]`) },
      steps,
    ],
    [
      'objects of objects that are merged',
      { ...ofChain(60, object, unknown), ...output(`[union(${last(60)}, ${last(60, 'w')})]`) },
      steps,
    ],
    ['a chain of 600 variables', ofChain(600, (previous) => `[concat(${previous}, 'x')]`), depth],
    ['a chain of 600 objects', ofChain(600, object), depth],
    [
      'a function that calls itself',
      { ...own([{ name: 'x' }], "[own.f(add(parameters('x'), 1))]"), ...output('[own.f(1)]') },
      depth,
    ],
    [
      'a function that calls itself twice',
      { ...own([{ name: 'x' }], '[add(own.f(1), own.f(2))]'), ...output('[own.f(1)]') },
      steps,
    ],
    ['loops of lambdas', output(map(map(map("lambdaVariables('x')").slice(1, -1)).slice(1, -1))), steps],
    ['lists of lists in a lambda', output(map('length(range(0, 10000))')), steps],
    ['a search in a list for each item', output(map("contains(range(0, 10000), lambdaVariables('x'))")), steps],
    [
      'a list that grows item by item',
      output(
        "[reduce(range(0, 10000), createArray(), lambda('a', 'x', concat(lambdaVariables('a'), createArray(1))))]",
      ),
      steps,
    ],
    [
      'an object that grows one by one',
      output(
        "[reduce(range(0, 10000), createObject(), lambda('a', 'x', union(lambdaVariables('a'), createObject(string(lambdaVariables('x')), 1))))]",
      ),
      steps,
    ],
    [
      'a sort of all the wrong way round',
      output("[sort(range(0, 10000), lambda('a', 'b', less(lambdaVariables('b'), lambdaVariables('a'))))]"),
      steps,
    ],
    [
      'a long text that is read again and again',
      { variables: { big }, ...output(map("startsWith(variables('big'), 'x')")) },
      steps,
    ],
    [
      'a pattern of many stars',
      { variables: { big: "[padLeft('x', 300000, 'a')]" }, ...output(map("like(variables('big'), '*a*a*a*a*b')")) },
      steps,
    ],
    [
      'many names to look through',
      { variables: chain(900, () => 1), ...output(map("variables(string(lambdaVariables('x')))")) },
      steps,
    ],
    ['nested deployments that double', { resources: doubled(13) }, copies],
  ];
  test.each(cases)('%s', (_, sections, limit) => {
    const { limits, messages } = end(sections);
    expect([limits, messages.slice(0, 3)]).toEqual([
      expect.arrayContaining([typeof limit === 'string' ? limit : expect.stringMatching(limit)]),
      limit === steps ? expect.anything() : [],
    ]);
  });

  /** Deployments, each with two inside, `levels` deep. */
  function doubled(levels: number): unknown[] {
    let resources: unknown[] = [];
    for (let level = 0; level < levels; level++)
      resources = ['a', 'b'].map((name) => deploymentOf({ resources }, { name, properties: inner }));
    return resources;
  }
});

describe('what looks dangerous is an error, or nothing', () => {
  const cases: [string, object, RegExp | undefined][] = [
    ['100,000 brackets', output(`[${'['.repeat(100_000)}]`), undefined],
    ['100,000 brackets in an expression', output(`[x${'['.repeat(100_000)}]`), /too long/],
    ['calls in calls', output(`[${'f('.repeat(10_000)}]`), /nested too deeply/],
    ['properties of properties', output(`[f()${'.a'.repeat(10_000)}]`), /nested too deeply/],
    ['a huge range', output('[range(0, 1000000000)]'), /range\(\) gives 0 to 10000 numbers/],
    ['a list of lists that doubles', ofChain(60, pair), undefined],
    [
      'a choice that doubles',
      ofChain(60, (previous) => `[if(empty(parameters('p')), ${previous}, createObject('a', ${previous}))]`, { a: 1 }),
      undefined,
    ],
    [
      'an object that contains itself',
      { variables: { v: { a: "[variables('v')]" } }, ...output("[variables('v')]") },
      /takes its value from itself/,
    ],
    [
      '6,000 variables in another case',
      { variables: chain(6_000, (previous) => `[${previous.toUpperCase()}]`, 1), ...output("[variables('v2')]") },
      undefined,
    ],
    [
      'an object of 20,000 properties',
      {
        variables: { big: Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, index])) },
        ...output(map("variables('big').K7")),
      },
      undefined,
    ],
    [
      '800 resources that refer to each other',
      {
        resources: Array.from({ length: 800 }, (_, index) => ({
          ...resource,
          name: `n${index}`,
          properties: { a: `[reference('n${(index * 7) % 800}').b]` },
        })),
      },
      undefined,
    ],
    [
      'a template of 800 nested deployments',
      {
        resources: [
          deploymentOf(
            { variables: chain(50, () => "[toLower('A')]"), resources: [{ ...resource, name: "[variables('v1')]" }] },
            { name: "[concat('d', copyIndex())]", copy: { name: 'c', count: 800 }, properties: inner },
          ),
        ],
      },
      undefined,
    ],
  ];
  test.each(cases)('%s', (_, sections, message) => {
    const { limits, messages } = end(sections);
    expect(limits).toEqual([]);
    if (message) expect(messages[0]).toMatch(message);
    else expect(messages).toEqual([]);
  });

  test.each([
    [1_000, 'Did you mean "v99"?'],
    [1_001, 'Declare it under "variables"'],
  ])('among %i names one that a misspelt one resembles is looked for, or not', (count, advice) => {
    const { messages } = end({ variables: chain(count, () => 1), ...output("[variables('v99x')]") });
    expect(messages).toEqual([`variable "v99x" is not declared. ${advice}`]);
  });

  test('values that are nested deeper than any file', () => {
    // Each is made before the next one, so that no chain of them is long.
    const nested = (previous: string) => `[${'createArray('.repeat(150)}${previous}${')'.repeat(150)}]`;
    const all = Array.from({ length: 300 }, (_, index) => `[length(variables('v${index}'))]`);
    const same = `[equals(${last(300)}, createArray(${last(300)}))]`;
    const { messages } = end({ variables: chain(300, nested), ...output([...all, same, `[${last(300)}]`]) });
    expect(messages).toEqual([]);
  });
});

describe('for any JSON as a template', () => {
  const expression = expressionOf('any', 2).map((text) => `[${text}]`);
  const text = fc.oneof(
    { arbitrary: expression, weight: 3 },
    fc.constantFrom(
      '[',
      '[]',
      "[variables('a')]",
      "[parameters('b')]",
      "[copyIndex('a')]",
      '[resourceGroup()]',
      "[reference('a')]",
      '[[x]',
      '2.0',
      'inner',
      'Microsoft.A/b',
      'Microsoft.Resources/deployments',
      'a',
      '#/definitions/a',
    ),
    fc.string(),
  );
  const name = fc.constantFrom(
    ...['a', 'b', 'name', 'type', 'apiVersion', 'properties', 'copy', 'count', 'input', 'condition', 'scope', 'value'],
    ...['parameters', 'variables', 'resources', 'outputs', 'functions', 'members', 'namespace', 'output', 'template'],
    ...['defaultValue', 'templateLink', 'relativePath', 'uri', 'languageVersion', 'definitions', '$ref', '[concat(1)]'],
  );
  const { json } = fc.letrec<{ json: unknown }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 5 },
      { arbitrary: text, weight: 3 },
      fc.constantFrom<unknown>(null, true, false, 0, 2, -1, 1.5),
      fc.array(tie('json'), { maxLength: 3 }),
      { arbitrary: fc.dictionary(name, tie('json'), { maxKeys: 6 }), weight: 4 },
    ),
  }));
  const section = (of: fc.Arbitrary<unknown>) => fc.oneof(of, json);
  const sections = fc.record(
    {
      languageVersion: fc.constantFrom('1.0', '2.0', 5),
      parameters: section(fc.dictionary(name, json)),
      variables: section(fc.dictionary(name, json)),
      functions: json,
      resources: section(fc.array(fc.dictionary(name, json, { maxKeys: 8 }), { maxLength: 3 })),
      outputs: section(fc.dictionary(name, fc.record({ type: text, value: json }))),
    },
    { requiredKeys: [] },
  );

  test('evaluation never throws, and ends', () =>
    fc.assert(
      fc.property(sections, fc.dictionary(name, json, { maxKeys: 2 }), fc.boolean(), (template, given, isGiven) => {
        const deployment = deployed(templateOf(template), isGiven ? { given, files: { a: template } } : {});
        for (const { message, at } of deployment.problems(true)) {
          expect(message).not.toBe('');
          const { start, end: after } = at.span();
          expect(start < after && after <= at.file.text.length).toBe(true);
        }
        for (const { id, name: own, body } of deployment.resources())
          for (const field of [id, own, body]) field.canonical();
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    ));

  test('whatever the document is', () =>
    fc.assert(
      fc.property(fc.oneof(json, fc.jsonValue()), (value) => {
        const deployment = deployed(value !== null && typeof value === 'object' ? value : { value });
        expect(deployment.problems(true)).toBeInstanceOf(Array);
      }),
    ));
});
