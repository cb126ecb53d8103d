import { describe, expect, test } from 'vitest';
import { deployed, deploymentOf, inner, positionOf, shown, templateOf } from './support.ts';

/**
 * The problems of a template that is written as it stands here, its resources on lines of their own: line, column, the
 * text there, and what is wrong.
 */
function errorsOf(text: string, given?: Record<string, unknown>): string[] {
  const $schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
  const file = `{ "$schema": "${$schema}", "contentVersion": "1.0.0.0",\n${text} }`;
  const problems = deployed(file, given ? { given } : {}).problems(true);
  return problems.map((problem) => `${positionOf(problem)} ${shown(problem).text}: ${problem.message}`);
}

/** One resource whose properties are written on line 3. */
const resource = (properties: string) =>
  `"resources": [{ "type": "Microsoft.A/b", "apiVersion": "2020-01-01", "name": "n", "properties": {\n${properties} } }]`;

describe('the exact place', () => {
  test.each<[string, string, string]>([
    [`"a": "[tolower(1)]"`, '3:16 1: toLower() takes text, not a number', 'an argument'],
    [
      `"a": "[concat('\\n', tolower(1))]"`,
      '3:29 1: toLower() takes text, not a number',
      'after a line break that is written with an escape',
    ],
    [`"a": "[concat('\\"', tolower(1))]"`, '3:29 1: toLower() takes text, not a number', 'after a quote'],
    [
      `"a": "[concat('\\u00e9', tolower(1))]"`,
      '3:33 1: toLower() takes text, not a number',
      'after a character by its number',
    ],
    [
      `"a": "[concat('\\ud83d\\ude00', tolower(1))]"`,
      '3:39 1: toLower() takes text, not a number',
      'after one that takes two',
    ],
    [`"a": "[concat('\\\\', tolower(1))]"`, '3:29 1: toLower() takes text, not a number', 'after a backslash'],
    [
      `"a": "[tolower(json('\\"\\\\u00e9'))]"`,
      `3:16 json('\\"\\\\u00e9'): the text is not JSON at line 1, column 1: this string is never closed. Add the missing "`,
      'escapes inside what is wrong',
    ],
    [`"a": "[concat('x',\n  tolower(1))]"`, '4:11 1: toLower() takes text, not a number', 'a string of several lines'],
    [`"a": '[concat("x")]'`, '3:15 ": text in an expression stands in single quotes', 'a string in single quotes'],
    [`"a": '[tolower(1)]'`, '3:16 1: toLower() takes text, not a number', 'a string in single quotes'],
    [`"[tolower(1)]": 1`, '3:11 1: toLower() takes text, not a number', 'the name of a property'],
    [
      `"[concat('\\u00e9', tolower(1))]": 1`,
      '3:28 1: toLower() takes text, not a number',
      'the name of a property with escapes',
    ],
    [`"a": [0, { "b": "[tolower(1)]" }]`, '3:27 1: toLower() takes text, not a number', 'deep inside'],
    [`/* é */ "a": "[tolower(1)]"`, '3:24 1: toLower() takes text, not a number', 'after a comment'],
  ])('%s: %s (%s)', (properties, problem) => expect(errorsOf(resource(properties))).toEqual([problem]));
});

