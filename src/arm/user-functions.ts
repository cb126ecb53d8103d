import type { Field } from '../model/field.ts';
import type { Place } from '../source/place.ts';
import { type Call, wrongCount } from './functions/call.ts';
import { member } from './member.ts';
import type { Part, Scope, UserFunction } from './scope.ts';

/**
 * The functions of a template's `functions` section, by `namespace.name` in lower case, with their names as written.
 * Source: "User-defined functions in ARM template" (read 2026-11-22).
 */
export function userFunctions({ value, at }: Part): ReadonlyMap<string, { name: string; body: UserFunction }> {
  const found = new Map<string, { name: string; body: UserFunction }>();
  for (const [index, space] of (Array.isArray(value) ? value : []).entries()) {
    const namespace = String(member(space, 'namespace')?.value ?? '');
    const members = member(space, 'members');
    if (!members || members.value === null || typeof members.value !== 'object') continue;
    for (const [own, declaration] of Object.entries(members.value)) {
      const output = member(declaration, 'output');
      const result = member(output?.value, 'value');
      if (!output || !result) continue;
      const parameters = member(declaration, 'parameters')?.value;
      const place = at.child(index).child(members.name).child(own).child(output.name).child(result.name);
      const name = `${namespace}.${own}`;
      found.set(name.toLowerCase(), {
        name,
        body: {
          parameters: (Array.isArray(parameters) ? parameters : []).map((one) => ({
            name: String(member(one, 'name')?.value),
            // A type of its own may allow null.
            isOptional: member(one, 'nullable')?.value === true || member(one, '$ref') !== undefined,
          })),
          output: { value: result.value, at: place },
        },
      });
    }
  }
  return found;
}

/** Parameters at the end that may be null need no argument. */
export const leastArguments = ({ parameters }: UserFunction): number =>
  parameters.findLastIndex(({ isOptional }) => !isOptional) + 1;

/** Calls a function of the template's own; undefined when there is none of that name. */
export function callUserFunction(
  call: Call,
  evaluate: (value: unknown, at: Place, scope: Scope) => Field,
): Field | undefined {
  const { expression, scope } = call;
  const body = scope.definitions.userFunction(expression.name);
  if (!body) return undefined;
  const { parameters, output } = body;
  const least = leastArguments(body);
  if (call.count > parameters.length || call.count < least)
    return call.fail(wrongCount(expression.name, call.count, least, parameters.length));
  scope.run.spend(parameters.length);
  const own = new Map(parameters.map(({ name }, index) => [name.toLowerCase(), call.arg(index)]));
  // A function sees its own parameters, not the loops and lambdas around its call.
  const { loops: _, lambdas: __, ...around } = scope;
  const result = evaluate(output.value, output.at, { ...around, own, isEager: true });
  return result.through(call.at);
}
