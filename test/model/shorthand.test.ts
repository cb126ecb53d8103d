import { describe, expect, test } from 'vitest';
import { readShorthand } from '../../src/model/shorthand.ts';

describe('the shorthand of the Azure CLI', () => {
  test.each([
    [
      "{peerASN:65047,allowAS:2,ipv4ListenRangePrefixes:['10.1.2.0/28']}",
      { peerASN: '65047', allowAS: '2', ipv4ListenRangePrefixes: ['10.1.2.0/28'] },
    ],
    ["[{name:'a b',ports:[1-20, 22]},{name:c}]", [{ name: 'a b', ports: ['1-20', '22'] }, { name: 'c' }]],
    ['{primaryIpv6Prefix:10:2:0:124::400/127}', { primaryIpv6Prefix: '10:2:0:124::400/127' }],
    ["{a:{b:[]},c:null,d:'null, [x]'}", { a: { b: [] }, c: null, d: 'null, [x]' }],
    ['{}', {}],
  ])('%s', (text, value) => {
    expect(readShorthand(text)).toEqual(value);
  });

  test.each([
    '',
    'word',
    '@file.json',
    '{a}',
    '{a:b',
    '[a,b',
    '[a]]',
    '{a:b}}',
    "{a:'b}",
    '[a b:{c}]',
    '{a:b c:{d:e}}',
    '[,]',
    '{"a":1',
  ])('%s is none', (text) => {
    expect(readShorthand(text)).toBeUndefined();
  });

  test('text that is nested without end is none', () => {
    expect(readShorthand('['.repeat(100) + ']'.repeat(100))).toBeUndefined();
  });
});
