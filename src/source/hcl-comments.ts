import { type Comment, commentAt } from './comment.ts';
import type { SourceFile } from './source-file.ts';

const comment = /#[^\r\n]*|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;

/** A text that begins with `<<NAME` and ends with a line that says NAME. */
const hereDocument = /<<-?(\w+)[^\n]*\n(?:[\s\S]*?\n)??[ \t]*\1\b/y;

/** The comments of an HCL file. In a quoted text there are none, but for what is interpolated in it. */
export function hclComments({ text }: SourceFile): Comment[] {
  const comments: Comment[] = [];
  const open: string[] = [];
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (open.at(-1) === '"') {
      if (character === '\\') index++;
      else if (character === '"' || character === '\n') open.pop();
      else if (/^[$%]\{/.test(text.slice(index, index + 2))) {
        open.push('{');
        index++;
      }
      continue;
    }
    const found = '#/'.includes(character) ? match(comment, text, index) : '';
    if (found !== '') comments.push(commentAt(text, { start: index, end: index + found.length }));
    const skipped = character === '<' ? match(hereDocument, text, index) : found;
    if (skipped !== '') index += skipped.length - 1;
    else if (character === '"' || character === '{') open.push(character);
    else if (character === '}') open.pop();
  }
  return comments;
}

function match(pattern: RegExp, text: string, index: number): string {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0] ?? '';
}
