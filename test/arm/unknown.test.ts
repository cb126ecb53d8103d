import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/model/field.ts';
import { evaluated } from './support.ts';

const sections = {
  parameters: {
    text: { type: 'string' },
    other: { type: 'string' },
    number: { type: 'int' },
    truth: { type: 'bool' },
    list: { type: 'array' },
    object: { type: 'object' },
  },
};
const text = "parameters('text')";
const other = "parameters('other')";
const truth = "parameters('truth')";
const list = "parameters('list')";
const object = "parameters('object')";
const group = 'resourceGroup().name';

/** What is known of a value; `?` stands for what isn't: a value, a part of a text, more items, more properties. */
function known(field: Field): unknown {
  const isKnown = field.state === 'known';
  if (field.isList) return field.items().map(known);
  const members = field.names().map((name) => [name, known(field.memberNamed(name))] as const);
  if (field.isObject || members.length > 0)
    return Object.fromEntries([...members, ...(isKnown ? [] : [['?', '?']])] as [string, unknown][]);
  if (isKnown) return field.value;
  const items = field.items().slice(0, -1);
  if (items.length > 0) return [...items.map(known), '?'];
  return field.parts?.map((part) => (typeof part === 'string' ? part : '?')).join('') ?? '?';
}

const knownOf = (expression: string) => {
  const { field, problems } = evaluated(`[${expression}]`, sections);
  expect(problems).toEqual([]);
  return known(field);
};

describe('texts', () => {
  test.each<[string, unknown, string]>([
    [text, '?', 'a parameter without value'],
    [`concat('10.0.', ${text})`, '10.0.?', 'its beginning is known'],
    [`concat('a', concat(${text}, 'b'), 'c')`, 'a?bc', 'texts inside one another'],
    [`concat(${text}, ${other})`, '?', 'texts or lists, nobody can tell'],
    [`concat(${text}, '')`, '?', 'a text of which nothing is known'],
    [`format('{0}-{1}-x', ${text}, 5)`, '?-5-x', 'values filled in'],
    [`format('{0}{0,5}', ${text})`, '??', 'a width hides how long it is'],
    [`join(createArray('a', ${text}, 1), '-')`, 'a-?-1', 'items joined'],
    [`join(createArray(createArray(${text}), 'b'), ',')`, '?,b', 'an item that is a list'],
    [`join(${list}, ',')`, '?', 'an unknown list'],
    [`toLower(concat('ABC-', ${text}, '-D'))`, 'abc-?-d', 'known letters change'],
    [`toUpper(${group})`, '?', 'a name'],
    [`string(concat('a', ${text}))`, 'a?', 'a text is text already'],
    [`string(createArray('a', ${text}))`, '?', 'JSON of something unknown'],
    [`take(concat('web-', ${text}), 4)`, 'web-', 'what is taken is known'],
    [`take(concat('web-', ${text}), 5)`, '?', 'more is taken than is known'],
    [`take(concat('web-', ${text}), parameters('number'))`, '?', 'nobody knows how much is taken'],
    [`first(concat('web-', ${text}))`, 'w', 'the first character'],
    [`first(concat(${text}, '-web'))`, '?', 'the first character is unknown'],
    [`last(concat(${text}, '-web'))`, 'b', 'the last character'],
    [`last(concat('web-', ${text}))`, '?', 'the last character is unknown'],
    [`split(concat('a/', ${text}), '/')`, '?', 'the unknown part may have slashes'],
    [`split(concat('a/', ${group}, '/b'), '/')`, ['a', '?', 'b'], 'a name has none'],
    [`last(split(resourceGroup().id, '/'))`, '?', 'the last segment of an id'],
    [`split(resourceGroup().id, '/')[1]`, 'subscriptions', 'a segment of an id'],
    [`length(split(resourceGroup().id, '/'))`, 5, 'how many segments an id has'],
    [`split(concat('a/', toLower(${group})), '/')`, ['a', '?'], 'a name in other letters has none either'],
    [`split(concat('a/', uniqueString(${text})), '/')`, ['a', '?'], 'a hash has none'],
    [`length(concat('a', ${text}))`, '?', 'how long it is is unknown'],
    [`replace(concat('a', ${text}), 'a', 'b')`, '?', 'what is found may cross the parts'],
  ])('%s is %j: %s', (expression, expected) => expect(knownOf(expression)).toEqual(expected));
});

