/**
 * What the compiler leaves to do: dist, which is all that users get. The command line and the library as a few files (an
 * ES module for each source file would cost more time than the check of a file), the types of the library, the
 * grammars, and the bit that makes the command runnable. It needs nothing else to run: no node_modules.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { bundleCommand } from './command.js';
import { writeExamples } from './examples.js';
import { writeLicences } from './third-party.js';
import { copyTypes } from './types.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
const { files, api } = await bundleCommand(dist);
chmodSync(join(dist, 'cli.cjs'), 0o755);
writeFileSync(
  join(dist, 'index.js'),
  `import library from './chunks/library.cjs';\n\nexport const { ${api.join(', ')} } = library;\n`,
);
copyTypes(join(root, 'build'), join(dist, 'types'));

const { resolve } = createRequire(import.meta.url);
mkdirSync(join(dist, 'grammars'));
const grammars = [
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
  'tree-sitter-bash/tree-sitter-bash.wasm',
  'web-tree-sitter/web-tree-sitter.wasm',
].map((name) => resolve(name));
for (const grammar of grammars)
  writeFileSync(join(dist, 'grammars', `${basename(grammar)}.br`), brotliCompressSync(readFileSync(grammar)));

// As commander writes it: to load that takes half as long as to start Node.
writeFileSync(join(dist, 'help.txt'), execFileSync(join(dist, 'cli.cjs'), ['--color', '--help'], { encoding: 'utf8' }));

writeLicences(root, [...files, ...grammars]);
writeExamples();
