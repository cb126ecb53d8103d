import type { SyntaxProblem } from './place.ts';
import type { SourceFile, Span } from './source-file.ts';

/** A JSON value with its span. */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: JsonMember[]; readonly span: Span }
  | { readonly kind: 'array'; readonly items: JsonNode[]; readonly span: Span }
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null; readonly span: Span };

/** A property of an object; `key` is the span of its name with its quotes. */
export interface JsonMember {
  readonly name: string;
  readonly key: Span;
  readonly value: JsonNode;
}

/** A problem of a JSON text. Azure Resource Manager reads a text all the same that has only tolerated ones. */
export interface JsonProblem extends SyntaxProblem {
  readonly tolerated?: true;
}

/** Levels of brackets. Nothing that people write is deeper, and a deeper text would exhaust the stack. */
export const maximumDepth = 500;
const maximumProblems = 20;

/**
 * Parses JSON with comments, trailing commas, multi-line and single-quoted strings, keeping positions.
 * Never throws: on an error it reports a problem and goes on. The root is undefined when the text has no value.
 */
export function parseJson(file: SourceFile): { root: JsonNode | undefined; problems: JsonProblem[] } {
  const parser = new Parser(file);
  const root = parser.document();
  return { root, problems: parser.problems };
}

type Closer = '}' | ']';

class Parser {
  readonly problems: JsonProblem[] = [];
  readonly #file: SourceFile;
  readonly #text: string;
  /** Offset of each bracket that is open now. */
  readonly #open: number[] = [];
  #at = 0;
  /** An error that hides where the rest of the text belongs: what follows from it is not reported again. */
  #lost = false;

  constructor(file: SourceFile) {
    this.#file = file;
    this.#text = file.text;
  }

  document(): JsonNode | undefined {
    this.#space();
    if (this.#at >= this.#text.length) return undefined;
    const start = this.#at;
    const root = this.#value();
    if (!root) {
      // One problem for a text of another kind, whatever else is in it.
      this.problems.length = 0;
      this.#problem(start, this.#wordEnd(start), 'this is not JSON: a value such as "{" or "[" is expected here.');
      return undefined;
    }
    this.#space();
    if (this.#at < this.#text.length && !this.#lost) {
      const message = 'text after the end of the document. Remove it, or check the brackets before it.';
      this.#problem(this.#at, this.#wordEnd(this.#at), message);
    }
    return root;
  }

  #problem(start: number, end: number, message: string | (() => string), tolerated = false): void {
    if (this.problems.length >= maximumProblems) return;
    const span = { start, end: Math.min(Math.max(end, start + 1), this.#text.length) };
    const problem = { span, message: typeof message === 'string' ? message : message() };
    this.problems.push(tolerated ? { ...problem, tolerated } : problem);
  }

  #lineOf(offset: number): number {
    return this.#file.position(offset).line;
  }

  /** Skips white space and comments. */
  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (isSpace(code)) this.#at++;
      else if (code !== 47) return;
      else if (this.#text.charCodeAt(this.#at + 1) === 47) {
        while (this.#at < this.#text.length && !isLineBreak(this.#text.charCodeAt(this.#at))) this.#at++;
      } else if (this.#text.charCodeAt(this.#at + 1) === 42) {
        const end = this.#text.indexOf('*/', this.#at + 2);
        if (end < 0) {
          this.#problem(this.#at, this.#at + 2, 'this comment is never closed. End it with "*/".');
          this.#lost = true;
        }
        this.#at = end < 0 ? this.#text.length : end + 2;
      } else return;
    }
  }

  #value(): JsonNode | undefined {
    const start = this.#at;
    const code = this.#text.charCodeAt(start);
    if (code === 123 || code === 91) return this.#collection(code === 123 ? '}' : ']');
    if (code === 34 || code === 39) return { kind: 'scalar', value: this.#string(), span: { start, end: this.#at } };
    return this.#literal();
  }

