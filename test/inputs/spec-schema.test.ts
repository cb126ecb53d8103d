import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { expect, test, vi } from 'vitest';
import { readCompactSpec } from '../../src/inputs/compact-spec.ts';
import { specSchema } from '../../src/inputs/spec-schema.ts';
import { Field } from '../../src/model/field.ts';
import { SourceFile } from '../../src/source/source-file.ts';

const path = fileURLToPath(new URL('../../schemas/spec.schema.json', import.meta.url));
const published = `${JSON.stringify(specSchema, null, 2)}\n`;

test('schemas/spec.schema.json is the module as a file (UPDATE=1 rewrites it; then `npx biome check --write schemas`)', () => {
  if (process.env.UPDATE) writeFileSync(path, published);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(published));
});

type Described = { readonly description?: string; readonly examples?: readonly unknown[] };
type Named = { readonly properties: Readonly<Record<string, Described>> };

const definitions = specSchema.definitions as unknown as Readonly<Record<string, Named>>;
const described = [['spec', specSchema as unknown as Named] as const, ...Object.entries(definitions)].flatMap(
  ([kind, { properties }]) => Object.entries(properties).map(([name, schema]) => [`${kind}.${name}`, schema] as const),
);

test.each(described)('%s has a description, and its examples are right by itself', (_, schema) => {
  expect(schema.description).toMatch(/\.$/);
  const ajv = new Ajv({ allowUnionTypes: true });
  const validate = ajv.compile({ definitions, ...schema });
  for (const example of schema.examples ?? []) expect(validate(example)).toBe(true);
});

/** The names that reading a spec asks the first entry of a list for. */
function askedOf(list: string, spec: object): string[] {
  const asked = vi.spyOn(Field.prototype, 'get');
  const document = { file: new SourceFile('spec.yaml', ''), value: spec, locate: () => ({ start: 0, end: 0 }) };
  for (const resource of readCompactSpec(document)) resource.body.plain();
  const { calls, contexts } = asked.mock;
  asked.mockRestore();
  const isEntry = ({ at, state }: Field) => state === 'known' && at.path.slice(-2).join() === `${list},0`;
  const names = calls.flatMap(([path], index) => (isEntry(contexts[index] as Field) ? path.split('.')[0] : []));
  return [...new Set(names as string[])].sort();
}

test.each([
  ['logicalNetworks', 'logicalNetwork', { name: 'a', ipPoolStart: '10.20.1.20' }],
  ['networkInterfaces', 'networkInterface', { name: 'a' }],
  ['virtualHardDisks', 'virtualHardDisk', { name: 'a' }],
  ['virtualMachines', 'virtualMachine', { name: 'a' }],
])('the schema of %s has exactly the words that the reader asks for', (collection, definition, content) => {
  expect(askedOf(collection, { [collection]: [content] })).toEqual(
    Object.keys(definitions[definition]?.properties ?? {}).sort(),
  );
});

test.each([
  ['ipPools', 'ipPool'],
  ['routes', 'route'],
])('the schema of %s has exactly the words that the reader asks for', (list, definition) => {
  const spec = { logicalNetworks: [{ name: 'a', [list]: [{ name: 'a' }] }] };
  expect(askedOf(list, spec)).toEqual(Object.keys(definitions[definition]?.properties ?? {}).sort());
});
