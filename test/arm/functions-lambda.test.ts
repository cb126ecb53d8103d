import { describe, expect, test } from 'vitest';
import { evaluated, problemsOf, resultOf } from './support.ts';

const variables = {
  dogs: [
    { name: 'Evie', age: 5 },
    { name: 'Casper', age: 3 },
    { name: 'Indy', age: 3 },
  ],
  numbers: [3, 1, 2],
};
const dogs = "variables('dogs')";
const numbers = "variables('numbers')";
const item = "lambdaVariables('item')";

describe('results', () => {
  test.each<[string, unknown, string]>([
    [`map(${dogs}, lambda('item', ${item}.name))`, ['Evie', 'Casper', 'Indy'], 'each item'],
    [`map(${numbers}, lambda('item', 'i', add(${item}, lambdaVariables('i'))))`, [3, 2, 4], 'with its index'],
    ["map(createArray(), lambda('item', fail('reached')))", [], 'of nothing the lambda is not asked'],
    [`filter(${dogs}, lambda('item', equals(${item}.age, 3)))`, variables.dogs.slice(1), 'those it says true of'],
    [`filter(${numbers}, lambda('item', 'i', equals(lambdaVariables('i'), 1)))`, [1], 'by index'],
    [`sort(${numbers}, lambda('a', 'b', less(lambdaVariables('a'), lambdaVariables('b'))))`, [1, 2, 3], 'in order'],
    [
      `map(sort(${dogs}, lambda('a', 'b', less(lambdaVariables('a').age, lambdaVariables('b').age))), lambda('item', ${item}.name))`,
      ['Casper', 'Indy', 'Evie'],
      'equals stay in their order',
    ],
    [`reduce(${numbers}, 10, lambda('sum', 'item', add(lambdaVariables('sum'), ${item})))`, 16, 'from a start'],
    ["reduce(createArray(), 'start', lambda('a', 'b', fail('reached')))", 'start', 'of nothing: the start'],
    [
      `reduce(${numbers}, '', lambda('text', 'item', 'i', format('{0}{1}:{2} ', lambdaVariables('text'), lambdaVariables('i'), ${item})))`,
      '0:3 1:1 2:2 ',
      'with the index third',
    ],
    [
      `toObject(${dogs}, lambda('item', ${item}.name), lambda('item', ${item}.age))`,
      { Evie: 5, Casper: 3, Indy: 3 },
      'names and values',
    ],
    [
      `toObject(${dogs}, lambda('item', string(${item}.age)))`,
      { 5: variables.dogs[0], 3: variables.dogs[2] },
      'of equal names the last counts',
    ],
    [
      `groupBy(${dogs}, lambda('item', string(${item}.age)), lambda('item', ${item}.name))`,
      { 5: ['Evie'], 3: ['Casper', 'Indy'] },
      'lists under names, in order',
    ],
    [`groupBy(${numbers}, lambda('item', 'all'))`, { all: [3, 1, 2] }, 'items themselves'],
    [
      "mapValues(createObject('a', 1, 'b', 2), lambda('value', mul(lambdaVariables('value'), 10)))",
      { a: 10, b: 20 },
      'names stay',
    ],
    [
      `map(${numbers}, lambda('item', map(createArray(10), lambda('other', add(${item}, lambdaVariables('other'))))))`,
      [[13], [11], [12]],
      'a lambda sees those around it',
    ],
    [
      `map(${numbers}, lambda('item', first(map(createArray('inner'), lambda('item', ${item})))))`,
      ['inner', 'inner', 'inner'],
      'of one name the innermost counts',
    ],
    [`MAP(${numbers}, LAMBDA('Item', lambdavariables('ITEM')))`, [3, 1, 2], 'names in any case'],
    [
      `map(${numbers}, lambda(variables('numbers')))`,
      [
        [3, 1, 2],
        [3, 1, 2],
        [3, 1, 2],
      ],
      'a lambda without variables',
    ],
  ])('%s is %j: %s', (expression, expected) => expect(resultOf(expression, { variables })).toEqual(expected));
});

test('groups whose names differ in case only are neither one nor two', () => {
  const { field, problems } = evaluated("[groupBy(createArray('a', 'A'), lambda('item', lambdaVariables('item')))]");
  expect([field.state, problems]).toEqual(['unknown', []]);
});

describe('errors', () => {
  test.each<[string, string]>([
    ["map('abc', lambda('x', 1))", "'abc': map() takes a list, not text"],
    [`map(${numbers}, 'x')`, "'x': map() takes a lambda here, as in lambda('item', …)"],
    [`map(${numbers}, add(1, 2))`, "add(1, 2): map() takes a lambda here, as in lambda('item', …)"],
    [
      `map(${numbers}, lambda(concat('x'), 1))`,
      "lambda(concat('x'), 1): the variables of a lambda are texts in quotes",
    ],
    [
      `map(${numbers}, lambda('a', 'b', 'c', 1))`,
      "lambda('a', 'b', 'c', 1): this lambda takes at most 2 variables, but has 3",
    ],
    [`mapValues(${numbers}, lambda('v', 1))`, `${numbers}: mapValues() takes an object, not a list`],
    [`filter(${numbers}, lambda('x', 1))`, "lambda('x', 1): the lambda of filter() must give true or false"],
    [
      `toObject(${numbers}, lambda('x', lambdaVariables('x')))`,
      "lambda('x', lambdaVariables('x')): the keys of toObject() must be texts",
    ],
    [`groupBy(${numbers}, lambda('x', null()))`, "lambda('x', null()): the keys of groupBy() must be texts"],
    [`map(${numbers}, lambda('x', lambdaVariables('y')))`, '\'y\': there is no lambda variable "y" here'],
    ["lambdaVariables('x')", '\'x\': there is no lambda variable "x" here'],
    ["lambda('x', 1)", "lambda('x', 1): a lambda can only be an argument of a function that takes one"],
    [
      `map(${numbers}, lambda('x', first(lambdaVariables('x'))))`,
      "lambdaVariables('x'): first() takes a list or text, not a number",
    ],
    [`reduce(${numbers}, 0)`, `reduce(${numbers}, 0): reduce() takes 3 arguments, but has 2`],
  ])('%s is wrong at %s', (expression, problem) => expect(problemsOf(expression, { variables })).toEqual([problem]));

  test('a function of the template sees neither lambdas nor loops around its call', () => {
    const functions = [
      { namespace: 'own', members: { item: { output: { type: 'int', value: "[lambdaVariables('item')]" } } } },
    ];
    expect(problemsOf(`map(${numbers}, lambda('item', own.item()))`, { variables, functions })).toEqual([
      '\'item\': there is no lambda variable "item" here',
    ]);
  });
});
