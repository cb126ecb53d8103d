import {
  type Alias,
  Composer,
  type CST,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  Parser,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Edit, TextEdit } from './edits.ts';
import type { Document, Part, ReadResult, Step, SyntaxProblem } from './place.ts';
import type { SourceFile, Span } from './source-file.ts';
import { type YamlNodes, yamlEdits } from './yaml-edits.ts';
import { inWords } from './yaml-errors.ts';

type Parsed = ReturnType<Composer['compose']> extends Iterable<infer Document> ? Document : never;

/** Aliases may repeat content, but not so often that a small file becomes a huge one. */
const maximumAliasedValues = 100_000;
/** Nothing that people write is deeper, and a deeper text would exhaust the stack. */
const maximumDepth = 500;
const maximumProblems = 20;

/**
 * Reads YAML 1.2 (core schema) with anchors, merge keys and several documents. Never throws: what can't be read
 * becomes a problem, and the readable rest documents. Empty documents are left out.
 */
export function readYaml(file: SourceFile): ReadResult {
  const problems: SyntaxProblem[] = [];
  const documents: Document[] = [];
  let parsed: Iterable<Parsed>;
  try {
    parsed = [...parse(file.text)];
  } catch (error) {
    const message = error instanceof RangeError ? tooDeep : `this file can't be read: ${String(error)}.`;
    return { documents, problems: [{ span: firstCharacter(0), message, isLimit: true }] };
  }
  for (const document of parsed) {
    const reader = new DocumentReader(file, document);
    const value = reader.read();
    problems.push(...reader.problems);
    if (value !== null && value !== undefined) documents.push(new YamlDocument(file, reader, value));
  }
  problems.sort((one, other) => one.span.start - other.span.start);
  return { documents, problems: problems.slice(0, maximumProblems) };
}

/** @throws RangeError when it is nested too deep */
function parse(text: string): Iterable<Parsed> {
  // The package compares every key with every other one; ours is a map.
  const composer = new Composer({ uniqueKeys: false, merge: true, prettyErrors: false, schema: 'core' });
  return composer.compose(tokensOf(text));
}

/** The tokens of a text. Whoever nests a million lists is stopped here, before anything is made of them. */
function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    // A level of the document takes one entry, or two. Where exactly it is too deep is counted later.
    if (parser.stack.length > 2 * maximumDepth) throw new RangeError();
  }
  yield* parser.end();
}

/** A reason to give up a document as a whole. */
class Refused extends Error {}

/** A document that asks for more than is good for us. */
class LimitHit extends Refused {}

/** Makes plain data of one parsed document, and collects what is wrong with it. */
class DocumentReader {
  readonly problems: SyntaxProblem[] = [];
  readonly root: Node;
  readonly #file: SourceFile;
  readonly #document: Parsed;
  /** What each alias stands for. An anchor's name may be given again, so that it depends on where the alias is. */
  readonly #targets = new Map<Alias, Node>();
  readonly #anchors = new Map<string, Node>();
  /** Quotes and brackets that are never closed, in order. */
  readonly #unclosed: { span: Span; open: string; close: string }[] = [];
  /** Aliased nodes that are being expanded now: meeting one again means that it contains itself. */
  readonly #expanding = new Set<Node>();
  #aliasedValues = 0;

  constructor(file: SourceFile, document: Parsed) {
    this.#file = file;
    this.#document = document;
    // Of an empty document, too.
    this.root = document.contents as Node;
  }

  read(): unknown {
    try {
      this.#survey(this.root);
      this.#reportErrors();
      return this.#valueOf(this.root);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const limit = error instanceof LimitHit ? ({ isLimit: true } as const) : {};
      this.problems.push({ span: firstCharacter(this.root.range?.[0] as number), message: error.message, ...limit });
      return undefined;
    }
  }

  /** What an alias stands for; any other node is itself. */
  resolve(node: unknown): unknown {
    return isAlias(node) ? this.#targets.get(node) : node;
  }

