import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, run, spec } from './command.ts';

/** Names so long that the report takes a while to write. */
const long = JSON.stringify({
  logicalNetworks: Array.from({ length: 1500 }, (_, index) => ({
    name: `${index}${'n'.repeat(15_000)}`,
    addressPrefix: '::/0',
  })),
});
const json = ['--preset', 'seed', '--rule', 'invalid-resource-name=off', '--max-file-size', '100'];

/** Calls `act` as soon as a file of that ending is in a folder. */
function whenThere(folder: string, ending: string, act: () => void): { readonly seen: () => boolean } {
  let isSeen = false;
  const look = () => {
    isSeen = readdirSync(folder).some((name) => name.endsWith(ending));
    if (isSeen) act();
    else if (!isOver) setImmediate(look);
  };
  let isOver = false;
  setTimeout(() => {
    isOver = true;
  }, 50_000).unref();
  look();
  return { seen: () => isSeen };
}

describe('a signal in the middle of a report', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s while it is written leaves the old one, and nothing else',
    { timeout: 120_000 },
    async (signal) => {
      const folder = folderWith({ 'a.json': long, 'out/report.json': 'old' });
      let watched: { readonly seen: () => boolean } | undefined;
      const ended = await run(
        folder,
        [...json, '--format', 'json', '--output', 'out/report.json', 'a.json'],
        (child) => {
          watched = whenThere(join(folder, 'out'), '.tmp', () => child.kill(signal));
        },
      );
      expect(watched?.seen()).toBe(true);
      expect(ended).toEqual({ code: null, signal, stdout: '', stderr: '' });
      expect(readdirSync(join(folder, 'out'))).toEqual(['report.json']);
      expect(readFileSync(join(folder, 'out/report.json'), 'utf8')).toBe('old');
    },
  );

  test.each(['SIGINT', 'SIGTERM'] as const)('%s while files are checked prints nothing by halves', async (signal) => {
    const rule = `import { writeFileSync } from 'node:fs';
      export default { id: 'AZL9001', name: 'own', title: 'x', severity: 'error', remedy: 'x', types: ['Microsoft.AzureStackHCI/*'],
      limitation: { statement: 'x', page: 'https://x.example', heading: 'x', readOn: '2026-11-24' },
      *resource() { writeFileSync('checking.now', ''); for (;;); } };`;
    const folder = folderWith({ 'a.yaml': spec, 'rule.mjs': rule });
    const ended = await run(folder, ['--rules', 'rule.mjs', '--format', 'json', '--output', 'report.json'], (child) => {
      whenThere(folder, '.now', () => child.kill(signal));
    });
    expect(ended).toEqual({ code: null, signal, stdout: '', stderr: '' });
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'checking.now', 'rule.mjs']);
  });
});

describe('a report that can not be written', () => {
  test('a full disk', async () => {
    const folder = folderWith({ 'a.yaml': spec });
    const ended = await run(folder, ['a.yaml', '--format', 'json', '--output', '/dev/full']);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toBe("azlocal-lint: /dev/full can't be written: the disk is full.\n");
  });

  test('a folder of the same name', async () => {
    const folder = folderWith({ 'a.yaml': spec });
    mkdirSync(join(folder, 'out'));
    const ended = await run(folder, ['a.yaml', '--format', 'json', '--output', 'out']);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'out']);
  });

  test('what was left over by a process of the same number is not written through', async () => {
    const folder = folderWith({ 'a.yaml': spec, 'victim.txt': 'kept' });
    const ended = await run(
      folder,
      ['--stdin-filename', 'b.yaml', '--preset', 'seed', '--format', 'json', '--output', 'report.json'],
      (child) => {
        spawnSync('ln', ['-s', 'victim.txt', `report.json.${child.pid}.tmp`], { cwd: folder });
        child.stdin.end(spec);
      },
    );
    expect(ended.code).toBe(1);
    expect(readFileSync(join(folder, 'victim.txt'), 'utf8')).toBe('kept');
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).findings).toHaveLength(1);
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'report.json', 'victim.txt']);
  });
});

test('a reader that has seen enough', { timeout: 120_000 }, async () => {
  const folder = folderWith({ 'a.json': long });
  writeFileSync(join(folder, 'b.yaml'), spec);
  const ended = await run(folder, [...json, '--format', 'json'], (child) => {
    child.stdout.once('data', () => child.stdout.destroy());
  });
  expect(ended).toMatchObject({ code: 1, signal: null, stderr: '' });
});
