import { type Comment, commentAt } from './comment.ts';
import { hereDocumentLength } from './here-document.ts';
import type { SourceFile } from './source-file.ts';

const comment = /#[^\r\n]*|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;

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
    comment.lastIndex = index;
    const found = '#/'.includes(character) ? (comment.exec(text)?.[0] ?? '') : '';
    if (found !== '') comments.push(commentAt(text, { start: index, end: index + found.length }));
    const skipped = character === '<' ? hereDocumentLength(text, index) : found.length;
    if (skipped > 0) index += skipped - 1;
    else if (character === '"' || character === '{') open.push(character);
    else if (character === '}') open.pop();
  }
  return comments;
}
