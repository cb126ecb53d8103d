import { describe, expect, test } from 'vitest';
import { applyFixes } from '../src/engine/fixes.ts';
import { lintAndFix } from '../src/engine/lint-and-fix.ts';
import { ownRules } from '../src/engine/own-rules.ts';
import { type Finding, type LintInput, lint, rules, SourceFile } from '../src/index.ts';
import { type Fixture, fixtures, toInput, withoutWants } from './support/fixtures.ts';

const all = [...rules, ...ownRules];
const fixable = all.filter(({ fix }) => fix !== undefined);

/** A fixture without its marks: what people write. */
function plain(fixture: Fixture) {
  const { input, options } = toInput(fixture);
  const files = input.files.map(({ path, text }) => new SourceFile(path, withoutWants(text)));
  return { input: { ...input, files }, options: { ...options, preset: 'strict' as const } };
}

/** Settings with which one rule alone is heard. */
const only = (name: string) => ({
  severities: Object.fromEntries(all.filter((rule) => rule.name !== name).map((rule) => [rule.name, 'off' as const])),
});

const named = (rule: string, start: string) =>
  fixtures([rule]).filter(({ name }) => name.startsWith(`${rule}/${start}`));

describe.each(fixable.map(({ name, fix }) => [name, fix] as const))('%s', (name, kind) => {
  const bad = named(name, 'bad');
  const fixed = named(name, 'fixed');

  test('has an example of its fix', async () => {
    const findings: Finding[] = [];
    for (const fixture of bad) {
      const { input, options } = plain(fixture);
      findings.push(...(await lint(input, { ...options, ...only(name) })).findings);
    }
    const kinds = new Set(findings.flatMap(({ fix }) => (fix ? [fix.isSafe ? 'safe' : 'suggestion'] : [])));
    expect(kinds).toContain(kind);
    if (kind === 'suggestion') expect(kinds).not.toContain('safe');
    expect(fixed.length > 0).toBe(kind === 'safe');
  });

  test.each(fixed)('$name', async (after) => {
    const before = bad.find((fixture) => fixture.name === after.name.replace('/fixed', '/bad'));
    const { input, options } = plain(before as Fixture);
    const result = await lintAndFix(input, { ...options, ...only(name) });
    const texts = new Map([...input.files, ...result.changed].map((file) => [file.path, file.text]));
    expect([...texts.values()]).toEqual(after.files.map(({ text }) => withoutWants(text)));
    const again = await lintAndFix(plain(after).input, { ...options, ...only(name) });
    expect(again.changed).toEqual([]);
  });
});

/** What is wrong, without where. */
const complaints = (findings: readonly Finding[]) => findings.map(({ ruleId, message }) => `${ruleId} ${message}`);

const withText = (input: LintInput, files: readonly SourceFile[]): LintInput => ({ ...input, files });

describe('every fix of every example mends what it is of, and breaks nothing', () => {
  test.each(fixtures(fixable.map(({ name }) => name)))('$name', async (fixture) => {
    const { input, options } = plain(fixture);
    const { findings } = await lint(input, options);
    for (const finding of findings) {
      if (!finding.fix) continue;
      const wanted = { ...finding, fix: { ...finding.fix, isSafe: true } };
      const { files, fixed } = applyFixes(input.files, [wanted]);
      expect(fixed).toEqual([wanted]);
      const after = await lint(withText(input, files), options);
      const before = complaints(findings).filter((one) => one === complaints([finding])[0]).length;
      const left = complaints(after.findings).filter((one) => one === complaints([finding])[0]).length;
      expect([finding.message, left]).toEqual([finding.message, before - 1]);
      expect(
        after.findings.filter(({ ruleName }) => /^(syntax-error|template-error|parameter)/.test(ruleName)),
      ).toEqual(findings.filter(({ ruleName }) => /^(syntax-error|template-error|parameter)/.test(ruleName)));
    }
  });
});

describe('all safe fixes at once leave nothing to fix, and break nothing', () => {
  const broken = ({ ruleName }: Finding) => /^(syntax-error|template-error|parameter-rejected)$/.test(ruleName);

  test.each(fixtures(['every-rule', ...fixable.map(({ name }) => name)]))('$name', async (fixture) => {
    const { input, options } = plain(fixture);
    const { before, report } = await lintAndFix(input, options);
    expect(report.findings.filter(({ fix }) => fix?.isSafe)).toEqual([]);
    expect(complaints(report.findings.filter(broken))).toEqual(complaints(before.findings.filter(broken)));
    expect(report.resources).toBeGreaterThanOrEqual(before.resources);
  });
});
