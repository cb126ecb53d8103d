/**
 * The same on every Node that is supported: the compiled command line must print the same bytes, and the tests pass.
 * Takes each Node from the package registry. Run `npm run compile` first.
 *
 *   npm run node-matrix              the prints and the whole suite
 *   npm run node-matrix -- --quick   the prints
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './fixtures.js';
import { nodeOf } from './tools.js';

/** The newest of each line on 2026-11-24. The oldest line has no security support any more, and is in use. */
const versions = ['20.20.2', '22.23.3', '24.21.0', '26.10.0'];

const every = 'fixtures/every-rule';
const estates = [
  ['--base', 'fixtures/contoso/before', 'fixtures/contoso/now'],
  ['--base', `${every}/before`, '--live', `${every}/live.json`, `${every}/now`],
  ['--preset', 'strict', '--base', `${every}/broken/before`, `${every}/broken/now`],
  // Other people's parsers and error messages of the engine are the likeliest to differ.
  ...['syntax-error', 'shape-error', 'template-error', 'parameter-rejected', 'limit-reached'].flatMap((rule) =>
    readdirSync(join(root, 'fixtures', rule))
      .filter((name) => /^bad\.(arm\.json|yaml|json|tf|sh|ps1)$/.test(name))
      .map((name) => [`fixtures/${rule}/${name}`]),
  ),
];
const formats = ['text', 'json', 'sarif', 'markdown', 'github', 'azure', 'gitlab', 'junit', 'rdjson'];
const runs = [
  ...estates.flatMap((estate) => formats.map((format) => [...estate, '--verbose', '--format', format])),
  ...estates.map((estate) => [...estate, '--explain-values']),
  ['plan', 'fixtures/contoso/now'],
  ['plan', '--format', 'json', 'fixtures/contoso/now'],
  ['rules'],
  ['explain', 'AZL1104'],
  ['schema', 'spec'],
  ['--help'],
  ['--no-such-option'],
];

/** What a run prints and how it ends, without how long it took. @param {string} node @param {string[]} args */
function printed(node, args) {
  const { status, stdout, stderr } = spawnSync(node, ['dist/cli.cjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return `exit ${status}\n${stdout}\n${stderr}`.replaceAll(/\bin \d+(\.\d+)? m?s\b/g, 'in … ms');
}

const nodes = versions.map((version) => ({ version, node: nodeOf(version) }));
const [oldest, ...newer] = nodes;
for (const args of runs) {
  const wanted = printed(/** @type {{ node: string }} */ (oldest).node, args);
  assert.doesNotMatch(wanted, /^exit null/);
  for (const { version, node } of newer)
    assert.equal(printed(node, args), wanted, `Node ${version} prints otherwise: azlocal-lint ${args.join(' ')}`);
}
process.stdout.write(`ok  ${runs.length} runs print the same bytes on Node ${versions.join(', ')}\n`);

if (!process.argv.includes('--quick')) {
  for (const { version, node } of nodes) {
    // The tests start the command line and users' hooks: they find this Node first.
    const env = { ...process.env, NO_COLOR: '1', PATH: `${join(node, '..')}:${process.env.PATH}` };
    const { status, stdout, stderr } = spawnSync(node, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot'], {
      cwd: root,
      env,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    assert.equal(status, 0, `the tests fail on Node ${version}\n${stdout}${stderr}`);
    process.stdout.write(`ok  the tests pass on Node ${version}: ${/Tests.*passed.*/.exec(stdout)?.[0] ?? ''}\n`);
  }
}
