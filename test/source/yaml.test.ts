import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Part, Step } from '../../src/source/place.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { readYaml } from '../../src/source/yaml.ts';

const read = (text: string) => {
  const file = new SourceFile('x.yaml', text);
  const { documents, problems } = readYaml(file);
  const described = problems.map(({ span, message }) => {
    const { line, column } = file.position(span.start);
    return `${line}:${column} ${message}`;
  });
  return { documents, values: documents.map(({ value }) => value), problems, described };
};
const located = (text: string, path: Step[], part: Part = 'value') => {
  const document = read(text).documents[0];
  const span = document?.locate(path, part);
  return span && document?.file.text.slice(span.start, span.end);
};

describe('what YAML 1.2 allows is read without a problem', () => {
  test.each<[string, string, unknown[]]>([
    [
      'scalars of the core schema',
      'a: [1, 0x10, 1.5, true, ~, null, "x", y]',
      [{ a: [1, 16, 1.5, true, null, null, 'x', 'y'] }],
    ],
    [
      'words that only YAML 1.1 takes for booleans and dates',
      'a: [yes, off, 2020-01-01, 010]',
      [{ a: ['yes', 'off', '2020-01-01', 10] }],
    ],
    [
      'the same with the directive of YAML 1.1',
      '%YAML 1.1\n---\na: yes\nb: 2020-01-01',
      [{ a: 'yes', b: '2020-01-01' }],
    ],
    ['a byte order mark', '\uFEFFa: 1', [{ a: 1 }]],
    ['line ends of Windows', 'a: 1\r\nb:\r\n  - x\r\n  - y\r\n', [{ a: 1, b: ['x', 'y'] }]],
    ['block text', 'a: |\n  x\n  y\nb: >-\n  x\n  y\n', [{ a: 'x\ny\n', b: 'x y' }]],
    ['anchors', 'a: &x {b: 1}\nc: *x\n', [{ a: { b: 1 }, c: { b: 1 } }]],
    ['an anchor that is given again', 'a: &x 1\nb: *x\nc: &x 2\nd: *x', [{ a: 1, b: 1, c: 2, d: 2 }]],
    [
      'merge keys: own names win, then the first merged',
      'a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {z: 3, <<: [*a, *b]}',
      [{ a: { x: 1, y: 1 }, b: { y: 2, z: 2 }, c: { x: 1, y: 1, z: 3 } }],
    ],
    ['a merge key as a value, or in a list of names', 'a: !!merge <<\nb: [<<]', [{ a: '<<', b: ['<<'] }]],
    ['a quoted merge key is a name', '"<<": {a: 1}', [{ '<<': { a: 1 } }]],
    [
      'several documents, empty ones left out',
      '---\n---\na: 1\n---\n# nothing\n---\nb: 2\n...\n',
      [{ a: 1 }, { b: 2 }],
    ],
    ['numbers as names, as they are written', '1.0: a\n010: b\ntrue: c', [{ '1.0': 'a', '010': 'b', true: 'c' }]],
    [
      'two hundred uses of one anchor',
      `a: &x {b: 1}\nc: [${'*x, '.repeat(200)}]`,
      [{ a: { b: 1 }, c: Array(200).fill({ b: 1 }) }],
    ],
    ['tags that are not known', 'a: !Custom x', [{ a: 'x' }]],
    ['no text', '', []],
    ['comments only', '# x\n', []],
  ])('%s', (_, text, values) => {
    expect(read(text)).toMatchObject({ values, described: [] });
  });

  test('__proto__ is a name like any other', () => {
    const [value] = read('__proto__: {a: 1}').values as [object];
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect((value as { a?: number }).a).toBeUndefined();
  });
});

