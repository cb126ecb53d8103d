import { Lexer, type Token } from './lexer.ts';
import { type Expression, ExpressionError } from './syntax.ts';

/** Deeper expressions are nobody's work, and would exhaust the stack. */
const maximumDepth = 200;

/** The platform takes no longer ones. Source: "Limits" of the ARM template documentation (read 2026-11-22). */
const maximumLength = 24_576;

/** Expressions repeat: within a template, between its deployments, between the templates of a repository. */
const parsed = new Map<string, Expression | ExpressionError>();
const maximumRemembered = 10_000;

/**
 * Parses a string of a template that is an expression, brackets included; ranges count in the string.
 *
 * @throws ExpressionError
 */
export function parseExpression(text: string): Expression {
  let result = parsed.get(text);
  if (result === undefined) {
    result = parse(text);
    if (parsed.size >= maximumRemembered) parsed.clear();
    parsed.set(text, result);
  }
  if (result instanceof ExpressionError) throw result;
  return result;
}

function parse(text: string): Expression | ExpressionError {
  if (text.length > maximumLength) {
    const message = `an expression of ${text.length} characters is too long: ${maximumLength} is the limit`;
    return new ExpressionError(message, { start: 0, end: text.length });
  }
  try {
    return new Parser(text).expression();
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}

const tooDeep = 'this expression is nested too deeply';

class Parser {
  readonly #lexer: Lexer;
  #token: Token;
  #depth = 0;
  /** How many calls and accesses stand inside one another. */
  readonly #heights = new Map<Expression, number>();

  constructor(text: string) {
    this.#lexer = new Lexer(text, 1, text.length - 1);
    this.#token = this.#lexer.next();
  }

  expression(): Expression {
    const result = this.#value();
    if (this.#token.kind !== 'end') throw this.#unexpected('the expression should end here');
    return result;
  }

  #value(): Expression {
    if (++this.#depth > maximumDepth) throw this.#error(tooDeep, this.#token);
    let result = this.#primary();
    for (;;) {
      const { start } = result;
      if (this.#token.kind === '.') {
        this.#advance();
        const { value, ...range } = this.#expect('name', 'the name of a property is expected after "."');
        const index: Expression = { kind: 'literal', value, start: range.start, end: range.end };
        result = this.#above([result], { kind: 'access', of: result, index, start, end: range.end });
      } else if (this.#token.kind === '[') {
        this.#advance();
        const index = this.#value();
        const { end } = this.#expect(']', '"]" is missing');
        result = this.#above([result, index], { kind: 'access', of: result, index, start, end });
      } else break;
    }
    this.#depth--;
    return result;
  }

  /** Measures how deep an expression goes below this one: chains of accesses nest, too. */
  #above(parts: readonly Expression[], expression: Expression): Expression {
    const height = 1 + parts.reduce((most, part) => Math.max(most, this.#heights.get(part) ?? 0), 0);
    if (height > maximumDepth) throw this.#error(tooDeep, expression);
    this.#heights.set(expression, height);
    return expression;
  }

  #primary(): Expression {
    const { kind, value, start, end } = this.#token;
    if (kind === 'string' || kind === 'number') {
      this.#advance();
      return { kind: 'literal', value, start, end };
    }
    if (kind !== 'name') throw this.#unexpected('a value or a function is expected');
    this.#advance();
    let name = String(value);
    let nameEnd = end;
    // A dot before a name belongs to it when a call follows: `contoso.uniqueName(…)`.
    if (this.#token.kind === '.') {
      this.#advance();
      const member = this.#expect('name', 'the name of a function is expected after "."');
      name += `.${member.value}`;
      nameEnd = member.end;
    }
    if (this.#token.kind !== '(') throw this.#error(bareWord(name), { start, end: nameEnd });
    this.#advance();
    const args = this.#arguments();
    const close = this.#expect(')', `")" is missing to close ${name}(`);
    return this.#above(args, { kind: 'call', name, nameEnd, args, start, end: close.end });
  }

  #arguments(): Expression[] {
    if (this.#token.kind === ')') return [];
    const args = [this.#value()];
    while (this.#token.kind === ',') {
      this.#advance();
      args.push(this.#value());
    }
    return args;
  }

  #expect(kind: Token['kind'], message: string): Token {
    const token = this.#token;
    if (token.kind !== kind) throw this.#unexpected(message);
    this.#advance();
    return token;
  }

  #advance(): void {
    this.#token = this.#lexer.next();
  }

  #unexpected(message: string): ExpressionError {
    const { kind, value } = this.#token;
    return this.#error(`${message}, not ${kind === 'end' ? 'the end' : `"${value}"`}`, this.#token);
  }

  /** Never an empty range: the end of an expression is shown by its closing bracket. */
  #error(message: string, { start, end }: { start: number; end: number }): ExpressionError {
    return new ExpressionError(message, { start, end: Math.max(end, start + 1) });
  }
}

const bareWord = (name: string): string =>
  /^(true|false|null)$/i.test(name)
    ? `"${name}" is a function in this language: write ${name.toLowerCase()}()`
    : `"${name}" is neither text in quotes nor a function call. Write '${name}' or ${name}()`;
