import { Field } from '../model/field.ts';
import type { Place } from '../source/place.ts';

/*
 * Text that another tool fills in before anything is deployed: `{{ vlan }}` (Helm, Jinja), `${VLAN}` (a shell,
 * envsubst), `$(vlan)` and `#{vlan}#` (pipelines). What will stand there is unknown, not wrong.
 */
const placeholder = /\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\([^()]*\)|#\{[^{}]*\}#/;

/**
 * The text of a value that has a placeholder in it; undefined for any other. `vlan: {{ vlan }}` without quotes is YAML
 * too: a mapping whose one key is a mapping.
 */
export function placeholderText(value: unknown): string | undefined {
  if (typeof value === 'string') return placeholder.test(value) ? value.trim() : undefined;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const [name, ...others] = Object.keys(value);
  const isMappingAsKey = name !== undefined && others.length === 0 && /^\{[^{}]*\}$/.test(name);
  return isMappingAsKey ? `{${name}}` : undefined;
}

/** Plain data as a field, in which a value with a placeholder is unknown. */
export function filledIn(value: unknown, at: Place): Field {
  const text = placeholderText(value);
  if (text !== undefined) {
    return Field.unknown(JSON.stringify(text), `placeholder ${text} is filled in before deployment`, at);
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) => filledIn(item, at.child(index)));
    return Field.list(items, at);
  }
  const plain = Field.of(value, at);
  if (!plain.isObject) return plain;
  const made = new Map<string, Field>();
  return Field.object(
    {
      names: () => plain.names(),
      get(name) {
        const { state, at: place } = plain.memberNamed(name);
        if (state === 'absent') return undefined;
        const written = place.step as string;
        const field = made.get(written) ?? filledIn((value as Record<string, unknown>)[written], place);
        made.set(written, field);
        return field;
      },
    },
    at,
  );
}
