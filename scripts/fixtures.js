import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * A text of a fixture, by its path relative to the project.
 * @typedef {{ path: string, text: string }} Text
 */

/**
 * A fixture with what belongs to it: base, live state and parameter files. `base` is undefined when it has none. The answer
 * of a what-if, `bad.what-if.json`, is a fixture of its own: it is among its files, and is `whatIf`.
 * @typedef {{ name: string, rule: string, files: Text[], base: Text[] | undefined, live: Text[] | undefined, whatIf: Text[] | undefined, release: string | undefined }} Fixture
 */

/** `bad.before.yaml` is the base of `bad.yaml`, `bad.live.json` its live state, `bad.arm.parameters.prod.json` its values. */
const role = /\.(before|live|parameters)(\.|$)/;

/**
 * The fixtures of rules, each with what belongs to it.
 *
 * @param {readonly string[]} rules names of folders under fixtures/
 * @returns {Fixture[]}
 */
export function fixtures(rules) {
  return rules.flatMap((rule) => {
    const folder = join(root, 'fixtures', rule);
    if (!existsSync(folder)) return [];
    // What stands deeper is an estate of many files, which has a test of its own.
    const files = filesBelow(folder).filter((path) => path.split('/').length === 3);
    const named = files.filter((path) => !role.test(path.slice(path.lastIndexOf('/') + 1)));
    return named.map((path) => toFixture(rule, path, files));
  });
}

/**
 * @param {string} rule
 * @param {string} path
 * @param {readonly string[]} files
 * @returns {Fixture}
 */
function toFixture(rule, path, files) {
  const file = read(path);
  const extension = /(\.arm|\.spec|\.what-if)?\.\w+$/.exec(path)?.[0] ?? '';
  const stem = path.slice(0, -extension.length);
  const beside = (/** @type {string} */ start) => files.filter((other) => other.startsWith(start)).map(read);
  const before = files.includes(`${stem}.before${extension}`)
    ? [read(`${stem}.before${extension}`), ...beside(`${stem}.before.arm.parameters`)]
    : undefined;
  const live = beside(`${stem}.live.`);
  return {
    name: path.replace(/^fixtures\//, ''),
    rule,
    files: [file, ...beside(`${stem}.arm.parameters`)],
    // A base stands at the same path, as it does in a repository.
    base: before?.map(({ path: other, text }) => ({ path: other.replace('.before', ''), text })),
    live: live.length > 0 ? live : undefined,
    whatIf: extension.startsWith('.what-if') ? [file] : undefined,
    release: /^(?:#|\/\/)\s*options:.*\brelease=(\S+)/m.exec(file.text)?.[1],
  };
}

/**
 * @param {string} path relative to the project
 * @returns {Text}
 */
export const read = (path) => ({ path, text: readFileSync(join(root, path), 'utf8') });

/**
 * Paths of files, relative to the project, sorted, `/` separators.
 *
 * @param {string} folder
 */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