describe('what is deeper than any text that people write is not read, by whatever way', () => {
  const deep = (inner: string) => `${'['.repeat(300)}${inner}${']'.repeat(300)}`;
  const merges = Array.from({ length: 600 }, (_, index) => `a${index + 1}: &a${index + 1} { <<: *a${index} }\n`);

  test.each<[string, string]>([
    ['by brackets', deep(deep('1'))],
    ['by aliases of what is deep itself', `a: &a ${deep('1')}\nb: &b ${deep('*a')}\n`],
    ['by mappings that are merged into each other', `a0: &a0 {}\n${merges.join('')}`],
  ])('%s', (_, text) => {
    const { values, problems } = read(text);
    expect(values).toEqual([]);
    expect(problems).toEqual([
      { span: { start: 0, end: 1 }, message: expect.stringContaining('more than 500 levels deep'), isLimit: true },
    ]);
  });

  test('and what is just as deep as it may be is read', () => {
    expect(read(`${'['.repeat(500)}${']'.repeat(500)}`).problems).toEqual([]);
    expect(read(`${'['.repeat(502)}${']'.repeat(502)}`).problems).toHaveLength(1);
  });
});

describe('an error is reported in words, and the rest is read', () => {
  test.each<[string, string, string[], unknown]>([
    ['a tab', 'a:\n\t- b', ['2:1 a tab is used for indentation. YAML allows spaces only.'], { a: ['b'] }],
    [
      'wrong indentation',
      'a:\n  - b\n c: 1',
      ['3:2 wrong indentation. Items of one list or mapping must start in the same column.'],
      { a: ['b'], c: 1 },
    ],
    ['a quote that is not closed', 'b: 1\na: "x', ['2:4 this " is never closed. Add the missing ".'], { b: 1, a: '' }],
    [
      'a bracket that is not closed',
      'a: [1, 2\nb: 3',
      ['1:4 this "[" is never closed. Add the missing ].'],
      { a: [1, 2], b: 3 },
    ],
    [
      'a brace that is not closed',
      'a: {x: 1\nb: 2\n',
      ['1:4 this "{" is never closed. Add the missing }.'],
      { a: { x: 1 }, b: 2 },
    ],
    [
      'a bracket too many',
      'a: [1]]',
      ['1:7 this "]" closes nothing. Remove it, or add the missing "[" before it.'],
      { a: [1] },
    ],
    [
      'text that starts with a reserved character',
      'a: @x\nb: 1',
      ['1:4 text cannot start with this character. Put it in quotes.'],
      { a: '@x', b: 1 },
    ],
    [
      'text behind a quoted value',
      'a: "b" c\nd: 1',
      ['1:8 this is not expected after the end of the value. Check the indentation, and the quotes before it.'],
      { a: 'b', d: 1 },
    ],
    ['an unknown alias', 'a: *x\nb: 1', ['1:4 alias "*x" has no anchor "&x" before it.'], { b: 1 }],
    [
      'a name twice',
      'a: 1\nb:\n  c: 1\n  c: 2\na: 2',
      [
        '4:3 key "c" is written twice in one mapping; the first is in line 3. Remove one of them.',
        '5:1 key "a" is written twice in one mapping; the first is in line 1. Remove one of them.',
      ],
      { a: 2, b: { c: 2 } },
    ],
    [
      'a merge of what is not a mapping',
      'a: {<<: 1, b: 2}',
      ['1:9 "<<" merges mappings only. Give it a mapping, or an alias of one.'],
      { a: { b: 2 } },
    ],
  ])('%s', (_, text, described, value) => {
    const result = read(text);
    expect(result.described).toEqual(described);
    expect(result.values[0]).toEqual(value);
  });

  test.each<[string, string]>([
    ['two colons in a line', 'a: b: c'],
    ['a value that goes on deeper', 'a: 1\n  b: 2'],
    ['no space after a colon', 'a:1\nb: 2'],
    ['a list on the line of its key', 'a: - b'],
    ['a list that becomes a mapping', '- a\nb: 1'],
  ])('%s gives one problem', (_, text) => {
    expect(read(text).problems).toHaveLength(1);
  });

  test('an alias of a value that contains it is refused', () => {
    expect(read('&a [*a]').described).toEqual(['1:4 alias "*a" stands for a value that contains itself.']);
  });

  test.each<[string, (name: string) => string]>([
    ['lists', (name) => `[${`*${name}, `.repeat(10)}]`],
    ['merges', (name) => `{<<: [${`*${name}, `.repeat(10)}]}`],
  ])('aliases that multiply %s are refused quickly', (_, ten) => {
    const lines = [
      'a0: &a0 {x: 1}',
      ...Array.from({ length: 12 }, (_, index) => `a${index + 1}: &a${index + 1} ${ten(`a${index}`)}`),
    ];
    const { described, documents } = read(lines.join('\n'));
    expect(described).toEqual([expect.stringContaining('aliases repeat more than 100000 values')]);
    expect(documents).toEqual([]);
  });

  test.each(['[', '{a: ', '- '])('20 000 levels of %s do not exhaust the stack', (open) => {
    expect(read(open.repeat(20_000)).described).toEqual([
      '1:1 nested more than 500 levels deep. This document is not read.',
    ]);
  });

  test('many names are compared quickly', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n');
    const start = performance.now();
    expect(read(text).problems).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('locate', () => {
  const text = [
    'base: &base',
    '  size: "small"',
    '  tags: [x, y]',
    'vm:',
    '  <<: *base',
    "  'name': web # comment",
    '  empty:',
    'other: *base',
    'list:',
    '  - a: 1',
    '    b: |',
    '      text',
    '  -',
  ].join('\r\n');
  test.each<[string, Step[], Part, string]>([
    ['a plain scalar without its comment', ['vm', 'name'], 'value', 'web'],
    ['a name with its quotes', ['vm', 'name'], 'key', "'name'"],
    ['a quoted scalar with its quotes', ['base', 'size'], 'value', '"small"'],
    ['a merged name, where it is written', ['vm', 'size'], 'key', 'size'],
    ['a merged value, where it is written', ['vm', 'tags', 1], 'value', 'y'],
    ['through an alias', ['other', 'size'], 'value', '"small"'],
    ['an alias itself', ['other'], 'value', '*base'],
    ['a flow list', ['base', 'tags'], 'value', '[x, y]'],
    ['a block mapping', ['base'], 'value', 'size: "small"\r\n  tags: [x, y]'],
    ['block text', ['list', 0, 'b'], 'value', '|\r\n      text'],
    ['an empty value: its name', ['vm', 'empty'], 'value', 'empty'],
    ['a missing property: the name of its parent', ['vm', 'x', 'y'], 'value', 'vm'],
    ['a missing property of a list item: its first character', ['list', 0, 'x'], 'value', 'a'],
    ['an empty list item: its dash', ['list', 1], 'value', '-'],
    ['a missing list item: the name of the list', ['list', 9], 'value', 'list'],
    ['a missing property of the document: its first character', ['x'], 'value', 'b'],
  ])('%s', (_, path, part, expected) => {
    expect(located(text, path, part)).toBe(expected);
  });

  test('in the second document', () => {
    const document = read('a: 1\n---\nb: 2\n').documents[1];
    expect(document?.locate(['b'], 'value')).toEqual({ start: 12, end: 13 });
  });

  test('of a name written twice, the last one, as in the value', () => {
    expect(located('a: 1\na: 2', ['a'])).toBe('2');
  });
});

describe('for all', () => {
  test('what is printed is read again', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.boolean(), (any, flow) => {
        const value = JSON.parse(JSON.stringify(any)) as unknown;
        const text = flow ? JSON.stringify(value) : stringify(value, { version: '1.2' });
        const result = read(text);
        expect(result.described).toEqual([]);
        expect(result.values).toEqual(value === null ? [] : [value]);
      }),
    );
  });

  test('no text makes it throw, and every place lies in the text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ', ',
      ': ',
      '- ',
      '"',
      "'",
      '\n',
      '\n  ',
      '\t',
      '&a ',
      '*a',
      '<<: ',
      'a',
      'b: ',
      '|',
      '#',
      '---\n',
      '? ',
      '!x ',
      '%',
      '\r\n',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        const { documents, problems } = read(any);
        expect(problems.length).toBeLessThanOrEqual(20);
        const length = new SourceFile('x', any).text.length;
        const inside = (span: { start: number; end: number }) => {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(length);
        };
        for (const { span } of problems) inside(span);
        for (const document of documents) {
          for (const path of paths(document.value)) {
            inside(document.locate(path, 'value'));
            document.locate([...path, 'missing'], 'key');
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});

function* paths(value: unknown, path: Step[] = []): Generator<Step[]> {
  yield path;
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* paths(item, [...path, index]);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) yield* paths(item, [...path, name]);
  }
}
