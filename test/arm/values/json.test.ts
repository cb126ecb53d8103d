import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareText,
  equalValues,
  type PlainValue,
  parseJson,
  sortedNames,
  toJson,
  toText,
} from '../../../src/arm/values/json.ts';
import { LimitError, maximumText, ValueError } from '../../../src/arm/values/value-error.ts';

describe('toText', () => {
  test.each<[PlainValue, string, string]>([
    ['a "b"', 'a "b"', 'text is itself'],
    [5, '5', 'an integer in decimal'],
    [-0, '0', 'there is no negative zero among integers'],
    [9223372036854775807n, '9223372036854775807', 'a large integer exactly'],
    [1.5, '1.5', 'a fraction with a point'],
    [1e21, '1E+21', 'a large floating-point number as .NET writes it'],
    [0.00001, '1E-05', 'a small one likewise'],
    [0.0001, '0.0001', 'and this one still in full'],
    [123456.789e-3, '123.456789', 'digits on both sides'],
    [true, 'True', 'true as .NET writes it'],
    [false, 'False', 'false likewise'],
    [null, '', 'null is nothing'],
    [['a', 'b', 'c'], '["a","b","c"]', 'a list is compact JSON'],
    [{ valueA: 10, valueB: 'Example Text' }, '{"valueA":10,"valueB":"Example Text"}', 'an object is compact JSON'],
    [{ a: [true, null, 1.5] }, '{"a":[true,null,1.5]}', 'inside JSON true is in lower case'],
    [
      ['é\u0085\u2028<"\\\n\u0001\u007f'],
      '["é\\u0085\\u2028<\\"\\\\\\n\\u0001\u007f"]',
      'escapes are those of Newtonsoft.Json',
    ],
  ])('%o gives %o: %s', (value, expected) => expect(toText(value)).toBe(expected));

  test('single quotes change which quote is escaped', () =>
    expect(toJson({ "it's": '"' }, "'")).toBe(`{'it\\'s':'"'}`));

  test('a value that is small to build and endless to print is refused', () => {
    let value: PlainValue = 'x';
    for (let index = 0; index < 60; index++) value = [value, value];
    expect(() => toText(value)).toThrow(LimitError);
  });

  test('a value nested too deep is refused', () => {
    let value: PlainValue = 'x';
    for (let index = 0; index < 10_000; index++) value = [value];
    expect(() => toText(value)).toThrow('nested more than 500 levels deep');
  });
});

describe('parseJson', () => {
  test.each<[string, PlainValue, string]>([
    ['{"a": "b"}', { a: 'b' }, 'an object'],
    ['"test"', 'test', 'text'],
    ['true', true, 'a boolean'],
    ['3', 3, 'a number'],
    ['1.50', 1.5, 'a fraction'],
    ['null', null, 'null'],
    ['', null, 'an empty text is null'],
    [' // nothing', null, 'so is one with a comment only'],
    ["{'one': 'a', 'two': 'b'}", { one: 'a', two: 'b' }, 'single quotes'],
    ['{one: 1, /* two */ two: 2,}', { one: 1, two: 2 }, 'unquoted names, comments and trailing commas'],
    ['9223372036854775807', 9223372036854775807n, 'an integer that a number can not hold'],
    ['[-9007199254740993, 9007199254740991]', [-9007199254740993n, 9007199254740991], 'and one that it can'],
    ['{"a": 1, "a": 2}', { a: 2 }, 'the last property of a name counts'],
  ])('%o gives %o: %s', (text, expected) => expect(parseJson(text)).toEqual(expected));

  test.each([
    ['demo', 'is not JSON'],
    ['{"a": 1', 'never closed'],
    ['[1 2]', 'line 1, column 4: missing comma'],
    ['1 2', 'text after the end'],
  ])('%j is refused: %s', (text, message) => {
    expect(() => parseJson(text)).toThrow(ValueError);
    expect(() => parseJson(text)).toThrow(message);
  });

  test('a property named __proto__ is a property', () => {
    const value = parseJson('{"__proto__": {"polluted": 1}}');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(equalValues(value, {})).toBe(false);
  });

  test('a text beyond the limit is refused', () =>
    expect(() => parseJson(`"${'x'.repeat(maximumText)}"`)).toThrow(LimitError));

  const plain = fc.jsonValue() as fc.Arbitrary<PlainValue>;
  test('reads back what toJson writes, in either quotes', () =>
    fc.assert(
      fc.property(plain, fc.constantFrom<'"' | "'">('"', "'"), (value, quote) =>
        equalValues(parseJson(toJson(value, quote)), value),
      ),
    ));
  test('agrees with JSON.parse on strict JSON without large integers', () =>
    fc.assert(fc.property(fc.json(), (text) => /\d{16}/.test(text) || equalValues(parseJson(text), JSON.parse(text)))));
});

