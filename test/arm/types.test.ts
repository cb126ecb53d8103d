import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkType } from '../../src/arm/types.ts';
import { Field } from '../../src/model/field.ts';
import { type Document, Place } from '../../src/source/place.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { fieldOf, written } from '../model/resources.ts';

const definitions = {
  Nic: {
    type: 'object',
    properties: { name: { type: 'string', minLength: 3 }, vlan: { type: 'int', nullable: true } },
    additionalProperties: false,
  },
  Disk: { type: 'object', properties: { size: { type: 'int', minValue: 1 } } },
  Folder: {
    type: 'object',
    properties: { name: { type: 'string' }, parent: { $ref: '#/definitions/Folder', nullable: true } },
  },
  Circle: { $ref: '#/definitions/Circle' },
  Choice: { type: 'string', allowedValues: ['Small', 'Large'], nullable: true },
  'a/b~c': { type: 'int' },
  Key: { type: 'securestring', minLength: 12 },
};

const place = (value: unknown): Place => {
  const document: Document = { file: new SourceFile('t.json', ''), value, locate: () => ({ start: 0, end: 0 }) };
  return new Place(document);
};
const plain = (value: unknown): Field => Field.of(value, place(value));

/** Problems as `place: message`. */
const check = (type: unknown, value: Field, languageVersion2 = true): string[] =>
  checkType(value, plain(type), plain(definitions), { languageVersion2, subject: 'parameter "p"' }).map(
    ({ at, message }) => `${written(at)}: ${message}`,
  );

describe('fits', () => {
  test.each<[string, unknown, unknown]>([
    ['type names in any case', { type: 'STRING' }, 'x'],
    ['the bounds themselves', { type: 'int', minValue: 1, maxValue: 4094 }, 4094],
    ['a number written as text, which command line tools convert', { type: 'int' }, '5'],
    ['a truth value written as text', { type: 'bool' }, 'False'],
    ['an allowed value in another case', { type: 'string', allowedValues: ['Small'] }, 'small'],
    ['an allowed number written as text', { type: 'int', allowedValues: [5] }, '5'],
    ['allowed values of a list, whose meaning differs', { type: 'array', allowedValues: ['a', 'b'] }, ['c']],
    ['allowed values that are an expression', { type: 'string', allowedValues: ["[variables('sizes')]"] }, 'x'],
    ['a text as long as is allowed, in UTF-16 units', { type: 'string', maxLength: 2 }, '😀'],
    ['null where nullable', { type: 'string', nullable: true }, null],
    ['null where there is a default', { type: 'string', defaultValue: 'x' }, null],
    ['null where the definition is nullable', { $ref: '#/definitions/Choice' }, null],
    ['a missing nullable property', { $ref: '#/definitions/Nic' }, { name: 'nic' }],
    ['properties in any case', { $ref: '#/definitions/Nic' }, { Name: 'nic', VLAN: 5 }],
    ['more properties where none are declared', { type: 'object' }, { a: 1 }],
    ['null for an undeclared property', { $ref: '#/definitions/Nic' }, { name: 'nic', speed: null }],
    ['a type that describes itself', { $ref: '#/definitions/Folder' }, { name: 'a', parent: { name: 'b' } }],
    ['a type that is only itself', { $ref: '#/definitions/Circle' }, 1],
    ['a part of a definition', { $ref: '#/definitions/Nic/properties/name' }, 'nic'],
    ['an escaped name of a definition', { $ref: '#/definitions/a~1b~0c' }, 1],
    ['a keyword beside a reference before that of the definition', { $ref: '#/definitions/Key', minLength: 1 }, 'x'],
    ['a tuple whose last item is nullable', { type: 'array', prefixItems: [{ type: 'int', nullable: true }] }, []],
    ['any items', { type: 'array', items: true }, [1, 'x']],
    ['text that a pipeline replaces', { type: 'int' }, '#{vlan}#'],
    ['text that a pipeline replaces, not yet one of those allowed', { $ref: '#/definitions/Choice' }, '$(size)'],
    ['an object with a computed name', { $ref: '#/definitions/Nic' }, { "[parameters('x')]": 1 }],
    ['a type with a misspelt name', { type: 'strng' }, 1],
    ['a reference that leads nowhere', { $ref: '#/definitions/None' }, 1],
    ['a reference to another document', { $ref: 'https://example.com/types.json' }, 1],
    ['malformed limits', { type: 'int', minValue: 'x', maxValue: null, allowedValues: 7 }, 1],
    ['a malformed type', ['string'], 1],
    ['a malformed union', { type: 'object', discriminator: { mapping: {} } }, {}],
  ])('%s', (_, type, value) => expect(check(type, plain(value))).toEqual([]));
});

