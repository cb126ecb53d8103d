/**
 * What the project is built on, and why. `dependenciesPage()` is docs/dependencies.md; it fails when a dependency is
 * added without a reason. Run `npm run compile` first: the bundle says what it holds.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './fixtures.js';
import { packagesInside } from './third-party.js';

/** Why each direct dependency is here, and what it does that we should not do ourselves. @type {Record<string, string>} */
const reasons = {
  '@biomejs/biome': 'Linter and formatter in one program, without plugins.',
  '@tree-sitter-grammars/tree-sitter-hcl':
    'The grammar of Terraform, compiled to WebAssembly. Its native part is never built.',
  '@types/node': "Types of Node's own modules, for the oldest Node that is supported.",
  '@types/sarif': 'Types of SARIF 2.1.0, so that the compiler knows a log.',
  '@vitest/coverage-v8': 'Says which branches no test takes.',
  ajv: 'JSON Schema: the configuration, compact specs, the properties of resources. The reference implementation.',
  'ajv-formats': 'The formats that the schemas name.',
  commander: 'Arguments and help of the command line.',
  diff: 'Differences of two texts as a patch, when a fix is shown instead of written.',
  'fast-check': 'Tests of properties: shrinks a random counterexample to one that can be read.',
  ignore: 'The patterns of .gitignore, whose rules have too many corners to write them again.',
  'ip-address': 'Parses IPv4 and IPv6 addresses in every spelling.',
  picocolors: 'Colours, and when to leave them out.',
  rolldown:
    'Makes the command line a few files, each loaded when it is needed: loading modules costs more than checking a file.',
  schemastore: "Public schemas that reports and examples are checked against: SARIF's and those of pipelines.",
  tinyglobby: 'Globs, for patterns on the command line that no shell has expanded.',
  'tree-sitter-bash': 'The grammar of bash, compiled to WebAssembly. Its native part is never built.',
  typescript: 'The compiler.',
  vitest: 'Runs the tests, from TypeScript and without a compilation.',
  'web-tree-sitter':
    'Runs the grammars: a parser of bash that is written by hand is wrong. WebAssembly, no native code.',
  yaml: 'YAML 1.2 with the place of every node and comment; reads on after an error.',
};

const readJson = (/** @type {string} */ path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
/**
 * @typedef {{ version: string, license: string, dependencies?: object, optionalDependencies?: object }} Locked
 * @type {Record<string, Locked>}
 */
const lock = readJson('package-lock.json').packages;

/** The packages that come with one, for every platform. */
function transitive(/** @type {string} */ name, seen = new Set()) {
  const { dependencies, optionalDependencies } = lock[`node_modules/${name}`] ?? {};
  for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) {
    if (seen.has(next)) continue;
    seen.add(next);
    transitive(next, seen);
  }
  return seen;
}

/** Bytes of a package's own files, as npm unpacks them. */
function unpacked(/** @type {string} */ name) {
  const folder = join(root, 'node_modules', name);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(folder, 'node_modules')))
    .reduce((bytes, { parentPath, name: file }) => bytes + statSync(join(parentPath, file)).size, 0);
}

/** @param {readonly string[]} names */
const table = (names) => [
  '| package | why | licence | unpacked | brings |',
  '| --- | --- | --- | ---: | ---: |',
  ...names.map((name) => {
    const { version, license } = /** @type {Locked} */ (lock[`node_modules/${name}`]);
    const size = `${Math.max(1, Math.round(unpacked(name) / 1000))} kB`;
    return `| \`${name}\` ${version} | ${reasons[name]} | ${license} | ${size} | ${transitive(name).size} |`;
  }),
  '',
];

export function dependenciesPage() {
  const direct = Object.keys(readJson('package.json').devDependencies);
  const without = direct.filter((name) => reasons[name] === undefined);
  const gone = Object.keys(reasons).filter((name) => !direct.includes(name));
  if (without.length > 0) throw new Error(`scripts/dependencies.js must say why these are needed: ${without}`);
  if (gone.length > 0) throw new Error(`scripts/dependencies.js gives reasons for what is no dependency: ${gone}`);

  const inside = packagesInside(root).map(({ name }) => name);
  const copied = direct.filter((name) => inside.includes(name));
  const development = direct.filter((name) => !copied.includes(name));
  return `${[
    '<!-- Written by `npm run docs`. Do not edit. -->',
    '# Dependencies',
    '',
    'A dependency does what has nothing to do with Azure Local and is hard to get right. "Unpacked" is the size of the',
    'package itself; "brings" counts the packages that come with it, for every platform.',
    '',
    '## Copied into it',
    '',
    'Nothing is installed with azlocal-lint: the command line and the library hold these;',
    '`dist/THIRD-PARTY-LICENCES.txt` has the licences of everything inside.',
    '',
    ...table(copied),
    '## For development',
    '',
    ...table(development),
  ]
    .join('\n')
    .trimEnd()}\n`;
}
