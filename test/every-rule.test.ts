import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownRules } from '../src/engine/own-rules.ts';
import { lint, rules, SourceFile } from '../src/index.ts';
import { compareWants, filesBelow, read, readWants, root } from './support/fixtures.ts';

/** The files of an estate of many areas, as they stand in a repository. */
const below = (folder: string) =>
  filesBelow(join(root, 'fixtures/every-rule', folder)).map(
    (path) => new SourceFile(path.replace('/before/', '/now/'), read(path).text),
  );

/** Rules that can't be wanted beside the others, each with the reason. */
const impossible = new Map<string, string>([
  ['AZL2002', 'needs the live state'],
  ['AZL6006', 'speaks only when everything is said to be there'],
  ['AZL8001', 'what breaks a file leaves nothing to show beside it'],
  ['AZL8003', 'speaks of a run that has nothing'],
  ['AZL8005', 'speaks of a rule that fails'],
  ['AZL8006', 'is shown by its own fixtures'],
  ['AZL8007', 'is shown by its own fixtures'],
  ['AZL8008', 'makes the run fail'],
]);

describe('all rules of the catalogue at once', async () => {
  const files = below('broken/now');
  const report = await lint({ files, base: below('broken/before') }, { preset: 'strict', today: '2026-11-24' });

  test('an estate that breaks them is reported where its marks say, and nowhere else', () => {
    const complaints = files.flatMap(({ path, text }) =>
      compareWants(
        readWants(text),
        report.findings.filter(({ region }) => region.path === path),
        path,
      ),
    );
    expect(complaints).toEqual([]);
    expect(report.failures).toEqual([]);
  });

  test.each([...rules, ...ownRules].filter(({ id }) => !impossible.has(id)).map(({ id, name }) => [id, name]))(
    '%s %s is broken',
    (id) => {
      expect(report.findings.map(({ ruleId }) => ruleId)).toContain(id);
    },
  );
});

test('an estate that is as the documentation wants it gives no finding at all', async () => {
  const files = below('valid');
  const report = await lint({ files }, { preset: 'strict' });
  expect(
    report.findings.map(({ ruleId, message, region }) => `${region.path}:${region.start.line} ${ruleId} ${message}`),
  ).toEqual([]);
  expect(report.failures).toEqual([]);
  expect(report.resources).toBeGreaterThanOrEqual(5);
  expect(report.coverage.unknown).toBe(0);
});
