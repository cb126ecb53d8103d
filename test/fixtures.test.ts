import { describe, expect, test } from 'vitest';
import { ownRules } from '../src/engine/own-rules.ts';
import { lint, rules } from '../src/index.ts';
import { compareWants, fixtures, readWants, toInput } from './support/fixtures.ts';

// A rule that crashes can't be had from a spec; nothing-checked speaks of a run, not of a line.
const folders = [...rules, ...ownRules].map((rule) => rule.name).filter((name) => name !== 'rule-crashed');

describe.each(folders)('%s', (folder) => {
  test.each(fixtures([folder]))('$name', async (fixture) => {
    const { input, options } = toInput(fixture);
    // A good Terraform file holds nothing of ours: that is what makes it good.
    const severities = folder === 'nothing-checked' ? {} : { 'nothing-checked': 'off' as const };
    const report = await lint(input, { ...options, severities });
    const complaints = input.files.flatMap((file) =>
      compareWants(
        readWants(file.text),
        report.findings.filter((finding) => finding.region.path === file.path),
        file.path,
      ),
    );
    expect(complaints).toEqual([]);
    expect(report.failures).toEqual([]);
  });
});
