import { Field } from '../model/field.ts';

type Text = readonly (string | Field)[];

/**
 * The segments between the slashes of a text that is known in part; undefined when an unknown part of it may have
 * slashes of its own.
 */
export function segmentsOf(text: Field): readonly Field[] | undefined {
  if (!text.isSegmented) return undefined;
  const segments: Text[] = [];
  let open: (string | Field)[] = [];
  for (const part of text.parts ?? []) {
    const [first = part, ...others] = typeof part === 'string' ? part.split('/') : [];
    open.push(first);
    for (const other of others) {
      segments.push(open);
      open = [other];
    }
  }
  segments.push(open);
  return segments.map((segment) => Field.text(segment, text.at).as(text));
}
