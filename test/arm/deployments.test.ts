import { describe, expect, test } from 'vitest';
import type { Deployment } from '../../src/arm/index.ts';
import type { Field } from '../../src/model/field.ts';
import { deployed, deploymentOf, inner, outputsOf, shown, type Told, templateOf } from './support.ts';

const type = 'Microsoft.A/b';
const apiVersion = '2022-09-01';
const told: Told = {
  context: {
    subscription: { subscriptionId: 'S', displayName: 'Production' },
    resourceGroup: { name: 'G', location: 'westeurope', tags: { owner: 'me' } },
  },
};

const deploy = (sections: object, more: Told = told): Deployment => deployed(templateOf(sections), more);

const textOf = (field: Field | undefined): string | undefined =>
  field?.parts?.map((part) => (typeof part === 'string' ? part : '?')).join('');

/** The names of all resources but the deployments themselves. */
const namesOf = (all: Deployment) =>
  all.resources().flatMap(({ isDeployment, name }) => (isDeployment ? [] : [textOf(name) ?? '?']));

const problemsOf = (all: Deployment) =>
  all
    .problems(true)
    .map(shown)
    .map(({ text, message }) => `${text}: ${message}`);

const named = (name: string) => ({ type, apiVersion, name });

describe('whose expressions they are', () => {
  const template = {
    parameters: { who: { type: 'string', defaultValue: 'inner' } },
    variables: { v: 'inner variable' },
    resources: [named("[concat(parameters('who'), '-', variables('v'))]")],
  };
  test.each<[object, unknown, string | undefined, string]>([
    [{}, 'outer-outer variable', undefined, 'without a word they belong to the template around'],
    [{ expressionEvaluationOptions: { scope: 'Outer' } }, 'outer-outer variable', undefined, 'also when it says so'],
    [{ expressionEvaluationOptions: { scope: 'NotSpecified' } }, 'outer-outer variable', undefined, 'or says nothing'],
    [
      { expressionEvaluationOptions: { scope: 'INNER' } },
      'inner-inner variable',
      undefined,
      'to its own template, in any case',
    ],
    [
      { ...inner, parameters: { who: { value: "[parameters('who')]" } } },
      'outer-inner variable',
      undefined,
      'values are passed down',
    ],
    [{}, 'inner-inner variable', '2.0', 'version 2 knows inner scope only'],
  ])('%j: %s', (properties, name, languageVersion) => {
    const around = {
      ...(languageVersion === undefined ? {} : { languageVersion }),
      parameters: { who: { type: 'string' } },
      variables: { v: 'outer variable' },
    };
    const all = deploy(
      { ...around, resources: [deploymentOf(template, { properties })] },
      { ...told, given: { who: 'outer' } },
    );
    expect([namesOf(all), problemsOf(all)]).toEqual([[name], []]);
  });

  test('the loop around is seen in outer scope only', () => {
    const template = { resources: [named("[concat('n', copyIndex())]")] };
    const copy = { name: 'all', count: 2 };
    expect(
      namesOf(deploy({ resources: [deploymentOf(template, { copy, name: "[concat('d', copyIndex())]" })] })),
    ).toEqual(['n0', 'n1']);
    const wrong = deploy({ resources: [deploymentOf(template, { copy, properties: inner })] });
    expect(problemsOf(wrong)).toEqual(['copyIndex(): copyIndex() stands outside a copy loop']);
  });

  test('a loop inside a nested template', () => {
    const loop = { ...named("[concat('n', copyIndex())]"), copy: { name: 'l', count: "[parameters('count')]" } };
    const template = { parameters: { count: { type: 'int' } }, resources: [loop] };
    const properties = { ...inner, parameters: { count: { value: 3 } } };
    expect(namesOf(deploy({ resources: [deploymentOf(template, { properties })] }))).toEqual(['n0', 'n1', 'n2']);
  });

  test('a missing outer name is reported once, in the inner template of an outer scope', () => {
    const template = { parameters: { own: { type: 'string' } }, resources: [named("[parameters('own')]")] };
    expect(problemsOf(deploy({ resources: [deploymentOf(template)] }))).toEqual([
      `'own': parameter "own" is not declared. Declare it under "parameters"`,
    ]);
    expect(problemsOf(deploy({ resources: [deploymentOf(template, { properties: inner })] }))).toEqual([]);
  });
});

