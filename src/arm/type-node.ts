import type { Field } from '../model/field.ts';

/** A longer chain of references is a circle, or meant to keep us busy. */
const longestChain = 32;

/**
 * A type as the template declares it: a parameter, a property, an item. Behind its `$ref` stand the definitions that it
 * refers to; a keyword written beside a `$ref` goes before the same keyword of the definition.
 */
export interface TypeNode {
  /** The value of a keyword; undefined when it isn't written anywhere. */
  keyword(name: string): Field | undefined;
}

/**
 * Follows the references of a type node. Undefined when it isn't an object or a reference leads nowhere: nothing can
 * be said about a value of such a type.
 */
export function typeNode(node: Field, definitions: Field | undefined): TypeNode | undefined {
  const chain: Field[] = [];
  for (let next: Field | undefined = node; next; ) {
    if (!next.isObject || chain.length === longestChain) return undefined;
    chain.push(next);
    const reference: Field = next.memberNamed('$ref');
    if (reference.state === 'absent') break;
    next = definitionAt(reference.string, definitions);
    if (!next) return undefined;
  }
  return {
    keyword(name) {
      for (const part of chain) {
        const field = part.memberNamed(name);
        if (field.state !== 'absent') return field;
      }
      return undefined;
    },
  };
}

/**
 * The definition at `#/definitions/name`, or a part of one: Bicep writes `#/definitions/name/properties/part`, with
 * the escapes of JSON pointers (RFC 6901) in a URI.
 */
function definitionAt(pointer: string | undefined, definitions: Field | undefined): Field | undefined {
  const prefix = '#/definitions/';
  if (!definitions || !pointer?.toLowerCase().startsWith(prefix)) return undefined;
  let field: Field | undefined = definitions;
  for (const step of pointer.slice(prefix.length).split('/')) {
    const name = unescapedStep(step);
    field = field?.isList ? field.items()[Number(name)] : field?.memberNamed(name);
  }
  return field;
}

function unescapedStep(step: string): string {
  let text = step;
  try {
    text = decodeURIComponent(step);
  } catch {
    // A lone percent sign is part of a name.
  }
  return text.replaceAll('~1', '/').replaceAll('~0', '~');
}
