import { Field } from '../model/field.ts';
import type { Place } from '../source/place.ts';
import { copiedProperty, propertyCopies } from './copy.ts';
import { evaluateValue } from './evaluate.ts';
import { isObject } from './member.ts';
import { Named } from './named.ts';
import type { Part, Scope } from './scope.ts';

/**
 * The variables of a template; `copy` among them makes lists. Source: "Variables in ARM templates" (read 2026-11-22).
 *
 * @param scope what they are evaluated in, asked for when it is needed
 */
export function declaredVariables({ value, at }: Part, scope: () => Scope): Named {
  const whole = (): Scope => ({ ...scope(), isEager: true });
  const variable = (name: string, key: Place, evaluate: () => Field) => ({
    name,
    evaluate,
    circular: () => {
      const message = `variable "${name}" takes its value from itself`;
      scope().run.report({ kind: 'template-error', at: key, message });
      return Field.unknown(`variables('${name.toLowerCase()}')`, message, key);
    },
  });
  return new Named(
    Object.entries(isObject(value) ? value : {}).flatMap(([name, own]) => {
      const place = at.child(name);
      const copies = propertyCopies(name, own);
      return copies.length === 0
        ? [variable(name, at.key(name), () => evaluateValue(own, place, whole()))]
        : copies.map(({ name: loop, copy, index }) => {
            const turn = place.child(index);
            return variable(loop, turn, () => copiedProperty(copy, turn, whole(), evaluateValue));
          });
    }),
  );
}