test('what is more than a hundred levels inside another value is not checked', () => {
  const nested = (depth: number): object => (depth === 0 ? { name: 1 } : { name: 'a', parent: nested(depth - 1) });
  expect(check({ $ref: '#/definitions/Folder' }, plain(nested(99)))).toHaveLength(1);
  expect(check({ $ref: '#/definitions/Folder' }, plain(nested(100)))).toEqual([]);
});

describe('does not fit', () => {
  test.each<[unknown, unknown, string | string[]]>([
    [{ type: 'string' }, 5, ': parameter "p" must be text, but is 5. Put it in quotes.'],
    [{ type: 'int' }, 'abc', ': parameter "p" must be a whole number, but is "abc".'],
    [{ type: 'int' }, '', ': parameter "p" must be a whole number, but is "".'],
    [{ type: 'int' }, 1.5, ': parameter "p" must be a whole number, but is 1.5.'],
    [{ type: 'int' }, true, ': parameter "p" must be a whole number, but is true.'],
    [{ type: 'bool' }, 'yes', ': parameter "p" must be true or false, but is "yes".'],
    [{ type: 'bool' }, 1, ': parameter "p" must be true or false, but is 1.'],
    [{ type: 'array' }, 'a,b', ': parameter "p" must be a list, but is "a,b".'],
    [{ type: 'object' }, [1], ': parameter "p" must be an object, but is a list.'],
    [{ type: 'string' }, null, ': parameter "p" must be text, but is null.'],
    [{ type: 'int', maxValue: 4094 }, 5000, ': parameter "p" is 5000, but the template allows at most 4094.'],
    [{ type: 'int', minValue: 1 }, '0', ': parameter "p" is "0", but the template requires at least 1.'],
    [
      { type: 'string', minLength: 3 },
      'ab',
      ': parameter "p" has 2 characters ("ab"), but the template requires at least 3.',
    ],
    [{ type: 'array', maxLength: 1 }, [1, 2], ': parameter "p" has 2 items, but the template allows at most 1.'],
    [
      { $ref: '#/definitions/Choice' },
      'Lrage',
      ': parameter "p" is "Lrage", but must be one of "Small", "Large". Did you mean "Large"?',
    ],
    [{ type: 'int', allowedValues: [5] }, 6, ': parameter "p" is 6, but must be 5.'],
    [{ type: 'string', allowedValues: ['1.10'] }, '1.1', ': parameter "p" is "1.1", but must be "1.10".'],
    [
      { $ref: '#/definitions/Nic' },
      { nmae: 'nic', vlan: 5 },
      [
        ': parameter "p" lacks "name", which the template requires. Is "nmae" a misspelling of it?',
        'nmae: parameter "p" has a property "nmae" that the template does not allow. Did you mean "name"?',
      ],
    ],
    [
      { type: 'object', properties: { nics: { type: 'array', items: { $ref: '#/definitions/Nic' } } } },
      { nics: [{ name: 'nic1' }, { name: 'n' }] },
      'nics[1].name: "nics[1].name" of parameter "p" has 1 character ("n"), but the template requires at least 3.',
    ],
    [
      { type: 'object', additionalProperties: { $ref: '#/definitions/Disk' } },
      { os: { size: 0 } },
      'os.size: "os.size" of parameter "p" is 0, but the template requires at least 1.',
    ],
    [
      { $ref: '#/definitions/Folder' },
      { name: 'a', parent: { name: 'b', parent: {} } },
      'parent.parent: "parent.parent" of parameter "p" lacks "name", which the template requires.',
    ],
    [
      { $ref: '#/definitions/Nic/properties/name' },
      'n',
      ': parameter "p" has 1 character ("n"), but the template requires at least 3.',
    ],
    [{ $ref: '#/definitions/a~1b~0c' }, 'x', ': parameter "p" must be a whole number, but is "x".'],
    [{ $ref: '#/definitions/Choice', nullable: false }, null, ': parameter "p" must be text, but is null.'],
    [
      { type: 'array', prefixItems: [{ type: 'string' }, { type: 'int' }], items: false },
      ['a'],
      ': parameter "p" has 1 item, but the template requires at least 2.',
    ],
    [
      { type: 'array', prefixItems: [{ type: 'string' }], items: false },
      ['a', 'b'],
      '[1]: parameter "p" has 2 items, but the template allows at most 1.',
    ],
    [
      { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'int' } },
      ['a', 1, 'b'],
      '[2]: "[2]" of parameter "p" must be a whole number, but is "b".',
    ],
  ])('%j refuses %j', (type, value, expected) => expect(check(type, plain(value))).toEqual([expected].flat()));

  test('whole numbers beyond 2^53 are numbers', () => {
    const value = Field.scalar(9_007_199_254_740_993n, place({}));
    expect(check({ type: 'int' }, value)).toEqual([]);
    expect(check({ type: 'int', maxValue: 9 }, value)).toEqual([
      ': parameter "p" is 9007199254740993, but the template allows at most 9.',
    ]);
    expect(check({ type: 'string' }, value)).toHaveLength(1);
  });

  test('more than ten allowed values are counted', () => {
    const allowedValues = Array.from({ length: 13 }, (_, index) => `region${index}`);
    expect(check({ type: 'string', allowedValues }, plain('zzz'))[0]).toMatch(/"region9" or one of 3 others\.$/);
  });
});

