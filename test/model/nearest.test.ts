import { expect, test } from 'vitest';
import { nearest } from '../../src/model/nearest.ts';

const words = ['json', 'sarif', 'text', 'ipAllocationMethod', 'addressPrefix', 'addressPrefixes'];

test.each([
  ['sarf', 'sarif'],
  ['SARIF', 'sarif'],
  ['jsno', 'json'],
  ['txt', 'text'],
  ['ipAllocationMehtod', 'ipAllocationMethod'],
  ['adressPrefix', 'addressPrefix'],
  ['addressPrefixs', 'addressPrefix'],
  ['xml', undefined],
  ['vlan', undefined],
  ['', undefined],
])('%j is nearest to %j', (word, expected) => expect(nearest(word, words)).toBe(expected));

test('a maximum of none takes only the same word', () => {
  expect(nearest('Text', words, 0)).toBe('text');
  expect(nearest('texts', words, 0)).toBeUndefined();
});
