import type { Statement, Word, WordPart } from './script.ts';

/** Reads the statements of a nested script text, up to and with its closing bracket. */
export type ReadNested = (scanner: Scanner, close: string) => Statement[];

/**
 * What is known of a text that was read before. Some brackets are read in one way and, when that fails, in another: without a
 * memory of the first time each level of them would double the work.
 */
export interface Known {
  /** How many brackets are open. */
  depth: number;
  /** Whether they were too many, once: nothing more is read. */
  isTooDeep: boolean;
  /** Where the statements end that begin at an offset. */
  readonly ends: Map<number, number>;
  /** Offsets of `@(` and `@{` that turned out not to be written as a list or a table. */
  readonly computed: Set<number>;
}

/** A position in a PowerShell text, with what lies between words. */
export class Scanner {
  readonly text: string;
  position = 0;
  readonly comments: { start: number; end: number }[] = [];
  /** Where a quote, here-string or bracket opens that is never closed: the first one. */
  unclosed: { readonly start: number; readonly close: string } | undefined;

  readonly known: Known;

  constructor(text: string, known: Known = { depth: 0, isTooDeep: false, ends: new Map(), computed: new Set() }) {
    this.text = text;
    this.known = known;
  }

  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** Whether a text stands here, letter case ignored. */
  isAt(text: string): boolean {
    return this.text.slice(this.position, this.position + text.length).toLowerCase() === text;
  }