describe('tests of texts', () => {
  test.each<[string, unknown, string]>([
    [`startsWith(concat('web-', ${text}), 'WEB')`, true, 'the known beginning decides'],
    [`startsWith(concat('web-', ${text}), 'db')`, false, 'the known beginning decides'],
    [`startsWith(concat('web-', ${text}), 'web-1')`, '?', 'the unknown part matters'],
    [`startsWith(concat('web-', ${text}), 'wob-1')`, false, 'whatever follows'],
    [`contains(concat('web-', ${text}), 'eb')`, true, 'it is in the known part'],
    [`contains(concat('web-', ${text}), 'x')`, '?', 'it may be in the unknown part'],
    [`contains('web', ${text})`, '?', 'what is looked for is unknown'],
    [`empty(concat('web-', ${text}))`, false, 'something is in it'],
    [`empty(concat('', ${text}))`, '?', 'nothing may be in it'],
    [`endsWith(concat(${text}, '-x'), '-x')`, '?', 'not worth knowing'],
    [`equals(${text}, ${text})`, true, 'one expression has one value'],
    [`equals(toLower(${text}), TOLOWER(${text}))`, true, 'however it is spelt'],
    [`equals(${text}, ${other})`, '?', 'two parameters may be the same'],
    [`equals(${text}, 'a')`, '?', 'a parameter may be anything'],
    [`equals(concat(${text}, '-a'), concat(${text}, '-b'))`, false, 'they end differently'],
    [`equals(concat('a-', ${text}), concat('b-', ${other}))`, false, 'they begin differently'],
    [`equals(concat('a-', ${text}), concat('a-', ${other}))`, '?', 'they may be the same'],
    [`equals(concat('a-', ${text}, '-b'), 'a-b')`, false, 'it is longer'],
    [`equals(concat('a-', ${text}), 'a-')`, '?', 'nothing may follow'],
    [`equals(concat('a-', ${text}), 1)`, false, 'text is no number'],
    [`equals(concat('a-', ${text}), createArray())`, false, 'text is no list'],
    [
      `equals(resourceGroup().id, concat(subscription().id, '/resourceGroups/', ${group}))`,
      true,
      'an id made in another way',
    ],
    [
      `equals(resourceId('Microsoft.A/b', 'x'), resourceId('Microsoft.A/b', 'y'))`,
      false,
      'ids of two resources in one unknown group',
    ],
    [
      `equals(resourceId('Microsoft.A/b', 'x'), format('{0}/providers/Microsoft.A/b/x', resourceGroup().id))`,
      true,
      'an id of the same resource',
    ],
  ])('%s is %j: %s', (expression, expected) => expect(knownOf(expression)).toEqual(expected));
});

describe('ids', () => {
  test.each<[string, unknown, string]>([
    [
      "resourceId('Microsoft.A/b', 'n')",
      '/subscriptions/?/resourceGroups/?/providers/Microsoft.A/b/n',
      'in an unknown group',
    ],
    [
      `resourceId('Microsoft.A/b', ${text})`,
      '/subscriptions/?/resourceGroups/?/providers/Microsoft.A/b/?',
      'of an unknown name',
    ],
    [
      `resourceId('Microsoft.A/b/c', ${text}, 'm')`,
      '/subscriptions/?/resourceGroups/?/providers/Microsoft.A/b/?/c/m',
      'below an unknown name',
    ],
    [
      `resourceId(${text}, 'Microsoft.A/b', 'n')`,
      '/subscriptions/?/resourceGroups/?/providers/Microsoft.A/b/n',
      'in a group that is a parameter',
    ],
    [
      `subscriptionResourceId('Microsoft.A/b', 'n')`,
      '/subscriptions/?/providers/Microsoft.A/b/n',
      'in the subscription',
    ],
    [`extensionResourceId(${text}, 'Microsoft.A/b', 'n')`, '?/providers/Microsoft.A/b/n', 'of an unknown resource'],
    [`resourceId(${text}, 'n')`, '?', 'of an unknown type'],
  ])('%s is %j: %s', (expression, expected) => expect(knownOf(expression)).toEqual(expected));
});

