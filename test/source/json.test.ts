import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/source/json.ts';
import type { Part, Step } from '../../src/source/place.ts';
import { SourceFile } from '../../src/source/source-file.ts';

const read = (text: string) => {
  const file = new SourceFile('x.json', text);
  const { documents, problems } = readJson(file);
  const described = problems.map(({ span, message }) => `${file.position(span.start).line}: ${message}`);
  return { documents, value: documents[0]?.value, problems, described };
};
const located = (text: string, path: Step[], part: Part = 'value') => {
  const document = read(text).documents[0];
  const span = document?.locate(path, part);
  return span && document?.file.text.slice(span.start, span.end);
};

describe('what Azure Resource Manager accepts is read without a problem', () => {
  test.each<[string, string, unknown]>([
    ['strict JSON', '{"a": [1, -2.5e3, true, false, null, "x"]}', { a: [1, -2500, true, false, null, 'x'] }],
    ['a byte order mark', '\uFEFF{"a": 1}', { a: 1 }],
    ['line comments', '// first\n{"a": 1 // one\n}', { a: 1 }],
    ['block comments', '/* a\n b */ {"a": /* b */ 1} /**/', { a: 1 }],
    ['what looks like a comment in a string', '{"a": "http://x /* y */",}', { a: 'http://x /* y */' }],
    ['trailing commas', '{"a": [1, 2,],}', { a: [1, 2] }],
    ['a string over several lines', '{"a": "one\n  two"}', { a: 'one\n  two' }],
    ['a string over several lines of a file from Windows', '{"a": "one\r\ntwo",\r\n"b": 2}', { a: 'one\r\ntwo', b: 2 }],
    ['single quotes, with double ones inside', `{'a': 'say "x"'}`, { a: 'say "x"' }],
    ['escapes', String.raw`{'a': "\u00e9\n\t\"\\\/\b\f\r\'\uD83D\uDE00"}`, { a: 'é\n\t"\\/\b\f\r\'😀' }],
    ['names that look like numbers', '{"2": 1, "1": 2,}', { 1: 2, 2: 1 }],
    ['a single value', '"x" // y', 'x'],
  ])('%s', (_, text, value) => {
    expect(read(text)).toMatchObject({ value, described: [] });
  });

  test.each(['', ' \r\n\t', '// nothing', '\uFEFF'])('an empty text gives no document and no problem: %j', (text) => {
    expect(readJson(new SourceFile('x.json', text))).toEqual({ documents: [], problems: [] });
  });

  test.each(['{"__proto__": {"a": 1}}', '{"__proto__": {"a": 1},}'])(
    '__proto__ is a name like any other: %s',
    (text) => {
      const value = read(text).value as object;
      expect(Object.keys(value)).toEqual(['__proto__']);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect((value as { a?: number }).a).toBeUndefined();
    },
  );
});

describe('an error is reported in words, and the rest is read', () => {
  test.each<[string, string, string[], unknown]>([
    [
      'a name without quotes',
      '{a: 1, "b": 2}',
      ['1: property name must be in double quotes. Write "a".'],
      { a: 1, b: 2 },
    ],
    ['a missing comma', '{"a": 1\n"b": 2}', ['2: missing comma: one is expected before this.'], { a: 1, b: 2 }],
    ['a missing comma in a list', '[1 2]', ['1: missing comma: one is expected before this.'], [1, 2]],
    ['a comma too many', '[1,, 2]', ['1: a value is missing before this comma.'], [1, 2]],
    ['a missing value', '{"a": , "b": 2}', ['1: property "a" has no value after its ":".'], { b: 2 }],
    [
      'a missing colon',
      '{"a", "b": 2}',
      ['1: property "a" has no value. A ":" and a value must follow its name.'],
      { b: 2 },
    ],
    [
      'a wrong bracket',
      '{\n"a": {"b": 1\n],\n"c": 2}',
      ['3: "]" closes the "{" opened in line 2. Write "}".'],
      { a: { b: 1 }, c: 2 },
    ],
    [
      'a bracket that belongs further out',
      '{"a": [1, 2\n}',
      ['2: "}" closes the "[" opened in line 1. Add the missing "]" before it.'],
      { a: [1, 2] },
    ],
    ['a missing bracket at the end', '\n{"a": [1]', ['2: this "{" is never closed. Add the missing "}".'], { a: [1] }],
    [
      'text after the end',
      '{"a": 1}\n}',
      ['2: text after the end of the document. Remove it, or check the brackets before it.'],
      { a: 1 },
    ],
    [
      'a string that is not closed',
      '{"a": "x,\n"b": "y"}',
      ['1: this string is never closed. Add the missing ".'],
      { a: 'x', b: 'y' },
    ],
    [
      'a string that is not closed at the end',
      '{"a": "x',
      ['1: this string is never closed. Add the missing ".'],
      { a: 'x' },
    ],
    ['a comment that is not closed', '{"a": 1 /* x', ['1: this comment is never closed. End it with "*/".'], { a: 1 }],
    ['a constant in capitals', '{"a": True}', ['1: True must be in lower case: true.'], { a: true }],
    ['a number with leading zero', '{"a": 010}', ['1: 010 is not how JSON writes a number. Write 10.'], { a: 10 }],
    ['text without quotes', '[1, foo, 2]', ['1: foo is not a JSON value. Put text in double quotes.'], [1, null, 2]],
    [
      'a path of Windows',
      String.raw`{"a": "C:\Users"}`,
      [String.raw`1: "\U" is not an escape in JSON. Write "\\" for a backslash.`],
      { a: String.raw`C:\Users` },
    ],
    [
      'no JSON at all',
      'hello: world',
      ['1: this is not JSON: a value such as "{" or "[" is expected here.'],
      undefined,
    ],
  ])('%s', (_, text, described, value) => {
    const result = read(text);
    expect(result.described).toEqual(described);
    expect(result.value).toEqual(value);
  });

  test.each<[string, string, string]>([
    [
      'of the same case',
      '{"a": 1,\n"a": 2}',
      '2: property "a" is written twice in one object; the first is in line 1. Remove one of them.',
    ],
    [
      'that differ in case',
      '[{"a": 1,\n\n"A": 2}]',
      '3: property "A" is written twice in one object; the first, "a", is in line 1. Remove one of them.',
    ],
    [
      'with comments',
      '{"a": 1, // x\n"a": 2}',
      '2: property "a" is written twice in one object; the first is in line 1. Remove one of them.',
    ],
    [
      'one of them escaped',
      '{"a": 1, "\\u0061": ":\\\\"}',
      '1: property "a" is written twice in one object; the first is in line 1. Remove one of them.',
    ],
  ])('names written twice %s are found, and the last one holds', (_, text, described) => {
    expect(read(text).described).toEqual([described]);
    expect(located('{"a": 1, "a": 2}', ['a'])).toBe('2');
  });

  test('not more than twenty problems are reported', () => {
    expect(read(`${'{a: 1} x '.repeat(3)}[`).problems).toHaveLength(2);
    expect(read(`[${'foo,'.repeat(1000)}]`).problems).toHaveLength(20);
  });

  test.each(['[', '{"a":', '[{"a":['])('100 000 levels of %s do not exhaust the stack', (open) => {
    expect(read(open.repeat(100_000)).described).toEqual([
      '1: nested more than 500 levels deep. The rest of the file is not read.',
    ]);
  });

  test('100 000 closed levels are refused too', () => {
    expect(read('['.repeat(100_000) + ']'.repeat(100_000)).problems).toHaveLength(1);
    expect(read('['.repeat(500) + ']'.repeat(500)).problems).toHaveLength(0);
  });
});

