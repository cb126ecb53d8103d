import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatItem, formatText, parseFormat } from '../../../src/arm/values/format.ts';
import type { PlainValue } from '../../../src/arm/values/json.ts';
import { LimitError, maximumText, ValueError } from '../../../src/arm/values/value-error.ts';

describe('formatText', () => {
  test.each<[string, PlainValue[], string, string]>([
    [
      '{0}, {1}. Formatted number: {2:N0}',
      ['Hello', 'User', 8175133],
      'Hello, User. Formatted number: 8,175,133',
      'the documented example',
    ],
    ['{0}/{1}', ['net', 'subnet'], 'net/subnet', 'a name of a child, as Bicep writes it'],
    ['{1}{0}{1}', ['a', 'b'], 'bab', 'any order, any number of times'],
    ['{{{0}}}', ['x'], '{x}', 'doubled braces are text'],
    ['{{0}}', ['x'], '{0}', 'and no place'],
    ['', ['x'], '', 'nothing'],
    ['[{0,5}|{1,-5}]', ['a', 'b'], '[    a|b    ]', 'filled at the left, or the right for a negative width'],
    ['{0 , 3 }|', [7], '  7|', 'blanks around the width'],
    ['{0,2}', ['long'], 'long', 'never cut'],
    ['{0,6:D3}', [7], '   007', 'width and style'],
    ['{0} {1}', [true, false], 'True False', 'booleans as .NET writes them'],
    ['<{0}>', [null], '<>', 'null is nothing'],
    ['{0:D2}', ['7'], '7', 'text has no style'],
    ['{0} {1}', [{ a: 'b' }, ['x', 1, true]], "{'a':'b'} ['x',1,true]", 'objects and lists as JSON in single quotes'],
    ['{0}', [9223372036854775807n], '9223372036854775807', 'a large integer'],
  ])('%s with %o is %o: %s', (pattern, values, expected) => expect(formatText(pattern, values)).toBe(expected));

  test.each([
    ['{1}', ['a'], 'format() has a place {1}, but 1 value to fill in; the first is {0}'],
    ['{0}', [], 'format() has a place {0}, but 0 values to fill in; the first is {0}'],
    ['{0', ['a'], 'the format "{0" has a "{" without "}"; a brace as text is "{{"'],
    ['0}', ['a'], 'the format "0}" has a "}" without "{"; a brace as text is "}}"'],
    ['{}', ['a'], '"{}" is not a place for a value; one is written like {0}, {0,8} or {0:N2}'],
    ['{a}', ['a'], '"{a}" is not a place for a value; one is written like {0}, {0,8} or {0:N2}'],
    ['{-1}', ['a'], '"{-1}" is not a place for a value; one is written like {0}, {0,8} or {0:N2}'],
    ['{ 0}', ['a'], '"{ 0}" is not a place for a value; one is written like {0}, {0,8} or {0:N2}'],
    ['{0:{1}}', ['a', 'b'], '"{0:{1}" is not a place for a value; one is written like {0}, {0,8} or {0:N2}'],
  ])('%s with %j is refused: %s', (pattern, values, message) =>
    expect(() => formatText(pattern, values)).toThrow(new ValueError(message)),
  );

  test.each<[string, PlainValue]>([
    ['{0,9999999}', 'x'],
    ['{0:D9999999}', 1],
    ['{0:F999999999}', 1.5],
    ['{0}{0}', 'x'.repeat(maximumText)],
  ])('%s is refused: too long', (pattern, value) => expect(() => formatText(pattern, [value])).toThrow(LimitError));

  test('text without braces is itself, and doubled braces make it so', () =>
    fc.assert(fc.property(fc.string(), (text) => formatText(text.replace(/[{}]/g, '$&$&'), []) === text)));

  test('every format is read or refused', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{', '}', '0', ',', ':', '-', '#', '.', 'E', ';', "'", '%', 'x')),
        (parts) => {
          try {
            expect(typeof formatText(parts.join(''), [1234.5])).toBe('string');
          } catch (error) {
            expect(error).toBeInstanceOf(ValueError);
          }
        },
      ),
    ));
});

test('parseFormat gives text and places', () =>
  expect(parseFormat('a{{{0,-8:N0}{12}')).toEqual([
    'a{',
    { index: 0, width: -8, style: 'N0' },
    { index: 12, width: 0, style: '' },
  ]));

