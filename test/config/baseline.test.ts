import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { readBaseline, writeBaseline } from '../../src/config/baseline.ts';
import { baselineSchema } from '../../src/config/baseline-schema.ts';
import type { BaselineEntry } from '../../src/engine/baseline.ts';
import { SourceFile } from '../../src/source/source-file.ts';

/*
 * What is said of a wrong baseline is shown in test/cli/scenarios/baseline/errors.scenario.
 */

const validate = new Ajv({ strict: true }).compile(baselineSchema);
const read = (value: unknown) => readBaseline(new SourceFile('b.json', JSON.stringify(value)));

const entry: BaselineEntry = {
  fingerprint: `${'0a'.repeat(16)}-2`,
  ruleId: 'AZL1104',
  resource: 'Microsoft.AzureStackHCI/logicalNetworks/lnet',
  environment: 'prod',
  message: 'VLAN "806" is changed.',
  paths: ['a.yaml'],
  comparedWith: ['base origin/main'],
};

test('what is written is read again, and has the published shape', async () => {
  const text = writeBaseline([entry]);
  expect(validate(JSON.parse(text)) ? [] : validate.errors).toEqual([]);
  expect(await readBaseline(new SourceFile('b.json', text))).toEqual({ entries: [entry] });
  expect(text.split('\n').at(-1)).toBe('');
});

describe('the quick way in refuses what the schema refuses', () => {
  const wrong: [string, unknown][] = [
    ['an older version', { schemaVersion: '0', findings: [] }],
    ['no findings', { schemaVersion: '1' }],
    ['findings that are no list', { schemaVersion: '1', findings: {} }],
    ['null among them', { schemaVersion: '1', findings: [null] }],
    ...Object.keys(entry).map((name): [string, unknown] => [
      `a number as ${name}`,
      { schemaVersion: '1', findings: [{ ...entry, [name]: 5 }] },
    ]),
    ['no paths', { schemaVersion: '1', findings: [{ ...entry, paths: [] }] }],
    ['a fingerprint of another form', { schemaVersion: '1', findings: [{ ...entry, fingerprint: 'abc' }] }],
    ['a list', []],
    ['null', null],
  ];
  test.each(wrong)('%s', async (_, value) => {
    expect(validate(value)).toBe(false);
    expect(await read(value)).toHaveProperty('complaints');
  });
});
