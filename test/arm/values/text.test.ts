import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  base64,
  base64ToString,
  concat,
  endsWith,
  first,
  indexOf,
  join,
  last,
  lastIndexOf,
  like,
  padLeft,
  replace,
  skip,
  split,
  startsWith,
  substring,
  take,
  toLower,
  toUpper,
  trim,
} from '../../../src/arm/values/text.ts';
import { LimitError, maximumText, UncertainError, ValueError } from '../../../src/arm/values/value-error.ts';

/** Well-formed text of all of Unicode: half a surrogate pair has no UTF-8. */
const unicode = fc.string({ unit: 'binary' });

describe('case', () => {
  test.each([
    ['One Two', 'one two', 'ONE TWO', 'ASCII'],
    ['Ä', 'ä', 'Ä', 'a letter with an accent'],
    ['ß', 'ß', 'ß', 'a letter without an upper case of its own stays'],
    ['İ', 'İ', 'İ', 'a letter whose lower case is longer stays'],
    ['ı', 'ı', 'ı', 'no letter becomes ASCII'],
    ['ΑΣ', 'ας'.replace('ς', 'σ'), 'ΑΣ', 'the place in the word does not count'],
    ['𐐀', '𐐨', '𐐀', 'a letter of two code units'],
  ])('%s is %s and %s: %s', (text, lower, upper) => {
    expect(toLower(text)).toBe(lower);
    expect(toUpper(text)).toBe(upper);
  });

  test('never changes the length', () =>
    fc.assert(
      fc.property(unicode, (text) => toLower(text).length === text.length && toUpper(text).length === text.length),
    ));
});

test.each([
  ['    one two three   ', 'one two three', 'blanks'],
  ['\t\r\n\u0085\u00a0\u3000x\u2028', 'x', 'all that .NET calls white space'],
  ['\ufeffx', '\ufeffx', 'a byte order mark is none'],
  ['   ', '', 'nothing else'],
])('trim(%o) is %o: %s', (text, expected) => expect(trim(text)).toBe(expected));

describe('substring', () => {
  test.each<[string, number | bigint, number | bigint | undefined, string, string]>([
    ['one two three', 4, 3, 'two', 'a part inside'],
    ['foot', 0, 3, 'foo', 'from the start'],
    ['foot', 2, undefined, 'ot', 'the rest when no length is given'],
    ['foot', 4, 0, '', 'nothing at the very end'],
    ['foot', 1n, 2n, 'oo', 'with large integers'],
  ])('%s from %s, %s characters is %o: %s', (text, start, length, expected) =>
    expect(substring(text, start, length)).toBe(expected),
  );

  test.each<[string, number, number | undefined, string]>([
    ['1234567890', 0, 11, 'substring() ends at 11, but the text has 10 characters'],
    ['hello', 7, undefined, 'substring() starts at 7, but the text has 5 characters'],
    ['x', 2, undefined, 'substring() starts at 2, but the text has 1 character'],
    ['x', -1, 1, 'substring() starts at -1, but a text starts at 0'],
    ['x', 0, -1, 'substring() has the length -1, but a length is 0 or more'],
  ])('%s from %s, %s characters: %s', (text, start, length, message) =>
    expect(() => substring(text, start, length)).toThrow(new ValueError(message)),
  );
});

test.each<[string, number | bigint, string, string]>([
  ['one two three', 3, 'one', ' two three'],
  ['one', 3, 'one', ''],
  ['one', 100n, 'one', ''],
  ['one', 0, '', 'one'],
  ['one', -100, '', 'one'],
])('take and skip of %s, %s are %o and %o', (text, count, taken, rest) => {
  expect(take(text, count)).toBe(taken);
  expect(skip(text, count)).toBe(rest);
  expect(take([...text], count).join('')).toBe(taken);
  expect(skip([...text], count).join('')).toBe(rest);
});

