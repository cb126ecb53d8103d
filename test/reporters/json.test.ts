import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { type Report, SourceFile } from '../../src/index.ts';
import { json } from '../../src/reporters/json.ts';
import { everyRuleAtOnce } from '../engine/estate.ts';
import { root } from '../support/fixtures.ts';
import { lint } from '../support/seed.ts';
import { finding, options, region, report, unknownValue } from './reports.ts';

const schema = JSON.parse(readFileSync(join(root, 'schemas/report.schema.json'), 'utf8'));
const ajv = new Ajv({ strict: true, allErrors: true });
addFormats.default(ajv);
const validate: ValidateFunction = ajv.compile(schema);

/** The written report, which must have the shape of its schema. */
function written(report: Report) {
  const document = JSON.parse(json(report, options));
  expect(validate(document) ? [] : validate.errors).toEqual([]);
  return document;
}

describe('the schema holds', () => {
  test('for a run with every rule', async () => {
    const { findings, summary } = written(await lint(everyRuleAtOnce()));
    expect(findings.length).toBeGreaterThan(15);
    expect(summary.errors + summary.warnings + summary.notes).toBe(findings.length);
  });

  test('for an empty run', async () => {
    written(await lint({ files: [] }));
    written(await lint({ files: [new SourceFile('package.json', '{}')] }));
  });

  test('for a run that failed in part', () => {
    const failures = [{ message: 'a' }, { path: 'b.yaml', message: 'b', ruleId: 'AZL9001' }];
    const files = (['checked', 'skipped', 'failed'] as const).map((outcome) => ({
      path: outcome,
      outcome,
      reason: 'c',
    }));
    const coverage = { known: 1, unknown: 2, reasons: [{ reason: 'd', count: 2 }] };
    expect(written(report([], {}, { failures, files, coverage, resources: 7 }))).toMatchObject({
      summary: { files: 3, checked: 1, skipped: 1, failed: 1, resources: 7, errors: 0, warnings: 0, notes: 0 },
      coverage,
      failures,
      files,
    });
  });

  test('and refuses what it does not know', () => {
    expect(validate({ ...written(report([])), extra: 1 })).toBe(false);
    expect(validate({ ...written(report([])), findings: [{}] })).toBe(false);
  });
});

test('a finding has everything, lines and columns from 1', () => {
  const whole = finding({
    severity: 'warning',
    confidence: 'possible',
    region: region('2:3-4:5', 'dir/a b.yaml'),
    resource: { id: '/subscriptions/s', type: 'T/t', name: 'n' },
    environments: ['prod'],
    trace: [{ text: 'vlan = 806' }, { text: '806', region: region('2:3-4:5', 'dir/a b.yaml') }],
    related: [{ region: region('1:1-2', 'old.yaml'), message: 'base: was 805', inBase: true }],
    sameCause: [finding({ resource: { type: 'T/t', name: 'other' }, fingerprint: '1'.repeat(32) })],
  });
  expect(written(report([whole])).findings).toEqual([
    {
      ruleId: 'AZL1104',
      ruleName: 'logical-network-vlan-changed',
      severity: 'warning',
      confidence: 'possible',
      state: 'new',
      message: 'VLAN "806" is changed.',
      path: 'dir/a b.yaml',
      line: 2,
      column: 3,
      endLine: 4,
      endColumn: 5,
      resource: { id: '/subscriptions/s', type: 'T/t', name: 'n' },
      environments: ['prod'],
      trace: [
        { text: 'vlan = 806' },
        { text: '806', path: 'dir/a b.yaml', line: 2, column: 3, endLine: 4, endColumn: 5 },
      ],
      related: [
        { path: 'old.yaml', line: 1, column: 1, endLine: 1, endColumn: 2, message: 'base: was 805', inBase: true },
      ],
      sameCause: [{ resource: { type: 'T/t', name: 'other' }, fingerprint: '1'.repeat(32) }],
      fingerprint: '0'.repeat(32),
      helpUri: 'https://learn.microsoft.com/a',
    },
  ]);
});

test('unknown values stand with their places, when they were asked for', () => {
  const coverage = { known: 0, unknown: 1, reasons: [], unknownValues: [unknownValue()] };
  expect(written(report([], {}, { coverage })).coverage.unknownValues).toMatchObject([
    { property: 'properties.subnets[].properties.vlan', path: 'a.yaml', line: 2, column: 7 },
  ]);
  expect(written(report([])).coverage).not.toHaveProperty('unknownValues');
});

test('the head of the report', () => {
  expect(written(report([finding(), finding({ severity: 'note' })], { 'a.yaml': '' }))).toMatchObject({
    schemaVersion: '1',
    tool: { name: 'azlocal-lint', version: '1.2.3' },
    summary: { errors: 1, warnings: 0, notes: 1 },
  });
});
