import { Field } from '../model/field.ts';

/**
 * The segments between the slashes of a text that is known in part; undefined when an unknown part of it may have
 * slashes of its own.
 */
export const segmentsOf = (text: Field): readonly Field[] | undefined =>
  text.isSegmented ? piecesOf(text) : undefined;

/**
 * The pieces between the known slashes of a text. Where it must have as many segments as there are pieces, these are
 * its segments. Undefined for what is no text as far as can be told.
 */
export function piecesOf(text: Field): readonly Field[] | undefined {
  if (!text.parts) return undefined;
  const pieces: (readonly (string | Field)[])[] = [];
  let open: (string | Field)[] = [];
  for (const part of text.parts) {
    const [first = part, ...others] = typeof part === 'string' ? part.split('/') : [];
    open.push(first);
    for (const other of others) {
      pieces.push(open);
      open = [other];
    }
  }
  pieces.push(open);
  return pieces.map((piece) => Field.text(piece, text.at).as(text));
}
