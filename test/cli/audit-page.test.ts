import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { root } from '../support/fixtures.ts';

const estate = mkdtempSync(join(tmpdir(), 'azlocal-lint-'));
cpSync(join(root, 'fixtures/contoso'), estate, { recursive: true });
afterAll(() => rmSync(estate, { recursive: true, force: true }));

/** What a command prints in the sample estate. */
async function printed(args: string): Promise<string> {
  let text = '';
  const take = (part: string) => {
    text += part;
  };
  await main(args.split(' '), {
    cwd: estate,
    env: {},
    isTerminal: false,
    isErrorTerminal: false,
    width: 100,
    stdout: take,
    stderr: take,
    stdin: async () => Buffer.alloc(0),
    now: () => 0,
    today: '2026-11-24',
  });
  // Every release has another version: the page does without it.
  return text.trimEnd().replace(/^(- azlocal-lint) [\d.]+\d/m, '$1 …');
}

/** A long report up to its second group of findings. */
const excerpt = (report: string) =>
  `${report
    .split(/^(?=### )/m)
    .slice(0, 2)
    .join('')
    .trimEnd()}\n\n…`;

// What it shows is written by `npm test -- --update`, as in the scenarios: `<!-- session: … -->` has all that a command
// prints, `<!-- report: … -->` the first part of it.
test('docs/audit.md shows what the commands in it print', async () => {
  const path = join(root, 'docs/audit.md');
  let page = readFileSync(path, 'utf8');
  const marked = [...page.matchAll(/<!-- (session|report): azlocal-lint (.*?) -->\n[\s\S]*?<!-- \/\1 -->/g)];
  expect(marked.length).toBeGreaterThan(1);
  for (const [whole, kind, command = ''] of marked) {
    const text = await printed(command);
    // A report has blocks of code of its own: its fence is longer.
    const shown =
      kind === 'session'
        ? ['```console', `$ azlocal-lint ${command}`, text, '```']
        : ['`````markdown', excerpt(text), '`````'];
    page = page.replace(
      whole,
      () => `<!-- ${kind}: azlocal-lint ${command} -->\n${shown.join('\n')}\n<!-- /${kind} -->`,
    );
  }
  await expect(page).toMatchFileSnapshot(path);
});