describe('integers in a style', () => {
  test.each<[number | bigint, string, string]>([
    [7, 'D4', '0007'],
    [-7, 'd4', '-0007'],
    [12345, 'D', '12345'],
    [255, 'X', 'FF'],
    [255, 'x4', '00ff'],
    [-1, 'X', 'FFFFFFFFFFFFFFFF'],
    [5, 'B8', '00000101'],
    [1234567, 'N0', '1,234,567'],
    [-1234567, 'N', '-1,234,567.00'],
    [123, 'n1', '123.0'],
    [1234, 'F', '1234.00'],
    [1234, 'F0', '1234'],
    [0, 'F2', '0.00'],
    [1234, 'C', '¤1,234.00'],
    [-1234, 'C0', '(¤1,234)'],
    [1, 'P', '100.00 %'],
    [-12, 'P0', '-1,200 %'],
    [1234567, 'E', '1.234567E+006'],
    [-1234567, 'e2', '-1.23e+006'],
    [0, 'E2', '0.00E+000'],
    [12345, 'G', '12345'],
    [12345, 'G3', '1.23E+04'],
    [12345, 'g10', '12345'],
    [9223372036854775807n, 'N0', '9,223,372,036,854,775,807'],
  ])('%s in %s is %s', (value, style, expected) => expect(formatItem(value, 0, style)).toBe(expected));
});

describe('fractions in a style', () => {
  test.each<[number, string, string]>([
    [1.5, '', '1.5'],
    [1234.5678, 'F2', '1234.57'],
    [0.125, 'F2', '0.13'],
    [-0.125, 'F2', '-0.13'],
    [2.675, 'F2', '2.67'],
    [0.001, 'F2', '0.00'],
    [999.999, 'N2', '1,000.00'],
    [0.256, 'P', '25.60 %'],
    [0.05, 'E1', '5.0E-002'],
    [0.1, 'F20', '0.10000000000000000555'],
    [0.1, 'R', '0.1'],
    [0.1, 'G', '0.1'],
    [0.00001, 'G', '1E-05'],
    [1234.5678, 'G6', '1234.57'],
    [1.5, 'C', '¤1.50'],
  ])('%d in %s is %s', (value, style, expected) => expect(formatItem(value, 0, style)).toBe(expected));

  test.each<[number, string]>([
    [1.5, 'D2'],
    [1.5, 'X'],
    [1, 'R'],
    [1, 'Z'],
  ])('%d in %s is refused', (value, style) => expect(() => formatItem(value, 0, style)).toThrow(ValueError));
});

describe('numbers in a pattern', () => {
  test.each<[number | bigint, string, string, string]>([
    [5, '000', '005', 'zeros are always written'],
    [1234, '000', '1234', 'more digits than the pattern has'],
    [0, '#', '', 'a digit only if there is one'],
    [5, '#.##', '5', 'no point without digits after it'],
    [5.1, '#.00', '5.10', 'places after the point'],
    [0.5, '#.0', '.5', 'none before it'],
    [0.5, '0.0', '0.5', 'or a zero'],
    [-0.5, '0.0', '-0.5', 'with its sign'],
    [1234567, '#,##0', '1,234,567', 'groups'],
    [1234567, '#,#.00', '1,234,567.00', 'groups and places'],
    [5, '0,000', '0,005', 'groups of zeros'],
    [1234567, '0,', '1235', 'a comma at the end divides by a thousand'],
    [1234567, '#,##0.0,', '1,234,567.0', 'after the point it does nothing'],
    [1234567, '#,##0,,', '1', 'two commas, a million'],
    [0.256, '0.0%', '25.6%', 'per cent'],
    [0.5, '0\\%', '1%', 'an escaped sign is text'],
    [0.256, '0‰', '256‰', 'per mille'],
    [12345, '0.00E+00', '1.23E+04', 'an exponent'],
    [12345, '0.0e0', '1.2e4', 'without sign'],
    [0.00012, '0.0E0', '1.2E-4', 'a negative one'],
    [0, '0.0E+0', '0.0E+0', 'of zero'],
    [-5, '0;(0)', '(5)', 'a pattern for negative numbers'],
    [-5, '0;', '-5', 'an empty one is none'],
    [0, '0;(0);none', 'none', 'a pattern for zero'],
    [0.2, '0;(0);none', 'none', 'and for what rounds to it'],
    [-0.2, '0;(0)', '-0', 'a negative one without it keeps its sign'],
    [5551234, '000-0000', '555-1234', 'text between'],
    [12, '\'n\' 0 "E0"', 'n 12 E0', 'text in quotes'],
    [12, '.0', '12.0', 'a pattern that begins with the point'],
    [1.5, '0.0.0', '1.50', 'a second point is nothing'],
    [1, 'vm', 'vm', 'text only'],
    [-1, 'vm', '-vm', 'and the sign'],
    [12, 'E', '1.200000E+001', 'a single letter is a style'],
  ])('%s in %s is %o: %s', (value, pattern, expected) => expect(formatItem(value, 0, pattern)).toBe(expected));
});
