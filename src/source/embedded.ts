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
  let open: { indent: string; mark: string; language: string; text: string; offsets: number[] } | undefined;
  let offset = 0;
  for (const line of markdown.split(/(?<=\n)/)) {
    if (open === undefined) {
      const [, indent = '', mark, language = ''] = /^([^\S\n]*)(`{3,}|~{3,})[^\S\n]*([\w+-]*)/.exec(line) ?? [];
      if (mark !== undefined) open = { indent, mark, language: language.toLowerCase(), text: '', offsets: [] };
    } else if (line.trim() === open.mark) {
      const { language, text, offsets } = open;
      fences.push({ language, text, offsets: [...offsets, offset] });
      open = undefined;
    } else {
      const skipped = line.startsWith(open.indent) ? open.indent.length : 0;
      for (let column = skipped; column < line.length; column++) open.offsets.push(offset + column);
      open.text += line.slice(skipped);
    }
    offset += line.length;
  }
  return fences;
}
