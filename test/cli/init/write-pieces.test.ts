import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { converse } from '../../../src/cli/conversation.ts';
import { main } from '../../../src/cli/main.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'azlocal-lint-init-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs `init` with somebody at the terminal. */
async function init(ask: (question: string) => string | undefined): Promise<{ code: number; printed: string }> {
  let printed = '';
  const print = (text: string) => {
    printed += text;
  };
  const code = await main(['init'], {
    cwd: folder,
    env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
    isTerminal: true,
    isErrorTerminal: true,
    width: 100,
    stdout: print,
    stderr: print,
    stdin: async () => Buffer.alloc(0),
    today: '2026-11-24',
    now: () => 0,
    converse: async () => ({ ask: async (question) => ask(question), end: () => undefined }),
  });
  return { code, printed };
}

test('a file that comes to be there while the questions are asked is kept', async () => {
  const file = join(folder, 'azlocal-lint.yaml');
  const { code, printed } = await init((question) => {
    if (question.startsWith('Write')) writeFileSync(file, 'preset: seed\n');
    return '';
  });
  expect(code).toBe(2);
  expect(printed).toContain('azlocal-lint.yaml has come to be there in the meantime. Nothing was written.');
  expect(readFileSync(file, 'utf8')).toBe('preset: seed\n');
});

test.each([0, 1, 2, 3])('whoever stops at question %i leaves nothing behind', async (stopAt) => {
  let asked = 0;
  const { code, printed } = await init(() => (asked++ === stopAt ? undefined : ''));
  expect(asked).toBe(stopAt + 1);
  expect(printed).toContain('stopped. Nothing was written.');
  expect(code).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
});

test('answers that are pasted at once are all heard, and the end of the input stops', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const terminal = converse(input, output);
  input.write('one\ntwo\n\n');
  const answers = [];
  for (const question of ['1? ', '2? ', '3? ']) answers.push(await terminal.ask(question));
  expect(answers).toEqual(['one', 'two', '']);
  const last = terminal.ask('4? ');
  input.end();
  expect(await last).toBeUndefined();
  expect(await terminal.ask('5? ')).toBeUndefined();
  terminal.end();
  expect(String(output.read())).toContain('1? ');
});
