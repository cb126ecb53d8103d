import type { Span } from './source-file.ts';

/*
 * Text inside another text: a script in a YAML scalar or a block of Markdown. Readers see the script alone; positions
 * lead back to the file.
 */

/**
 * For each character of a YAML scalar, where it stands in the file. Works for every style: white space may have become
 * other white space (folding, indentation, escapes), everything else stands there in its order.
 *
 * @param span of the scalar, with its quotes or its header
 */
export function offsetsOfScalar(source: string, span: Span, value: string): number[] {
  const header = /^[|>][^\r\n]*\r?\n/.exec(source.slice(span.start, span.end))?.[0] ?? '';
  const isQuoted = header === '' && source.charAt(span.start) === '"';
  let position = span.start + header.length;
  const offsets: number[] = [];
  for (const character of value) {
    if (/\s/.test(character)) {
      offsets.push(position);
      if (isQuoted && /\\[nrt]/.test(source.slice(position, position + 2))) position += 2;
      else if (character === '\n') {
        const end = source.indexOf('\n', position);
        if (end >= 0 && end < span.end) position = end + 1;
      } else if (/\s/.test(source.charAt(position))) position++;
      continue;
    }
    const found = source.indexOf(character, position);
    position = found >= 0 && found < span.end ? found : position;
    for (let unit = 0; unit < character.length; unit++) offsets.push(position + unit);
    position += character.length;
  }
  offsets.push(position);
  return offsets;
}

/** A block of code of a Markdown text. */
export interface Fence {
  /** The word behind the opening fence, lower case. */
  readonly language: string;
  readonly text: string;
  /** For each character, where it stands in the file. */
  readonly offsets: readonly number[];
}

/** The fenced blocks of code of a Markdown text, without the indentation that a list gives them. */
export function fencesOf(markdown: string): Fence[] {
  const fences: Fence[] = [];
  const block = /^([^\S\r\n]*)(`{3,}|~{3,})[^\S\r\n]*([\w+-]*)[^\r\n]*\r?\n([\s\S]*?)^[^\S\r\n]*\2[^\S\r\n]*$/gm;
  for (const { 0: all, 1: indent = '', 3: language = '', 4: body = '', index } of markdown.matchAll(block)) {
    let offset = index + all.length - (all.match(/[^\r\n]*$/)?.[0].length ?? 0) - body.length;
    let text = '';
    const offsets: number[] = [];
    for (const line of body.split(/(?<=\n)/)) {
      const skipped = line.startsWith(indent) ? indent.length : 0;
      for (let column = skipped; column < line.length; column++) offsets.push(offset + column);
      text += line.slice(skipped);
      offset += line.length;
    }
    fences.push({ language: language.toLowerCase(), text, offsets: [...offsets, offset] });
  }
  return fences;
}
