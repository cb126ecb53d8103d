import { expect, test } from 'vitest';
import { type LintInput, lint } from '../../src/engine/lint.ts';
import type { Finding } from '../../src/engine/report.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { filesBelow, read, root } from '../support/fixtures.ts';

const below = (folder: string): SourceFile[] =>
  filesBelow(`${root}/${folder}`).map((path) => new SourceFile(path, read(path).text));

const every: LintInput = {
  files: [...below('fixtures/every-rule/broken/now'), ...below('fixtures/contoso/now')],
  base: below('fixtures/contoso/before').map(({ path, text }) => new SourceFile(path.replace('before', 'now'), text)),
  unreadable: [{ path: 'fixtures/lost.json', message: 'it is not there' }],
  skipped: [{ path: 'fixtures/photo.png', reason: 'no text' }],
};
const options = { preset: 'strict', today: '2026-11-24' } as const;

/** What is of one identity is told apart by a number that each share counts for itself. */
const unnumbered = (finding: Finding): string =>
  JSON.stringify(finding, (name, value) => (name === 'fingerprint' ? String(value).replace(/-\d+$/, '') : value));

const inOrder = <T>(items: readonly T[], text: (item: T) => string = JSON.stringify): string[] =>
  items.map(text).sort();

test('of three shares, each finding of the whole run is in one', { timeout: 120_000 }, async () => {
  const count = 3;
  const whole = await lint(every, options);
  const shares = await Promise.all(
    Array.from({ length: count }, (_, index) => lint(every, { ...options, shard: { index: index + 1, count } })),
  );
  expect(shares.every(({ findings }) => findings.length > whole.findings.length / 2 / count)).toBe(true);
  for (const list of ['findings', 'suppressed'] as const)
    expect(
      inOrder(
        shares.flatMap((share) => share[list]),
        unnumbered,
      ),
    ).toEqual(inOrder(whole[list], unnumbered));
  for (const list of ['files', 'failures', 'pairings', 'unpaired'] as const)
    expect(inOrder<unknown>(shares.flatMap((share) => [...share[list]]))).toEqual(inOrder<unknown>(whole[list]));
  const sum = (of: (report: typeof whole) => number) => shares.reduce((total, share) => total + of(share), 0);
  for (const of of [
    ({ resources }: typeof whole) => resources,
    ({ coverage }: typeof whole) => coverage.known,
    ({ coverage }: typeof whole) => coverage.unknown,
  ])
    expect(sum(of)).toBe(of(whole));
});