describe('what is wrong', () => {
  test.each<[string, string, string]>([
    ['[lenght(createArray())]', 'lenght: there is no function "lenght". Did you mean "length"?', 'a misspelt function'],
    [
      '[nothingLikeIt(1)]',
      'nothingLikeIt: there is no function "nothingLikeIt" as far as is known here. Check its name',
      'an unknown function',
    ],
    [
      "[indexFromEnd(createArray('a'), 'b')]",
      "'b': indexFromEnd() takes a whole number here, not text",
      'a text for a number',
    ],
    ["[skip(createArray('a'), true())]", 'true(): skip() takes a whole number here, not true or false', 'no number'],
    ["[shallowMerge('a')]", "'a': shallowMerge() takes a list of objects", 'no list of objects'],
    [
      "[mapValues(createObject('a', 1), 'b')]",
      "'b': mapValues() takes a lambda here, as in lambda('item', …)",
      'no lambda',
    ],
    ["[format('{1}', 'a')]", `'{1}': format() has {1} in its text, but only 1 value after it`, 'one value too few'],
    ["[format('{2}', 'a', 'b')]", `'{2}': format() has {2} in its text, but only 2 values after it`, 'a value too few'],
    [
      "[resourceId(createArray(), 'Microsoft.A/b', 'c')]",
      'createArray(): resourceId() takes texts, not a list',
      'a list for a group',
    ],
    [
      "[subscriptionResourceId('b', 'c')]",
      "subscriptionResourceId('b', 'c'): subscriptionResourceId() needs a resource type, as in 'Microsoft.X/y'",
      'no type',
    ],
    [
      "[tenantResourceId('b', 'c')]",
      "tenantResourceId('b', 'c'): tenantResourceId() needs a resource type, as in 'Microsoft.X/y'",
      'no type in the tenant',
    ],
    [
      "[extensionResourceId('a', 'b', 'c')]",
      "extensionResourceId('a', 'b', 'c'): extensionResourceId() needs a resource type, as in 'Microsoft.X/y'",
      'no type of an extension',
    ],
    [
      "[managementGroupResourceId('b', 'c')]",
      "managementGroupResourceId('b', 'c'): managementGroupResourceId() needs a resource type, as in 'Microsoft.X/y'",
      'no type in a management group',
    ],
    [
      "[copyIndex('a', 'b')]",
      "copyIndex('a', 'b'): copyIndex() takes the name of a loop and a number to add",
      'a text to add',
    ],
    ["[createArray('a')['b']]", "['b']: an item of a list is named by its number", 'a name for an item'],
    ["[createArray('a', 'b')[2]]", '[2]: there is no item 2: the list has 2 items, counted from 0', 'an item too far'],
    [
      "[parameters('vlann')]",
      '\'vlann\': parameter "vlann" is not declared. Did you mean "vlan"?',
      'a misspelt parameter',
    ],
    [
      "[parameters('other')]",
      '\'other\': parameter "other" is not declared. Declare it under "parameters"',
      'a missing parameter',
    ],
    ["[variables('naem')]", '\'naem\': variable "naem" is not declared. Did you mean "name"?', 'a misspelt variable'],
    [
      "[variables(concat('x', 'y'))]",
      'concat(\'x\', \'y\'): variable "xy" is not declared. Declare it under "variables"',
      'a name that is made',
    ],
    ['[parameters(1)]', '1: parameters() takes a name in quotes, not a number', 'a name without quotes'],
    ["[replace('a', 'b')]", "replace('a', 'b'): replace() takes 3 arguments, but has 2", 'too few arguments'],
    ["[variables('name').first]", '.first: a single value has no properties', 'a property of a text'],
    ["[concat('a']", ']: ")" is missing to close concat(, not the end', 'an open bracket'],
    ['[]', ']: a value or a function is expected, not the end', 'nothing'],
    ["[variables('broken').x]", '.x: a single value has no properties', 'a part of a variable'],
  ])('%j: %s (%s)', (value, problem) => {
    const sections = {
      parameters: { vlan: { type: 'int' } },
      variables: { name: 'x', broken: "[concat('a')]" },
      resources: [{ type: 'Microsoft.A/b', apiVersion: '2020-01-01', name: 'n', properties: { value } }],
    };
    const found = deployed(templateOf(sections)).problems(true).map(shown);
    expect(found.map(({ text, message }) => `${text}: ${message}`)).toEqual([problem]);
  });

  test('what resembles no function may be a new one', () => {
    const sections = { outputs: { o: { type: 'string', value: '[nothingLikeIt(tolowr(1))]' } } };
    expect(
      deployed(templateOf(sections))
        .problems(true)
        .map(({ confidence }) => confidence),
    ).toEqual(['possible', undefined]);
  });

  test('an error of a variable is reported there, once, wherever it is used', () => {
    const sections = {
      variables: { bad: '[div(1, 0)]', other: "[add(variables('bad'), 1)]" },
      outputs: { a: { type: 'int', value: "[variables('bad')]" }, b: { type: 'int', value: "[variables('other')]" } },
    };
    const found = deployed(templateOf(sections)).problems(true);
    expect(found.map((one) => [one.at.path, shown(one).text])).toEqual([[['variables', 'bad'], 'div(1, 0)']]);
  });

  test.each<[object, string[], string]>([
    [
      { members: { f: { parameters: [{ name: 'x' }], output: { value: "[tolowr(parameters('x'))]" } } } },
      ['tolowr'],
      'a function',
    ],
    [
      {
        members: {
          f: { parameters: [{ name: 'x' }], output: { value: "[concat(parameters('x'), parameters('y'))]" } },
        },
      },
      ["'y'"],
      'a parameter',
    ],
    [
      {
        members: {
          f: { parameters: [{ name: 'x' }], output: { value: "[concat(parameters('X'), parameters('outer'))]" } },
        },
      },
      [],
      "its own parameter, and one of the template's",
    ],
  ])('in a function that nobody calls: %j', (space, parts) => {
    const functions = [{ namespace: 'own', ...space }];
    const found = deployed(templateOf({ functions, parameters: { outer: { type: 'string' } } })).problems(true);
    expect(found.map((one) => shown(one).text)).toEqual(parts);
  });

  test('in what is never evaluated syntax and names are still checked', () => {
    const sections = {
      parameters: { p: { type: 'string', defaultValue: '[lenght(1)]' } },
      variables: { unused: ["[parameters('q')]", '[toLower(]'] },
      resources: [
        {
          type: 'Microsoft.A/b',
          apiVersion: '2020-01-01',
          name: 'n',
          condition: false,
          properties: { a: '[newgiud()]' },
        },
      ],
    };
    const found = deployed(templateOf(sections), { given: { p: 'x' } }).problems(true);
    expect(found.map((one) => shown(one).text)).toEqual(['newgiud', 'lenght', "'q'", ']']);
  });

  test('in a nested template', () => {
    const template = {
      resources: [
        { type: 'Microsoft.A/b', apiVersion: '2020-01-01', name: "[parameters('p')]", tags: { a: '[div(1, 0)]' } },
      ],
    };
    const found = deployed(templateOf({ resources: [deploymentOf(template, { properties: inner })] })).problems(true);
    expect(found.map((one) => shown(one).text)).toEqual(["'p'", 'div(1, 0)']);
  });
});