test.each([
  ['One', 'O', 'e'],
  ['', '', ''],
  ['😀', '\ud83d', '\ude00'],
])('first and last of %o are %o and %o', (text, start, end) => {
  expect(first(text)).toBe(start);
  expect(last(text)).toBe(end);
});

describe('replace', () => {
  test.each([
    ['123-123-1234', '-', '', '1231231234', 'every place'],
    ['123-123-1234', '1234', 'xxxx', '123-123-xxxx', 'longer texts'],
    ['Foot', 'f', 'd', 'Foot', 'case counts'],
    ['a.b', '.', '$&', 'a$&b', 'nothing is special'],
  ])('replace(%s, %s, %s) is %s: %s', (text, old, replacement, expected) =>
    expect(replace(text, old, replacement)).toBe(expected),
  );

  test('an empty text to replace is refused', () => expect(() => replace('abc', '', 'x')).toThrow(ValueError));
  test('growth is bounded', () => expect(() => replace('x'.repeat(10_000), 'x', 'y'.repeat(1000))).toThrow(LimitError));
});

describe('split and join', () => {
  test.each<[string, string | string[], string[], string]>([
    ['one,two,three', ',', ['one', 'two', 'three'], 'one separator'],
    ['one;two,three', [',', ';'], ['one', 'two', 'three'], 'several'],
    ['a,,b,', ',', ['a', '', 'b', ''], 'empty parts are kept'],
    ['', ',', [''], 'an empty text is one part'],
    ['a==b', ['=', '=='], ['a', '', 'b'], 'the first separator of the list that matches'],
    ['a==b', ['==', '='], ['a', 'b'], 'in the other order'],
    ['aXbxc', 'x', ['aXb', 'c'], 'case counts'],
  ])('%s at %j is %j: %s', (text, separator, expected) => expect(split(text, separator)).toEqual(expected));

  test.each([[''], [[]], [[',', '']]])('a separator %j has no documented meaning', (separator) =>
    expect(() => split('a,b', separator)).toThrow(UncertainError),
  );

  test('the number of items is bounded', () => expect(() => split(','.repeat(10_000), ',')).toThrow(LimitError));

  test('join undoes split', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ',', ';', 'b')),
        fc.constantFrom(',', ';,'),
        (characters, separator) => {
          const text = characters.join('');
          expect(join(split(text, separator), separator)).toBe(text);
          expect(split(text, separator)).toEqual(text.split(separator));
        },
      ),
    ));

  test.each([
    [['one', 'two'], ', ', 'one, two', 'text'],
    [[1, true, 'x'], '-', '1-True-x', 'numbers and booleans'],
    [[], ',', '', 'nothing'],
  ])('join(%j, %s) is %s: %s', (items, separator, expected) => expect(join(items, separator)).toBe(expected));

  test('concat puts text, numbers and booleans in a row', () => expect(concat('a', 1, false)).toBe('a1False'));
  test('concat is bounded', () => expect(() => concat('x'.repeat(maximumText), 'y')).toThrow(LimitError));
});

test.each([
  ['test', 't', 0, 3, 'at both ends'],
  ['abcdef', 'CD', 2, 2, 'whatever the case'],
  ['abcdef', 'z', -1, -1, 'nowhere'],
  ['aßb', 'B', 2, 2, 'positions are those of the text as it is'],
])('%s contains %s first at %d, last at %d: %s', (text, part, from, to) => {
  expect(indexOf(text, part)).toBe(from);
  expect(lastIndexOf(text, part)).toBe(to);
});

test.each([
  ['abcdef', 'ab', true, false],
  ['abcdef', 'A', true, false],
  ['abcdef', 'e', false, false],
  ['abcdef', 'EF', false, true],
  ['abcdef', '', true, true],
])('%s with %s: starts %s, ends %s', (text, part, starts, ends) => {
  expect(startsWith(text, part)).toBe(starts);
  expect(endsWith(text, part)).toBe(ends);
});

