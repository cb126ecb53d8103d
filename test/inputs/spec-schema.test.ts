import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { readCompactSpec } from '../../src/inputs/compact-spec.ts';
import { specSchema } from '../../src/inputs/spec-schema.ts';
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

/** The names that reading a spec asks an object for, written down by the object itself. */
function recorder(content: object): { object: object; asked: Set<string> } {
  const asked = new Set<string>();
  const object = new Proxy(content, {
    getOwnPropertyDescriptor(target, name) {
      if (typeof name === 'string') asked.add(name);
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
  });
  return { object, asked };
}

/** Reads a spec with lists of these entries, whatever that gives. */
function read(value: object): void {
  const document = { file: new SourceFile('spec.yaml', ''), value, locate: () => ({ start: 0, end: 0 }) };
  for (const resource of readCompactSpec(document)) resource.body.plain();
}

test.each([
  ['logicalNetworks', 'logicalNetwork', { name: 'a', ipPoolStart: '10.20.1.20' }],
  ['networkInterfaces', 'networkInterface', { name: 'a' }],
  ['virtualHardDisks', 'virtualHardDisk', { name: 'a' }],
  ['virtualMachines', 'virtualMachine', { name: 'a' }],
])('the schema of %s has exactly the words that the reader asks for', (collection, definition, content) => {
  const { object, asked } = recorder(content);
  read({ [collection]: [object] });
  expect([...asked].sort()).toEqual(Object.keys(definitions[definition]?.properties ?? {}).sort());
});

test.each([
  ['ipPools', 'ipPool'],
  ['routes', 'route'],
])('the schema of %s has exactly the words that the reader asks for', (list, definition) => {
  const { object, asked } = recorder({ name: 'a' });
  read({ logicalNetworks: [{ name: 'a', [list]: [object] }] });
  expect([...asked].sort()).toEqual(Object.keys(definitions[definition]?.properties ?? {}).sort());
});
