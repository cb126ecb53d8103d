/**
 * The command line and the library as a few files in CommonJS, one for each part that is loaded when it is needed. Both
 * are made of the same files, so that the rules of users get the very classes that the command line works with.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { chunkGroups } from './chunks.js';
import { lazyRequires } from './lazy-requires.js';
import { lazyRules } from './lazy-rules.js';

const source = (/** @type {string} */ path) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/** V8 takes two bytes for each character of a file that has a single one beyond Latin. @type {import('rolldown').Plugin} */
const inLatin = {
  name: 'in-latin',
  generateBundle(_, bundle) {
    const escaped = (/** @type {string} */ unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    for (const part of Object.values(bundle))
      if (part.type === 'chunk') part.code = part.code.replace(/[^\0-\x7f]/g, escaped);
  },
};

/**
 * Writes `cli.cjs` and, in `chunks/`, what it loads: `library.cjs`, which is the public API, and `worker.cjs`, which is
 * started as a thread, among them.
 *
 * @param {string} folder
 * @returns {Promise<{ files: string[], api: string[] }>} the files that went into it, and the names that the library exports
 */
export async function bundleCommand(folder) {
  const rules = await lazyRules();
  /** @type {import('rolldown').InputOptions} */
  const input = {
    input: { cli: source('cli.ts'), library: source('index.ts'), worker: source('cli/worker.ts'), ...rules.files },
    platform: 'node',
    // A group is the modules that it names, without all that they import.
    preserveEntrySignatures: 'allow-extension',
    plugins: [rules.plugin, lazyRequires, inLatin],
    // web-tree-sitter has an eval, for what our grammars do not have. What is imported late in one place may be early in another.
    checks: { eval: false, ineffectiveDynamicImport: false, bundlerTimings: false },
  };
  /** @type {import('rolldown').OutputOptions} */
  const form = {
    // CommonJS starts faster than an ES module.
    format: 'cjs',
    paths: (id) => (id in rules.files ? `./${id}.cjs` : id),
  };
  const { output } = await build({
    ...input,
    output: {
      ...form,
      dir: folder,
      entryFileNames: ({ name }) => (name === 'cli' ? 'cli.cjs' : 'chunks/[name].cjs'),
      chunkFileNames: 'chunks/[name].cjs',
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          // Else it is in the command, and to load a part would start it.
          { name: 'package', test: /src[\\/]cli[\\/](package|world)\.ts$/, priority: 1 },
          ...(await chunkGroups(input, form)),
        ],
      },
      // Short names, too: a third of the text that has to be read at every start.
      minify: true,
    },
  });
  const chunks = output.filter((part) => part.type === 'chunk');
  return {
    files: chunks.flatMap(({ moduleIds }) => moduleIds),
    api: chunks.find(({ fileName }) => fileName === 'chunks/library.cjs')?.exports ?? [],
  };
}
