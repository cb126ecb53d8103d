/**
 * What the compiler leaves to do: the command line as a few files, one for each part that is loaded when it is needed (an ES
 * module for each source file would cost more time than the check of a file), the grammars beside it, and the bit that
 * makes the command runnable.
 */
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { writeExamples } from './examples.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const command = join(dist, 'cli.cjs');

rmSync(join(dist, 'chunks'), { recursive: true, force: true });
await build({
  input: join(root, 'src/cli.ts'),
  platform: 'node',
  // Finds its own WebAssembly beside itself.
  external: ['web-tree-sitter'],
  output: {
    dir: dist,
    // CommonJS starts faster than an ES module.
    format: 'cjs',
    entryFileNames: basename(command),
    chunkFileNames: 'chunks/[name].cjs',
    // Short names, too: a third of the text that has to be read at every start.
    minify: true,
  },
});
chmodSync(command, 0o755);
// The parts of the command line are in it: a second copy could only differ.
for (const part of ['cli', 'cli.js', 'cli.d.ts']) rmSync(join(dist, part), { recursive: true, force: true });

const { resolve } = createRequire(import.meta.url);
const grammars = [
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
  'tree-sitter-bash/tree-sitter-bash.wasm',
];
mkdirSync(join(dist, 'grammars'), { recursive: true });
for (const grammar of grammars) {
  const path = resolve(grammar);
  const name = basename(path, '.wasm');
  copyFileSync(path, join(dist, 'grammars', `${name}.wasm`));
  copyFileSync(join(dirname(path), 'LICENSE'), join(dist, 'grammars', `${name}.LICENSE`));
}

writeExamples();