describe('choices', () => {
  test.each<[string, unknown, string]>([
    [`if(true(), 'a', ${text})`, 'a', 'only what is chosen matters'],
    [`if(${truth}, 'a', 'a')`, 'a', 'both ways give the same'],
    [`if(${truth}, 'a', 'b')`, '?', 'one or the other'],
    [
      `if(${truth}, createObject('a', 1, 'b', 2), createObject('a', 1, 'b', 3, 'c', 4))`,
      { a: 1, b: '?', '?': '?' },
      'as far as both agree',
    ],
    [`and(false(), ${truth})`, false, 'false decides'],
    [`and(${truth}, false())`, false, 'wherever it stands'],
    [`and(${truth}, true())`, '?', 'true does not'],
    [`or(${truth}, true())`, true, 'true decides'],
    [`or(${truth}, false())`, '?', 'false does not'],
    [`not(${truth})`, '?', 'the other one'],
    [`coalesce(null(), 'a', ${text})`, 'a', 'the first that is not null'],
    [`coalesce(${text}, 'a')`, '?', 'it may be null'],
    [`coalesce(concat('a', ${text}), 'b')`, 'a?', 'a text is not null'],
    [`coalesce(null(), ${text})`, '?', 'the only one left'],
    [`equals(coalesce(null(), ${text}), ${text})`, true, 'and is that one'],
    [`bool(${text})`, '?', 'of an unknown text'],
  ])('%s is %j: %s', (expression, expected) => expect(knownOf(expression)).toEqual(expected));

  test('what may not be reached is no error', () => {
    for (const expression of [
      `if(${truth}, fail('no'), 'a')`,
      `and(${truth}, fail('no'))`,
      `or(${truth}, bool('x'))`,
      `coalesce(${text}, fail('no'))`,
      `if(${truth}, variables('bad'), 'a')`,
    ]) {
      const more = { ...sections, variables: { bad: '[first(1)]' } };
      expect([expression, evaluated(`[${expression}]`, more).problems]).toEqual([expression, []]);
    }
  });
});

describe('lists', () => {
  test.each<[string, unknown, string]>([
    [`length(createArray(${text}, ${other}))`, 2, 'how many there are is known'],
    [`createArray('a', ${text})[0]`, 'a', 'an item is known'],
    [`first(createArray('a', ${text}))`, 'a', 'the first is known'],
    [`concat(createArray('a'), ${list})`, ['a', '?'], 'some items are known'],
    [`length(concat(createArray('a'), ${list}))`, '?', 'there may be more'],
    [`contains(createArray('a', ${text}), 'a')`, true, 'it is there'],
    [`contains(createArray('a', ${text}), 'b')`, '?', 'the unknown one may be it'],
    [`contains(createArray('a', concat('x', ${text})), 'b')`, false, 'the unknown one can not be it'],
    [`contains(createArray(${text}), ${text})`, true, 'the unknown one is it'],
    [`contains(createArray(), ${text})`, false, 'nothing is in an empty list'],
    [`union(createArray('a'), ${list})`, ['a', '?'], 'some items are known'],
    [
      `union(createArray('a', ${text}), createArray('a', ${text}))`,
      ['a', '?', '?'],
      'the unknown one may be the other',
    ],
    [`union(createArray(${text}), createArray(${text}))`, ['?'], 'one expression, one item'],
    [`intersection(createArray('a', 'b'), createArray('b', 'c'))`, ['b'], 'known lists'],
    [`intersection(createArray('a'), createArray(${text}))`, '?', 'they may be the same'],
    [`intersection(createArray('a'), ${list})`, '?', 'an unknown list'],
    [`distinct(createArray(${text}))`, ['?'], 'one item differs from no other'],
    [`skip(createArray('a', ${text}, 'b'), 1)`, ['?', 'b'], 'items keep what they are'],
    [`indexOf(createArray('a', ${text}), 'z')`, '?', 'the unknown one may be it'],
    [`flatten(createArray(createArray('a'), ${list}))`, ['a', '?'], 'some items are known'],
    [`array(${text})`, '?', 'it may be a list'],
    [`array(concat('a', ${text}))`, ['a?'], 'a text is no list'],
    [`tryGet(${list}, 0)`, '?', 'an item of an unknown list'],
    [`range(0, parameters('number'))`, '?', 'of unknown length'],
    [`max(1, parameters('number'))`, '?', 'of an unknown number'],
  ])('%s is %j: %s', (expression, expected) => expect(knownOf(expression)).toEqual(expected));
});