describe('like', () => {
  test.each([
    ['abcdef', 'abc*', true, 'a star is any text'],
    ['abc', 'abc*', true, 'even none'],
    ['abc', 'A?C', true, 'a question mark is one character, and case does not count'],
    ['ac', 'a?c', false, 'but not none'],
    ['abc', 'ab', false, 'the whole text counts'],
    ['xabc', 'abc', false, 'from its start'],
    ['aXbXc', '*b*c', true, 'several stars'],
    ['aab', '*ab', true, 'a star gives back what it took'],
    ['', '', true, 'nothing is nothing'],
    ['', '**', true, 'and any text'],
    ['a.c', 'a.c', true, 'a dot is a dot'],
    ['abc', 'a.c', false, 'and nothing else'],
    ['a[b]', 'a[b]', true, 'brackets are brackets'],
  ])('%o like %o is %s: %s', (text, pattern, expected) => expect(like(text, pattern)).toBe(expected));

  test('agrees with a regular expression', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b'), { maxLength: 8 }),
        fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 6 }),
        (text, pattern) => {
          const source = pattern.join('').replaceAll('*', '.*').replaceAll('?', '.');
          expect(like(text.join(''), pattern.join(''))).toBe(new RegExp(`^${source}$`).test(text.join('')));
        },
      ),
    ));
});

describe('hostile texts', () => {
  const long = 'a'.repeat(maximumText);
  test.each<[string, () => unknown]>([
    ['like', () => like(long, `*${'a'.repeat(60_000)}b`)],
    ['indexOf', () => indexOf(long, `${'a'.repeat(30_000)}b${'a'.repeat(30_000)}`)],
    ['lastIndexOf', () => lastIndexOf(long, `${'a'.repeat(60_000)}b`)],
    ['split', () => split(long, `${'a'.repeat(60_000)}b`)],
    ['replace', () => replace(long, `${'a'.repeat(60_000)}b`, '')],
  ])('%s gives up in time', (_, call) => {
    const start = performance.now();
    expect(call).toThrow(LimitError);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('padLeft', () => {
  test.each<[string | number, number | bigint, string | undefined, string, string]>([
    ['123', 10, '0', '0000000123', 'with a character'],
    ['123', 10n, undefined, '       123', 'with blanks when none is given'],
    [7, 3, '0', '007', 'a number'],
    ['12345', 3, '0', '12345', 'never shorter'],
  ])('%o to %s with %o is %o: %s', (value, length, character, expected) =>
    expect(padLeft(value, length, character)).toBe(expected),
  );

  test.each([
    [10, 'test', 'padLeft() fills with one character, not "test"'],
    [10, '', 'padLeft() fills with one character, not ""'],
    [-1, ' ', 'padLeft() has the length -1, but a length is 0 or more'],
  ])('to %d with %o is refused: %s', (length, character, message) =>
    expect(() => padLeft('x', length, character)).toThrow(new ValueError(message)),
  );

  test('a billion is refused', () => expect(() => padLeft('x', 1_000_000_000)).toThrow(LimitError));
});

describe('base64', () => {
  test.each([
    ['one, two, three', 'b25lLCB0d28sIHRocmVl', 'ASCII'],
    [' Fizz ', 'IEZpenog', 'with blanks'],
    ['é', 'w6k=', 'UTF-8'],
    ['', '', 'nothing'],
  ])('of %o is %s: %s', (text, encoded) => {
    expect(base64(text)).toBe(encoded);
    expect(base64ToString(encoded)).toBe(text);
  });

  test('white space inside does not count', () => expect(base64ToString('SGVs\r\nbG8=')).toBe('Hello'));
  test.each(['abc', 'a', '=abc', 'ab=c', 'a_-b', '%%%%'])('%s is refused', (text) =>
    expect(() => base64ToString(text)).toThrow(`${JSON.stringify(text)} is not base64`),
  );
  test('there and back is the text', () =>
    fc.assert(fc.property(unicode, (text) => base64ToString(base64(text)) === text)));
});
