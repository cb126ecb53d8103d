import { describe, expect, test } from 'vitest';
import {
  beginsLikeIPv6,
  canonicalAddress,
  canonicalPrefix,
  isDefaultRoute,
  isIPv6,
  mappedIPv4,
  mentionsIPv6,
  prefixLength,
} from '../../src/net/address.ts';

describe('isIPv6', () => {
  test.each([
    ['::', 'unspecified'],
    ['2001:db8:0:0:0:0:0:1', 'in full'],
    ['2001:DB8::1', 'upper case'],
    ['fd00::/64', 'a prefix'],
    ['fd00::/200', 'a prefix of impossible length'],
    ['::ffff:10.0.0.1', 'IPv4-mapped'],
    ['::ffff:a00:1', 'IPv4-mapped in hexadecimal'],
    ['fe80::1%eth0', 'with a zone id'],
    ['fe80::1%12/64', 'with a zone id and a length'],
    ['[::1]', 'in brackets'],
    [' fd00::1 ', 'with blanks around it'],
  ])('%s is: %s', (text) => expect(isIPv6(text)).toBe(true));

  test.each([
    ['10.0.0.0/24', 'IPv4'],
    ['00:15:5D:00:00:01', 'a MAC address'],
    ['12:30', 'a time of day'],
    ['12:30:45', 'a time of day with seconds'],
    ['2001:db8:::1', 'malformed'],
    ['[::1', 'in half a bracket'],
    ['::1]', 'in the other half'],
    ['*', 'a wildcard'],
    ['Internet', 'a service tag'],
    ['face', 'a word of hexadecimal digits'],
    ['', 'nothing'],
  ])('%s is not: %s', (text) => expect(isIPv6(text)).toBe(false));
});

test.each([
  ['fd00::1-fd00::9', true],
  ['10.0.0.1,fd00::1', true],
  ['10.0.0.1-10.0.0.9', false],
  ['00-15-5D-00-00-01', false],
  ['Sql.WestUS-2', false],
])('mentionsIPv6(%s) is %s', (text, expected) => expect(mentionsIPv6(text)).toBe(expected));

test.each([
  ['::ffff:10.0.0.1', '10.0.0.1'],
  ['::FFFF:a00:1', '10.0.0.1'],
  ['[::ffff:10.0.0.1]', '10.0.0.1'],
  ['::ffff:10.0.0.0/120', '10.0.0.0'],
  ['::10.0.0.1', undefined],
  ['fd00::1', undefined],
  ['10.0.0.1', undefined],
])('mappedIPv4(%s) is %s', (text, expected) => expect(mappedIPv4(text)).toBe(expected));

test.each([
  ['10.0.0.1', '10.0.0.1'],
  [' 10.0.0.1 ', '10.0.0.1'],
  ['FD00:0::1', 'fd00::1'],
  ['10.0.0.0/24', undefined],
  ['010.0.0.1', undefined],
  ['gateway', undefined],
])('canonicalAddress(%s) is %s', (text, expected) => expect(canonicalAddress(text)).toBe(expected));

test.each([
  ['10.0.0.0/24', '10.0.0.0/24'],
  ['10.0.0.5/24', '10.0.0.0/24'],
  ['10.0.0.5', '10.0.0.5/32'],
  ['FD00::1/64', 'fd00::/64'],
  ['10.0.0.0/33', undefined],
  ['10.0.0', undefined],
])('canonicalPrefix(%s) is %s', (text, expected) => expect(canonicalPrefix(text)).toBe(expected));

test.each([
  ['0.0.0.0/0', true],
  ['0.0.0.0', false],
  ['10.0.0.0/0', true],
  ['::/0', false],
  ['10.0.0.0/8', false],
])('isDefaultRoute(%s) is %s', (text, expected) => expect(isDefaultRoute(text)).toBe(expected));

describe('beginsLikeIPv6', () => {
  test.each([
    ['fd00:', true],
    ['FE80::1', true],
    ['::', true],
    ['[2001:db8:', true],
    ['10.0.', false],
    ['fd00', false],
    ['', false],
    ['https:', false],
    ['10.0.0.1:', false],
  ])('%j: %s', (text, wanted) => expect(beginsLikeIPv6(text)).toBe(wanted));
});

test.each([
  ['10.1.2.0/28', 28],
  ['FD00::1/127', 127],
  ['10.1.2.3', undefined],
  ['fd00::1', undefined],
  ['10.1.2.0/33', undefined],
  ['vlan/28', undefined],
])('prefixLength(%s) is %s', (text, expected) => expect(prefixLength(text)).toBe(expected));
