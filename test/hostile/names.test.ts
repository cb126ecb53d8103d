import { afterEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { rules, SourceFile } from '../../src/index.ts';
import { readJson } from '../../src/source/json.ts';
import { readYaml } from '../../src/source/yaml.ts';
import { deployed, templateOf } from '../arm/support.ts';
import { lint } from '../support/seed.ts';
import { ourType, read, said, templateWith } from './read.ts';

/** Names that every object seems to have. */
const inherited = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
];
const clean = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));

afterEach(() => {
  expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(clean);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

const polluting = inherited
  .map((name) => `"${name}": { "polluted": true, "prototype": { "polluted": true } }`)
  .join(', ');

describe('readers take the names that every object has as ordinary ones', () => {
  test.each([
    ['strict JSON', () => readJson(new SourceFile('a.json', `{ ${polluting} }`))],
    ['JSON with comments', () => readJson(new SourceFile('a.json', `{ ${polluting}, /* */ }`))],
    ['YAML', () => readYaml(new SourceFile('a.yaml', `{ ${polluting} }`))],
    ['merged YAML', () => readYaml(new SourceFile('a.yaml', `<<: { ${polluting} }`))],
  ])('%s', (_, reader) => {
    const value = reader().documents[0]?.value as object;
    expect(Object.keys(value)).toEqual(inherited);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test.each([
    ['a resource', 'a.json', `{ "type": "${ourType}", "name": "a", ${polluting}, "properties": { ${polluting} } }`],
    [
      'a resource in YAML',
      'a.yaml',
      `{ "type": "${ourType}", "name": "a", ${polluting}, "properties": { ${polluting} } }`,
    ],
    ['a template', 'a.json', templateWith({}, JSON.parse(`{ "tags": { ${polluting} }, ${polluting} }`))],
    ['a compact spec', 'a.yaml', `logicalNetworks: [{ name: a, ${polluting} }]\n${polluting.replaceAll('", ', '"\n')}`],
    [
      'a workflow',
      'a.yaml',
      `{ jobs: { ${polluting}, a: { steps: [{ run: az stack-hci-vm create --name a, ${polluting} }] } } }`,
    ],
    ['live state', 'a.json', `[{ "type": "${ourType}", "name": "a", "systemData": {}, ${polluting} }]`],
  ])('%s', async (_, path, text) => {
    const report = await read(path, text);
    expect(said(report)).not.toContain('AZL8005');
    expect(report.failures).toEqual([]);
  });

  test('a what-if', async () => {
    const change = { resourceId: `/subscriptions/a/resourceGroups/b/providers/${ourType}/c`, changeType: 'Modify' };
    const body = JSON.parse(`{ ${polluting} }`);
    const delta = inherited.map((name) => ({ path: name, propertyChangeType: 'Modify', before: 1, after: body }));
    const answer = { changes: [{ ...change, before: body, after: body, delta }], ...body };
    const report = await lint({ files: [], whatIf: [new SourceFile('a.json', JSON.stringify(answer))] });
    expect(report.failures).toEqual([]);
    expect(report.resources).toBe(1);
  });

  test.each(inherited)('a setting of the configuration named %s is an unknown one', async (name) => {
    const asKey = await readConfig(new SourceFile('c.json', `{ "${name}": {} }`), rules);
    const asRule = await readConfig(new SourceFile('c.json', `{ "rules": { "${name}": "off" } }`), rules);
    expect('complaints' in asKey && asKey.complaints[0]).toContain(`"${name}"`);
    expect('complaints' in asRule && asRule.complaints[0]).toContain(`"${name}"`);
  });
});

describe('templates find nothing under a name that nobody declared', () => {
  test.each(
    inherited.flatMap((name) => [
      [`parameters('${name}')`],
      [`variables('${name}')`],
      [`${name}('a')`],
      [`${name}.${name}()`],
      [`createObject('a', 1).${name}`],
      [`createObject('a', 1)['${name}']`],
      [`environment().${name}`],
      [`deployment().${name}`],
    ]),
  )('%s', (expression) => {
    const found = deployed(templateOf({ outputs: { o: { type: 'string', value: `[${expression}]` } } }));
    const problems = found.problems(true);
    const { value } = found.outputs().get('o.value');
    expect({ value, isWrong: problems.length > 0 }).toEqual({ value: undefined, isWrong: true });
  });

  test.each(inherited)('and what is declared as %s is found', (name) => {
    const own = Object.fromEntries([[name, 'mine']]);
    const declared = Object.fromEntries([[name, { type: 'string' }]]);
    const found = deployed(
      templateOf({
        parameters: declared,
        variables: own,
        outputs: {
          p: { type: 'string', value: `[parameters('${name}')]` },
          v: { type: 'string', value: `[variables('${name}')]` },
          o: { type: 'string', value: `[createObject('${name}', 'mine').${name}]` },
          c: { type: 'bool', value: `[contains(createObject('a', 1), '${name}')]` },
          j: { type: 'string', value: `[json('{ "${name}": "mine" }')['${name}']]` },
          u: {
            type: 'string',
            value: `[union(createObject('${name}', 'other'), createObject('${name}', 'mine')).${name}]`,
          },
        },
      }),
      { given: own },
    );
    const values = ['p', 'v', 'o', 'c', 'j', 'u'].map((output) => found.outputs().get(`${output}.value`).value);
    expect(found.problems(true).map(({ message }) => message)).toEqual([]);
    expect(values).toEqual(['mine', 'mine', 'mine', false, 'mine', 'mine']);
  });
});