  /** What matches here, a sticky pattern; undefined when nothing does. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    return pattern.exec(this.text)?.[0];
  }

  take(pattern: RegExp): string | undefined {
    const found = this.match(pattern);
    this.position += found?.length ?? 0;
    return found;
  }

  /** White space, continued lines and comments; line breaks too when they do not count. */
  skip(withLineBreaks: boolean): void {
    const blank = withLineBreaks ? /(?:\s|`\r?\n)+/y : /(?:[^\S\r\n]|`[^\S\r\n]*\r?\n)+/y;
    for (;;) {
      this.take(blank);
      const start = this.position;
      // A # inside a word is part of it; here a word begins.
      if (this.take(/<#[\s\S]*?(?:#>|$(?![\s\S]))|#[^\r\n]*/y) === undefined) return;
      // What is read a second time, in another way, has the same comments.
      if (start >= (this.comments.at(-1)?.end ?? 0)) this.comments.push({ start, end: this.position });
    }
  }

  neverClosed(start: number, close: string): void {
    this.unclosed ??= { start, close };
    this.position = this.text.length;
  }
}

const typographic: Readonly<Record<string, string>> = { '“': '"', '”': '"', '„': '"', '‘': "'", '’': "'" };

/** PowerShell takes typographic quotes for plain ones. */
const quoteAt = (scanner: Scanner): string => {
  const character = scanner.text.charAt(scanner.position);
  return typographic[character] ?? character;
};

const endOfWord = /[\s;|&(){},]/;

/**
 * Reads one word, as it is passed to a command or stands in an expression. A comma joins several words to one list.
 *
 * @param inner receives the commands in it, which run before
 */
export function readWord(scanner: Scanner, nested: ReadNested, inner: Statement[]): Word {
  const start = scanner.position;
  const first = readItem(scanner, nested, inner);
  const items = [first];
  for (;;) {
    const end = scanner.position;
    scanner.skip(false);
    if (scanner.take(/,/y) === undefined) {
      scanner.position = end;
      break;
    }
    scanner.skip(true);
    items.push(readItem(scanner, nested, inner));
  }
  const span = { start, end: scanner.position };
  return items.length === 1 ? first : { parts: [{ kind: 'list', items: items.flatMap(itemsOf) }], span };
}

const itemsOf = (word: Word): readonly Word[] => {
  const [part, ...others] = word.parts;
  return part?.kind === 'list' && others.length === 0 ? part.items : [word];
};

function readItem(scanner: Scanner, nested: ReadNested, inner: Statement[]): Word {
  const start = scanner.position;
  const parts: WordPart[] = [];
  while (!scanner.isAtEnd) {
    const isFirst = scanner.position === start;
    const character = quoteAt(scanner);
    if (isFirst && (scanner.isAt('@"') || scanner.isAt("@'"))) parts.push(...hereString(scanner, nested, inner));
    else if (character === "'") parts.push(verbatim(scanner));
    else if (character === '"') parts.push(...expandable(scanner, nested, inner));
    else if (character === '$') parts.push(dollar(scanner, nested, inner));
    else if (isFirst && (scanner.isAt('@(') || scanner.isAt('@{'))) parts.push(collection(scanner, nested, inner));
    else if (isFirst && scanner.match(/@\w+/y)) parts.push({ kind: 'all', name: variableName(scanner.take(/@\w+/y)) });
    else if (character === '(' || character === '{') {
      if (!isFirst && character === '{') break;
      parts.push(computed(scanner, nested, inner, 1, isFirst ? undefined : parts));
    } else if (endOfWord.test(character)) break;
    else if (character === '`') {
      scanner.position++;
      parts.push({ kind: 'text', text: scanner.take(/[\s\S]/y) ?? '' });
    } else
      parts.push({ kind: 'text', text: scanner.take(/[^\s;|&(){},"'`$“”„‘’]+/y) ?? scanner.take(/[\s\S]/y) ?? '' });
  }
  if (scanner.position === start) scanner.position++;
  return { parts, span: { start, end: scanner.position } };
}

/** `$name`, `${name}`, `$(…)`; with what is taken of the value (`.Name`, `[0]`) it is computed. */
function dollar(scanner: Scanner, nested: ReadNested, inner: Statement[], isInText = false): WordPart {
  const start = scanner.position;
  if (scanner.isAt('$(')) return computed(scanner, nested, inner, 2);
  const name = scanner.take(/\$\{[^}]*\}|\$(?:\w+:(?!:))?\w+|\$[$?^_]/y);
  if (name === undefined) return { kind: 'text', text: scanner.take(/\$/y) ?? '' };
  const written = variableName(name);
  if (written === 'true' || written === 'false') return { kind: 'text', text: written };
  // In a text only `$(…)` takes a member.
  const member = isInText ? undefined : scanner.take(/(?:\??\.\w+|::\w+|\[[^\]\r\n]*\])+/y);
  if (!isInText && member !== undefined && scanner.isAt('(')) computed(scanner, nested, inner, 1);
  return member === undefined
    ? { kind: 'variable', name: written, isSplit: false }
    : { kind: 'unknown', text: scanner.text.slice(start, scanner.position) };
}

/** Letter case and scope do not tell variables apart. */
export const variableName = (written = ''): string =>
  written
    .replace(/^[$@]\{?|\}$/g, '')
    .toLowerCase()
    .replace(/^(script|global|local|private|using|variable):/, '');

function computed(
  scanner: Scanner,
  nested: ReadNested,
  inner: Statement[],
  skipped: number,
  replaced?: WordPart[],
): WordPart {
  const start = scanner.position;
  const open = scanner.text.charAt(start + skipped - 1);
  scanner.position += skipped;
  const body = nested(scanner, open === '{' ? '}' : ')');
  if (body.length > 0) inner.push({ kind: 'block', body });
  scanner.take(/(?:\??\.\w+|\[[^\]\r\n]*\])+/y);
  // A method call: what stands before the bracket is no text of its own.
  if (replaced) replaced.length = 0;
  return { kind: 'unknown', text: scanner.text.slice(start, scanner.position) };
}

function verbatim(scanner: Scanner): WordPart {
  const start = scanner.position;
  const found = scanner.take(/['‘’](?:[^'‘’]|['‘’]{2})*['‘’]/y);
  if (found === undefined) scanner.neverClosed(start, "'");
  return { kind: 'text', text: found?.slice(1, -1).replace(/['‘’]{2}/g, "'") ?? '' };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

function expandable(scanner: Scanner, nested: ReadNested, inner: Statement[]): WordPart[] {
  const start = scanner.position++;
  const parts: WordPart[] = [];
  while (!scanner.isAtEnd) {
    const character = quoteAt(scanner);
    if (character === '"') {
      scanner.position++;
      if (quoteAt(scanner) !== '"') return parts.length === 0 ? [{ kind: 'text', text: '' }] : parts;
      scanner.position++;
      parts.push({ kind: 'text', text: '"' });
    } else if (character === '$') parts.push(dollar(scanner, nested, inner, true));
    else if (character === '`') {
      const escaped = scanner.take(/`[\s\S]/y)?.charAt(1) ?? '';
      parts.push({ kind: 'text', text: escapes[escaped] ?? escaped });
      if (escaped === '') scanner.position++;
    } else parts.push({ kind: 'text', text: scanner.take(/[^"`$“”„]+/y) ?? '' });
  }
  scanner.neverClosed(start, '"');
  return parts;
}

const hereStringHead = /@(["'])[^\S\r\n]*\r?\n/y;

/** A here-string is one text; with anything to expand in it, an unknown one. What is in its `$(…)` runs. */
function hereString(scanner: Scanner, nested: ReadNested, inner: Statement[]): WordPart[] {
  const start = scanner.position;
  const head = scanner.take(hereStringHead);
  if (head === undefined) return [{ kind: 'text', text: scanner.take(/@/y) ?? '' }];
  const isExpanded = head.charAt(1) === '"';
  const end = isExpanded ? /"@/y : /'@/y;
  const first = scanner.position;
  while (!scanner.isAtEnd) {
    const isAtLineStart = scanner.text.charAt(scanner.position - 1) === '\n';
    if (isAtLineStart && scanner.match(end)) {
      const content = scanner.text.slice(first, scanner.position).replace(/\r?\n$/, '');
      scanner.position += 2;
      if (!isExpanded || !content.includes('$')) return [{ kind: 'text', text: content }];
      return [{ kind: 'unknown', text: scanner.text.slice(start, scanner.position) }];
    }
    if (isExpanded && scanner.isAt('$(')) computed(scanner, nested, inner, 2);
    else scanner.take(/`[\s\S]|\n|[^`$\n]+|[\s\S]/y);
  }
  scanner.neverClosed(start, `${head.charAt(1)}@`);
  return [];
}

/** `@( … )` and `@{ … }`: a list or a table when it is written as one, else computed. */
function collection(scanner: Scanner, nested: ReadNested, inner: Statement[]): WordPart {
  const { position: start, unclosed } = scanner;
  const { computed: others } = scanner.known;
  if (!others.has(start)) {
    const read = scanner.isAt('@(') ? array : table;
    const part = read(scanner, nested, inner);
    if (part) return part;
    others.add(start);
    scanner.position = start;
    scanner.unclosed = unclosed;
  }
  return computed(scanner, nested, inner, 2);
}

/** Undefined for what is not written as a list. */
function array(scanner: Scanner, nested: ReadNested, inner: Statement[]): WordPart | undefined {
  const own: Statement[] = [];
  const items: Word[] = [];
  scanner.position += 2;
  for (;;) {
    scanner.skip(true);
    if (scanner.take(/\)/y)) {
      inner.push(...own);
      return { kind: 'list', items };
    }
    if (!/["'“”‘’$@]/.test(scanner.text.charAt(scanner.position))) break;
    items.push(...itemsOf(readWord(scanner, nested, own)));
    scanner.skip(false);
    if (!scanner.match(/[\r\n;)]/y)) break;
    scanner.take(/;/y);
  }
  return undefined;
}

/** `@{ name = value … }`; undefined for what is not written as a table. */
function table(scanner: Scanner, nested: ReadNested, inner: Statement[]): WordPart | undefined {
  const own: Statement[] = [];
  const entries: [string, Word][] = [];
  scanner.position += 2;
  for (;;) {
    scanner.skip(true);
    if (scanner.take(/\}/y)) {
      inner.push(...own);
      return { kind: 'table', entries };
    }
    const name = scanner.take(/\w+|'[^'\r\n]*'|"[^"$\r\n]*"/y)?.replace(/^["']|["']$/g, '');
    scanner.skip(false);
    if (name === undefined || scanner.take(/=/y) === undefined) break;
    scanner.skip(true);
    const value = readWord(scanner, nested, own);
    const end = scanner.position;
    scanner.skip(false);
    if (!scanner.match(/[\r\n;}]/y)) {
      // A value that is computed: all of it up to the end of the entry.
      own.push(...nested(scanner, 'entry'));
      const span = { start: value.span.start, end: Math.max(end, scanner.position) };
      entries.push([name, { parts: [{ kind: 'unknown', text: scanner.text.slice(span.start, span.end) }], span }]);
    } else entries.push([name, value]);
    scanner.take(/;/y);
  }
  return undefined;
}
