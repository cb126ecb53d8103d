import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { brotliDecompressSync } from 'node:zlib';
import type { Parser } from 'web-tree-sitter';

const loading = new Map<string, Promise<Parser>>();

/**
 * The parser of a grammar, loaded once.
 *
 * @param file the grammar's file in its own package
 */
export function parserFor(file: string): Promise<Parser> {
  let parser = loading.get(file);
  if (!parser) {
    parser = load(file);
    loading.set(file, parser);
  }
  return parser;
}

/**
 * What a parser may do before V8 compiles it anew, optimised. V8's own limit (1.8 to 13 million in Node 20 to 26, on
 * 2026-11-24) is met by a script of one line, and to compile the grammar of bash so takes twenty starts of Node.
 */
const tieringBudget = 100_000_000;

async function load(file: string): Promise<Parser> {
  setFlagsFromString(`--wasm-tiering-budget=${tieringBudget}`);
  const { Language, Parser } = await import('web-tree-sitter');
  await Parser.init({ wasmBinary: binary('web-tree-sitter/web-tree-sitter.wasm') });
  const parser = new Parser();
  parser.setLanguage(await Language.load(binary(file)));
  return parser;
}

/** A file of WebAssembly: compressed beside the bundle, where it takes a tenth of the space; from source, in its own package. */
function binary(file: string): Uint8Array {
  const shipped = new URL(`../grammars/${basename(file)}.br`, import.meta.url);
  if (existsSync(shipped)) return brotliDecompressSync(readFileSync(shipped));
  return readFileSync(createRequire(import.meta.url).resolve(file));
}
