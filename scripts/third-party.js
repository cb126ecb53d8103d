/** The licences of what the bundle holds: they ask to go with every copy of the code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names, versions and licence texts of the packages that are in a bundle.
 *
 * @param {string} root  of the project
 * @param {readonly string[]} inputs  the files that went into the bundle, as esbuild's metafile names them
 * @returns {string}
 * @throws {Error} when a package has no file with its licence
 */
export function thirdPartyLicences(root, inputs) {
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
      if (file === undefined) throw new Error(`${name} has no licence file: it can't be bundled`);
      const text = readFileSync(join(root, folder, file), 'utf8').trim();
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
