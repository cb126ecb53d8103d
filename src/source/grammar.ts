import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
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

async function load(file: string): Promise<Parser> {
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
