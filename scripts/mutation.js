/**
 * Mutation testing: Stryker breaks the code in every small way, and shows what no test notices.
 *
 *   npm run mutation -- src/net test/net           a folder or file, and the tests that should notice
 *   npm run mutation -- src/net/ranges.ts test/net
 *
 * It runs in a copy, which has Stryker among its packages: it must share one vitest with the tests.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from './fixtures.js';
import { installTools, nodeOf } from './tools.js';

const [code, ...tests] = process.argv.slice(2);
if (code === undefined || tests.length === 0)
  throw new Error('say what to break, and which tests should notice: npm run mutation -- src/net test/net');

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const { dependencies, devDependencies } = packages[''];
const pinned = Object.keys({ ...dependencies, ...devDependencies }).map((name) => [
  name,
  packages[`node_modules/${name}`].version,
]);
const stryker = { '@stryker-mutator/core': '10.1.1', '@stryker-mutator/vitest-runner': '10.1.1' };
const copy = dirname(installTools('mutation', { ...Object.fromEntries(pinned), ...stryker }));

const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
for (const file of files)
  if (!file.startsWith('package') && existsSync(join(root, file))) cpSync(join(root, file), join(copy, file));

const folder = (/** @type {string} */ path) => statSync(join(root, path)).isDirectory();
writeFileSync(
  join(copy, 'vitest.mutation.ts'),
  `import config from './vitest.config.ts';
const include = ${JSON.stringify(tests.map((path) => (folder(path) ? `${path}/**/*.test.ts` : path)))};
export default { ...config, test: { ...config.test, include } };
`,
);
const settings = {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.ts' },
  mutate: [folder(code) ? `${code}/**/*.ts` : code],
  concurrency: 1,
  // Suites lint an estate once, while they are collected: by test, nobody would be seen to run that code.
  coverageAnalysis: 'off',
  reporters: ['clear-text'],
  timeoutMS: 20_000,
  inPlace: true,
  // It would ask the compiler's interface to rewrite it, which TypeScript 7 does not have.
  tsconfigFile: 'none.json',
};
writeFileSync(join(copy, 'stryker.config.json'), JSON.stringify(settings));

// Stryker 10 needs Node 22.
const node = nodeOf('22.23.3');
const { status } = spawnSync(node, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'], {
  cwd: copy,
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