  /** The nodes, for edits of the text. */
  nodes(): YamlNodes {
    const repeated = new Set(this.#targets.values());
    return {
      text: this.#file.text,
      root: this.root,
      spanOf: (node) => this.spanOf(node),
      nameOf: (pair) => this.nameOf(pair),
      isRepeated: (node) => repeated.has(node),
    };
  }

  /** The name of a pair's key: as it is written, since names are text in the data that we make. */
  nameOf(pair: Pair): string {
    const key = this.resolve(pair.key);
    if (isScalar(key)) return typeof key.value === 'string' ? key.value : (key.source as string);
    const span = spanOf(key);
    return span ? this.#file.text.slice(span.start, span.end) : '';
  }

  spanOf(node: unknown): Span | undefined {
    const span = spanOf(node);
    if (!span) return undefined;
    // A block ends with its last line break, which is not to be underlined.
    let { end } = span;
    while (end > span.start && isSpace(this.#file.text.charCodeAt(end - 1))) end--;
    return end > span.start ? { start: span.start, end } : undefined;
  }

  /** One walk in the order of the text: anchors, names written twice, what is not closed. */
  #survey(node: unknown): void {
    if (isAlias(node)) this.#surveyAlias(node);
    if (isScalar(node) || isCollection(node)) {
      if (node.anchor) this.#anchors.set(node.anchor, node);
      this.#surveyEnd(node);
    }
    if (isSeq(node)) for (const item of node.items) this.#survey(item);
    if (!isMap(node)) return;
    const seen = new Map<string, Pair>();
    for (const pair of node.items) {
      this.#survey(pair.key);
      this.#survey(pair.value);
      if (isMerge(pair)) continue;
      const name = this.nameOf(pair);
      const first = seen.get(name);
      if (first) this.#duplicate(pair, first, name);
      else seen.set(name, pair);
    }
  }

  #surveyAlias(alias: Alias): void {
    const target = this.#anchors.get(alias.source);
    if (target) this.#targets.set(alias, target);
    else {
      const message = `alias "*${alias.source}" has no anchor "&${alias.source}" before it.`;
      this.problems.push({ span: spanOf(alias) as Span, message });
    }
  }

  #surveyEnd(node: Node): void {
    const span = this.spanOf(node);
    if (!span) return;
    const open = this.#file.text.charAt(span.start);
    const isFlow = isCollection(node) ? node.flow : isScalar(node) && node.type?.startsWith('QUOTE');
    const close = closers.get(open);
    if (!isFlow || close === undefined) return;
    if (span.end - span.start < 2 || this.#file.text.charAt(span.end - 1) !== close) {
      this.#unclosed.push({ span, open, close });
    }
  }

  #duplicate(pair: Pair, first: Pair, name: string): void {
    const span = this.spanOf(pair.key);
    const firstSpan = this.spanOf(first.key);
    if (!span || !firstSpan) return;
    const { line } = this.#file.position(firstSpan.start);
    const message = `key "${name}" is written twice in one mapping; the first is in line ${line}. Remove one of them.`;
    this.problems.push({ span, message });
  }

  /** The parser's own errors. It reports what follows from an error too, so that only the first of a line is kept. */
  #reportErrors(): void {
    const lines = new Set<number>();
    const { text } = this.#file;
    const split = new Set(
      this.#document.errors.filter(({ code }) => code === 'MULTILINE_IMPLICIT_KEY').map(({ pos }) => pos[0]),
    );
    for (const error of this.#document.errors) {
      // Looking for what is not closed before each of them would take for ever in a text that is full of errors.
      if (lines.size === maximumProblems) break;
      const { line } = this.#file.position(error.pos[0]);
      if (lines.has(line)) continue;
      lines.add(line);
      const unclosed = this.#unclosed.findLast(({ span }) => span.start < error.pos[0]);
      if (unclosed && /^Missing closing|must be sufficiently indented and end|must end with/.test(error.message)) {
        const { span, open, close } = unclosed;
        const what = open === '"' || open === "'" ? `this ${open} is` : `this "${open}" is`;
        this.problems.push({
          span: firstCharacter(span.start),
          message: `${what} never closed. Add the missing ${close}.`,
        });
        continue;
      }
      const start =
        error.code === 'BAD_INDENT'
          ? this.#firstWord(error.pos[0])
          : Math.min(error.pos[0], Math.max(0, text.length - 1));
      const span = { start, end: Math.min(Math.max(error.pos[1], start + 1), text.length) };
      const code = split.has(error.pos[0]) ? 'MULTILINE_IMPLICIT_KEY' : error.code;
      this.problems.push({ span, message: inWords(code, error.message) });
    }
  }

  /** Where the text goes on behind white space and comments: what is indented, not its indentation. */
  #firstWord(offset: number): number {
    const between = /(?:\s|#.*)*/y;
    between.lastIndex = offset;
    between.test(this.#file.text);
    const end = between.lastIndex;
    return end < this.#file.text.length ? end : Math.min(offset, Math.max(0, this.#file.text.length - 1));
  }

  #valueOf(node: unknown, depth = 0): unknown {
    if (depth > maximumDepth) throw new LimitHit(tooDeep);
    if (this.#expanding.size > 0) this.#countAliased();
    if (isAlias(node)) return this.#throughAlias(node, (target) => this.#valueOf(target, depth + 1));
    if (isSeq(node)) return node.items.map((item) => this.#valueOf(item, depth + 1) ?? null);
    if (isMap(node)) {
      const result: Record<string, unknown> = {};
      this.#fill(result, node, depth, new Set());
      return result;
    }
    if (!isScalar(node)) return null;
    const { value } = node;
    // The core schema has nothing else; a merge key is a symbol, wherever it stands.
    return typeof value === 'symbol' ? node.source : value;
  }

  /** Adds the properties of a map. Its own ones win over merged ones wherever the merge key stands. */
  #fill(result: Record<string, unknown>, map: YAMLMap, depth: number, taken: Set<string>): void {
    const own = map.items.filter((pair) => !isMerge(pair));
    for (const pair of own) {
      const name = this.nameOf(pair);
      const value = this.#valueOf(pair.value, depth + 1);
      if (value === undefined || taken.has(name)) continue;
      Object.defineProperty(result, name, { value, enumerable: true, configurable: true, writable: true });
    }
    for (const pair of own) taken.add(this.nameOf(pair));
    for (const item of this.mergedInto(map)) this.#fillFrom(result, item, depth + 1, taken);
  }

  #fillFrom(result: Record<string, unknown>, item: unknown, depth: number, taken: Set<string>): void {
    if (depth > maximumDepth) throw new LimitHit(tooDeep);
    if (isAlias(item)) this.#throughAlias(item, (target) => this.#fillFrom(result, target, depth + 1, taken));
    else if (isMap(item)) this.#fill(result, item, depth, taken);
    else {
      const span = this.spanOf(item);
      if (span)
        this.problems.push({ span, message: '"<<" merges mappings only. Give it a mapping, or an alias of one.' });
    }
  }

  /** What is merged into a map, the item that wins first. */
  mergedInto(map: YAMLMap): unknown[] {
    return map.items.filter(isMerge).flatMap(({ value }) => {
      const merged = this.resolve(value);
      return isSeq(merged) ? merged.items : [value];
    });
  }

  /** Undefined for an alias without anchor, which is reported elsewhere. */
  #throughAlias(alias: Alias, read: (target: Node) => unknown): unknown {
    const target = this.#targets.get(alias);
    if (!target) return undefined;
    if (this.#expanding.has(target))
      throw new Refused(`alias "*${alias.source}" stands for a value that contains itself.`);
    this.#countAliased();
    this.#expanding.add(target);
    const value = read(target);
    this.#expanding.delete(target);
    return value;
  }

  #countAliased(): void {
    if (++this.#aliasedValues > maximumAliasedValues) throw new LimitHit(tooManyAliases);
  }
}

