import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainValue } from '../../../src/arm/values/json.ts';
import { add, div, float, type Int, int, max, min, mod, mul, sub } from '../../../src/arm/values/numbers.ts';
import { ValueError } from '../../../src/arm/values/value-error.ts';

const largest = 9223372036854775807n;
const smallest = -9223372036854775808n;

describe('arithmetic', () => {
  test.each<[(a: PlainValue, b: PlainValue) => Int, Int, Int, Int, string]>([
    [add, 5, 3, 8, 'a sum'],
    [add, 9007199254740991, 2, 9007199254740993n, 'a sum that a number can not hold is exact'],
    [add, 9007199254740993n, -2, 9007199254740991, 'and a number again when it can'],
    [sub, 7, 3, 4, 'a difference'],
    [sub, 0, 5, -5, 'minus, as Bicep writes it'],
    [sub, smallest, 0, smallest, 'the smallest integer'],
    [mul, 5, 3, 15, 'a product'],
    [mul, 3037000499, 3037000499, 9223372030926249001n, 'a large product is exact'],
    [div, 8, 3, 2, 'a quotient without fraction'],
    [div, -8, 3, -2, 'cut toward zero'],
    [mod, 7, 3, 1, 'a remainder'],
    [mod, -7, 3, -1, 'has the sign of the first'],
    [mod, smallest, -1, 0, 'of the smallest integer'],
  ])('%o(%s, %s) is %s: %s', (compute, a, b, expected) => expect(compute(a, b)).toBe(expected));

  test.each<[(a: PlainValue, b: PlainValue) => Int, PlainValue, PlainValue, string]>([
    [add, largest, 1, 'the result of add() does not fit into an integer of 64 bits'],
    [sub, smallest, 1, 'the result of sub() does not fit into an integer of 64 bits'],
    [mul, largest, 2, 'the result of mul() does not fit into an integer of 64 bits'],
    [div, smallest, -1, 'the result of div() does not fit into an integer of 64 bits'],
    [div, 8, 0, 'div() divides by 0'],
    [mod, 8, 0, 'mod() divides by 0'],
    [div, 1, '0', 'div() takes integers, not "0"'],
    [add, 1.5, 1, 'add() takes integers, not 1.5'],
    [add, true, 1, 'add() takes integers, not true'],
    [sub, null, 1, 'sub() takes integers, not null'],
    [mul, [], 1, 'mul() takes integers, not a list'],
    [mul, 1, {}, 'mul() takes integers, not an object'],
  ])('%o(%o, %o) is refused: %s', (compute, a, b, message) =>
    expect(() => compute(a, b)).toThrow(new ValueError(message)),
  );

  const int64 = fc
    .bigInt({ min: smallest, max: largest })
    .map((value): Int => (Number.isSafeInteger(Number(value)) ? Number(value) : value));
  test('div and mod belong together', () =>
    fc.assert(
      fc.property(int64, int64, (a, b) => {
        fc.pre(b !== 0 && !(a === smallest && b === -1));
        expect(BigInt(div(a, b)) * BigInt(b) + BigInt(mod(a, b))).toBe(BigInt(a));
      }),
    ));
});

describe('int', () => {
  test.each<[PlainValue, Int, string]>([
    [4, 4, 'an integer'],
    ['4', 4, 'its text'],
    [' -12 ', -12, 'with a sign and blanks'],
    ['007', 7, 'with zeros'],
    ['1.9', 1, 'a fraction is cut off'],
    [-1.9, -1, 'toward zero'],
    [1e-7, 0, 'however small'],
    ['9223372036854775807', largest, 'the largest integer'],
    [`${'0'.repeat(100_000)}1`, 1, 'zeros do not count'],
  ])('int(%s) is %s: %s', (value, expected) => expect(int(value)).toBe(expected));

  test.each<[PlainValue]>([
    ['one'],
    [''],
    ['-'],
    ['.'],
    ['1e3'],
    ['1,000'],
    ['0x1F'],
    [null],
    [true],
    [[]],
    [Number.POSITIVE_INFINITY],
    [`${'0'.repeat(100_000)}x`],
  ])('int(%o) is refused', (value) => expect(() => int(value)).toThrow('int() takes an integer or its text, not '));
  test.each<[PlainValue]>([['9223372036854775808'], ['9'.repeat(100_000)], [largest + 1n]])(
    'an integer of more than 64 bits is refused (%#)',
    (value) => expect(() => int(value)).toThrow('does not fit'),
  );
});

test.each<[PlainValue, number]>([
  ['3.0', 3],
  [3, 3],
  ['-1.5e3', -1500],
  ['.5', 0.5],
])('float(%o) is %d', (value, expected) => expect(float(value)).toBe(expected));
test.each<[PlainValue]>([['one'], [''], ['.'], [false], [`${'1'.repeat(131_000)}x`]])('float(%o) is refused', (value) =>
  expect(() => float(value)).toThrow(ValueError),
);

test.each<[readonly PlainValue[], Int, Int, string]>([
  [[0, 3, 2, 5, 4], 0, 5, 'one by one'],
  [[[0, 3, 2, 5, 4]], 0, 5, 'a list'],
  [[[6, 4], [8]], 4, 8, 'several lists'],
  [[1], 1, 1, 'one alone'],
  [[-1, largest, smallest], smallest, largest, 'of any size'],
])('min and max of %o are %s and %s: %s', (values, smallest, largest) => {
  expect(min(...values)).toBe(smallest);
  expect(max(...values)).toBe(largest);
});
test.each<[readonly PlainValue[], string]>([
  [[], 'max() takes at least one integer'],
  [[[]], 'max() takes at least one integer'],
  [[1, '0'], 'max() takes integers, not "0"'],
])('max of %o is refused: %s', (values, message) => expect(() => max(...values)).toThrow(new ValueError(message)));
