import type { Span } from './source-file.ts';

/** A comment of a file, in which people tell the linter something. */
export interface Comment {
  /** With its marks. */
  readonly span: Span;
  /** Without its marks and the white space beside them. */
  readonly text: string;
}

/** The comment that stands at a span, whatever language it is of: `#`, `//`, block comments of C and of PowerShell. */
export const commentAt = (text: string, span: Span): Comment => ({
  span,
  text: text
    .slice(span.start, span.end)
    .replace(/^(?:<#|\/\*|\/\/|#)/, '')
    .replace(/(?:#>|\*\/)$/, '')
    .trim(),
});