describe('values passed down', () => {
  const template = {
    parameters: { p: { type: 'string', defaultValue: 'default' } },
    ...outputsOf({ p: "[parameters('p')]" }),
  };
  const passed = (entry: unknown, sections: object = {}, more: Told = told) =>
    deploy(
      {
        ...sections,
        resources: [deploymentOf(template, { properties: { ...inner, parameters: { p: entry } } })],
        ...outputsOf({ got: "[reference('dep').outputs.p.value]" }),
      },
      more,
    );

  test.each<[unknown, unknown, string]>([
    [{ value: 'x' }, 'x', 'a value'],
    [{ value: "[concat('a', 'b')]" }, 'ab', 'an expression of the template around'],
    [{ value: '[[x]' }, '[x]', 'an escaped bracket'],
    [{ value: null }, 'default', 'null asks for the default'],
    [{ value: "[json('null')]" }, 'default', 'also when it is made'],
    [{}, 'default', 'nothing'],
    [{ reference: { keyVault: { id: '/v' }, secretName: 's' } }, undefined, 'a secret'],
    [{ copy: [{ name: 'value', count: 2, input: "[copyIndex('value')]" }] }, [0, 1], 'a loop, as Bicep writes it'],
  ])('%j gives %j: %s', (entry, expected) =>
    expect(passed(entry).outputs().get('got.value').plain()).toEqual(expected),
  );

  test('a refused one is shown where it is written', () => {
    const wrong = { parameters: { vlan: { type: 'int' } } };
    const properties = { ...inner, parameters: { vlan: { value: "[variables('text')]" }, vlann: { value: 1 } } };
    const all = deploy({ variables: { text: 'x' }, resources: [deploymentOf(wrong, { properties })] });
    expect(all.problems(true).map((one) => [one.kind, shown(one)])).toEqual([
      [
        'parameter-rejected',
        { text: '"vlann"', message: 'the template has no parameter "vlann". Did you mean "vlan"?' },
      ],
      ['parameter-rejected', { text: '"x"', message: 'parameter "vlan" must be a whole number, but is "x".' }],
    ]);
  });

  test('secrets of two deployments are not the same', () => {
    const secret = {
      parameters: { s: { type: 'securestring' } },
      ...outputsOf({ s: "[concat('x', parameters('s'))]" }),
    };
    const resources = ['one', 'two'].map((name) =>
      deploymentOf(secret, { name, properties: { ...inner, parameters: { s: { value: name } } } }),
    );
    const equal = "[equals(reference('one').outputs.s.value, reference('two').outputs.s.value)]";
    const all = deploy({ resources, ...outputsOf({ equal }) });
    expect(all.outputs().get('equal.value').state).toBe('unknown');
  });
});

describe('outputs passed up', () => {
  const template = outputsOf({ fixed: 'x', made: "[concat('a', 'b')]", unknown: '[newGuid()]', object: { deep: [1] } });
  const got = (expression: string, sections: object = {}, more: Told = told) => {
    const all = deploy(
      {
        resources: [deploymentOf(template, { properties: inner })],
        ...outputsOf({ got: `[${expression}]` }),
        ...sections,
      },
      more,
    );
    expect(problemsOf(all)).toEqual([]);
    return all.outputs().get('got.value').plain();
  };

  test.each<[string, unknown, string]>([
    ["reference('dep').outputs.fixed.value", 'x', 'by name'],
    ["reference('DEP').outputs.FIXED.value", 'x', 'in any case'],
    ["reference(resourceId('Microsoft.Resources/deployments', 'dep')).outputs.made.value", 'ab', 'by id'],
    [
      `reference(resourceId('Microsoft.Resources/deployments', 'dep'), '${apiVersion}').outputs.object.value.deep[0]`,
      1,
      'a part of one',
    ],
    ["reference('dep').outputs.unknown.value", undefined, 'what only the deployment knows'],
    ["tryGet(reference('dep').outputs, 'missing', 'value')", null, 'one that is not there'],
    ["reference('dep').provisioningState", undefined, 'other properties'],
  ])('%s is %j: %s', (expression, expected) => {
    expect(got(expression)).toEqual(expected);
    expect(got(expression, {}, {})).toEqual(expected);
  });

  test('of one of a loop, and by symbolic name', () => {
    const each = { parameters: { i: { type: 'int' } }, ...outputsOf({ i: "[parameters('i')]" }) };
    const properties = { ...inner, parameters: { i: { value: '[copyIndex()]' } } };
    const loop = deploymentOf(each, {
      name: "[concat('d', copyIndex())]",
      copy: { name: 'all', count: 3 },
      properties,
    });
    expect(got("reference('d2').outputs.i.value", { resources: [loop] })).toBe(2);
    const version2 = { languageVersion: '2.0', resources: { all: loop } };
    expect(got("reference('all[1]').outputs.i.value", version2)).toBe(1);
    const sum =
      "reduce(references('all'), 0, lambda('a', 'b', add(lambdaVariables('a'), lambdaVariables('b').outputs.i.value)))";
    expect(got(sum, version2)).toBe(3);
  });

  test('of one deployment to another', () => {
    const second = { parameters: { p: { type: 'string' } }, resources: [named("[parameters('p')]")] };
    const parameters = { p: { value: "[reference('dep').outputs.made.value]" } };
    const resources = [
      deploymentOf(template, { properties: inner }),
      deploymentOf(second, { name: 'next', properties: { ...inner, parameters } }),
    ];
    expect(namesOf(deploy({ resources }))).toEqual(['ab']);
  });

  test.each<[object, string, unknown]>([
    [{ o: { type: 'string', value: 'x', condition: false } }, 'o', null],
    [{ o: { type: 'string', value: 'x', condition: true } }, 'o', 'x'],
    [{ o: { type: 'securestring', value: 'x' } }, 'o', undefined],
    [{ o: { type: 'array', copy: { count: 2, input: '[copyIndex()]' } } }, 'o', [0, 1]],
  ])('%j: %s is %j', (own, name, expected) => {
    const resources = [deploymentOf({ outputs: own }, { properties: inner })];
    expect(got(`tryGet(reference('dep').outputs, '${name}', 'value')`, { resources })).toEqual(expected);
  });

  test('an output that needs itself is an error, not a circle', () => {
    const circle = { parameters: { x: { type: 'object' } }, ...outputsOf({ o: { a: "[parameters('x')]" } }) };
    const parameters = { x: { value: "[reference('dep').outputs.o.value]" } };
    const all = deploy({ resources: [deploymentOf(circle, { properties: { ...inner, parameters } })] });
    const [problem, ...others] = problemsOf(all);
    expect(problem).toContain('takes its');
    expect([others, all.limits]).toEqual([[], []]);
  });
});