class YamlDocument implements Document {
  readonly file: SourceFile;
  readonly value: unknown;
  readonly #reader: DocumentReader;

  constructor(file: SourceFile, reader: DocumentReader, value: unknown) {
    this.file = file;
    this.#reader = reader;
    this.value = value;
  }

  locate(path: readonly Step[], part: Part): Span {
    let node: unknown = this.#reader.root;
    let key: unknown;
    for (const step of path) {
      const parent = this.#reader.resolve(node);
      const pair = isMap(parent) ? this.#pair(parent, String(step)) : undefined;
      const isItem = isSeq(parent) && typeof step === 'number' && step in parent.items;
      // What isn't there is shown at the name of what it is missing from.
      if (!pair && !isItem) return this.#reader.spanOf(key) ?? firstCharacter(spanOf(node)?.start ?? 0);
      node = pair ? pair.value : (parent as YAMLSeq).items[step as number];
      key = pair?.key;
    }
    const span = this.#reader.spanOf(part === 'key' && key ? key : node);
    // A value that is left empty has no text of its own.
    return span ?? this.#reader.spanOf(key) ?? firstCharacter(Math.max(0, (spanOf(node)?.start ?? 0) - 1));
  }

  textEdits(edit: Edit): readonly TextEdit[] | undefined {
    return yamlEdits(this.#reader.nodes(), edit);
  }

  /** The pair of a name in a map (the last one, which is the one in the value), or in what is merged into it. */
  #pair(map: YAMLMap, name: string, depth = 0): Pair | undefined {
    const own = map.items.findLast((pair) => !isMerge(pair) && this.#reader.nameOf(pair) === name);
    if (own || depth > maximumDepth) return own;
    for (const item of this.#reader.mergedInto(map)) {
      const source = this.#reader.resolve(item);
      const pair = isMap(source) ? this.#pair(source, name, depth + 1) : undefined;
      if (pair) return pair;
    }
    return undefined;
  }
}

const tooDeep = `nested more than ${maximumDepth} levels deep. This document is not read.`;
const tooManyAliases = `aliases repeat more than ${maximumAliasedValues} values. This document is not read; use fewer aliases.`;

const closers: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['{', '}'],
  ['[', ']'],
]);

/** The parser gives a merge key a symbol as its value; a quoted "<<" is text. */
const isMerge = (pair: Pair): boolean => isScalar(pair.key) && typeof pair.key.value === 'symbol';

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

const firstCharacter = (start: number): Span => ({ start, end: start + 1 });

function spanOf(node: unknown): Span | undefined {
  const range = isAlias(node) || isScalar(node) || isCollection(node) ? node.range : undefined;
  return range ? { start: range[0], end: range[1] } : undefined;
}
