import { describe, expect, test } from 'vitest';
import { problemsOf, resultOf } from './support.ts';

describe('texts', () => {
  test.each<[string, unknown, string]>([
    ["base64('héllo')", 'aMOpbGxv', 'in UTF-8'],
    ["base64ToString('aMOpbGxv')", 'héllo', 'and back'],
    ["base64ToJson('eyJhIjoxfQ==')", { a: 1 }, 'as JSON'],
    ["concat('a', 1, true(), false())", 'a1TrueFalse', 'values as text'],
    ["dataUri('Hello')", 'data:text/plain;charset=utf-8;base64,SGVsbG8=', 'a data URI'],
    ["dataUriToString('data:;base64,SGVsbG8=')", 'Hello', 'and back'],
    ["endsWith('abcdef', 'EF')", true, 'in any case'],
    ["startsWith('abcdef', 'AB')", true, 'in any case'],
    ["startsWith('abcdef', 'bc')", false, 'elsewhere is not at the start'],
    ["startsWith('abc', '')", true, 'every text begins with nothing'],
    ["format('{0}, {1}! {{x}}', 'Hello', 'you')", 'Hello, you! {x}', 'places and braces'],
    ["format('{0:N0}', 8175133)", '8,175,133', 'a number in a style'],
    ["format('{1}{0}{1}', 'a', true())", 'TrueaTrue', 'in any order, more than once'],
    ["format('{0,4}|{0,-4}|', 'ab')", '  ab|ab  |', 'filled at the left or the right'],
    ["format('{0}', createObject('a', createArray(1, 'b')))", "{'a':[1,'b']}", 'an object in single quotes'],
    ["format('no place', 'unused')", 'no place', 'more values than places'],
    ["guid('foo', 'bar', 'baz')", '2ed86837-7c7c-5eaa-9864-dd077fd19b0d', 'a name-based UUID'],
    ["uniqueString('snap', 'crackle', 'pop')", 'byghxckddilkc', 'thirteen characters'],
    ["indexOf('test', 'T')", 0, 'in any case'],
    ["lastIndexOf('test', 'T')", 3, 'the last one'],
    ["indexOf('test', 'x')", -1, 'nowhere'],
    ["like('contoso-vm-1', 'CONTOSO*?')", true, 'wildcards, in any case'],
    ["padLeft('7', 3, '0')", '007', 'with a character'],
    ['padLeft(12, 4)', '  12', 'a number, with blanks'],
    ["padLeft('long', 2)", 'long', 'what is long enough stays'],
    ["replace('a-b-A', 'a', 'x')", 'x-b-A', 'case matters'],
    ["split('a,b,,c', ',')", ['a', 'b', '', 'c'], 'empty parts count'],
    ["split('a;b,c', createArray(',', ';'))", ['a', 'b', 'c'], 'by several separators'],
    ["string('x')", 'x', 'a text stays'],
    ['string(true())', 'True', 'a truth value'],
    ["string(createArray(1, 'a', null(), createObject('k', true())))", '[1,"a",null,{"k":true}]', 'compact JSON'],
    ["substring('abcdef', 2)", 'cdef', 'to the end'],
    ["substring('abcdef', 2, 3)", 'cde', 'of a length'],
    ["substring('abc', 3)", '', 'nothing at the end'],
    ["toLower('Straße ÄÖ')", 'straße äö', 'letters of any language'],
    ["toUpper('Straße äö')", 'STRAßE ÄÖ', 'one character stays one character'],
    ["trim('\t a b \n')", 'a b', 'blanks of any kind'],
    [
      "uri('http://contoso.org/firstpath', 'myscript.sh')",
      'http://contoso.org/myscript.sh',
      'the last segment is replaced',
    ],
    [
      "uri('http://contoso.org/firstpath/', 'myscript.sh')",
      'http://contoso.org/firstpath/myscript.sh',
      'not when a slash ends it',
    ],
    ["uriComponent('a b*/é')", 'a%20b%2A%2F%C3%A9', 'everything that is special'],
    ["uriComponentToString('a%20b')", 'a b', 'and back'],
    [
      "parseUri('https://example.com:8443/a?b=c')",
      { scheme: 'https', host: 'example.com', port: 8443, path: '/a', query: '?b=c' },
      'in parts',
    ],
    [
      "buildUri(createObject('scheme', 'https', 'host', 'example.com', 'path', 'a'))",
      'https://example.com/a',
      'from parts',
    ],
    ["TOLOWER('A')", 'a', 'names in any case'],
  ])('%s is %j: %s', (expression, expected) => expect(resultOf(expression)).toEqual(expected));

  test.each<[string, string]>([
    ['toLower(1)', '1: toLower() takes text, not a number'],
    ['trim(createArray())', 'createArray(): trim() takes text here, not a list'],
    ["base64ToString('%%%')", 'base64ToString(\'%%%\'): "%%%" is not base64'],
    ["format('{1}', 'a')", "'{1}': format() has {1} in its text, but only 1 value after it"],
    ["format('{0')", 'format(\'{0\'): the format "{0" has a "{" without "}"; a brace as text is "{{"'],
    ["format(1, 'a')", '1: format() takes text first, not a number'],
    ["guid('a', 1)", '1: guid() takes texts, not a number'],
    ["indexOf('a', null())", 'null(): indexOf() takes text here, not null'],
    ["padLeft('a', 3, 'xy')", "padLeft('a', 3, 'xy'): padLeft() fills with one character, not \"xy\""],
    ["padLeft('a', '3')", "'3': padLeft() takes a whole number here, not text"],
    ["replace('a', '', 'b')", "replace('a', '', 'b'): replace() has an empty text to replace"],
    ["split(1, ',')", '1: split() takes text first, not a number'],
    ["split('a', createArray(1))", 'createArray(1): split() takes a separator, or a list of them, not a list'],
    ["startsWith('a', 1)", '1: startsWith() takes texts, not a number'],
    ["substring('abc', 4)", "substring('abc', 4): substring() starts at 4, but the text has 3 characters"],
    ["substring('abc', 1, 3)", "substring('abc', 1, 3): substring() ends at 4, but the text has 3 characters"],
    ['uniqueString(null())', 'null(): uniqueString() takes texts, not null'],
    ["buildUri('x')", "'x': buildUri() takes an object here, not text"],
  ])('%s is wrong at %s', (expression, problem) => expect(problemsOf(expression)).toEqual([problem]));

  test('what nobody documents is neither known nor an error', () => expect(problemsOf("split('abc', '')")).toEqual([]));
});

