import { describe, expect, test } from 'vitest';
import { deploy } from '../../src/arm/index.ts';
import { deployed, documentFrom, evaluated, positionOf, problemsOf, resultOf, shown, templateOf } from './support.ts';

/** Deploys a template with these parameters and a parameter file of this content. */
const withFile = (parameters: object, file: unknown, ...others: unknown[]) =>
  deploy(
    documentFrom(
      templateOf({
        parameters,
        outputs: Object.fromEntries(
          Object.keys(parameters).map((name) => [name, { type: 'object', value: `[parameters('${name}')]` }]),
        ),
      }),
    ),
    { parameters: [file, ...others].map((one, index) => documentFrom(one, `${index}.parameters.json`)) },
  );

describe('values', () => {
  test.each<[object, unknown, unknown, string]>([
    [{ type: 'string' }, 'x', 'x', 'a text'],
    [{ type: 'STRING' }, 'x', 'x', 'types in any case'],
    [{ type: 'int' }, 5, 5, 'a number'],
    [{ type: 'bool' }, false, false, 'a truth value'],
    [{ type: 'array' }, [1, 'a'], [1, 'a'], 'a list'],
    [{ type: 'object' }, { a: { b: null } }, { a: { b: null } }, 'an object'],
    [{ type: 'string' }, "[concat('a', 'b')]", "[concat('a', 'b')]", 'what looks like an expression is text'],
    [{ type: 'string' }, '[[x]', '[[x]', 'and escapes stay'],
    [{ type: 'string', defaultValue: 'd' }, null, 'd', 'null asks for the default'],
    [{ type: 'string', defaultValue: 'd' }, undefined, 'd', 'none: the default'],
    [{ type: 'string', defaultValue: '[[x]' }, undefined, '[x]', 'escapes in a default'],
    [{ type: 'string', nullable: true }, undefined, null, 'none is needed'],
    [{ $ref: '#/definitions/name' }, 'x', 'x', 'a type of its own'],
  ])('%j given %j is %j: %s', (declaration, given, expected) => {
    const sections = {
      parameters: { p: declaration },
      languageVersion: '2.0',
      definitions: { name: { type: 'string' } },
    };
    const told = { given: given === undefined ? {} : { P: given } };
    expect(resultOf("parameters('p')", sections, told)).toEqual(expected);
  });

  test.each<[unknown, unknown, string]>([
    ["[concat('a-', parameters('other'))]", 'a-o', 'made of another parameter'],
    [{ list: ["[parameters('other')]"] }, { list: ['o'] }, 'at any depth'],
    ['[newGuid()]', undefined, 'known to the deployment only'],
  ])('a default %j is %j: %s', (defaultValue, expected) => {
    const parameters = { p: { type: 'object', defaultValue }, other: { type: 'string', defaultValue: 'o' } };
    expect(evaluated("[parameters('p')]", { parameters }, { given: {} }).value).toEqual(expected);
  });

  test('two new identifiers are not the same', () => {
    const one = { type: 'string', defaultValue: '[newGuid()]' };
    expect(
      evaluated("[equals(parameters('a'), parameters('b'))]", { parameters: { a: one, b: one } }).value,
    ).toBeUndefined();
  });

  test.each<[object, string]>([
    [{ a: { type: 'string', defaultValue: "[parameters('a')]" } }, '"a": parameter "a" takes its default from itself'],
    [
      {
        a: { type: 'string', defaultValue: "[concat('x', parameters('b'))]" },
        b: { type: 'object', defaultValue: { deep: ["[parameters('a')]"] } },
      },
      '"a": parameter "a" takes its default from itself',
    ],
  ])('%j: %s', (parameters, problem) => {
    expect(problemsOf("parameters('a')", { parameters })).toEqual([problem]);
  });
});

