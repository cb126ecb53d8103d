import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow } from '../../scripts/fixtures.js';
import { type LintInput, SourceFile } from '../../src/index.ts';
import { plan } from '../../src/reporters/plan.ts';
import { file, network } from '../engine/specs.ts';
import { root } from '../support/fixtures.ts';
import { lint } from '../support/seed.ts';
import { report } from './reports.ts';

const text = (path: string) => readFileSync(join(root, path), 'utf8');
const folder = 'fixtures/plan';
const sources = (name: string) =>
  filesBelow(join(root, folder, name)).map(
    (path) => new SourceFile(path.replace(`${folder}/${name}`, 'branch'), text(path)),
  );
const estate = (): LintInput & { files: SourceFile[]; base: SourceFile[] } => ({
  files: sources('now'),
  base: sources('before'),
  live: [new SourceFile('live.json', text(`${folder}/live.json`))],
});
const planOf = async (input: LintInput) => plan(await lint(input));

test('the plan of a branch office', async () => {
  await expect(await planOf(estate())).toMatchFileSnapshot('golden/plan.md');
});

test('the order of the files plays no part', async () => {
  const { files, base, ...rest } = estate();
  const reversed = { ...rest, files: [...files].reverse(), base: [...base].reverse() };
  expect(await planOf(reversed)).toBe(await planOf(estate()));
});

test('every step says why', async () => {
  const steps =
    (await planOf(estate()))
      .split('## Steps')[1]
      ?.split('## Evidence')[0]
      ?.match(/^\d+\. .*$/gm) ?? [];
  expect(steps).toHaveLength(11);
  expect(steps.filter((step) => !/\[[^\]]+\]$/.test(step))).toEqual([]);
});

describe('nothing is to be replaced', () => {
  const none = '# Replacement plan\n\nNothing has to be replaced: no change was found that needs a new resource.\n';

  test('without a base', async () => {
    expect(await planOf({ files: [file('net.yaml', network(806))] })).toContain('Nothing was compared.');
  });

  test('when a VM only has to be stopped', async () => {
    const base = sources('before');
    const resized = base.map((one) => new SourceFile(one.path, one.text.replace('processors: 4', 'processors: 6')));
    expect((await lint({ files: resized, base })).findings.map(({ ruleId }) => ruleId)).toEqual(['AZL3003']);
    expect(await planOf({ files: resized, base })).toBe(none);
  });

  test('as far as could be seen', () => {
    const failures = [{ message: 'unreadable' }];
    expect(plan(report([], {}, { failures }))).toContain('**Incomplete:** 1 problem kept');
  });
});

test('a VM that is to stand in another resource group is created there; its disks stay', async () => {
  const { base } = estate();
  const files = base.map(
    ({ path, text: was }) =>
      new SourceFile(path, was.replace(/(machines\/app-01\nresourceGroup: )rg-branch/, '$1rg-new')),
  );
  const written = await planOf({ files, base });
  expect(written).toContain(
    'Create a new VM in place of `app-01` (resource group `rg-branch`) in resource group `rg-new`, with all its',
  );
  expect(written).toContain(
    "- The data disks `app-01-data`: they can't go to another resource group either [AZL5001].",
  );
  expect(written).not.toContain('disk attach');
});

test('a name from a spec is text, not markup', async () => {
  const name = '"a|`b` <img src=x> [c](http://d) @team\\n# e"';
  const written = await planOf({
    files: [file('n.yaml', network(806, name))],
    base: [file('n.yaml', network(805, name))],
  });
  expect(written).toContain('``` a\\|`b`'.replace('```', '``'));
  expect(written).not.toMatch(/^# e/m);
  expect(written).toContain('\\<img src=x\\> \\[c\\]\\(http\\://d\\) \\@team');
});
