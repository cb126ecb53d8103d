import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { fixtures, root } from './fixtures.js';
import { withoutWants } from './wants.js';

/**
 * The fixture of a rule that the documentation shows: YAML first, because it is the shortest.
 *
 * @param {string} rule
 * @param {string} start `bad` or `good`
 */
export function example(rule, start) {
  const named = fixtures([rule]).filter((fixture) => fixture.name.split('/').at(-1)?.startsWith(start));
  const endings = [/\/\w+\.ya?ml$/, /\/\w+\.tf$/, /\/\w+\.sh$/];
  return endings.map((ending) => named.find(({ name }) => ending.test(name))).find(Boolean) ?? named[0];
}

/** Writes what `azlocal-lint explain` shows, compressed: the examples of every rule as JSON, by name, without marks. */
export function writeExamples() {
  const examples = readdirSync(join(root, 'fixtures')).flatMap((rule) => {
    const [bad, good] = [example(rule, 'bad'), example(rule, 'good')];
    return bad ? [[rule, { bad: plain(bad), good: good ? plain(good) : '' }]] : [];
  });
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist/examples.json.br'), brotliCompressSync(JSON.stringify(Object.fromEntries(examples))));
}

/** @param {import('./fixtures.js').Fixture} fixture */
function plain({ files, base }) {
  const now = withoutWants(files[0]?.text ?? '').trim();
  return base?.[0] ? `# before\n${withoutWants(base[0].text).trim()}\n\n# now\n${now}` : now;
}
