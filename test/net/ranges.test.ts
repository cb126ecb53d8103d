import { describe, expect, test } from 'vitest';
import {
  addressNumber,
  addressText,
  isWithin,
  overlaps,
  prefixRange,
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

test('ranges hold and meet each other at their edges', () => {
  const [outer, inner, next] = [
    { first: 10, last: 20 },
    { first: 10, last: 20 },
    { first: 21, last: 30 },
  ] as const;
  expect(isWithin(inner, outer)).toBe(true);
  expect(isWithin({ first: 9, last: 12 }, outer)).toBe(false);
  expect(overlaps(outer, next)).toBe(false);
  expect(overlaps(outer, { first: 20, last: 20 })).toBe(true);
});
