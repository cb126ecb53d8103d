import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { mergeSarif } from '../../src/reporters/merge-sarif.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { everyRuleAtOnce } from '../engine/estate.ts';
import { lint } from '../support/seed.ts';
import { finding, options, report, unknownValue } from './reports.ts';

const merged = (...texts: string[]) =>
  JSON.parse(mergeSarif(texts.map((text, index) => ({ path: `${index}.sarif`, text })))) as Log;

describe('SARIF logs of one run that was split', async () => {
  const whole = await lint(everyRuleAtOnce(), { preset: 'seed' });
  const half = (isFirst: boolean) => ({
    ...whole,
    findings: whole.findings.filter((_, index) => index % 2 === (isFirst ? 0 : 1)),
  });

  test('make the log of the whole run, whatever their order', () => {
    const [a, b] = [half(true), half(false)].map((part) => sarif(part, options)) as [string, string];
    expect(whole.findings.length).toBeGreaterThan(10);
    expect(merged(a, b)).toEqual(JSON.parse(sarif(whole, options)));
    expect(merged(b, a)).toEqual(merged(a, b));
  });

  test.each([
    ['no log at all', {}],
    ['of another tool', { version: '2.1.0', runs: [{ tool: { driver: { name: 'other' } } }] }],
    [
      'that somebody has taken parts out of',
      { version: '2.1.0', runs: [{ tool: { driver: { name: 'azlocal-lint' } } }] },
    ],
  ])('are refused when they are %s', (_, log) => {
    expect(() => merged(JSON.stringify(log))).toThrow('0.sarif is no SARIF log that azlocal-lint wrote');
  });

  test('that overlap count once what both say', () => {
    const all = sarif(whole, options);
    expect(merged(all, all)).toEqual(JSON.parse(all));
  });

  test('have the rules of all, indexed anew', () => {
    const [first, ...others] = whole.rules;
    if (!first) throw new Error('there are rules');
    const log = merged(sarif({ ...whole, rules: others }, options), sarif({ ...report([]), rules: [first] }, options));
    const [run] = log.runs;
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(whole.rules.map(({ id }) => id));
    for (const { ruleId, ruleIndex = -1 } of run?.results ?? [])
      if (ruleId !== first.id) expect(run?.tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
  });

  test('keep what is accepted and what is unknown, as one run has it', () => {
    const known = finding({ state: 'unchanged', fingerprint: '1'.repeat(32), message: 'a' });
    const coverage = { known: 0, unknown: 1, reasons: [], unknownValues: [unknownValue()] };
    const files = [{ path: 'b.json', outcome: 'skipped' as const, reason: 'not a template' }];
    const first = { ...report([]), unchanged: [known], coverage, baseline: new Set([known.fingerprint]) };
    const second = { ...report([finding()]), files, baseline: new Set<string>() };
    const all = { ...options, reportSuppressed: true, verbose: true };
    const both = { ...first, findings: second.findings, files };
    expect(merged(sarif(first, all), sarif(second, all))).toEqual(JSON.parse(sarif(both, all)));
  });

  test('of which one knows no baseline: its results are new', () => {
    const known = finding({ state: 'unchanged', message: 'a' });
    const one = sarif(
      { ...report([]), unchanged: [known], baseline: new Set([known.fingerprint]) },
      {
        ...options,
        reportSuppressed: true,
      },
    );
    const { results } = merged(one, sarif(report([finding({ message: 'b' })]), options)).runs[0] ?? {};
    expect(results?.map(({ baselineState, suppressions }) => [baselineState, suppressions?.length])).toEqual([
      ['unchanged', 1],
      ['new', 0],
    ]);
  });

  test('keep what was not checked, and the worst exit code', () => {
    const failed = sarif(report([], {}, { failures: [{ path: 'a.json', message: 'is too large' }] }), {
      ...options,
      exitCode: 3,
    });
    const [run] = merged(sarif(report([]), { ...options, exitCode: 0 }), failed, sarif(whole, options)).runs;
    expect(run?.invocations).toHaveLength(1);
    expect(run?.invocations?.[0]).toMatchObject({ exitCode: 3, executionSuccessful: true });
    expect(run?.invocations?.[0]?.toolExecutionNotifications).toHaveLength(1);
    expect(run?.tool.driver.notifications?.map(({ id }) => id)).toEqual(['AnalysisIncomplete', 'FileSkipped']);
  });
});

test.each([
  ['not JSON', '{', 'is not JSON'],
  [
    'another tool',
    '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"other"}},"results":[]}]}',
    'is no SARIF log that azlocal-lint wrote',
  ],
  ['no runs', '{"version":"2.1.0"}', 'is no SARIF log that azlocal-lint wrote'],
  ['null', 'null', 'is no SARIF log that azlocal-lint wrote'],
])('refuses %s', (_, text, message) => {
  expect(() => mergeSarif([{ path: 'a.sarif', text }])).toThrow(message);
});
