/**
 * What the compiler leaves to do: the command line as one file (an ES module for each of its parts would cost more time
 * than the check of a file), the grammars and their parser beside it, and the bit that makes the command runnable. The
 * command line needs nothing else to run: no node_modules.
 */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCommand } from './command.js';
import { writeExamples } from './examples.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const command = join(dist, 'cli.cjs');
const parser = './grammars/web-tree-sitter.cjs';

await bundleCommand(command, parser);
chmodSync(command, 0o755);
// The parts of the command line are in it: a second copy could only differ.
for (const part of ['cli', 'cli.js', 'cli.d.ts']) rmSync(join(dist, part), { recursive: true, force: true });

const { resolve } = createRequire(import.meta.url);
const beside = join(dist, 'grammars');
mkdirSync(beside, { recursive: true });
const grammars = [
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
  'tree-sitter-bash/tree-sitter-bash.wasm',
  'web-tree-sitter/web-tree-sitter.wasm',
].map((name) => resolve(name));
for (const grammar of grammars) {
  copyFileSync(grammar, join(beside, basename(grammar)));
  copyFileSync(join(dirname(grammar), 'LICENSE'), join(beside, basename(grammar).replace('.wasm', '.LICENSE')));
}
// Without the reference to a map that isn't there.
const parserText = readFileSync(resolve('web-tree-sitter'), 'utf8').replace(/^\/\/# sourceMappingURL.*\n?/m, '');
writeFileSync(join(dist, parser), parserText);

writeExamples();
