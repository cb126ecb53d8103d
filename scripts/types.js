/** The types of the public API: the declarations that the compiler wrote, and no others than those that it reaches. */
import { cpSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Copies them, in the folders that they stand in.
 *
 * @param {string} from where all were written
 * @param {string} to
 */
export function copyTypes(from, to) {
  const reached = new Set([join(from, 'index.d.ts')]);
  for (const file of reached) {
    const text = readFileSync(file, 'utf8');
    for (const [, target = ''] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)\.(?:js|ts)'/g))
      reached.add(fileURLToPath(new URL(`${target}.d.ts`, pathToFileURL(file))));
    cpSync(file, join(to, relative(from, file)));
  }
}
