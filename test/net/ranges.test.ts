import { describe, expect, test } from 'vitest';
import {
  addressNumber,
  addressText,
  isInRange,
  isWithin,
  overlaps,
  prefixRange,
  privateRanges,
  rangeText,
  sizeOf,
} from '../../src/net/ranges.ts';

describe('addresses', () => {
  test.each([
    ['0.0.0.0', 0],
    ['10.0.0.1', 167772161],
    ['255.255.255.255', 4294967295],
  ])('%s is a number and back', (text, number) => {
    expect(addressNumber(text)).toBe(number);
    expect(addressText(number)).toBe(text);
  });

  test.each(['10.0.0.0/24', 'fd00::1', 'dhcp', '', '10.0.0', '10.0.0.256'])('"%s" is no address', (text) => {
    expect(addressNumber(text)).toBeUndefined();
  });
});

describe('prefixes', () => {
  test.each([
    ['10.20.1.0/24', '10.20.1.0-10.20.1.255', 256],
    ['10.20.1.77/24', '10.20.1.0-10.20.1.255', 256], // host bits don't count
    ['10.20.1.5/32', '10.20.1.5-10.20.1.5', 1],
    ['0.0.0.0/0', '0.0.0.0-255.255.255.255', 4294967296],
  ])('%s is %s', (prefix, range, size) => {
    const found = prefixRange(prefix);
    expect(found && rangeText(found)).toBe(range);
    expect(found && sizeOf(found)).toBe(size);
  });

  test.each(['10.20.1.0', '10.20.1.0/33', 'fd00::/64', '/24'])('"%s" is no IPv4 prefix', (text) => {
    expect(prefixRange(text)).toBeUndefined();
  });
});

const range = { first: 10, last: 20 };

test.each([
  [9, false],
  [10, true],
  [20, true],
  [21, false],
])('%d in 10 to 20: %s', (address, expected) => expect(isInRange(address, range)).toBe(expected));

test.each([
  ['the same', 10, 20, true, true],
  ['one less at its start', 9, 20, false, true],
  ['one more at its end', 10, 21, false, true],
  ['something in the middle', 12, 18, true, true],
  ['what holds it', 0, 30, false, true],
  ['its first address', 10, 10, true, true],
  ['its last address', 20, 20, true, true],
  ['what ends just before it', 0, 9, false, false],
  ['what ends at its start', 0, 10, false, true],
  ['what begins at its end', 20, 30, false, true],
  ['what begins just behind it', 21, 30, false, false],
])('10 to 20 and %s', (_, first, last, within, meets) => {
  expect(isWithin({ first, last }, range)).toBe(within);
  expect(overlaps({ first, last }, range)).toBe(meets);
  expect(overlaps(range, { first, last })).toBe(meets);
});

test('blanks around an address or prefix do no harm', () => {
  expect(addressNumber(' 0.0.0.7 ')).toBe(7);
  expect(prefixRange(' 0.0.0.4/30 ')).toEqual({ first: 4, last: 7 });
});

test('private addresses are those of RFC 1918', () => {
  expect(privateRanges().map(rangeText)).toEqual([
    '10.0.0.0-10.255.255.255',
    '172.16.0.0-172.31.255.255',
    '192.168.0.0-192.168.255.255',
  ]);
});
