import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, root } from './support/fixtures.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { version } = JSON.parse(read('package.json'));

const pages = ['docs/pre-commit.md', 'docs/github.md', 'docs/azure-pipelines.md', 'docs/gitlab.md'];
const embedded = pages.flatMap((page) =>
  [...read(page).matchAll(/<!-- file: (\S+) -->\n```\w+\n([\s\S]*?)```\n/g)].map(([, path = '', text = '']) => ({
    page,
    path,
    text,
  })),
);

/** What users copy: everything but the code of the action. */
const examples = filesBelow('integrations').filter((path) => !path.endsWith('action.js'));

describe('the files that the pages show are those that are checked', () => {
  test.each(embedded)('$page shows $path', ({ path, text }) => expect(text).toBe(read(path)));

  test('each file is shown', () => expect(embedded.map(({ path }) => path).sort()).toEqual([...examples].sort()));

  test('they name this version', () => {
    const texts = [...embedded.map(({ text }) => text), read('README.md')];
    const named = texts.flatMap((text) => [...text.matchAll(/azlocal-lint@v?([\d.]+)|rev: v(\S+)/g)]);
    expect(named.length).toBeGreaterThan(4);
    for (const [, inCommand, inRevision] of named) expect(inCommand ?? inRevision).toBe(version);
  });

  test("the table of the action's inputs is complete", () => {
    const inputs = [...read('action.yml').matchAll(/^ {2}([\w-]+):\n {4}description: .*\n {4}required/gm)];
    expect(inputs.length).toBeGreaterThan(5);
    const rows = [...read('docs/github.md').matchAll(/^\| `([\w-]+)` \|/gm)];
    expect(rows.map(([, name]) => name)).toEqual(inputs.map(([, name]) => name));
  });
});

test('nothing runs when the package is installed from git: pre-commit could not use it', () => {
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
  // npm installs the tools of development first if there is any of these.
  const refused = ['prepare', 'prepack', 'preinstall', 'install', 'postinstall', 'build'];
  expect(scripts.filter((name) => refused.includes(name))).toEqual([]);
});
