/**
 * The command line and the library as a few files in CommonJS, one for each part that is loaded when it is needed: a
 * dynamic import is where they are cut. Both are made of the same files, so that the rules of users get the very classes
 * that the command line works with.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { lazyRules } from './lazy-rules.js';

const source = (/** @type {string} */ path) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/**
 * Writes `cli.cjs` and, in `chunks/`, what it loads: `library.cjs`, which is the public API, and `worker.cjs`, which is
 * started as a thread, among them.
 *
 * @param {string} folder
 * @returns {Promise<{ files: string[], api: string[] }>} the files that went into it, and the names that the library exports
 */
export async function bundleCommand(folder) {
  const rules = await lazyRules();
  const { output } = await build({
    input: { cli: source('cli.ts'), library: source('index.ts'), worker: source('cli/worker.ts'), ...rules.files },
    plugins: [rules.plugin],
    platform: 'node',
    // web-tree-sitter has one, for what our grammars do not have.
    checks: { eval: false },
    output: {
      dir: folder,
      // CommonJS starts faster than an ES module.
      format: 'cjs',
      entryFileNames: ({ name }) => (name === 'cli' ? 'cli.cjs' : 'chunks/[name].cjs'),
      chunkFileNames: 'chunks/[name].cjs',
      paths: (id) => (id in rules.files ? `./${id}.cjs` : id),
      // Else it is in the command, and to load a part would start it.
      codeSplitting: { groups: [{ name: 'shared', test: /src\/cli\/(package|world)\.ts$/ }] },
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