describe('a tagged union', () => {
  const type = {
    type: 'object',
    discriminator: {
      propertyName: 'kind',
      mapping: {
        fixed: { type: 'object', properties: { address: { type: 'string' } }, additionalProperties: false },
        dynamic: { $ref: '#/definitions/Disk' },
      },
    },
  };
  test.each<[unknown, string[]]>([
    [{ kind: 'fixed', address: '10.0.0.4' }, []],
    [{ kind: 'dynamic', size: 1, more: true }, []],
    [{ kind: 'Fixed', address: '10.0.0.4' }, []],
    [{ kind: 'fixed' }, [': parameter "p" lacks "address", which the template requires.']],
    [{ kind: 'dynamic', size: 0 }, ['size: "size" of parameter "p" is 0, but the template requires at least 1.']],
    [{ address: '10.0.0.4' }, [': parameter "p" lacks "kind", which the template requires.']],
    [
      { kind: 'fixd' },
      ['kind: "kind" of parameter "p" is "fixd", but must be one of "fixed", "dynamic". Did you mean "fixed"?'],
    ],
  ])('%j', (value, expected) => expect(check(type, plain(value))).toEqual(expected));

  test('with an unknown tag may be any variant', () => {
    expect(check(type, fieldOf({ kind: '[x]', size: 0 }, place({})))).toEqual([]);
  });
});

describe('what a template said before languageVersion 2.0', () => {
  const type = { type: 'object', properties: { name: { type: 'string' } }, additionalProperties: false };
  test('is nothing about properties and references', () => {
    expect(check(type, plain({ size: 1 }), false)).toEqual([]);
    expect(check({ type: 'array', items: { type: 'int' } }, plain(['x']), false)).toEqual([]);
    expect(check({ $ref: '#/definitions/Nic' }, plain(1), false)).toEqual([]);
  });
  test('is not what null does', () => expect(check({ type: 'string' }, plain(null), false)).toEqual([]));
  test('is the type itself and its limits', () => {
    expect(check(type, plain('x'), false)).toEqual([': parameter "p" must be an object, but is "x".']);
    expect(check({ type: 'int', maxValue: 1 }, plain(2), false)).toHaveLength(1);
  });
});

describe('secret values are not shown', () => {
  const hunter = 'hunter2';
  const credentials = {
    type: 'secureObject',
    properties: { user: { type: 'string', maxLength: 3 }, port: { type: 'int', maxValue: 9 }, on: { type: 'bool' } },
    additionalProperties: false,
  };
  const ofKind = { type: 'object', discriminator: { propertyName: 'kind', mapping: { a: credentials } } };
  test.each<[unknown, unknown, number]>([
    [{ type: 'securestring', minLength: 12 }, hunter, 1],
    [{ $ref: '#/definitions/Key' }, hunter, 1],
    [{ type: 'securestring', allowedValues: ['hunter3', 'other'] }, hunter, 1],
    [{ type: 'secureObject' }, hunter, 1],
    [{ type: 'array', items: { type: 'secureString', maxLength: 1 } }, [hunter], 1],
    [credentials, { user: hunter, port: 777, on: hunter }, 3],
    [credentials, { hunter2: hunter }, 4],
    [ofKind, { kind: 'a', user: hunter, port: hunter, on: hunter }, 3],
    [{ type: 'secureObject', additionalProperties: { type: 'int' } }, { hunter2: hunter }, 1],
  ])('%j', (type, value, count) => {
    const messages = check(type, plain(value)).map((problem) => problem.slice(problem.indexOf(': ')));
    expect(messages).toHaveLength(count);
    for (const message of messages) expect(message).not.toMatch(/hunter2|777/);
  });

  test('only their kind and length', () => {
    expect(check({ type: 'secureObject' }, plain(hunter))).toEqual([
      ': parameter "p" must be an object, but is secret text of 7 characters.',
    ]);
  });
});

