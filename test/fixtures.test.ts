import { describe, expect, test } from 'vitest';
import { ownRules } from '../src/engine/own-rules.ts';
import { lint, rules } from '../src/index.ts';
import { compareWants, fixtures, fixturesNamed, readWants, toInput } from './support/fixtures.ts';

/** A fixture shows its own rule: of the other rules only the linter's own count, and the first twelve where they are meant. */
function concerns(folder: string): (ruleId: string) => boolean {
  const rule = rules.find(({ name }) => name === folder);
  const shown = rule && rule.preset !== 'seed' ? [rule] : rules.filter(({ preset }) => preset === 'seed');
  const ids = new Set([...shown, ...ownRules].map(({ id }) => id));
  return (ruleId) => ids.has(ruleId);
}

// A rule that crashes can't be had from a spec; nothing-checked speaks of a run, not of a line.
const folders = [...rules, ...ownRules].map((rule) => rule.name).filter((name) => name !== 'rule-crashed');

describe.each([...folders, 'every-rule'])('%s', (folder) => {
  test.each(fixtures([folder]))('$name', async (fixture) => {
    const { input, options } = toInput(fixture);
    // A good Terraform file holds nothing of ours: that is what makes it good.
    const severities = folder === 'nothing-checked' ? {} : { 'nothing-checked': 'off' as const };
    const report = await lint(input, { ...options, preset: 'strict', severities });
    const isShown = concerns(folder);
    const complaints = input.files.flatMap((file) =>
      compareWants(
        readWants(file.text),
        report.findings.filter(({ region, ruleId }) => region.path === file.path && isShown(ruleId)),
        file.path,
      ),
    );
    expect(complaints).toEqual([]);
    // What a finding may come with is said of its rule.
    const fixes = report.findings.filter(({ fix }) => fix !== undefined);
    for (const { ruleId, fix } of fixes) {
      const declared = [...rules, ...ownRules].find(({ id }) => id === ruleId)?.fix;
      expect([ruleId, declared]).toEqual([ruleId, fix?.isSafe ? 'safe' : (declared ?? 'a fix')]);
    }
    // A limit is a failure of the run as well as a finding.
    const limits = report.findings.filter(({ ruleName }) => ruleName === 'limit-reached');
    expect(report.failures.map(({ message }) => message)).toEqual(limits.map(({ message }) => message));
  });
});

describe('every rule speaks in every form of input', () => {
  /** The first twelve rules, of which one is about Terraform only. Later ones may join; they needn't. */
  const eleven = [
    'AZL1001',
    'AZL1101',
    'AZL1102',
    'AZL1103',
    'AZL1104',
    'AZL1105',
    'AZL3001',
    'AZL3002',
    'AZL3003',
    'AZL4001',
    'AZL5001',
  ];
  const wanted = (folder: string, name: string) => {
    const [fixture] = fixturesNamed(folder, name).filter((one) => one.name === `${folder}/${name}`);
    return fixture?.files.flatMap((file) => readWants(file.text)).map(({ ruleId }) => ruleId);
  };

  test.each([
    ['YAML resource documents', 'bad.yaml'],
    ['JSON resource documents', 'bad.json'],
    ['an ARM template', 'bad.arm.json'],
    ['an ARM template with a parameter file', 'bad-parameters.arm.json'],
    ['a compact spec', 'bad.spec.yaml'],
    ['a compact spec in JSON', 'bad.spec.json'],
    ['the live state as the base', 'bad-live.yaml'],
    ['a shell script', 'bad.sh'],
    ['a PowerShell script', 'bad.ps1'],
    ['a GitHub workflow', 'bad-workflow.yaml'],
    ['an Azure pipeline', 'bad-pipeline.yaml'],
  ])('%s', (_, name) => {
    expect(wanted('every-rule', name)?.sort()).toEqual(eleven);
    expect(wanted('every-rule', name.replace('bad', 'good'))).toEqual([]);
  });

  test.each(['bad.tf', 'bad.tf.json'])('Terraform: %s', (name) => {
    expect(wanted('terraform', name)).toContain('AZL5002');
    expect(wanted('terraform', name.replace('bad', 'good'))).toEqual([]);
  });
});