describe('lambdas', () => {
  const items = `createArray('a', ${text})`;
  const item = "lambdaVariables('item')";
  test.each<[string, unknown, string]>([
    [`map(${items}, lambda('item', concat('x-', ${item})))`, ['x-a', 'x-?'], 'each item as far as it is known'],
    [`map(${list}, lambda('item', 'a'))`, '?', 'of an unknown list'],
    [`filter(${items}, lambda('item', equals(${item}, 'a')))`, '?', 'the unknown one may be left out'],
    [`filter(${items}, lambda('item', true()))`, ['a', '?'], 'the lambda knows it'],
    [`filter(${items}, lambda('item', 'i', equals(lambdaVariables('i'), 0)))`, ['a'], 'the index decides'],
    [`reduce(${items}, 0, lambda('sum', 'item', add(lambdaVariables('sum'), 1)))`, 2, 'values do not matter'],
    [`sort(${items}, lambda('a', 'b', less(lambdaVariables('a'), lambdaVariables('b'))))`, '?', 'the order is unknown'],
    [
      `toObject(createArray('a', 'b'), lambda('item', ${item}), lambda('item', ${text}))`,
      { a: '?', b: '?' },
      'names are known',
    ],
    [`toObject(${items}, lambda('item', ${item}))`, '?', 'a name is unknown'],
    [
      `mapValues(createObject('a', ${text}), lambda('v', concat('x', lambdaVariables('v'))))`,
      { a: 'x?' },
      'names stay',
    ],
    [
      `equals(map(${list}, lambda('a', lambdaVariables('a'))), map(${list}, lambda('b', lambdaVariables('b'))))`,
      true,
      'names of variables do not matter',
    ],
    [
      `equals(map(${list}, lambda('a', map(${list}, lambda('b', lambdaVariables('a'))))), map(${list}, lambda('a', map(${list}, lambda('b', lambdaVariables('b'))))))`,
      '?',
      'but which of two it is does',
    ],
  ])('%s is %j: %s', (expression, expected) => expect(knownOf(expression)).toEqual(expected));
});

describe('objects', () => {
  test.each<[string, unknown, string]>([
    [`createObject('a', 1, 'b', ${text})`, { a: 1, b: '?' }, 'a value is unknown'],
    [`createObject(${text}, 1)`, '?', 'a name is unknown'],
    [`contains(createObject('a', ${text}), 'A')`, true, 'names are known'],
    [`contains(union(${object}, createObject('a', 1)), 'a')`, true, 'it is there in any case'],
    [`contains(union(createObject('a', 1), ${object}), 'a')`, true, 'nothing takes it away'],
    [`contains(union(createObject('a', 1), ${object}), 'b')`, '?', 'it may be in the unknown one'],
    [`union(${object}, createObject('a', 1))`, { a: 1, '?': '?' }, 'the last one wins'],
    [`union(createObject('a', 1), ${object})`, { a: '?', '?': '?' }, 'the unknown one may win'],
    [
      `union(${object}, createObject('a', createObject('b', 1)))`,
      { a: { b: 1, '?': '?' }, '?': '?' },
      'and is merged inside',
    ],
    [
      `shallowMerge(createArray(${object}, createObject('a', createObject('b', 1))))`,
      { a: { b: 1 }, '?': '?' },
      'or replaced',
    ],
    [
      `items(createObject('b', 1, 'a', ${text}))`,
      [
        { key: 'a', value: '?' },
        { key: 'b', value: 1 },
      ],
      'names are known',
    ],
    [`tryGet(createObject('a', ${object}), 'a', 'b')`, '?', 'further in'],
    [`tryGet(createObject('a', ${object}), 'b', 'c')`, null, 'missing before it gets unknown'],
    [`${object}.a.b[0]`, '?', 'parts of an unknown object'],
    [`equals(${object}.a, ${object}.A)`, true, 'a property in any case'],
    [`equals(${object}['a.b'], ${object}.a.b)`, '?', 'a dot in a name is no step'],
    [
      `equals(createObject('a', ${text}, 'b', 1), createObject('a', ${text}, 'b', 2))`,
      false,
      'a known property differs',
    ],
    [`length(createObject('a', ${text}))`, 1, 'how many there are is known'],
    [`empty(createObject('a', ${text}))`, false, 'something is in it'],
    [`json(${text})`, '?', 'of an unknown text'],
  ])('%s is %j: %s', (expression, expected) => expect(knownOf(expression)).toEqual(expected));

  test('a name that is unknown leaves the others known', () => {
    const { field } = evaluated({ a: 1, [`[${text}]`]: 2 }, sections);
    expect(known(field)).toEqual({ a: 1, '?': '?' });
  });

  test.each<[object, object, string]>([
    [{ [`[${text}]`]: 1 }, { [`[${text}]`]: 2 }, 'their values differ'],
    [{ [`[${text}]`]: 1, a: 1 }, { [`[${text}]`]: 1, a: 2 }, 'other properties differ'],
  ])('%j is not the same as %j: %s', (one, two) => {
    const more = { ...sections, variables: { one, two } };
    expect(evaluated("[equals(variables('one'), variables('two'))]", more).value).toBeUndefined();
  });
});