describe('locate', () => {
  const text = '{\r\n  "a": { "b": [10, "x\\"y", {"c": null}] }, // z\r\n  \'d\': "e\r\nf",\r\n}';
  test.each<[string, Step[], Part, string]>([
    ['a number', ['a', 'b', 0], 'value', '10'],
    ['a string with its quotes', ['a', 'b', 1], 'value', '"x\\"y"'],
    ['a list', ['a', 'b'], 'value', '[10, "x\\"y", {"c": null}]'],
    ['a name with its quotes', ['a', 'b'], 'key', '"b"'],
    ['a name in single quotes', ['d'], 'key', "'d'"],
    ['a string over two lines', ['d'], 'value', '"e\r\nf"'],
    ['the document', [], 'value', text],
    ['a missing property: the name of its parent', ['a', 'x', 'y'], 'value', '"a"'],
    ['a missing property of a list item: its first character', ['a', 'b', 2, 'x'], 'value', '{'],
    ['a missing list item: the name of the list', ['a', 'b', 9], 'value', '"b"'],
    ['a missing property of the document: its first character', ['x'], 'value', '{'],
    ['below a scalar: the name of the scalar', ['a', 'b', 2, 'c', 'x'], 'value', '"c"'],
    ['a name that objects inherit is missing', ['a', 'toString'], 'value', '"a"'],
  ])('%s', (_, path, part, expected) => {
    expect(located(text, path, part)).toBe(expected);
  });
});

describe('for all', () => {
  const printed = fc
    .tuple(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), fc.boolean(), fc.boolean())
    .map(([value, indent, windows, comment]) => {
      const text = JSON.stringify(value, undefined, indent);
      return {
        value: JSON.parse(text) as unknown,
        text: (windows ? text.replaceAll('\n', '\r\n') : text) + (comment ? ' // end' : ''),
      };
    });

  test('what is printed is read again, unless names differ in case only', () => {
    fc.assert(
      fc.property(printed, ({ value, text }) => {
        const result = read(text);
        expect(result.value).toEqual(value);
        expect(result.described.filter((message) => !message.includes('written twice'))).toEqual([]);
      }),
    );
  });

  test('the text at every path is the value', () => {
    fc.assert(
      fc.property(printed, ({ value, text }) => {
        const document = read(text).documents[0];
        for (const [path, expected] of paths(value)) {
          const span = document?.locate(path, 'value');
          expect(JSON.parse(document?.file.text.slice(span?.start, span?.end) ?? '')).toEqual(expected);
          const key = document?.locate(path, 'key');
          if (typeof path.at(-1) === 'string') {
            expect(JSON.parse(document?.file.text.slice(key?.start, key?.end) ?? '')).toBe(path.at(-1));
          }
        }
      }),
    );
  });

  test('no text makes it throw, and every problem lies in the text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      "'",
      '\\',
      '/',
      '*',
      '//',
      '\n',
      'a',
      '"a"',
      '1',
      'true',
      '\\u',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        const { documents, problems } = read(any);
        expect(problems.length).toBeLessThanOrEqual(20);
        for (const { span } of problems) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(any.length);
        }
        for (const document of documents) {
          for (const [path] of paths(document.value)) document.locate(path, 'value');
        }
      }),
      { numRuns: 3000 },
    );
  });
});

function* paths(value: unknown, path: Step[] = []): Generator<[Step[], unknown]> {
  yield [path, value];
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* paths(item, [...path, index]);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) yield* paths(item, [...path, name]);
  }
}
