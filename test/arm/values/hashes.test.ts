import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guid, uniqueString, uniqueStringAlphabet, uniqueStringLength } from '../../../src/arm/values/hashes.ts';

test.each([
  [['foo', 'bar', 'baz'], '2ed86837-7c7c-5eaa-9864-dd077fd19b0d'],
  [['asdf'], '228d27cc-6fdb-5934-b7ac-1efccebade04'],
])('guid(%j) is %s', (texts, expected) => expect(guid(...texts)).toBe(expected));

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000000';
test.each([
  [['snap', 'crackle', 'pop'], 'byghxckddilkc'],
  [['asd', 'asdf', 'asdf'], 'iizpqit7ih3cc'],
  [[`${subscription}/resourceGroups/myRg`], 'js26ofeqkqeve'],
  [[subscription, 'resource-id'], 'cwvxuqg24sifi'],
])('uniqueString(%j) is %s', (texts, expected) => expect(uniqueString(...texts)).toBe(expected));

test('uniqueString keeps to its length and alphabet', () =>
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (texts) => {
      const hash = uniqueString(...texts);
      expect(hash).toHaveLength(uniqueStringLength);
      expect([...hash].every((character) => uniqueStringAlphabet.includes(character))).toBe(true);
    }),
  ));

test('guid is a UUID of version 5', () =>
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (texts) => {
      expect(guid(...texts)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }),
  ));

test('texts are joined with a hyphen', () => {
  expect(guid('a', 'b')).toBe(guid('a-b'));
  expect(uniqueString('a', 'b')).toBe(uniqueString('a-b'));
});
