import { Field } from '../model/field.ts';
import { membersOf } from '../model/members.ts';
import type { Place } from '../source/place.ts';
import { copiedProperty } from './copy.ts';
import { evaluateValue } from './evaluate.ts';
import { isObject, member } from './member.ts';
import { Named } from './named.ts';
import { isSecure } from './parameters.ts';
import type { Part, Scope } from './scope.ts';

/** What outputs are evaluated with. */
interface OutputOptions {
  /** The section of type definitions. */
  readonly definitions: Part;
  readonly qualifier: string;
  readonly scope: Scope;
}

/**
 * Name → `{ type, value }` of each output whose condition does not rule it out. Source: "Outputs in ARM templates" (read
 * 2026-11-22).
 */
export function declaredOutputs({ value, at }: Part, { definitions, qualifier, scope }: OutputOptions): Field {
  const term = (name: string) => `${qualifier}outputs('${name.toLowerCase()}')`;
  const output = (name: string, declaration: unknown): Field => {
    const place = at.child(name);
    return Field.record(
      {
        type: Field.of(member(declaration, 'type')?.value, place.child('type')),
        value: isSecure(declaration, definitions.value)
          ? Field.unknown(term(name), `output "${name}" is secure`, place)
          : outputValue(declaration, place, { ...scope, isEager: true }),
      },
      place,
    );
  };
  const outputs = new Named(
    Object.entries(isObject(value) ? value : {})
      .filter(([name, declaration]) => isDeployed(declaration, at.child(name), scope))
      .map(([name, declaration]) => ({
        name,
        evaluate: () => output(name, declaration),
        circular: () => {
          const message = `output "${name}" takes its value from itself`;
          scope.run.report({ kind: 'template-error', at: at.key(name), message });
          return Field.unknown(term(name), message, at.key(name));
        },
      })),
  );
  return Field.object(membersOf(outputs.names.map((name) => [name, () => outputs.get(name) as Field])), at);
}

function isDeployed(declaration: unknown, at: Place, scope: Scope): boolean {
  const condition = member(declaration, 'condition');
  return !condition || evaluateValue(condition.value, at.child(condition.name), scope).boolean !== false;
}

function outputValue(declaration: unknown, at: Place, scope: Scope): Field {
  const copy = member(declaration, 'copy');
  if (copy && isObject(copy.value))
    return copiedProperty({ name: '', ...copy.value }, at.child(copy.name), scope, evaluateValue);
  const value = member(declaration, 'value');
  return value ? evaluateValue(value.value, at.child(value.name), scope) : Field.scalar(null, at);
}
