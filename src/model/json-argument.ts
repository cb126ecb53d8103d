import { Field } from './field.ts';
import { membersOf } from './members.ts';
import { readShorthand } from './shorthand.ts';

/** What stands for the unknown parts of a text while it is read as JSON. */
const mark = /([\ue000-\uf8ff])/;

/**
 * JSON that is passed as one argument, with variables in it as far as that makes sense: `'[{"vlan": '"$vlan"'}]'`.
 * Everything in it stands where the argument does. Unknown when it is no JSON: a file (`@routes.json`), or the shorthand
 * of the command line. Names in snake case, which the command line takes too, become those of ARM.
 *
 * @param takesShorthand whether the command is one that takes the shorthand, which is read then
 */
export function jsonArgument(argument: Field, takesShorthand = false): Field {
  if (argument.isList || argument.isObject) return renamed(argument);
  const unknown: Field[] = [];
  const text = (argument.parts ?? [])
    .map((part) => (typeof part === 'string' ? part : String.fromCharCode(0xe000 + unknown.push(part) - 1)))
    .join('');
  // PowerShell wants the quotes escaped, so that the documentation has them that way.
  for (const candidate of [text, text.replaceAll('\\"', '"')]) {
    try {
      const value: unknown = JSON.parse(candidate.replace(/"(?:[^"\\]|\\.)*"?|[\ue000-\uf8ff]/gs, quoted));
      if (value !== null && typeof value === 'object') return toField(value, argument, unknown);
    } catch {
      // The other spelling, or no JSON.
    }
  }
  const value = takesShorthand ? readShorthand(text) : undefined;
  if (value !== undefined) return toField(value, argument, unknown);
  return Field.unknown(argument.canonical(), 'an argument that is no literal JSON', argument.at, argument.from);
}

const quoted = (found: string): string => (found.length === 1 ? `"${found}"` : found);

function toField(value: unknown, argument: Field, unknown: readonly Field[]): Field {
  const { at } = argument;
  if (Array.isArray(value)) {
    return Field.list(
      value.map((item) => toField(item, argument, unknown)),
      at,
    );
  }
  if (typeof value === 'string') {
    const parts = value
      .split(mark)
      .filter((part) => part !== '')
      .map((part) => (mark.test(part) ? (unknown[part.charCodeAt(0) - 0xe000] ?? part) : part));
    const [only = ''] = parts;
    return parts.length === 1 && typeof only !== 'string' ? only : Field.text(parts, at);
  }
  if (value === null || typeof value !== 'object') return Field.computed(value, at);
  const entries = Object.entries(value).map(
    ([name, item]) => [camelCase(name), () => toField(item, argument, unknown)] as const,
  );
  return Field.object(membersOf(entries), at);
}

/** A list or table of PowerShell, whose names may be in snake case, too. */
function renamed(field: Field): Field {
  if (field.isList) return Field.list(field.items().map(renamed), field.at);
  if (!field.isObject) return field;
  const entries = field.names().map((name) => [camelCase(name), () => renamed(field.memberNamed(name))] as const);
  return Field.object(membersOf(entries), field.at);
}

const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
