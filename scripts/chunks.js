/**
 * What stands together in the bundle: the modules that every run takes in one file, those that the check of a template
 * takes besides in another. To load a file costs a fifth of a millisecond, to read what is not needed costs more.
 * Found out by runs of the command line in which each module has a file of its own.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { asJson, otherJson, template } from '../bench/corpus.js';

/** What begins runs is no part of what is loaded. */
const isStart = (/** @type {string} */ id) =>
  /[\\/]src[\\/](cli|cli[\\/](main|plain-arguments|worker)|index)\.ts$/.test(id);

/** A file for each module of ours, and for each package: its modules need each other. */
const nameOf = (/** @type {string} */ id) =>
  (/node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1] ?? id.slice(root.length)).replace(/\W+/g, '-');

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = fileURLToPath(new URL('../node_modules/.cache/azlocal-lint/', import.meta.url));

/**
 * @param {import('rolldown').InputOptions} input what is bundled; it loads lazily
 * @param {import('rolldown').OutputOptions} form in which it is written
 * @returns {Promise<import('rolldown').CodeSplittingGroup[]>} groups of modules, each a file
 */
export async function chunkGroups(input, form) {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'modules-'));
  try {
    const { output } = await build({
      ...input,
      output: {
        ...form,
        dir: folder,
        entryFileNames: '[name].cjs',
        chunkFileNames: '[name].cjs',
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: (id) => (isStart(id) ? null : nameOf(id)),
              debugName: 'modules',
              test: /[\\/](src|node_modules)[\\/]/,
            },
          ],
        },
      },
    });
    /** @type {Map<string, string[]>} */
    const modules = new Map();
    for (const part of output) if (part.type === 'chunk') modules.set(join(folder, part.fileName), part.moduleIds);

    const list = join(folder, 'list.cjs');
    writeFileSync(
      list,
      `process.on('exit', () => require('node:fs').writeFileSync('loaded.json', JSON.stringify(Object.keys(require.cache))));`,
    );
    const loadedBy = (/** @type {string} */ spec) => {
      writeFileSync(join(folder, 'spec.json'), spec);
      execFileSync(process.execPath, ['--require', list, 'cli.cjs', '--no-config', 'spec.json'], { cwd: folder });
      /** @type {string[]} */
      const files = JSON.parse(readFileSync(join(folder, 'loaded.json'), 'utf8'));
      return new Set(files.flatMap((file) => modules.get(file) ?? []));
    };
    const always = loadedBy(asJson(otherJson(1)));
    const forTemplates = loadedBy(asJson(template(1)));
    const isOfRules = (/** @type {string} */ id) => /^\0|[\\/]src[\\/]rules[\\/](?!index)/.test(id);
    return [
      { name: 'run', test: (id) => always.has(id) && !isStart(id) },
      { name: 'template', test: (id) => forTemplates.has(id) && !always.has(id) && !isOfRules(id) },
      // Beside modules of ours they would be loaded for these, or these for them.
      { name: nameOf, debugName: 'packages', test: /[\\/]node_modules[\\/]/ },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
