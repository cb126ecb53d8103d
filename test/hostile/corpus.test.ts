import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fuzzTargets } from '../../scripts/fuzz-targets.js';

const targets = await fuzzTargets(
  (path) => import(/* @vite-ignore */ new URL(`../../src/${path}.ts`, import.meta.url).href),
);
const corpus = fileURLToPath(new URL('corpus/', import.meta.url));
const textsOf = (target: string): [string, string][] =>
  existsSync(corpus + target)
    ? readdirSync(corpus + target).map((name) => [name, readFileSync(`${corpus}${target}/${name}`, 'utf8')])
    : [];

test('every folder of the corpus is that of a target', () => {
  expect(readdirSync(corpus).filter((name) => !(name in targets))).toEqual([]);
});

describe.each(Object.entries(targets))('%s', (name, { words, run }) => {
  test.each([['nothing', ''], ...textsOf(name)])('takes what was kept: %s', async (_, text) => {
    await run(text);
  });

  test('takes any text of its words', async () => {
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...words) },
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (one) => {
        await run(one);
      }),
      { numRuns: 100 },
    );
  });
});
