import { describe, expect, test } from 'vitest';
import { type Format, reporters } from '../../src/reporters/index.ts';
import { everyRuleAtOnce } from '../engine/estate.ts';
import { compareWants, readWants } from '../support/fixtures.ts';
import { lint } from '../support/seed.ts';

/** What no spec can make happen beside other findings: an empty run, a rule that crashes; a run that is not whole; suppressions. */
const impossible = ['AZL8003', 'AZL8005', 'AZL8008', 'AZL8010', 'AZL8011', 'AZL8013'];

describe('an estate that breaks every rule at once', async () => {
  const input = everyRuleAtOnce();
  const report = await lint(input);

  test('is reported where its marks say', () => {
    const complaints = input.files.flatMap(({ path, text }) =>
      compareWants(
        readWants(text),
        report.findings.filter(({ region }) => region.path === path),
        path,
      ),
    );
    expect(complaints).toEqual([]);
  });

  test('breaks every rule', () => {
    const broken = new Set(report.findings.map(({ ruleId }) => ruleId));
    expect(report.rules.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual(impossible);
    expect(report.failures).toEqual([]);
  });

  test.each(Object.keys(reporters) as Format[])('as %s', async (format) => {
    const reporter = await reporters[format]();
    const options = { colors: false, verbose: true, quiet: false, durationMs: 12, version: '0.0.0', exitCode: 1 };
    await expect(reporter(report, options)).toMatchFileSnapshot(`golden/every-rule.${format}`);
  });
});
