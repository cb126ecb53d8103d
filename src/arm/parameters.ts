import { Field } from '../model/field.ts';
import { type Document, Place } from '../source/place.ts';
import { evaluateValue } from './evaluate.ts';
import type { Scope } from './scope.ts';

type PlainObject = Record<string, unknown>;

/** A property of a plain object, whatever the case of its name. */
export function member(object: unknown, name: string): { name: string; value: unknown } | undefined {
  if (object === null || typeof object !== 'object' || Array.isArray(object)) return undefined;
  const written = Object.keys(object).find((key) => key.toLowerCase() === name.toLowerCase());
  return written === undefined ? undefined : { name: written, value: (object as PlainObject)[written] };
}

/** The value that is given for a parameter; undefined when none is. */
export type GivenParameter = (name: string) => Field | undefined;

/** The values of parameter files; a later file wins. A reference to a key vault is an unknown value. */
export function parametersOf(documents: readonly Document[], scope: Scope): GivenParameter {
  return (name) => {
    for (const document of [...documents].reverse()) {
      const all = member(document.value, 'parameters');
      const entry = all && member(all.value, name);
      if (!all || !entry) continue;
      return givenValue(name, entry.value, new Place(document).child(all.name).child(entry.name), scope);
    }
    return undefined;
  };
}

/** One entry of a parameter file or of a nested deployment: `{ value }` or `{ reference }`. */
export function givenValue(name: string, entry: unknown, at: Place, scope: Scope): Field | undefined {
  if (member(entry, 'reference')) {
    return Field.unknown(`parameters('${name.toLowerCase()}')`, `parameter "${name}" comes from Key Vault`, at);
  }
  const value = member(entry, 'value');
  return value && evaluateValue(value.value, at.child(value.name), scope);
}

/** The parameters of a template: given values, else defaults, else unknown. Secure values are never looked at. */
export function declaredParameters(
  declarations: unknown,
  at: Place,
  given: GivenParameter,
  scope: () => Scope,
): (name: string) => Field | undefined {
  const made = new Map<string, Field | undefined>();
  const open = new Set<string>();
  return (name) => {
    const key = name.toLowerCase();
    if (made.has(key)) return made.get(key);
    const declaration = member(declarations, name);
    if (!declaration) return undefined;
    const place = at.child(declaration.name);
    const term = `parameters('${key}')`;
    if (open.has(key)) return Field.unknown(term, `parameter "${name}" refers to itself`, place);
    open.add(key);
    const field =
      resolvedValue(name, declaration.value, place, given, scope()) ??
      Field.unknown(term, `parameter "${name}" has no value`, place);
    open.delete(key);
    made.set(key, field);
    return field;
  };
}

function resolvedValue(
  name: string,
  declaration: unknown,
  at: Place,
  given: GivenParameter,
  scope: Scope,
): Field | undefined {
  const type = String(member(declaration, 'type')?.value ?? '').toLowerCase();
  if (type.startsWith('secure'))
    return Field.unknown(`parameters('${name.toLowerCase()}')`, `parameter "${name}" is secure`, at);
  const value = given(name);
  // Null asks for the default.
  if (value && value.value !== null) return value;
  const fallback = member(declaration, 'defaultValue');
  if (fallback) return evaluateValue(fallback.value, at.child(fallback.name), scope);
  return member(declaration, 'nullable')?.value === true ? Field.scalar(null, at) : value;
}
