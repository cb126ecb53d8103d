import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cidrHost, cidrSubnet, parseCidr } from '../../../src/arm/values/cidr.ts';
import type { Int } from '../../../src/arm/values/numbers.ts';
import { UncertainError, ValueError } from '../../../src/arm/values/value-error.ts';

describe('parseCidr', () => {
  test.each([
    [
      '10.144.0.0/20',
      {
        network: '10.144.0.0',
        netmask: '255.255.240.0',
        broadcast: '10.144.15.255',
        firstUsable: '10.144.0.1',
        lastUsable: '10.144.15.254',
        cidr: 20,
      },
      'the documented example',
    ],
    [
      '10.144.7.9/20',
      {
        network: '10.144.0.0',
        netmask: '255.255.240.0',
        broadcast: '10.144.15.255',
        firstUsable: '10.144.0.1',
        lastUsable: '10.144.15.254',
        cidr: 20,
      },
      'bits beyond the prefix do not count',
    ],
    [
      '0.0.0.0/0',
      {
        network: '0.0.0.0',
        netmask: '0.0.0.0',
        broadcast: '255.255.255.255',
        firstUsable: '0.0.0.1',
        lastUsable: '255.255.255.254',
        cidr: 0,
      },
      'all addresses',
    ],
    [
      '10.0.0.5/32',
      {
        network: '10.0.0.5',
        netmask: '255.255.255.255',
        broadcast: '10.0.0.5',
        firstUsable: '10.0.0.5',
        lastUsable: '10.0.0.5',
        cidr: 32,
      },
      'one address',
    ],
    [
      'FDAD:3236:5555::/48',
      {
        network: 'fdad:3236:5555::',
        netmask: 'ffff:ffff:ffff::',
        firstUsable: 'fdad:3236:5555::',
        lastUsable: 'fdad:3236:5555:ffff:ffff:ffff:ffff:ffff',
        cidr: 48,
      },
      'IPv6 has no broadcast address, and is written in lower case',
    ],
  ])('%s: %#', (cidr, expected, _) => expect(parseCidr(cidr)).toEqual(expected));

  test.each(['', 'x', '10.0.0/8', '10.0.0.0/33', '10.0.0.256/8', '::/129', 'fe80::1%eth0/64', ':'.repeat(100_000)])(
    '%# is no prefix',
    (cidr) => expect(() => parseCidr(cidr)).toThrow('parseCidr() takes a prefix such as 10.0.0.0/24, not '),
  );
  test.each(['10.0.0.1', '10.0.0.0/31'])('what %s gives is not documented', (cidr) =>
    expect(() => parseCidr(cidr)).toThrow(UncertainError),
  );
});

describe('cidrSubnet', () => {
  test.each<[string, Int, Int, string, string]>([
    ['10.144.0.0/20', 24, 0, '10.144.0.0/24', 'the first'],
    ['10.144.0.0/20', 24, 15, '10.144.15.0/24', 'the last'],
    ['10.144.3.4/20', 24, 4, '10.144.4.0/24', 'bits beyond the prefix do not count'],
    ['10.144.1.1/32', 32, 0, '10.144.1.1/32', 'the network itself'],
    ['0.0.0.0/0', 32, 4294967295, '255.255.255.255/32', 'the last address of all'],
    ['fdad:3236:5555::/48', 52, 4, 'fdad:3236:5555:4000::/52', 'IPv6'],
    ['fd00::/8', 128, 2n ** 62n, 'fd00::4000:0:0:0/128', 'a large index'],
  ])('%s in /%s, %s is %s: %s', (cidr, length, index, expected) =>
    expect(cidrSubnet(cidr, length, index)).toBe(expected),
  );

  test.each<[string, Int, Int, string]>([
    ['10.144.0.0/20', 24, 16, 'cidrSubnet() has the index 16, but the last /24 in 10.144.0.0/20 has 15'],
    ['10.144.0.0/20', 20, 1, 'cidrSubnet() has the index 1, but the last /20 in 10.144.0.0/20 has 0'],
    ['10.144.0.0/20', 24, -1, 'cidrSubnet() has the index -1, but an index is 0 or more'],
    ['10.144.0.0/20', 16, 0, 'cidrSubnet() takes a prefix length from 20 to 32 for 10.144.0.0/20, not 16'],
    ['10.144.0.0/20', 33, 0, 'cidrSubnet() takes a prefix length from 20 to 32 for 10.144.0.0/20, not 33'],
    ['fdad::/48', 200, 0, 'cidrSubnet() takes a prefix length from 48 to 128 for fdad::/48, not 200'],
    ['10.0.0.0/8', 16, 1.5, 'cidrSubnet() takes integers, not 1.5'],
    ['10.0.0.0/8', 16.5, 1, 'cidrSubnet() takes integers, not 16.5'],
    ['fdad', 64, 0, 'cidrSubnet() takes a prefix such as 10.0.0.0/24, not "fdad"'],
  ])('%s in /%s, %s is refused: %s', (cidr, length, index, message) =>
    expect(() => cidrSubnet(cidr, length, index)).toThrow(new ValueError(message)),
  );

  test('subnets follow each other without a gap', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 6 }), fc.nat(), (length, more, seed) => {
        const cidr = `10.144.5.6/${length}`;
        const subnets = 2 ** more;
        const index = seed % subnets;
        const { network } = parseCidr(cidrSubnet(cidr, length + more, index));
        const place = (text: string) => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
        expect(place(network) - place(parseCidr(cidr).network)).toBe(index * 2 ** (32 - length - more));
      }),
    ));
});

describe('cidrHost', () => {
  test.each<[string, Int, string, string]>([
    ['10.144.3.0/24', 0, '10.144.3.1', 'the first host is not the network'],
    ['10.144.3.0/24', 253, '10.144.3.254', 'the last is not the broadcast address'],
    ['10.144.3.77/24', 4, '10.144.3.5', 'bits beyond the prefix do not count'],
    ['10.0.0.0/30', 1, '10.0.0.2', 'the second of two'],
    ['fdad:3236:5555:3000::/52', 0, 'fdad:3236:5555:3000::1', 'IPv6 likewise'],
    ['fdad::/126', 2, 'fdad::3', 'but without broadcast address'],
  ])('%s, %s is %s: %s', (cidr, index, expected) => expect(cidrHost(cidr, index)).toBe(expected));

  test.each<[string, Int, string]>([
    ['10.144.3.0/24', 254, 'cidrHost() has the index 254, but the last address for a host in 10.144.3.0/24 has 253'],
    ['10.144.3.0/24', -1, 'cidrHost() has the index -1, but an index is 0 or more'],
    ['fdad::/126', 3, 'cidrHost() has the index 3, but the last address for a host in fdad::/126 has 2'],
    ['10.0.0', 0, 'cidrHost() takes a prefix such as 10.0.0.0/24, not "10.0.0"'],
  ])('%s, %s is refused: %s', (cidr, index, message) =>
    expect(() => cidrHost(cidr, index)).toThrow(new ValueError(message)),
  );

  test.each(['10.0.0.0/31', '10.0.0.0/32', 'fdad::/128'])('hosts of %s are not documented', (cidr) =>
    expect(() => cidrHost(cidr, 0)).toThrow(UncertainError),
  );
});
