/** An expression of the template language, with the offsets of each part in the expression's text. */
export type Expression =
  | {
      readonly kind: 'literal';
      readonly value: string | number | boolean | null;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'property';
      readonly of: Expression;
      readonly name: Expression;
      readonly safe: boolean;
      readonly start: number;
      readonly end: number;
    };

/** What is wrong with an expression, with offsets in its text. */
export class ExpressionError extends Error {
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.start = start;
    this.end = end;
  }
}

/**
 * The expression inside a string of a template, or undefined when the string is plain text: `[…]` is an expression,
 * `[[…` is text that begins with a bracket.
 * Source: Azure Resource Manager, "Syntax and expressions in ARM templates" (read 2026-11-22).
 */
export function expressionIn(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed.length >= 2 && trimmed.startsWith('[') && trimmed.endsWith(']') && !trimmed.startsWith('[[')
    ? trimmed.slice(1, -1)
    : undefined;
}

/** Plain text as the platform reads it: a doubled opening bracket stands for one. */
export const unescaped = (text: string): string => (text.startsWith('[[') ? text.slice(1) : text);
