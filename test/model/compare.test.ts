import { describe, expect, test } from 'vitest';
import {
  areTold,
  canonicalId,
  compareFields,
  differenceOf,
  type Member,
  membersOfList,
  sameId,
} from '../../src/model/compare.ts';
import { Field } from '../../src/model/field.ts';
import { vlanText } from '../../src/model/logical-network.ts';
import type { Resource } from '../../src/model/resource.ts';
import { Place } from '../../src/source/place.ts';
import { SourceFile } from '../../src/source/source-file.ts';

const at = new Place({ file: new SourceFile('a.yaml', ''), value: {}, locate: () => ({ start: 0, end: 0 }) });
const known = (value: unknown) => Field.of(value, at);
const unknown = (term: string) => Field.unknown(term, 'no value', at);
/** What `resourceId('n/t', name)` gives: only the subscription and the resource group are unknown. */
const id = (name: string, group: string | Field = unknown('resourcegroup().name')) =>
  Field.text(
    ['/subscriptions/', unknown('subscription().subscriptionid'), '/resourceGroups/', group, `/providers/n/t/${name}`],
    at,
  );
const absent = Field.absent(at);

describe('compareFields', () => {
  test.each([
    ['equal numbers', known(805), known(805), 'equal'],
    ['a number and its text', known(805), known('805'), 'equal'],
    ['different numbers', known(805), known(806), 'different'],
    ['absent and the default', absent, known(0), 'equal'],
    ['null and the default', known(null), known(0), 'equal'],
    ['equal expressions', unknown("parameters('vlan')"), unknown("parameters('vlan')"), 'equal'],
    ['different expressions', unknown("parameters('a')"), unknown("parameters('b')"), 'unknown'],
    ['an expression and a value', unknown("parameters('a')"), known(805), 'unknown'],
    ['a value of the wrong shape', known(805), known('eight'), 'unknown'],
  ])('%s', (_, before, after, verdict) => expect(compareFields(before, after, vlanText)).toBe(verdict));
});

describe('differenceOf', () => {
  const members = (list: Field) => membersOfList(list, (item) => item, canonicalId);
  const list = (...items: (string | Field)[]) =>
    Field.list(
      items.map((item) => (typeof item === 'string' ? known(item) : item)),
      at,
    );
  const difference = (before: Field, after: Field) => {
    const { added, removed } = differenceOf(members(before), members(after), sameId);
    return [added.map(({ key }) => key), removed.map(({ key }) => key)];
  };

  test.each([
    ['another order and case', list('/a', '/b'), list('/B/', '/a'), [], []],
    ['one more', list('/a'), list('/a', '/b'), ['/b'], []],
    ['one less', list('/a', '/b'), list('/b'), [], ['/a']],
    ['one for another', list('/a'), list('/b'), ['/b'], ['/a']],
    ['one twice', list('/a'), list('/a', '/a'), [], []],
    ['one more, twice', list('/a'), list('/a', '/b', '/b'), ['/b'], []],
    ['an expression that may be it', list(unknown('x')), list('/a'), [], []],
    ['an expression that may be one of two', list(unknown('x')), list('/a', '/b'), ['/b'], []],
    ['the same expression, and one more', list(unknown('x')), list(unknown('x'), '/b'), ['/b'], []],
    ['another expression', list('/a', unknown('x')), list('/a', unknown('y')), [], []],
    ['one more expression', list('/a'), list('/a', unknown('y')), [], []],
    ['another name in resourceId()', list(id('a')), list(id('a'), id('b')), ['n/t/b'], []],
    [
      'resourceId() and the same in full',
      list('/subscriptions/s/resourceGroups/g/providers/n/t/a'),
      list(id('a')),
      [],
      [],
    ],
    ['resourceId() of another group', list(id('a')), list(id('a'), id('b', 'other')), [], []],
    ['an unknown list', unknown('list'), list('/a', '/b'), [], []],
    ['the same unknown list', unknown('list'), unknown('list'), [], []],
    ['from nothing', absent, list('/a'), ['/a'], []],
  ])('%s', (_, before, after, added, removed) => expect(difference(before, after)).toEqual([added, removed]));

  const object = (value: Field) => Field.record({ id: value }, at);
  const counted = (before: Field[], after: Field[]) => {
    const [one, other] = [before, after].map((items) =>
      membersOfList(Field.list(items, at), (item) => item.get('id'), canonicalId),
    ) as [Member[], Member[]];
    const { added, removed } = differenceOf(one, other, sameId, true);
    return [added.map(({ key }) => key), removed.map(({ key }) => key)];
  };
  const [a, b, x, y] = [object(known('/a')), object(known('/b')), object(unknown('x')), object(unknown('y'))];

  test.each([
    ['one more expression', [a], [a, x], ['[x]'], []],
    ['one expression less', [a, x], [a], [], ['[x]']],
    ['an expression where nothing was', [], [x], ['[x]'], []],
    ['an expression for a value', [a], [x], [], []],
    ['an expression for another', [x], [y], [], []],
    ['two for one', [x], [y, b], ['[y]'], []],
    ['two expressions for a value', [a], [x, y], ['[y]'], []],
    ['one that may be nothing', [a], [a, unknown('x')], [], []],
    ['beside one that may be nothing', [unknown('x')], [y], [], []],
  ])('counted: %s', (_, before, after, added, removed) => expect(counted(before, after)).toEqual([added, removed]));
});

test.each([
  ['/subscriptions/s/resourcegroups/g/providers/n/t/a', 'n/t/a', true],
  ['n/t/a', '/subscriptions/s/resourcegroups/g/providers/n/t/a', true],
  ['/subscriptions/s/resourcegroups/g/providers/n/t/ba', 'n/t/a', false],
  ['/subscriptions/s/resourcegroups/g/providers/n/t/a', '/subscriptions/s/resourcegroups/h/providers/n/t/a', false],
  ['', '/subscriptions/s/resourcegroups/g/providers/n/t/a', false],
])('sameId(%s, %s) is %s', (a, b, expected) => expect(sameId(a, b)).toBe(expected));

test.each([
  ['live', known(null), 'declared', known(1), false],
  ['live', known([]), 'declared', known(1), false],
  ['live', absent, 'declared', known(1), false],
  ['live', known(1), 'declared', absent, true],
  ['declared', known(1), 'live', known(null), false],
  ['declared', absent, 'live', known(1), true],
  ['declared', absent, 'declared', known(1), true],
] as const)('what a resource leaves out, %#', (one, was, other, is, told) => {
  const [before, after] = [{ origin: one } as Resource, { origin: other } as Resource];
  expect(areTold({ before, after, pairedBy: 'id' }, was, is)).toBe(told);
});