describe('what is not wrong', () => {
  const wrong = '[div(1, 0)]';
  const plain = { type: 'Microsoft.A/b', apiVersion: '2020-01-01', name: 'n' };
  const cases: [string, object][] = [
    [
      'in the template of a stack',
      {
        resources: [
          {
            ...plain,
            type: 'Microsoft.Resources/deploymentStacks',
            properties: { template: { a: "[parameters('x')]" } },
          },
        ],
      },
    ],
    ['in a way that is not taken', { outputs: { o: { type: 'int', value: '[if(true(), 1, div(1, 0))]' } } }],
    ['in a resource that is not deployed', { resources: [{ ...plain, condition: false, properties: { a: wrong } }] }],
    ['in an output that is not made', { outputs: { o: { type: 'int', condition: false, value: wrong } } }],
    ['in a variable that nobody uses', { variables: { unused: wrong } }],
    ['in the metadata of a template', { metadata: { note: '[see here]' } }],
    [
      'in the metadata of a parameter',
      { parameters: { p: { type: 'string', metadata: { description: '[optional]' } } } },
    ],
    [
      'in the metadata and comments of a resource',
      { resources: [{ ...plain, comments: '[todo]', metadata: { a: '[b]' } }] },
    ],
    [
      'in the metadata of an output',
      { outputs: { o: { type: 'string', value: 'x', metadata: { description: '[o]' } } } },
    ],
    [
      'in text that only looks like an expression',
      { resources: [{ ...plain, properties: { a: '[[b]', c: '[d] e', f: ' [g]' } }] },
    ],
    ['in the contentVersion, or what follows the template', { contentVersion: '[x]', whatever: '[y]' }],
    [
      'in the variables of a template in outer scope',
      {
        resources: [
          deploymentOf({
            variables: { v: "[parameters('x')]" },
            parameters: { y: { type: 'int', defaultValue: '[bad()]' } },
          }),
        ],
      },
    ],
    [
      'in the embedded expressions of another language',
      { resources: [{ ...plain, properties: { policyRule: { if: "[[field('type')]" }, definition: "@{body('x')}" } }] },
    ],
  ];
  test.each(cases)('%s', (_, sections) => expect(deployed(templateOf(sections)).problems(true).map(shown)).toEqual([]));

  const sections = {
    parameters: { list: { type: 'array', defaultValue: [] }, name: { type: 'string', defaultValue: '' } },
    variables: { first: "[parameters('list')[0]]" },
    outputs: {
      a: { type: 'string', value: "[parameters('list')[0].name]" },
      b: { type: 'string', value: "[substring(parameters('name'), 0, 3)]" },
      c: { type: 'string', value: "[variables('first')]" },
      d: { type: 'string', value: "[first(split(parameters('name'), '-'))[4]]" },
    },
  };
  test('a default stands in for a value that will be given', () =>
    expect(deployed(templateOf(sections)).problems(true).map(shown)).toEqual([]));

  test('but not when values are given', () =>
    expect(deployed(templateOf(sections), { given: {} }).problems(true)).toHaveLength(4));
});