describe('unknown is not wrong', () => {
  const type = { type: 'array', minLength: 2, items: { $ref: '#/definitions/Nic' } };
  test('an unknown whole, item, property', () => {
    expect(check(type, fieldOf('[nics]', place({})))).toEqual([]);
    expect(check(type, fieldOf(['[nic]', { name: '[name]', vlan: '[vlan]' }], place({})))).toEqual([]);
  });
  test('what is known beside it is still checked', () => {
    expect(check(type, fieldOf(['[nic]', { name: 'x', vlan: '[vlan]' }], place({})))).toHaveLength(1);
  });
});

describe('properties', () => {
  const name = fc.constantFrom('a', 'b', 'B', 'c');
  const number = fc.integer({ min: -1, max: 4 });
  /** Type nodes, mostly well formed. */
  const { node } = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.record(
        {
          type: fc.constantFrom('string', 'int', 'bool', 'object', 'array', 'secureObject', 'securestring', 'x'),
          nullable: fc.oneof(fc.boolean(), fc.constant('x')),
          allowedValues: fc.array(fc.oneof(name, number, fc.boolean())),
          minLength: number,
          maxLength: number,
          minValue: number,
          maxValue: number,
        },
        { requiredKeys: ['type'] },
      ),
      fc.record({ $ref: name.map((one) => `#/definitions/${one}`) }),
      fc.record(
        {
          type: fc.constantFrom('object', 'array'),
          properties: fc.dictionary(name, tie('node')),
          additionalProperties: fc.oneof(fc.boolean(), tie('node')),
          prefixItems: fc.array(tie('node'), { maxLength: 3 }),
          items: fc.oneof(fc.boolean(), tie('node')),
          discriminator: fc.record({ propertyName: name, mapping: fc.dictionary(name, tie('node')) }),
        },
        { requiredKeys: ['type'] },
      ),
      fc.jsonValue({ maxDepth: 1 }),
    ),
  }));
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('a', 'b', 'abcdef', 0, 3, true, null),
      fc.array(tie('value'), { maxLength: 3 }),
      // Names that differ in case only are another matter: the reader reports them.
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value')),
    ),
  }));
  const problemsOf = (field: Field, type: unknown, all: unknown): string[] =>
    checkType(field, plain(type), plain(all), { languageVersion2: true, subject: 'p' }).map(({ message }) => message);

  test('never throws, whatever the type and the value', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (type, all) => void problemsOf(plain(all), type, all)));
    fc.assert(fc.property(value, node, fc.dictionary(name, node), (v, t, d) => void problemsOf(plain(v), t, d)));
  });

  test('making a part unknown never makes a problem', () => {
    const cases = fc.tuple(value, node, fc.dictionary(name, node), fc.array(fc.nat(3), { minLength: 5 }));
    fc.assert(
      fc.property(cases, ([v, type, all, choices]) => {
        const before = new Set(problemsOf(plain(v), type, all));
        let asked = 0;
        const isHole = () => choices[asked++ % choices.length] === 0;
        return problemsOf(withHoles(v, isHole), type, all).every((message) => before.has(message));
      }),
      { numRuns: 500 },
    );
  });

  /** The value with some of its parts unknown. */
  function withHoles(value: unknown, isHole: () => boolean): Field {
    const mark = (part: unknown): unknown => {
      if (isHole()) return '[hole]';
      if (Array.isArray(part)) return part.map(mark);
      if (part === null || typeof part !== 'object') return part;
      return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, mark(child)]));
    };
    return fieldOf(mark(value), place({}));
  }
});
