import type { Place } from './place.ts';
import type { Span } from './source-file.ts';

/** A single value that an edit can write. */
export type NewValue = string | number | boolean;

/** A change of what a document says, made in its text so that all that is not changed stays as it is written. */
export type Edit =
  /** A single value becomes another one. */
  | { readonly kind: 'replace'; readonly at: Place; readonly value: NewValue }
  /** A property gets another name; `at` is the place of its name. */
  | { readonly kind: 'rename'; readonly at: Place; readonly name: string }
  /** A property is left out; `at` is the place of its name. */
  | { readonly kind: 'remove'; readonly at: Place }
  /** An object gets one property more. */
  | {
      readonly kind: 'add';
      readonly at: Place;
      readonly name: string;
      readonly value: NewValue | Readonly<Record<string, NewValue>>;
    };

/** What stands at a span is replaced by a text; nothing stands at an empty span. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** The text edits of a change of one document; undefined when its text can't be changed without touching something else. */
export const textEdits = (edit: Edit): readonly TextEdit[] | undefined => edit.at.document.textEdits?.(edit);

/** Whether two edits can't both be made, because they change the same text or insert at the same place. */
export const overlap = ({ span: a }: TextEdit, { span: b }: TextEdit): boolean =>
  (a.start < b.end && b.start < a.end) || a.start === b.start;

/** A text with edits made; no two of them overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let end = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(end, edit.span.start) + edit.text;
    end = edit.span.end;
  }
  return result + text.slice(end);
}

/** Offset of the first character of the line that an offset is in. */
export const lineStart = (text: string, offset: number): number =>
  Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;

/** Offset of the line break that ends the line that an offset is in, or of the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const found = text.slice(offset).search(/[\r\n]/);
  return found < 0 ? text.length : offset + found;
}

/** The white space before an offset when nothing else stands before it in its line; undefined when something does. */
export function indentOf(text: string, offset: number): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

/** The line break of a text, as its first line ends. */
export const lineBreakOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

/** Whole lines from the one that `start` is in to the one that `end` is in, with their line breaks. */
export function wholeLines(text: string, { start, end }: Span): Span {
  const last = lineEnd(text, end);
  const lineBreak = /^(\r\n|\r|\n)/.exec(text.slice(last, last + 2))?.[0] ?? '';
  return { start: lineStart(text, start), end: last + lineBreak.length };
}
