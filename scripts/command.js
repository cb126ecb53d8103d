/** The command line as a few files, one for each part that is loaded when it is needed. */
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

/**
 * Writes the command, and `chunks/` beside it.
 *
 * @param {string} file of the command
 * @param {Record<string, string>} paths where packages that are not bundled are found, as seen from a chunk
 * @returns {Promise<string[]>} the files that went into it
 */
export async function bundleCommand(file, paths = {}) {
  const { output } = await build({
    input: fileURLToPath(new URL('../src/cli.ts', import.meta.url)),
    platform: 'node',
    // It finds its WebAssembly beside itself.
    external: ['web-tree-sitter'],
    output: {
      dir: dirname(file),
      // CommonJS starts faster than an ES module.
      format: 'cjs',
      entryFileNames: basename(file),
      chunkFileNames: 'chunks/[name].cjs',
      paths,
      // Short names, too: a third of the text that has to be read at every start.
      minify: true,
    },
  });
  return output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
}
