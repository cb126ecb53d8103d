import { Field } from '../model/field.ts';
import type { Place } from '../source/place.ts';
import { member } from './member.ts';
import { inLoop, report, type Scope } from './scope.ts';

type EvaluateValue = (value: unknown, at: Place, scope: Scope) => Field;

interface PropertyCopy {
  readonly name: string;
  readonly copy: Record<string, unknown>;
  readonly index: number;
}

/** The name under which loops of properties are written. */
export const isCopy = (name: string): boolean => name.length === 4 && name.toLowerCase() === 'copy';

/** The loops of a `copy` property: each makes a list under its own name. Empty for every other property. */
export function propertyCopies(name: string, value: unknown): readonly PropertyCopy[] {
  if (!isCopy(name) || !Array.isArray(value)) return [];
  const copies = value.map((copy, index) => ({ name: String(member(copy, 'name')?.value), copy, index }));
  return copies.every(({ copy }) => member(copy, 'name') && member(copy, 'input')) ? copies : [];
}

/** The number of turns of a loop: undefined when only the deployment knows it. Reports a count that is no number. */
export function copyCount(copy: unknown, at: Place, scope: Scope, evaluate: EvaluateValue): Field {
  const count = member(copy, 'count');
  if (!count) return Field.unknown('copy()', 'the copy loop has no count', at);
  const field = evaluate(count.value, at.child(count.name), scope);
  const { number } = field;
  if (field.state === 'unknown' || (number !== undefined && number >= 0 && Number.isInteger(number))) return field;
  const message = 'the count of a copy loop must be a whole number that is not negative';
  report(scope, { kind: 'template-error', at: field.at, message }, [field]);
  return Field.unknown(`copy(${field.canonical()})`, message, at);
}

/** A property loop: `input` once for each turn. Of an unknown count, one turn with an unknown index stands for all. */
export function copiedProperty(copy: unknown, at: Place, scope: Scope, evaluate: EvaluateValue): Field {
  const count = copyCount(copy, at, scope, evaluate);
  const input = member(copy, 'input');
  const loop = String(member(copy, 'name')?.value ?? '');
  const turn = (index: Field) =>
    input ? evaluate(input.value, at.child(input.name), inLoop(scope, loop, index, true)) : Field.scalar(null, at);
  const { number: times } = count;
  if (times === undefined) {
    const item = turn(unknownIndex(loop, at));
    const term = `copy(${count.canonical()},${item.canonical()})`;
    return Field.unknown(term, count, at, [], { items: [item] });
  }
  if (!scope.run.expand(times))
    return Field.unknown(scope.run.uniqueTerm('limit'), 'a limit of the evaluation was hit', at);
  return Field.list(
    Array.from({ length: times }, (_, index) => turn(Field.scalar(index, at))),
    at,
  );
}

/** The index of a loop whose count is unknown. */
export const unknownIndex = (loop: string, at: Place): Field =>
  Field.unknown(`copyindex(${loop.toLowerCase()})`, 'the count of the copy loop is unknown', at, [], {
    isSegment: true,
  });
