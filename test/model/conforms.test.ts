import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configSchema } from '../../src/config/config-schema.ts';
import { specSchema } from '../../src/inputs/spec-schema.ts';
import { conforms } from '../../src/model/conforms.ts';
import { resourceTypes } from '../../src/model/types/index.ts';

const ajv = new Ajv({ strict: false, logger: false });
formats.default(ajv, ['int32', 'int64']);

interface Known {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: Known;
  readonly properties?: Readonly<Record<string, Known>>;
  readonly additionalProperties?: boolean | Known;
}

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom(2 ** 31, -(2 ** 31), 2 ** 31 - 1, 1.5, 2 ** 53, '', 0),
);

/** Values that a schema mostly takes, with something else in some of their places. */
function near(schema: Known, root: Known): fc.Arbitrary<unknown> {
  const target = schema.$ref?.split('/').at(-1);
  const { definitions = {} } = root as { definitions?: Record<string, Known> };
  const part = target === undefined ? schema : (definitions[target] ?? {});
  const usual = (): fc.Arbitrary<unknown> => {
    if (part.enum) return fc.constantFrom(...part.enum);
    if (part.items) return fc.array(near(part.items, root), { maxLength: 2 });
    const named = Object.entries(part.properties ?? {}).map(([name, child]) => [name, near(child, root)] as const);
    if (named.length > 0) return fc.record(Object.fromEntries(named), { requiredKeys: [] });
    const [type] = [part.type].flat();
    if (type === 'integer') return fc.integer();
    if (type === 'boolean') return fc.boolean();
    return type === 'string' ? fc.string({ maxLength: 3 }) : fc.dictionary(fc.string({ maxLength: 2 }), odd);
  };
  return fc.oneof({ weight: 40, arbitrary: usual() }, { weight: 1, arbitrary: odd });
}

const schemas: [string, object][] = [
  ['compact specs', specSchema],
  ['the configuration', configSchema],
  ...resourceTypes.map(({ type, apiVersions: [first], schema }): [string, object] => [`${type} ${first}`, schema]),
];

describe('a value conforms when the validator says so', () => {
  test.each(schemas)('%s', (_, schema) => {
    const validate = ajv.compile(schema);
    fc.assert(
      fc.property(near(schema, schema), (value) => {
        expect(conforms(value, schema)).toBe(validate(value));
      }),
      { numRuns: 150 },
    );
  });
});

const small: object[] = [
  ...['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'].map((type) => ({ type })),
  { type: ['string', 'integer'] },
  { type: 'integer', format: 'int32' },
  { type: 'integer', format: 'int64' },
  { type: 'integer', minimum: 1 },
  { type: 'string', minLength: 1 },
  { type: 'string', pattern: '^[a-z]$' },
  { pattern: '^[a-z]$' },
  { type: 'array', minItems: 1 },
  { minItems: 1 },
  { enum: ['a', 1] },
  { type: 'array', items: { type: 'string' } },
  { type: 'object', required: ['a'] },
  { type: 'object', properties: { a: { type: 'integer' } } },
  { type: 'object', properties: { a: {} }, additionalProperties: false },
  {
    type: 'object',
    properties: { a: {} },
    patternProperties: { '^x-': { type: 'integer' } },
    additionalProperties: false,
  },
  { type: 'object', properties: { a: {} }, additionalProperties: { type: 'integer' } },
  { type: 'object', properties: { a: { $ref: '#/definitions/one' } }, definitions: { one: { type: 'integer' } } },
];
const values: unknown[] = [
  ...[null, true, '', 'a', '1', 0, 1, -1, 1.5, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 2 ** 53, 1n],
  ...[[], ['a'], ['a', 1], {}, { a: 1 }, { a: '1' }, { b: 1 }, { b: 'b' }, { a: 1, b: 'b' }],
  ...[{ 'x-a': 1 }, { 'x-a': '1' }, { constructor: 1 }, { toString: 'a' }, JSON.parse('{"__proto__":"a"}')],
];

test.each(small)('%j', (schema) => {
  const validate = ajv.compile(schema);
  const told = values.map((value) => [value, conforms(value, schema)]);
  expect(told).toEqual(values.map((value) => [value, validate(value)]));
});

test('a keyword that is not known is left to the validator', () => {
  expect(conforms('a', { type: 'string', maxLength: 3 })).toBe(false);
  expect(conforms('a', { type: 'string', 'x-checked': true })).toBe(true);
});
