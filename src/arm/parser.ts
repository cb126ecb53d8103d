import { type Expression, ExpressionError } from './syntax.ts';

/** Deeper expressions are nobody's work, and would exhaust the stack. */
const maximumDepth = 200;

/** Parses the text between the brackets of an expression. @throws ExpressionError */
export function parseExpression(text: string): Expression {
  return new Parser(text).parse();
}

class Parser {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): Expression {
    const expression = this.#expression();
    this.#space();
    if (this.#at < this.#text.length)
      throw this.#error('unexpected text after the expression', this.#at, this.#text.length);
    return expression;
  }

  #expression(): Expression {
    if (++this.#depth > maximumDepth) throw this.#error('expression is nested too deeply', this.#at, this.#at + 1);
    let result = this.#primary();
    for (;;) {
      this.#space();
      const start = result.start;
      if (this.#take('.')) {
        const safe = this.#take('?');
        this.#space();
        const from = this.#at;
        const name = this.#word();
        if (name === '') throw this.#error('a property name is expected after "."', from, from + 1);
        const literal: Expression = { kind: 'literal', value: name, start: from, end: this.#at };
        result = { kind: 'property', of: result, name: literal, safe, start, end: this.#at };
      } else if (this.#take('[')) {
        const safe = this.#take('?');
        const name = this.#expression();
        this.#expect(']');
        result = { kind: 'property', of: result, name, safe, start, end: this.#at };
      } else break;
    }
    this.#depth--;
    return result;
  }

  #primary(): Expression {
    this.#space();
    const start = this.#at;
    if (this.#text[start] === "'") return { kind: 'literal', value: this.#string(), start, end: this.#at };
    const number = /^[+-]?\d+(\.\d+)?/.exec(this.#text.slice(start, start + 40))?.[0];
    if (number !== undefined) {
      this.#at += number.length;
      return { kind: 'literal', value: Number(number), start, end: this.#at };
    }
    const name = this.#name();
    if (name === '') throw this.#error('a value or function is expected', start, start + 1);
    this.#space();
    if (!this.#take('(')) return bareWord(name, start, this.#at);
    const args: Expression[] = [];
    this.#space();
    if (!this.#take(')')) {
      do args.push(this.#expression());
      while (this.#take(','));
      this.#expect(')');
    }
    return { kind: 'call', name: name.toLowerCase(), args, start, end: this.#at };
  }

  #string(): string {
    const start = this.#at++;
    let result = '';
    for (;;) {
      const end = this.#text.indexOf("'", this.#at);
      if (end < 0) throw this.#error('this string is never closed', start, this.#text.length);
      result += this.#text.slice(this.#at, end);
      this.#at = end + 1;
      if (this.#text[this.#at] !== "'") return result;
      result += "'";
      this.#at++;
    }
  }

  /** A function's name, with the namespace of a user's function: `contoso.uniqueName`. */
  #name(): string {
    const first = this.#word();
    if (first === '' || this.#text[this.#at] !== '.') return first;
    const rest = /^\.\w+(?=\s*\()/.exec(this.#text.slice(this.#at, this.#at + 200))?.[0] ?? '';
    this.#at += rest.length;
    return first + rest;
  }

  #word(): string {
    const word = /^[a-z_$][\w$]*/i.exec(this.#text.slice(this.#at, this.#at + 300))?.[0] ?? '';
    this.#at += word.length;
    return word;
  }

  #space(): void {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at++;
  }

  #take(character: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #expect(character: string): void {
    if (!this.#take(character)) throw this.#error(`"${character}" is expected`, this.#at, this.#at + 1);
  }

  #error(message: string, start: number, end: number): ExpressionError {
    return new ExpressionError(message, start, end);
  }
}

const bareWord = (name: string, start: number, end: number): Expression => {
  const word = name.toLowerCase();
  if (word === 'true' || word === 'false') return { kind: 'literal', value: word === 'true', start, end };
  if (word === 'null') return { kind: 'literal', value: null, start, end };
  throw new ExpressionError(`"${name}" is neither a function call nor a value`, start, end);
};
