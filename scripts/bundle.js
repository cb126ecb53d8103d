/**
 * What the compiler leaves to do: the command line as a few files, one for each part that is loaded when it is needed (an ES
 * module for each source file would cost more time than the check of a file), the grammars and their parser beside it,
 * and the bit that makes the command runnable. The command line needs nothing else to run: no node_modules.
 */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCommand } from './command.js';
import { writeExamples } from './examples.js';
import { writeLicences } from './third-party.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const command = join(dist, 'cli.cjs');
const parser = 'grammars/web-tree-sitter.cjs';

rmSync(join(dist, 'chunks'), { recursive: true, force: true });
// The parser of the grammars stands with them.
const bundled = await bundleCommand(command, { 'web-tree-sitter': `../${parser}` });
chmodSync(command, 0o755);
// The parts of the command line are in it: a second copy could only differ.
for (const part of ['cli', 'cli.js', 'cli.d.ts']) rmSync(join(dist, part), { recursive: true, force: true });

const { resolve } = createRequire(import.meta.url);
mkdirSync(join(dist, 'grammars'), { recursive: true });
const grammars = [
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
  'tree-sitter-bash/tree-sitter-bash.wasm',
  'web-tree-sitter/web-tree-sitter.wasm',
].map((name) => resolve(name));
for (const grammar of grammars) copyFileSync(grammar, join(dist, 'grammars', basename(grammar)));
// Without the reference to a map that isn't there.
const parserText = readFileSync(resolve('web-tree-sitter'), 'utf8').replace(/^\/\/# sourceMappingURL.*\n?/m, '');
writeFileSync(join(dist, parser), parserText);

writeLicences(root, [...bundled, ...grammars]);
writeExamples();