describe('numbers, dates and addresses', () => {
  test.each<[string, unknown, string]>([
    ['add(5, mul(2, 3))', 11, 'inside one another'],
    ['sub(0, 5)', -5, 'minus, as Bicep writes it'],
    ['div(8, 3)', 2, 'without fraction'],
    ['mod(-7, 3)', -1, 'with the sign of the first'],
    ["int('42')", 42, 'from text'],
    ["float('3.5')", 3.5, 'a number with a fraction'],
    ['string(add(9007199254740991, 2))', '9007199254740993', 'all 64 bits'],
    ["dateTimeAdd('2020-02-29T00:00:00Z', 'P1Y')", '2021-02-28T00:00:00Z', 'a calendar year'],
    ['dateTimeFromEpoch(1683040573)', '2023-05-02T15:16:13Z', 'from seconds'],
    ["dateTimeToEpoch('2023-05-02T15:16:13Z')", 1683040573, 'and back'],
    ["parseCidr('10.144.0.0/20').lastUsable", '10.144.15.254', 'a part of a network'],
    ["cidrSubnet('10.144.0.0/20', 24, 1)", '10.144.1.0/24', 'a network in a network'],
    ["cidrHost('10.144.3.0/24', 0)", '10.144.3.1', 'an address'],
  ])('%s is %j: %s', (expression, expected) => expect(resultOf(expression)).toEqual(expected));

  test.each<[string, string]>([
    ["add(1, '2')", "'2': add() takes a whole number here, not text"],
    ['div(1, 0)', 'div(1, 0): div() divides by 0'],
    [
      'mul(9223372036854775807, 2)',
      'mul(9223372036854775807, 2): the result of mul() does not fit into an integer of 64 bits',
    ],
    ["int('x')", 'int(\'x\'): int() takes an integer or its text, not "x"'],
    ["dateTimeFromEpoch('0')", "'0': dateTimeFromEpoch() takes a whole number here, not text"],
    ["cidrHost('10.0.0.0/24', -1)", "cidrHost('10.0.0.0/24', -1): "],
    ['parseCidr(10)', '10: parseCidr() takes text here, not a number'],
  ])('%s is wrong at %s', (expression, problem) => {
    const [found, ...others] = problemsOf(expression);
    expect(others).toEqual([]);
    expect(found?.startsWith(problem)).toBe(true);
  });
});
