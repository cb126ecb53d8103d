/** The command line as one file. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/**
 * @param {string} outfile
 * @param {string} parser the parser of the grammars, which finds its WebAssembly beside itself
 */
export const bundleCommand = (outfile, parser = 'web-tree-sitter') =>
  build({
    entryPoints: [fileURLToPath(new URL('../src/cli.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    // CommonJS starts faster than an ES module.
    format: 'cjs',
    target: `node${engines.node.replace('>=', '')}`,
    ...(parser === 'web-tree-sitter' ? {} : { alias: { 'web-tree-sitter': parser } }),
    external: [parser],
    minifySyntax: true,
    minifyWhitespace: true,
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
    logLevel: 'warning',
  });
