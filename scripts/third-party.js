/** What is copied into dist from packages of others: their licences ask to go with every copy. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const page = 'dist/THIRD-PARTY-LICENCES.txt';
/** What may be copied by everybody, when the licence goes with it. */
const free = ['Apache-2.0', 'BSD-3-Clause', 'ISC', 'MIT'];
const rule = `\n${'-'.repeat(80)}\n\n`;

/**
 * Writes the licences of the packages that are in dist.
 *
 * @param {string} root  of the project
 * @param {readonly string[]} files  what went into dist; those outside of node_modules are ours
 * @throws {Error} when a package has no file with its licence, or one that nobody has looked at
 */
export function writeLicences(root, files) {
  const folders = new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (!free.includes(license)) throw new Error(`${name} has the licence ${license}: may its code be copied?`);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence file: its code can't be copied`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  writeFileSync(join(root, page), texts.join(rule));
}

/**
 * The packages that dist holds, as they were written when it was compiled.
 *
 * @param {string} root  of the project
 * @returns {{ name: string, version: string }[]}
 */
export function packagesInside(root) {
  return readFileSync(join(root, page), 'utf8')
    .split(rule)
    .map((text) => {
      const [name = '', version = ''] = text.split(' ', 2);
      return { name, version };
    });
}