describe('equalValues', () => {
  test.each<[PlainValue, PlainValue, boolean, string]>([
    ['demo', 'Demo', false, 'text compares with case'],
    [1, '1', false, 'types must match'],
    [1, 1n, true, 'an integer is the same in either form'],
    [9007199254740993n, 9007199254740992, false, 'and exactly so'],
    [1.5, 1n, false, 'a fraction is none'],
    [0, false, false, 'false is not 0'],
    [null, {}, false, 'null is not an object'],
    [[], {}, false, 'a list is not an object'],
    [['a', 'b'], ['a', 'b'], true, 'lists by their items'],
    [['a', 'b'], ['b', 'a'], false, 'in order'],
    [['a'], ['a', 'b'], false, 'and number'],
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true, 'objects whatever the order'],
    [{ a: 1 }, { A: 1 }, false, 'names compare with case'],
    [{ a: 1, b: 2 }, { a: 1, c: 2 }, false, 'every name counts'],
    [{ a: null }, {}, false, 'a null is there'],
    [{ toString: 1 }, {}, false, 'what every JavaScript object inherits does not count'],
  ])('%o and %o: %s (%s)', (a, b, expected) => {
    expect(equalValues(a, b)).toBe(expected);
    expect(equalValues(b, a)).toBe(expected);
  });

  test('comparing what can not be walked is refused', () => {
    let a: PlainValue = 'x';
    let b: PlainValue = 'x';
    for (let index = 0; index < 60; index++)
      [a, b] = [
        [a, a],
        [b, b],
      ];
    expect(equalValues(a, a)).toBe(true);
    expect(() => equalValues(a, b)).toThrow(LimitError);
  });
});

describe('order', () => {
  test.each([
    ['a', 'A', -1, 'lower case before upper case of one letter'],
    ['A', 'b', -1, 'the letter counts first'],
    ['Test1', 'Test2', -1, 'digits in order'],
    ['é', 'f', -1, 'an accent does not move a letter to the end'],
    ['a', 'a', 0, 'equal'],
  ])('compareText(%s, %s) is %d: %s', (a, b, expected) => {
    expect(Math.sign(compareText(a, b))).toBe(expected);
    expect(Math.sign(compareText(b, a))).toBe(expected === 0 ? 0 : -expected);
  });

  test.each([
    [['item002', 'item001'], ['item001', 'item002'], 'by name'],
    [['b', 'C', 'a'], ['a', 'b', 'C'], 'not by code'],
    [['A', 'a'], ['A', 'a'], 'what differs in case only stays in its order'],
    [['a', 'A'], ['a', 'A'], 'either way'],
  ])('sortedNames(%j) is %j: %s', (names, expected) => expect(sortedNames(names)).toEqual(expected));
});

test('a number that begins with its point is one, as the platform reads it', () => {
  expect(parseJson('[.25, -.5]')).toEqual([0.25, -0.5]);
  expect(() => parseJson('010')).toThrow(ValueError);
});
