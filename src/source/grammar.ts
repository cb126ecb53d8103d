import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
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
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammarPath(file)));
  return parser;
}

/** A grammar is a file of this package, beside the bundle or above the compiled module; when running from source, of its own. */
function grammarPath(file: string): string {
  for (const folder of ['./grammars/', '../grammars/']) {
    const shipped = fileURLToPath(new URL(`${folder}${file.split('/').at(-1)}`, import.meta.url));
    if (existsSync(shipped)) return shipped;
  }
  return createRequire(import.meta.url).resolve(file);
}