describe('what a function needs to know', () => {
  const number = "parameters('number')";
  test.each<[string, string]>([
    [`split('a-b', ${text})`, 'the separator'],
    [`split('a-b', createArray(${text}))`, 'one of the separators'],
    [`split(${text}, '-')`, 'the text'],
    [`format(${text}, 'a')`, 'the places of the values'],
    [`startsWith('abc', ${text})`, 'the beginning'],
    [`indexOf('abc', ${text})`, 'the part'],
    [`indexOf(${text}, 'a')`, 'the text that it is part of'],
    [`join(createArray('a', 'b'), ${text})`, 'what stands between'],
    [`join(${list}, '-')`, 'the list to join'],
    [`skip('abc', ${number})`, 'how much is skipped'],
    [`skip(${text}, 1)`, 'what is skipped in'],
    [`indexFromEnd(createArray('a'), ${number})`, 'the place from the end'],
    [`indexFromEnd(${list}, 1)`, 'the list to count in'],
    [`tryGet(createObject('a', 1), ${text})`, 'the name'],
    [`tryGet(createArray(1), createObject('value', ${number}, 'fromEnd', true()))`, 'the index'],
    [`distinct(${list})`, 'the list of different ones'],
    [`flatten(${list})`, 'the lists'],
    [`shallowMerge(${list})`, 'the objects'],
    [`first(${list})`, 'the first item'],
    [`last(concat('a', ${text}))`, 'the last character'],
    [`parameters(${text})`, 'which parameter'],
    [`variables(${text})`, 'which variable'],
    [`fail(${text})`, 'whether, and why'],
    [`copyIndex(${number})`, 'what to add'],
    [`reference(${text})`, 'the resource'],
    [`references(${text})`, 'the resources'],
    [`resourceInfo(${text})`, 'the symbol'],
    [`mapValues(${object}, lambda('v', 1))`, 'the object'],
    [`resourceId(${text}, ${text}, ${other}, ${text}, 'a')`, 'what is the type'],
    [`resourceId(${text}, ${text}, ${other}, 'Microsoft.A/b', 'a')`, 'which of them is the type'],
    [`createArray('a')[${number}]`, 'which item'],
    [`createObject('a', 1)[${text}]`, 'which property'],
    [`${object}[${number}]`, 'what it is an item of'],
  ])('%s: %s', (expression) => expect(knownOf(expression)).toBe('?'));
});

describe('loops of unknown length', () => {
  const copy = (input: unknown) => ({ copy: [{ name: 'made', count: "[parameters('number')]", input }] });
  test('have one item that stands for all', () => {
    const { field } = evaluated(copy({ name: "[concat('vm-', copyIndex('made'))]" }), sections);
    expect(known(field.get('made'))).toEqual([{ name: 'vm-?' }, '?']);
  });

  test.each<[unknown, unknown, unknown]>([
    ['x', 'x', true],
    ['x', 'y', undefined],
  ])('of %j and of %j: equal is %s', (one, two, expected) => {
    const variables = { one: copy(one), two: copy(two) };
    const { value } = evaluated("[equals(variables('one').made, variables('two').made)]", { ...sections, variables });
    expect(value).toBe(expected);
  });
});
