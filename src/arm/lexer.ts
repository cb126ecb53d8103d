import { ExpressionError, type Range } from './syntax.ts';

/** A piece of an expression: a name, a literal, or one of `( ) [ ] . ,`. The last token of a text is `end`. */
export interface Token extends Range {
  readonly kind: 'name' | 'string' | 'number' | '(' | ')' | '[' | ']' | '.' | ',' | 'end';
  /** The name as written, or the value of the literal. */
  readonly value: string | number | bigint;
}

const punctuation = new Set(['(', ')', '[', ']', '.', ',']);

/** One step through the text of an expression. */
const name = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const number = /[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const space = /\s*/y;

/** Reads tokens one by one from the text between `start` and `end`. */
export class Lexer {
  readonly #text: string;
  readonly #end: number;
  #at: number;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#at = start;
    this.#end = end;
  }

  /** @throws ExpressionError for a character that begins nothing, and for a string that never ends */
  next(): Token {
    this.#match(space);
    const start = this.#at;
    if (start >= this.#end) return { kind: 'end', value: '', start: this.#end, end: this.#end };
    const character = this.#text.charAt(start);
    if (punctuation.has(character)) {
      this.#at++;
      return { kind: character as Token['kind'], value: character, start, end: this.#at };
    }
    if (character === "'") return { kind: 'string', value: this.#string(start), start, end: this.#at };
    const digits = this.#match(number);
    if (digits !== '') return { kind: 'number', value: numberOf(digits, start), start, end: this.#at };
    const word = this.#match(name);
    if (word !== '') return { kind: 'name', value: word, start, end: this.#at };
    throw new ExpressionError(strange(character), { start, end: start + 1 });
  }

  /** A quote inside a string is doubled; there is no other escape. */
  #string(start: number): string {
    let result = '';
    for (let from = start + 1; ; ) {
      const quote = this.#text.indexOf("'", from);
      if (quote < 0 || quote >= this.#end)
        throw new ExpressionError('this text has no closing quote', { start, end: this.#end });
      result += this.#text.slice(from, quote);
      this.#at = quote + 1;
      if (this.#text.charAt(this.#at) !== "'" || this.#at >= this.#end) return result;
      result += "'";
      from = this.#at + 1;
    }
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    const within = found.slice(0, this.#end - this.#at);
    this.#at += within.length;
    return within;
  }
}

function strange(character: string): string {
  if (character === '"') return 'text in an expression stands in single quotes';
  const instead = functionsForOperators[character];
  return `"${character}" has no meaning here${instead === undefined ? '' : `. This language has ${instead}() for it`}`;
}

const functionsForOperators: Readonly<Record<string, string>> = {
  '!': 'not',
  '%': 'mod',
  '&': 'and',
  '*': 'mul',
  '+': 'add',
  '-': 'sub',
  '/': 'div',
  '<': 'less',
  '=': 'equals',
  '>': 'greater',
  '?': 'if',
  '|': 'or',
};

function numberOf(digits: string, start: number): number | bigint {
  const value = Number(digits);
  if (!Number.isFinite(value)) {
    const range = { start, end: start + digits.length };
    throw new ExpressionError('this number is too large', range);
  }
  return Number.isSafeInteger(value) || !/^[+-]?\d+$/.test(digits) ? value : BigInt(digits.replace(/^\+/, ''));
}