  #collection(close: Closer): JsonNode | undefined {
    const start = this.#at;
    if (this.#open.length >= maximumDepth) {
      if (!this.#lost) {
        const message = `nested more than ${maximumDepth} levels deep. The rest of the file is not read.`;
        this.problems.push({ span: { start, end: start + 1 }, message, isLimit: true });
      }
      this.#lost = true;
      this.#at = this.#text.length;
      return undefined;
    }
    this.#open.push(start);
    this.#at++;
    const node = close === '}' ? this.#object(start) : this.#array(start);
    this.#open.pop();
    return node;
  }

  #object(start: number): JsonNode {
    const members: JsonMember[] = [];
    const seen = new Map<string, JsonMember>();
    for (let separated = true; this.#next(start, '}', separated); separated = false) {
      const member = this.#member();
      if (!member) continue;
      // Azure Resource Manager compares property names without case.
      const name = member.name.toLowerCase();
      const first = seen.get(name);
      if (!first) seen.set(name, member);
      else {
        const message = () => {
          const before = first.name === member.name ? 'the first is' : `the first, "${first.name}", is`;
          const line = this.#lineOf(first.key.start);
          return `property "${shorten(member.name)}" is written twice in one object; ${before} in line ${line}. Remove one of them.`;
        };
        this.#problem(member.key.start, member.key.end, message, true);
      }
      members.push(member);
    }
    return { kind: 'object', members, span: { start, end: this.#at } };
  }

  #array(start: number): JsonNode {
    const items: JsonNode[] = [];
    for (let separated = true; this.#next(start, ']', separated); separated = false) {
      const at = this.#at;
      // What can't be read keeps its index, so that those after it keep theirs.
      items.push(
        this.#value() ?? { kind: 'scalar', value: null, span: { start: at, end: Math.max(this.#at, at + 1) } },
      );
    }
    return { kind: 'array', items, span: { start, end: this.#at } };
  }

  /** Goes to the next item between brackets; false when there is none, with the closing bracket read. */
  #next(start: number, close: Closer, first: boolean): boolean {
    for (let separated = first; ; ) {
      this.#space();
      const character = this.#text[this.#at];
      if (character === undefined) {
        if (!this.#lost) {
          const open = this.#text.charAt(start);
          this.#problem(start, start + 1, `this "${open}" is never closed. Add the missing "${close}".`);
        }
        return false;
      }
      if (character === '}' || character === ']') {
        this.#close(start, close, character);
        return false;
      }
      if (character === ',') {
        if (separated) this.#problem(this.#at, this.#at + 1, 'a value is missing before this comma.');
        separated = true;
        this.#at++;
        continue;
      }
      if (character === ':') {
        this.#problem(
          this.#at,
          this.#at + 1,
          '":" is not expected here. It stands between a property name and its value.',
        );
        this.#at++;
        separated = true;
        continue;
      }
      if (!separated) this.#problem(this.#at, this.#wordEnd(this.#at), 'missing comma: one is expected before this.');
      return true;
    }
  }

  /** Reads a closing bracket. One that belongs to a bracket further out is left for it. */
  #close(start: number, close: Closer, found: Closer): void {
    const wanted = found === '}' ? '{' : '[';
    if (found === close) {
      this.#at++;
      return;
    }
    const further = this.#open.some((offset) => this.#text[offset] === wanted);
    this.#problem(this.#at, this.#at + 1, () => {
      const what = `"${found}" closes the "${this.#text.charAt(start)}" opened in line ${this.#lineOf(start)}.`;
      return `${what} ${further ? `Add the missing "${close}" before it.` : `Write "${close}".`}`;
    });
    if (!further) this.#at++;
  }

  #member(): JsonMember | undefined {
    const start = this.#at;
    const name = this.#name();
    if (name === undefined) return undefined;
    const key = { start, end: this.#at };
    this.#space();
    if (this.#text[this.#at] !== ':') {
      if (!this.#lost) {
        const message = `property "${shorten(name)}" has no value. A ":" and a value must follow its name.`;
        this.#problem(key.start, key.end, message);
      }
      return undefined;
    }
    this.#at++;
    this.#space();
    const code = this.#text.charCodeAt(this.#at);
    if (Number.isNaN(code) || code === 44 || code === 125 || code === 93) {
      if (!this.#lost) this.#problem(key.start, key.end, `property "${shorten(name)}" has no value after its ":".`);
      return undefined;
    }
    const value = this.#value();
    return value && { name, key, value };
  }

  #name(): string | undefined {
    const start = this.#at;
    const code = this.#text.charCodeAt(start);
    if (code === 34 || code === 39) return this.#string();
    const end = this.#wordEnd(start);
    const name = this.#text.slice(start, end);
    if (/^[\w$.-]+$/.test(name)) {
      this.#at = end;
      this.#problem(start, end, `property name must be in double quotes. Write "${shorten(name)}".`, true);
      return name;
    }
    this.#problem(start, end, 'a property name in double quotes is expected here.');
    // A collection in place of a name is read as a whole, so that its brackets do not close ours.
    if (code === 123 || code === 91) this.#value();
    else this.#at = Math.max(end, start + 1);
    return undefined;
  }

  /** A string; line breaks inside are part of it, as Azure Resource Manager reads them. */
  #string(): string {
    const start = this.#at;
    const quote = this.#text.charCodeAt(start);
    let result = '';
    let from = start + 1;
    let lineEnd = -1;
    for (let index = from; index < this.#text.length; index++) {
      const code = this.#text.charCodeAt(index);
      if (code === quote) {
        if (lineEnd >= 0 && !this.#canFollowString(index + 1)) break;
        this.#at = index + 1;
        return result + this.#text.slice(from, index);
      }
      if (code === 92) {
        const escaped = this.#escape(index);
        result += this.#text.slice(from, index) + escaped.text;
        index = escaped.end - 1;
        from = escaped.end;
      } else if (lineEnd < 0 && isLineBreak(code)) lineEnd = index;
    }
    return this.#unclosedString(start, lineEnd < 0 ? this.#text.length : lineEnd);
  }

  /** A string over several lines with text right behind it is one whose closing quote was forgotten. */
  #canFollowString(offset: number): boolean {
    let at = offset;
    while (isSpace(this.#text.charCodeAt(at))) at++;
    return at >= this.#text.length || ',:]}/'.includes(this.#text.charAt(at));
  }

  /** Closing a string at the end of its first line keeps the rest of the file readable. */
  #unclosedString(start: number, lineEnd: number): string {
    let end = lineEnd;
    while (end > start + 1 && isSpace(this.#text.charCodeAt(end - 1))) end--;
    if (end > start + 1 && this.#text.charCodeAt(end - 1) === 44) end--;
    this.#problem(start, end, `this string is never closed. Add the missing ${this.#text.charAt(start)}.`);
    this.#at = end;
    if (lineEnd >= this.#text.length) this.#lost = true;
    return this.#text.slice(start + 1, end);
  }

  #escape(at: number): { text: string; end: number } {
    const character = this.#text.charAt(at + 1);
    const simple = escapes.get(character);
    if (simple !== undefined) return { text: simple, end: at + 2 };
    const digits = this.#text.slice(at + 2, at + 6);
    if (character === 'u' && /^[0-9a-f]{4}$/i.test(digits)) {
      return { text: String.fromCharCode(Number.parseInt(digits, 16)), end: at + 6 };
    }
    const message =
      character === 'u'
        ? '"\\u" must be followed by four hexadecimal digits. Write "\\\\" for a backslash.'
        : `"\\${character}" is not an escape in JSON. Write "\\\\" for a backslash.`;
    this.#problem(at, at + 2, message);
    return { text: `\\${character}`, end: at + 2 };
  }

  #literal(): JsonNode | undefined {
    const start = this.#at;
    const end = this.#wordEnd(start);
    const word = this.#text.slice(start, end);
    const span = { start, end };
    this.#at = end;
    const constant = constants.get(word);
    if (constant !== undefined) return { kind: 'scalar', value: constant, span };
    if (/^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(word)) return { kind: 'scalar', value: Number(word), span };
    const meant = constants.get(word.toLowerCase());
    if (meant !== undefined) {
      this.#problem(start, end, `${word} must be in lower case: ${String(meant)}.`);
      return { kind: 'scalar', value: meant, span };
    }
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) {
      this.#problem(
        start,
        end,
        `${shorten(word)} is not how JSON writes a number. Write ${Number(word)}.`,
        /^-?\./.test(word),
      );
      return { kind: 'scalar', value: Number(word), span };
    }
    this.#problem(start, end, `${shorten(word)} is not a JSON value. Put text in double quotes.`);
    return undefined;
  }

  /** Where the word at an offset ends: at least one character on, except at the end of the text. */
  #wordEnd(start: number): number {
    let end = start;
    while (end < this.#text.length && !isWordEnd(this.#text.charCodeAt(end))) end++;
    return Math.min(Math.max(end, start + 1), this.#text.length);
  }
}

const isLineBreak = (code: number): boolean => code === 10 || code === 13;

const isSpace = (code: number): boolean =>
  code === 32 || isLineBreak(code) || code === 9 || code === 0xa0 || code === 0xfeff || code === 11 || code === 12;

/** White space, comma, colon, brackets and the double quote. */
const isWordEnd = (code: number): boolean => isSpace(code) || [44, 58, 123, 125, 91, 93, 34].includes(code);

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

const constants: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
