/**
 * No text makes a regular expression slow: recheck analyses every one in src, and finds those that can take more than
 * linear time. Run `npm run compile` first: expressions that are put together of parts are seen when a module is loaded.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSync } from 'vite';
import { filesBelow, root } from './fixtures.js';
import { installTools } from './tools.js';

const pathOfFile = 'it sees paths of files, which have at most 4,096 characters';

/** Slow on long texts only: why they never see one. */
const allowed = new Map([
  [String.raw`/\.parameters(\.[^/]+)?\.jsonc?$/i`, pathOfFile],
  [String.raw`/\.parameters(\.[^/]+)?\.jsonc?$|\.jsonc?$/i`, pathOfFile],
  [String.raw`/\.parameters\.([^/]+)\.jsonc?$/i`, pathOfFile],
  [String.raw`/file:\/\/(\S+?:\d+)(?::\d+)?\)?$/m`, 'it sees the error of a rule of the user, who may run any code'],
]);

/** Made of a text of a file, in which nothing but that text varies. */
const withText = new Map([
  ['src/engine/secrets.ts', 'one of several texts, each escaped, and nothing else'],
  ['src/model/api-version.ts', 'a resource type, escaped, is a literal'],
  ['src/model/conforms.ts', 'the only pattern of names in our schemas is ^x-'],
  ['src/model/fix.ts', 'a name of word characters is a literal'],
]);

/** @typedef {{ at: string, source: string, flags: string }} Pattern */

/** The literals of a file, and the places where expressions are made of texts. @param {string} path */
function patternsOf(path) {
  const text = readFileSync(join(root, path), 'utf8');
  /** @type {Pattern[]} */
  const literals = [];
  /** @type {string[]} */
  const made = [];
  const visit = (/** @type {any} */ node) => {
    if (node === null || typeof node !== 'object') return;
    const at = `${path}:${text.slice(0, node.start).split('\n').length}`;
    if (node.type === 'Literal' && node.regex)
      literals.push({ at, source: node.regex.pattern, flags: node.regex.flags });
    else if (/^(New|Call)Expression$/.test(node.type) && node.callee.name === 'RegExp') made.push(at);
    for (const [key, child] of Object.entries(node)) if (key !== 'regex' && key !== 'value') visit(child);
    if (node.type === 'Property' || node.type === 'PropertyDefinition') visit(node.value);
  };
  visit(parseSync(path, text).program);
  return { literals, made };
}

/** Every expression that a module makes when it is loaded. @returns {Promise<Pattern[]>} */
async function madeAtLoading() {
  /** @type {Pattern[]} */
  const patterns = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args) {
      const made = Reflect.construct(target, args);
      const [, at = ''] = /\/build\/(\S+?)\.js:\d+/.exec(new Error('where').stack ?? '') ?? [];
      if (at !== '') patterns.push({ at: `src/${at}.ts`, source: made.source, flags: made.flags });
      return made;
    },
  });
  // All but the one that starts a run.
  for (const module of filesBelow(join(root, 'build')).filter((path) => path !== 'build/cli.js'))
    if (module.endsWith('.js')) await import(pathToFileURL(join(root, module)).href);
  globalThis.RegExp = Original;
  return patterns;
}

/** Whether an attack keeps Node busy for half a second; a linear expression is done in a few milliseconds. */
function isSlow(/** @type {string} */ source, /** @type {string} */ flags, /** @type {string} */ attack) {
  const program = `const { source, flags, attack } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
    const start = performance.now();
    new RegExp(source, flags).exec(attack);
    process.exitCode = performance.now() - start > 500 ? 1 : 0;`;
  const input = JSON.stringify({ source, flags, attack });
  return spawnSync(process.execPath, ['-e', program], { input, timeout: 10_000 }).status !== 0;
}

const sources = filesBelow(join(root, 'src')).filter((path) => path.endsWith('.ts'));
const found = sources.map(patternsOf);
const loaded = await madeAtLoading();
const made = found.flatMap((one) => one.made);
const unseen = made.filter(
  (at) => !withText.has(at.replace(/:\d+$/, '')) && !loaded.some((pattern) => at.startsWith(`${pattern.at}:`)),
);
if (unseen.length > 0)
  throw new Error(`make these expressions when the module is loaded, so that they can be analysed: ${unseen}`);

const { checkSync } = createRequire(join(installTools('recheck', { recheck: '4.5.0' }), 'x.js'))('recheck');
const patterns = [...found.flatMap(({ literals }) => literals), ...loaded];
const byText = new Map(patterns.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]));
let wrong = 0;
for (const [text, { at, source, flags }] of byText) {
  const { status, complexity, attack, error, checker } = checkSync(source, flags, { timeout: 60_000 });
  if (status === 'safe' || allowed.has(text)) continue;
  // What it can't prove it guesses, by counting steps of an engine of its own: Node's has to be slow, too.
  if (checker === 'fuzz' && attack && !isSlow(source, flags, attack.string)) continue;
  wrong++;
  const why = complexity ? `${complexity.summary} on ${attack.pattern}` : JSON.stringify(error);
  process.stderr.write(`${at} ${text}\n  ${why}\n`);
}
if (wrong > 0) process.exitCode = 1;
else process.stdout.write(`ok  ${byText.size} regular expressions take linear time, or see short texts only\n`);
