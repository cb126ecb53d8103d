import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { version } from '../../src/cli/package.ts';
import { defineRule, type LintInput, lint, type Rule } from '../../src/index.ts';
import { reporters } from '../../src/reporters/index.ts';
import { root } from '../support/fixtures.ts';
import { everyRuleAtOnce } from './estate.ts';

const options = { colors: false, verbose: true, quiet: false, version: '0.0.0', exitCode: 1 };

/** All that a run says, in every format. */
async function bytes(input: LintInput, rules: readonly Rule[] = []): Promise<string> {
  const report = await lint(input, { rules });
  const written = await Promise.all(Object.values(reporters).map(async (load) => (await load())(report, options)));
  return written.join('\n');
}

/** What the library must not use: an object of the world, and the names of its functions. */
const world: readonly (readonly [object, readonly string[]])[] = [
  [fs, Object.keys(fs)],
  [fsPromises, Object.keys(fsPromises)],
  [console, Object.keys(console)],
  [process.stdout, ['write']],
  [process.stderr, ['write']],
  [Date, ['now']],
  [performance, ['now']],
  [Math, ['random']],
];

/** Puts a function that only takes note of the call in place of each function of the world. */
function noteUses(used: string[]): void {
  for (const [owner, names] of world) {
    const functions = owner as Record<string, (...args: unknown[]) => unknown>;
    for (const name of names) {
      if (typeof functions[name] !== 'function' || /^[A-Z]/.test(name)) continue;
      vi.spyOn(functions, name).mockImplementation(() => used.push(name));
    }
  }
  syncBuiltinESMExports();
}

describe('a run', () => {
  test('says what the command line says', async () => {
    const written: string[] = [];
    const world = {
      cwd: root,
      env: {},
      isTerminal: false,
      isErrorTerminal: false,
      width: undefined,
      stdout: (text: string) => written.push(text),
      stderr: (text: string) => written.push(text),
      stdin: async () => Buffer.from(''),
      today: '2026-11-24',
      now: () => 0,
    };
    const { files, base, live } = everyRuleAtOnce();
    const folder = 'fixtures/every-rule-at-once';
    const args = ['--format', 'json', '--live', `${folder}/live.json`, '--base', `${folder}/before`, `${folder}/now`];
    expect(await main(args, world)).toBe(1);
    const json = await reporters.json();
    expect(written.join('')).toBe(json(await lint({ files, base, live }), { ...options, version: await version() }));
  });

  test('touches neither disk nor clock nor console', async () => {
    const wanted = await bytes(everyRuleAtOnce()); // loads every module, and the grammar
    const input = everyRuleAtOnce();
    const used: string[] = [];
    noteUses(used);
    try {
      expect(await bytes(input)).toBe(wanted);
    } finally {
      vi.restoreAllMocks();
      syncBuiltinESMExports();
    }
    expect(used).toEqual([]);
  });

  const chatty = (id: string): Rule =>
    defineRule({
      id,
      name: `chatty-${id.slice(-1)}`,
      title: 'Says something of everything',
      severity: 'note',
      remedy: 'None.',
      limitation: { statement: 'None.', page: 'https://wiki.contoso.example', heading: 'None', readOn: '2026-11-24' },
      *resource(resource) {
        yield { at: resource.at, message: 'here.' };
        throw new Error('and no further');
      },
    });

  test('says the same, byte for byte, whatever the order of files and rules', async () => {
    const [one, two] = [chatty('AZL9001'), chatty('AZL9002')];
    const input = everyRuleAtOnce();
    const wanted = await bytes(input, [one, two]);
    expect(wanted).toContain('AZL9002');
    const shuffled = <T>(list: readonly T[]) =>
      fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
    await fc.assert(
      fc.asyncProperty(
        shuffled(input.files),
        shuffled(input.base),
        shuffled([one, two]),
        async (files, base, rules) => {
          expect(await bytes({ ...input, files, base }, rules)).toBe(wanted);
        },
      ),
      { numRuns: 20 },
    );
  });
});
