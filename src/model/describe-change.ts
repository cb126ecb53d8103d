import { type Change, oldState } from './change.ts';
import { isBlank, pointAt, wasIn } from './compare.ts';
import { describe } from './describe.ts';
import type { Field } from './field.ts';
import type { FixedChange } from './fixed-properties.ts';

/** Where a property that can't change is changed, and in what words: a sentence that lacks what to do about it. */
export function describeChange(change: Change, { path, before, after }: FixedChange) {
  const name = path
    .replaceAll('[]', '')
    .replace(/\.properties(?=\.|$)/g, '')
    .replace(/^properties\./, '');
  const of = describe(change.after);
  const words = isBlank(after)
    ? `${name} "${textOf(before)}" of ${of} is removed.`
    : isBlank(before)
      ? `${name} "${textOf(after)}" is added to ${of}.`
      : `${name} of ${of} is changed to "${textOf(after)}"; the ${oldState(change)} has "${textOf(before)}".`;
  return { ...pointAt(after, wasIn(change, before, isBlank(before) ? 'none' : textOf(before))), words };
}

/** A value in one line, whatever its kind; an object with a name is that. */
function textOf(field: Field): string {
  if (field.state === 'unknown') return `[${field.term}]`;
  if (field.isList) return field.items().map(textOf).join(', ');
  if (!field.isObject) return String(field.value);
  return (
    field.get('name').string ??
    field
      .names()
      .map((name) => `${name}: ${textOf(field.get(name))}`)
      .join(', ')
  );
}
