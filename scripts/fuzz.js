/**
 * Coverage-guided fuzzing of the readers, the evaluator and the configuration: `npm run fuzz [-- <target|all> [seconds [seed]]]`,
 * after `npm run compile`. Texts that reach code that none before them reached are kept for the run and changed further.
 * With a seed the same texts come again, as
 * the gate wants it: it judges a change, not the luck of the day. A text that breaks a target, or makes it hang, is written to test/hostile/corpus, where the tests run it for ever after.
 *
 * V8 itself says which blocks ran, so that nothing has to be instrumented; Jazzer.js would do the same, but its newest
 * version wants a newer C library than the systems we support have, and the older ones an install script.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { fuzzTargets } from './fuzz-targets.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const corpus = join(root, 'test/hostile/corpus');
const longest = 16_384;
/** A text of that length is done in a fraction of it. */
const hangMs = 20_000;

const load = (/** @type {string} */ path) => import(new URL(`../build/${path}.js`, import.meta.url).href);

/** @param {string} target @param {string} text */
function keep(target, text) {
  const folder = join(corpus, target);
  mkdirSync(folder, { recursive: true });
  const name = createHash('sha256').update(text).digest('hex').slice(0, 16);
  writeFileSync(join(folder, name), text);
  return join('test/hostile/corpus', target, name);
}

if (isMainThread) {
  const [target = 'all', seconds = '60', seed = String(Date.now())] = process.argv.slice(2);
  const names = Object.keys(await fuzzTargets(load));
  if (target !== 'all' && !names.includes(target))
    throw new Error(`there is no target "${target}": all, ${names.join(', ')}`);
  for (const name of target === 'all' ? names : [target]) {
    const each = target === 'all' ? Number(seconds) / names.length : Number(seconds);
    process.exitCode = Math.max(Number(process.exitCode ?? 0), await watch(name, each, Number(seed)));
  }
} else {
  await fuzz(workerData);
}

/** Fuzzes in a thread that can be stopped. @param {string} target @param {number} seconds @param {number} seed @returns {Promise<number>} an exit code */
function watch(target, seconds, seed) {
  const now = new Int32Array(new SharedArrayBuffer(8));
  const text = new Uint8Array(new SharedArrayBuffer(longest * 4));
  const worker = new Worker(new URL(import.meta.url), { workerData: { target, seconds, seed, now, text } });
  return new Promise((done) => {
    let before = -1;
    const timer = setInterval(() => {
      const runs = Atomics.load(now, 0);
      if (runs === before && runs > 0) {
        const path = keep(target, Buffer.from(text).toString('utf8', 0, now[1]));
        process.stdout.write(`${target}: hangs with ${path}\n`);
        void worker.terminate();
      }
      before = runs;
    }, hangMs);
    worker.on('error', (error) => {
      process.stdout.write(`${target}: ${error.stack}\n`);
      done(1);
    });
    worker.on('exit', (code) => {
      clearInterval(timer);
      done(code);
    });
  });
}

/** @param {{ target: string, seconds: number, seed: number, now: Int32Array, text: Uint8Array }} what */
async function fuzz({ target, seconds, seed, now, text: shared }) {
  const found = (await fuzzTargets(load))[target];
  if (!found) return;
  const { words, seeds: wanted, run } = found;
  const random = generator(seed);
  const below = (/** @type {number} */ count) => Math.floor(random() * count);
  const pick = (/** @type {readonly any[]} */ list) => list[below(list.length)];
  const pool = seedsOf(target, wanted);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  const seen = new Set();
  /** Whether anything ran that had not run before. */
  const isNew = async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const before = seen.size;
    for (const { scriptId, url, functions } of result) {
      if (!url.includes('/build/')) continue;
      for (const { ranges } of functions)
        seen.add(
          `${scriptId} ${ranges.map(({ startOffset, endOffset, count }) => `${startOffset}-${endOffset}-${Math.min(count, 1)}`)}`,
        );
    }
    return seen.size > before;
  };
  let runs = 0;
  let crashes = 0;
  const attempt = async (/** @type {string} */ text) => {
    const bytes = Buffer.from(text, 'utf8');
    shared.set(bytes);
    now[1] = bytes.length;
    Atomics.store(now, 0, ++runs);
    try {
      await run(text);
    } catch (error) {
      crashes++;
      process.stdout.write(`${target}: ${keep(target, text)}: ${error instanceof Error ? error.stack : error}\n`);
    }
  };
  const [seeded, end] = [pool.length, Date.now() + seconds * 1000];
  // In a short run there is time for some of them only: what broke it once comes first.
  for (const seed of pool) if (Date.now() < end - seconds * 500) await attempt(seed);
  await isNew();
  while (Date.now() < end && crashes < 10) {
    const batch = Array.from({ length: 32 }, () => changed(pick(pool), pick(pool)));
    for (const text of batch) await attempt(text);
    // Which one it was costs more to find out than it is worth.
    if (await isNew()) pool.push(...batch.filter(() => random() < 0.25));
  }
  process.stdout.write(
    `${target}: ${runs} texts in ${seconds.toFixed(0)} s, ${pool.length - seeded} kept beside ${seeded} seeds, ${crashes} broke it\n`,
  );
  process.exitCode = crashes > 0 ? 1 : 0;

  /** @param {string} one @param {string} other */
  function changed(one, other) {
    let text = one;
    for (let count = 1 + below(4); count > 0; count--) {
      const to = below(text.length + 1);
      const from = below(to + 1);
      const part = text.slice(from, to);
      const at = below(other.length + 1);
      text = pick([
        () => text.slice(0, from) + pick(words) + text.slice(from),
        () => text.slice(0, from) + pick(words) + text.slice(Math.min(to, from + 8)),
        () => text.slice(0, from) + text.slice(to),
        () => text.slice(0, from) + text.slice(from + 1 + below(4)),
        () => text.slice(0, to) + part.slice(0, 200).repeat(1 + below(20)) + text.slice(to),
        () => text.slice(0, from) + other.slice(at, at + below(400)) + text.slice(to),
        () => text.slice(0, from) + String.fromCharCode(pick([below(128), below(65_536)])) + text.slice(from + 1),
        () => text.slice(0, from) + text.slice(from).toUpperCase(),
        () =>
          text.slice(0, from) +
          text.slice(from).replace(/\d+/, () => String(pick([0, -1, 2 ** 31, 2 ** 53, 1e308, below(300)]))),
      ])();
    }
    return text.slice(0, longest);
  }
}

/** Short files of the fixtures, and what broke it once. @param {string} target @param {RegExp} wanted */
function seedsOf(target, wanted) {
  const files = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' }).map((path) =>
    join(root, 'fixtures', path),
  );
  const found = files.filter((path) => wanted.test(path)).map((path) => readFileSync(path, 'utf8'));
  /** @type {string[]} */
  let broken = [];
  try {
    broken = readdirSync(join(corpus, target)).map((name) => readFileSync(join(corpus, target, name), 'utf8'));
  } catch {
    // Nothing has broken it yet.
  }
  const short = found.filter(({ length }) => length < 4_000);
  const expressions = /^(expression|evaluator)$/.test(target)
    ? found.flatMap((text) => [...text.matchAll(/"\[([^"]+)\]"/g)].map(([, inner]) => inner ?? ''))
    : short;
  return [...new Set(['', 'a', ...broken, ...expressions])];
}

/** Pseudo-random numbers from 0 to 1 (xorshift). @param {number} seed */
function generator(seed) {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
