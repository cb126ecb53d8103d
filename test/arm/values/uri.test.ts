import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainValue } from '../../../src/arm/values/json.ts';
import {
  buildUri,
  dataUri,
  dataUriToString,
  parseUri,
  uri,
  uriComponent,
  uriComponentToString,
} from '../../../src/arm/values/uri.ts';
import { UncertainError, ValueError } from '../../../src/arm/values/value-error.ts';

const unicode = fc.string({ unit: 'binary' });

describe('uri', () => {
  test.each([
    ['http://contoso.org/firstpath', 'myscript.sh', 'http://contoso.org/myscript.sh', 'the last segment is replaced'],
    [
      'http://contoso.org/firstpath/',
      'myscript.sh',
      'http://contoso.org/firstpath/myscript.sh',
      'unless it ends with a slash',
    ],
    ['http://contoso.org/a/b.json', 'c.sh', 'http://contoso.org/a/c.sh', 'only the last one'],
    ['http://contoso.org', 'c.sh', 'http://contoso.org/c.sh', 'a host alone'],
    ['https://x/a/b.json?sas=1', 'c.json', 'https://x/a/c.json', 'the query of the base does not count'],
    ['https://x/a/b.json', '../c.json?v=1', 'https://x/c.json?v=1', 'one level up'],
    ['https://x/a/b.json', '/c', 'https://x/c', 'from the root'],
    ['https://x/a/b.json', 'https://y/c', 'https://y/c', 'an absolute one stands alone'],
    ['file:///repo/main.json', 'nested/x.json', 'file:///repo/nested/x.json', 'a file'],
  ])('%s and %s is %s: %s', (base, relative, expected) => expect(uri(base, relative)).toBe(expected));

  test.each(['contoso', '', '/path', 'http://'])('the base %o is refused', (base) =>
    expect(() => uri(base, 'x')).toThrow(
      new ValueError(`uri() takes an absolute URI such as https://contoso.com/path, not "${base}"`),
    ),
  );
});

describe('uriComponent', () => {
  test.each([
    ['http://contoso.com/a.json', 'http%3A%2F%2Fcontoso.com%2Fa.json', 'upper-case digits'],
    [' Fizz ', '%20Fizz%20', 'blanks'],
    ["aZ09-_.~!*'()", 'aZ09-_.~%21%2A%27%28%29', 'all but the unreserved characters'],
    ['é😀', '%C3%A9%F0%9F%98%80', 'UTF-8'],
  ])('%s is %s: %s', (text, encoded) => {
    expect(uriComponent(text)).toBe(encoded);
    expect(uriComponentToString(encoded)).toBe(text);
  });

  test('half a surrogate pair is replaced', () => expect(uriComponent('\ud800x')).toBe('%EF%BF%BDx'));
  test.each([
    ['http%3a%2f%2fx', 'http://x', 'lower-case digits'],
    ['100% of %zz', '100% of %zz', 'what is no encoding stays'],
    ['%ff%41%e2%82', '%ffA%e2%82', 'bytes that are no UTF-8 stay'],
    ['%C0%80%ED%A0%80%F5%80%80%80', '%C0%80%ED%A0%80%F5%80%80%80', 'nor are these'],
    ['a+b', 'a+b', 'a plus is a plus'],
  ])('%s back is %s: %s', (text, expected) => expect(uriComponentToString(text)).toBe(expected));

  test('there and back is the text', () =>
    fc.assert(fc.property(unicode, (text) => uriComponentToString(uriComponent(text)) === text)));
});

describe('parseUri and buildUri', () => {
  test.each<[string, PlainValue, string]>([
    ['https://example.com/', { scheme: 'https', host: 'example.com' }, 'a path of a slash alone is none'],
    ['http://localhost:5080/', { scheme: 'http', host: 'localhost', port: 5080 }, 'a port'],
    [
      'https://example.com/a/b?x=1&y',
      { scheme: 'https', host: 'example.com', path: '/a/b', query: '?x=1&y' },
      'the query keeps its mark',
    ],
    ['http://[fd00::1]:81/x', { scheme: 'http', host: '[fd00::1]', port: 81, path: '/x' }, 'an IPv6 address'],
  ])('%s is %j: %s', (text, parts) => {
    expect(parseUri(text)).toEqual(parts);
    expect(buildUri(parts)).toBe(text);
  });

  test.each([
    [
      'https://example.com:443/x',
      { scheme: 'https', host: 'example.com', path: '/x' },
      'the port of the scheme is none',
    ],
    ['https://Example.com/X#top', { scheme: 'https', host: 'example.com', path: '/X' }, 'a fragment is no part'],
  ])('%s is %j: %s', (text, parts) => expect(parseUri(text)).toEqual(parts));

  test.each<[PlainValue, string, string]>([
    [
      { scheme: 'https', host: 'x', path: 'a b', query: 'q' },
      'https://x/a%20b?q',
      'a path and a query without their marks',
    ],
    [{ scheme: 'https', host: 'x', path: '/a?b#c' }, 'https://x/a%3Fb%23c', 'a path that only looks like a query'],
    [{ Scheme: 'https', HOST: 'x', port: null }, 'https://x/', 'names in any case, and null for absent'],
  ])('%j is %s: %s', (parts, expected) => expect(buildUri(parts)).toBe(expected));

  test.each<[PlainValue]>([[{ host: 'x' }], [{ scheme: 'https' }], [[]], [null], ['https://x']])(
    '%j is refused',
    (parts) => expect(() => buildUri(parts)).toThrow('buildUri() takes an object with scheme and host'),
  );
  test.each<[PlainValue]>([
    [{ scheme: 'https', host: 'x/y' }],
    [{ scheme: 'https', host: 'a@b' }],
    [{ scheme: 'a:b', host: 'x' }],
  ])('what %j becomes is not documented', (parts) => expect(() => buildUri(parts)).toThrow(UncertainError));
  test('what is no URI is refused', () => expect(() => parseUri('example.com')).toThrow(ValueError));

  test('buildUri undoes parseUri', () =>
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (text) => {
        const normal = buildUri(parseUri(text));
        expect(buildUri(parseUri(normal))).toBe(normal);
        expect(parseUri(normal)).toEqual(parseUri(text));
      }),
    ));
});

describe('dataUri', () => {
  test.each([
    [' Fizz ', 'data:text/plain;charset=utf-8;base64,IEZpenog'],
    ['', 'data:text/plain;charset=utf-8;base64,'],
  ])('of %o is %s', (text, encoded) => {
    expect(dataUri(text)).toBe(encoded);
    expect(dataUriToString(encoded)).toBe(text);
  });

  test.each([
    ['data:;base64,SGVsbG8sIFdvcmxkIQ==', 'Hello, World!', 'without a type'],
    ['data:text/plain;charset=utf8;base64,SGVsbG8=', 'Hello', 'the spelling of the documentation'],
    ['data:,a%20b', 'a b', 'percent-encoded'],
    ['DATA:text/plain;BASE64,w6k=', 'é', 'in upper case'],
  ])('%s is %o: %s', (text, expected) => expect(dataUriToString(text)).toBe(expected));

  test.each(['Hello', 'data:text/plain', 'http://x,y', 'data:;base64,?'])('%s is refused', (text) =>
    expect(() => dataUriToString(text)).toThrow(ValueError),
  );
  test('another character set is not read', () =>
    expect(() => dataUriToString('data:;charset=utf-16;base64,SGVsbG8=')).toThrow(UncertainError));
  test('there and back is the text', () =>
    fc.assert(fc.property(unicode, (text) => dataUriToString(dataUri(text)) === text)));
});