describe('files', () => {
  test('a later one wins, value by value', () => {
    const parameters = { a: { type: 'int' }, b: { type: 'int' } };
    const deployment = withFile(
      parameters,
      { parameters: { a: { value: 1 }, b: { value: 1 } } },
      { parameters: { B: { value: 2 } } },
    );
    expect(deployment.outputs().get('a.value').value).toBe(1);
    expect(deployment.outputs().get('b.value').value).toBe(2);
  });

  test('the envelope may be missing', () =>
    expect(
      withFile({ a: { type: 'int' } }, { a: { value: 1 } })
        .outputs()
        .get('a.value').value,
    ).toBe(1));

  test.each<[object, string, string]>([
    [{ reference: { keyVault: { id: '/x' }, secretName: 's' } }, 'parameter "p" comes from Key Vault', 'a secret'],
    [{ expression: "[externalInputs('x')]" }, 'parameter "p" is only known during deployment', 'an external input'],
    [{ value: 'GEN-UNIQUE' }, 'parameter "p" has a placeholder for a value', 'a word of the quickstarts'],
    [{ value: '#{name}#' }, 'parameter "p" has a placeholder for a value', 'a mark of a replacement task'],
    [{ value: '<your name>' }, 'parameter "p" has a placeholder for a value', 'a hint'],
    [{}, 'parameter "p" has no value', 'an entry without value'],
  ])('%j is unknown: %s (%s)', (entry, reason) => {
    const deployment = withFile({ p: { type: 'string' } }, { parameters: { p: entry } });
    const field = deployment.outputs().get('p.value');
    expect([field.state, field.reason, deployment.problems(true)]).toEqual(['unknown', reason, []]);
  });

  test('a value points at the file that it stands in, a default at the template', () => {
    const parameters = { a: { type: 'int' }, b: { type: 'int', defaultValue: 2 } };
    const outputs = withFile(parameters, { parameters: { a: { value: 1 } } }).outputs();
    const { at, via } = outputs.get('a.value');
    expect([at.file.path, at.path]).toEqual(['0.parameters.json', ['parameters', 'a', 'value']]);
    expect(via.map((place) => place.path)).toEqual([['outputs', 'a', 'value']]);
    expect(outputs.get('b.value').at.path).toEqual(['parameters', 'b', 'defaultValue']);
  });

  test.each([
    ['securestring', 'hunter2'],
    ['secureObject', { password: 'hunter2' }],
  ])('a %s is never looked at', (type, value) => {
    const deployment = withFile({ p: { type, defaultValue: 'hunter2' } }, { parameters: { p: { value } } });
    const field = deployment.outputs().get('p.value');
    expect([field.state, field.reason]).toEqual(['unknown', 'parameter "p" is secure']);
    expect(JSON.stringify([field.canonical(), deployment.problems(true).map(shown)])).not.toContain('hunter2');
  });
});

describe('refused values', () => {
  const refused = (declaration: object, value: unknown, more: object = {}) =>
    deployed(templateOf({ parameters: { vlan: declaration }, ...more }), { given: { vlan: value } })
      .problems(true)
      .map((problem) => ({ kind: problem.kind, ...shown(problem) }));

  test.each<[object, unknown, string, string]>([
    [{ type: 'int' }, 'ten', '"ten"', 'parameter "vlan" must be a whole number, but is "ten".'],
    [{ type: 'string' }, 5, '5', 'parameter "vlan" must be text, but is 5. Put it in quotes.'],
    [{ type: 'int', maxValue: 4094 }, 5000, '5000', 'parameter "vlan" is 5000, but the template allows at most 4094.'],
    [
      { type: 'string', allowedValues: ['Static', 'Dynamic'] },
      'Statik',
      '"Statik"',
      'parameter "vlan" is "Statik", but must be one of "Static", "Dynamic". Did you mean "Static"?',
    ],
    [
      { type: 'securestring', minLength: 12 },
      'short',
      '"short"',
      'parameter "vlan" has 5 characters, but the template requires at least 12.',
    ],
  ])('%j refuses %j', (declaration, value, text, message) =>
    expect(refused(declaration, value)).toEqual([{ kind: 'parameter-rejected', text, message }]),
  );

  test('also when the value is a part of another, and no expression uses it', () => {
    const declaration = { $ref: '#/definitions/network' };
    const network = { type: 'object', properties: { vlan: { type: 'int' } } };
    const more = { languageVersion: '2.0', definitions: { network } };
    expect(refused(declaration, { vlan: 'x' }, more)).toEqual([
      {
        kind: 'parameter-rejected',
        text: '"x"',
        message: '"vlan" of parameter "vlan" must be a whole number, but is "x".',
      },
    ]);
  });

  test('a value for no parameter', () => {
    const problems = deployed(templateOf({ parameters: { vlanId: { type: 'int', defaultValue: 1 } } }), {
      given: { vlanld: 5, other: 1 },
    }).problems(true);
    expect(problems.map((one) => [one.kind, shown(one).text, positionOf(one), one.message])).toEqual([
      ['parameter-rejected', '"vlanld"', '5:3', 'the template has no parameter "vlanld". Did you mean "vlanId"?'],
      [
        'parameter-rejected',
        '"other"',
        '8:3',
        'the template has no parameter "other". Remove it, or declare it in the template',
      ],
    ]);
  });

  test.each<[object, unknown, string]>([
    [{ type: 'int' }, '5', 'tools convert it'],
    [{ type: 'string', allowedValues: ['a'] }, 'A', 'only the case differs'],
    [{ type: 'string', allowedValues: ['a'] }, 'GEN-UNIQUE', 'a placeholder'],
    [{ type: 'int', minValue: 1 }, 1, 'the edge'],
  ])('%j takes %j: %s', (declaration, value) => expect(refused(declaration, value)).toEqual([]));
});

