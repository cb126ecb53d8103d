import { hereDocumentLength } from './here-document.ts';
import type { SyntaxProblem } from './place.ts';

/** What is wrong with the brackets and quotes of a text of HCL. */
export interface Unmatched {
  readonly problem: SyntaxProblem;
  /** What to write behind the text so that everything in it is closed. */
  readonly closing: string;
}

const closers: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['[', ']'],
  ['(', ')'],
  ['"', '"'],
]);

const comment = /#.*|\/\/.*|\/\*[\s\S]*?(?:\*\/|$)/y;

/**
 * The first bracket or quote that is not matched; undefined when all are. The parser's own error is often far behind
 * it, because nearly anything may stand between brackets.
 */
export function firstUnmatched(text: string): Unmatched | undefined {
  const open: { readonly at: number; readonly opener: string }[] = [];
  const closing = () =>
    open
      .map(({ opener }) => closers.get(opener))
      .reverse()
      .join('\n');
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const last = open.at(-1);
    if (last?.opener === '"') {
      if (character === '\n') return { problem: neverClosed(last), closing: closing() };
      if (character === '\\') index++;
      else if (character === '"') open.pop();
      else if (/^[$%]\{/.test(text.slice(index, index + 2))) open.push({ at: ++index, opener: '{' });
      continue;
    }
    comment.lastIndex = index;
    const skipped = '#/'.includes(character) ? (comment.exec(text)?.[0].length ?? 0) : 0;
    const length = character === '<' ? hereDocumentLength(text, index) : skipped;
    if (length > 0) index += length - 1;
    else if (closers.has(character)) open.push({ at: index, opener: character });
    else if ('}])'.includes(character)) {
      if (!last) return { problem: closesNothing(index, character), closing: '' };
      if (closers.get(last.opener) !== character) return { problem: neverClosed(last), closing: closing() };
      open.pop();
    }
  }
  const last = open.at(-1);
  return last && { problem: neverClosed(last), closing: closing() };
}

function neverClosed({ at, opener }: { at: number; opener: string }): SyntaxProblem {
  const message =
    opener === '"'
      ? 'this " is never closed. Add the missing ".'
      : `this "${opener}" is never closed. Add the missing "${closers.get(opener)}".`;
  return { span: { start: at, end: at + 1 }, message };
}

function closesNothing(at: number, closer: string): SyntaxProblem {
  const opener = [...closers].find(([, other]) => other === closer)?.[0];
  const message = `this "${closer}" closes nothing. Remove it, or add the missing "${opener}" before it.`;
  return { span: { start: at, end: at + 1 }, message };
}
