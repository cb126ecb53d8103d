/** Half-open range of UTF-16 code units in the string of a template that holds the expression. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Text, or a whole number; a number beyond 2^53 is a bigint, so that no digit is lost. */
export interface Literal extends Range {
  readonly kind: 'literal';
  readonly value: string | number | bigint;
}

/** `name(…)`, or `namespace.name(…)` for a function of the template's own. */
export interface FunctionCall extends Range {
  readonly kind: 'call';
  /** As written, with its namespace. Names compare without regard to case. */
  readonly name: string;
  readonly nameEnd: number;
  readonly args: readonly Expression[];
}

/** `of.name` or `of[index]`. */
export interface Access extends Range {
  readonly kind: 'access';
  readonly of: Expression;
  readonly index: Expression;
}

/** An expression of the template language. It has no operators and no list or object literals: those are functions. */
export type Expression = Literal | FunctionCall | Access;

/** What is wrong with the text of an expression, and where in the string. */
export class ExpressionError extends Error {
  readonly range: Range;

  constructor(message: string, range: Range) {
    super(message);
    this.range = range;
  }
}

/**
 * Whether a string of a template is an expression: it begins with `[`, but not with `[[`, and ends with `]`. Blanks
 * outside the brackets make it text.
 * Source: "Syntax and expressions in ARM templates" (read 2026-11-22).
 */
export const isExpression = (text: string): boolean =>
  text.charCodeAt(0) === 91 && text.charCodeAt(1) !== 91 && text.charCodeAt(text.length - 1) === 93 && text.length > 1;

/** Text that is no expression, as the platform reads it: `[[x]` stands for `[x]`. */
export const unescaped = (text: string): string => (text.startsWith('[[') && text.endsWith(']') ? text.slice(1) : text);

/** An expression as text, without the brackets around it; parsing it gives the same expression. */
export function print(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string' ? quoted(expression.value) : String(expression.value);
    case 'call':
      return `${expression.name}(${expression.args.map(print).join(', ')})`;
    case 'access': {
      const { of, index } = expression;
      const isPlain = index.kind === 'literal' && typeof index.value === 'string' && plainName.test(index.value);
      return isPlain ? `${print(of)}.${index.value}` : `${print(of)}[${print(index)}]`;
    }
  }
}

const plainName = /^[A-Za-z_]\w*$/;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