describe('user functions', () => {
  const functions = [
    {
      namespace: 'own',
      members: {
        name: {
          parameters: [{ name: 'prefix', type: 'string' }],
          output: { type: 'string', value: "[concat(parameters('prefix'), '-', parameters('PREFIX'))]" },
        },
        twice: {
          parameters: [{ name: 'of', type: 'string' }],
          output: { type: 'object', value: { first: "[own.name(parameters('of'))]", second: "[variables('v')]" } },
        },
      },
    },
  ];
  const sections = {
    functions,
    variables: { v: 'value' },
    parameters: { given: { type: 'string', defaultValue: 'g' } },
  };

  test.each<[string, unknown, string]>([
    ["own.name('a')", 'a-a', 'its own parameters'],
    ["OWN.Name('a')", 'a-a', 'in any case'],
    ["own.twice('a').first", 'a-a', 'another function'],
    ["own.twice('a').second", 'value', 'a variable, as Bicep allows it'],
  ])('%s is %j: %s', (expression, expected) => expect(resultOf(expression, sections)).toEqual(expected));

  test.each<[string, string]>([
    ["own.name('a', 'b')", "own.name('a', 'b'): own.name() takes 1 argument, but has 2"],
    ['own.name()', 'own.name(): own.name() takes 1 argument, but has 0'],
    ["own.nane('a')", 'own.nane: there is no function "own.nane". Did you mean "own.name"?'],
  ])('%s is wrong at %s', (expression, problem) => expect(problemsOf(expression, sections)).toEqual([problem]));
});

describe('variables', () => {
  test.each<[object, string, unknown, string]>([
    [{ a: 1, b: "[variables('A')]" }, "variables('b')", 1, 'in any order and case'],
    [{ a: { deep: ["[concat('x', 'y')]"] } }, "variables('a').deep[0]", 'xy', 'expressions at any depth'],
    [
      { copy: [{ name: 'names', count: 3, input: "[concat('n', copyIndex('names', 1))]" }] },
      "variables('names')",
      ['n1', 'n2', 'n3'],
      'a loop that makes one',
    ],
    [
      { a: { copy: [{ name: 'l', count: 2, input: { i: "[copyIndex('l')]" } }], b: 1 } },
      "variables('a')",
      { l: [{ i: 0 }, { i: 1 }], b: 1 },
      'a loop in one',
    ],
    [{ copy: [{ name: 'none', count: 0, input: 'x' }] }, "variables('none')", [], 'a loop of no turns'],
    [{ copy: 'text' }, "variables('copy')", 'text', 'one that is called copy'],
    [{ "[concat('a', 'b')]": 1 }, "variables('x')", undefined, 'names are no expressions'],
  ])('%j: %s is %j (%s)', (variables, expression, expected) =>
    expect(evaluated(`[${expression}]`, { variables }).value).toEqual(expected),
  );

  test.each<[object, string]>([
    [{ a: "[variables('a')]" }, '"a": variable "a" takes its value from itself'],
    [{ a: { b: "[variables('a')]" } }, '"a": variable "a" takes its value from itself'],
    [
      { a: "[variables('b')]", b: "[concat(variables('c'))]", c: ["[variables('a')]"] },
      '"a": variable "a" takes its value from itself',
    ],
    [{ copy: [{ name: 'a', count: "[length(variables('a'))]", input: 1 }] }, ''],
  ])('%j: %s', (variables, problem) => {
    const [found, ...others] = problemsOf("variables('a')", { variables });
    expect(others).toEqual([]);
    expect(found).toContain(problem === '' ? 'variable "a" takes its value from itself' : problem);
  });

  test('one that nobody asks for is not evaluated', () =>
    expect(problemsOf("variables('good')", { variables: { good: 1, bad: '[div(1, 0)]' } })).toEqual([]));
});
