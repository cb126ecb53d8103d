import { Field } from '../../model/field.ts';
import { membersOf } from '../../model/members.ts';
import { type Call, kindOf } from './call.ts';
import { type ArmFunction, define } from './define.ts';

/** A truth value, as a condition takes it; anything else known is an error of the call. */
function truth(call: Call, index: number): boolean | Field {
  const value = call.arg(index);
  if (value.boolean !== undefined) return value.boolean;
  if (value.state === 'unknown') return value;
  return call.fail(`${call.expression.name}() takes true or false, not ${kindOf(value)}`, index, [value]);
}

/** `and` is decided by one false, `or` by one true, whatever comes after; an unknown before it only matters if not. */
const connective = (name: 'and' | 'or', decisive: boolean): ArmFunction =>
  define('logical', name, [2, Number.POSITIVE_INFINITY], (call) => {
    let open: Field | undefined;
    for (let index = 0; index < call.count; index++) {
      const value = open ? call.scope.run.perhaps(() => truth(call, index)) : truth(call, index);
      if (value === decisive) return Field.scalar(decisive, call.at);
      if (typeof value !== 'boolean') open ??= value;
    }
    return open ? call.scope.run.perhaps(() => call.unknown(open.reason)) : call.value(!decisive);
  });

/**
 * `and`, `or` and `if` look only at what decides the result.
 * Source: "Logical functions for ARM templates" (read 2026-11-22).
 */
export const logicalFunctions: readonly ArmFunction[] = [
  connective('and', false),
  connective('or', true),
  define('logical', 'if', [3, 3], (call) => {
    const condition = truth(call, 0);
    if (typeof condition === 'boolean') return call.arg(condition ? 1 : 2);
    return call.scope.run.perhaps(() => {
      const [yes, no] = [call.arg(1), call.arg(2)];
      // Both ways give the same value: the condition does not matter.
      if (yes.canonical() === no.canonical()) return yes;
      return either(call, condition, yes, no);
    });
  }),
  define('logical', 'not', [1, 1], (call) => {
    const value = truth(call, 0);
    return typeof value === 'boolean' ? call.value(!value) : call.unknown(value.reason);
  }),
  define('logical', 'true', [0, 0], (call) => call.value(true)),
  define('logical', 'false', [0, 0], (call) => call.value(false)),
  define('logical', 'bool', [1, 1], (call) => {
    const value = call.arg(0);
    if (value.state === 'unknown') return call.unknown();
    if (value.boolean !== undefined) return call.value(value.boolean);
    if (value.value === 1 || value.value === 0) return call.value(value.value === 1);
    return call.fail(`bool() takes "true", "false", 1 or 0, not ${kindOf(value)}`, 0);
  }),
];

/** One of two objects, as far as they agree: a property that both have equally is known. */
function either(call: Call, condition: Field, yes: Field, no: Field): Field {
  const args = [condition, yes, no];
  if (!yes.isObject || !no.isObject) return call.unknown(condition.reason, args);
  const others = new Set(no.names());
  const shared = yes.names().filter((name) => others.has(name));
  call.scope.run.spend(others.size + shared.length);
  const choices = shared.map((name) => {
    const [a, b] = [yes.memberNamed(name), no.memberNamed(name)];
    const choice = a.canonical() === b.canonical() ? a : either(call, condition, a, b);
    return [name, () => choice] as const;
  });
  return call.unknown(condition.reason, args, { members: membersOf(choices) });
}
