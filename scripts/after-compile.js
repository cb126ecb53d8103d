/** What the compiler leaves to do: the Terraform grammar beside the modules, and the bit that makes the command runnable. */
import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const grammar = createRequire(import.meta.url).resolve(
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
);

mkdirSync(join(dist, 'grammars'), { recursive: true });
copyFileSync(grammar, join(dist, 'grammars', 'tree-sitter-terraform.wasm'));
copyFileSync(join(dirname(grammar), 'LICENSE'), join(dist, 'grammars', 'LICENSE'));
if (existsSync(join(dist, 'cli.js'))) chmodSync(join(dist, 'cli.js'), 0o755);
