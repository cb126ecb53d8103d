import { type Comment, commentAt } from './comment.ts';
import type { SourceFile } from './source-file.ts';

/** A string, in which comment marks mean nothing, or a comment. What is never closed goes on to the end. */
const token = /"(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*'?|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;

/** The comments of a JSON file. Reading its values is quicker without them, so that they are looked for by themselves. */
export const jsonComments = ({ text }: SourceFile): Comment[] =>
  [...text.matchAll(token)].flatMap(({ 0: found, index }) =>
    found.startsWith('/') ? [commentAt(text, { start: index, end: index + found.length })] : [],
  );
