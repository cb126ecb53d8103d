import { Lexer } from 'yaml';
import { type Comment, commentAt } from './comment.ts';
import type { SourceFile } from './source-file.ts';

/** What the lexer says of the tokens that follow: it stands for no text. */
const marks = new Set(['\u0002', '\u0018', '\u001f']);

/** The mark before a scalar, which may begin with anything. */
const scalarMark = '\u001f';

/** The comments of a YAML file. The parser keeps some of them only, without their place. */
export function yamlComments({ text }: SourceFile): Comment[] {
  const comments: Comment[] = [];
  let position = 0;
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (!marks.has(token)) {
      if (token.startsWith('#') && before !== scalarMark)
        comments.push(commentAt(text, { start: position, end: position + token.trimEnd().length }));
      position += token.length;
    }
    before = token;
  }
  return comments;
}
