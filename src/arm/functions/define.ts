import { Field } from '../../model/field.ts';
import type { Place } from '../../source/place.ts';
import type { Scope } from '../scope.ts';
import type { Expression } from '../syntax.ts';

/** What a function gets: unevaluated arguments, so that `if` looks at one branch only. */
export interface Call {
  readonly args: readonly Expression[];
  /** The string the expression stands in. */
  readonly at: Place;
  readonly scope: Scope;
  evaluate(argument: Expression): Field;
}

/** A function of the template language. */
export interface ArmFunction {
  readonly name: string;
  /** Its documentation page. */
  readonly page: string;
  call(call: Call): Field;
}

const pages = 'https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-';

/** A function that sees its arguments evaluated. When one it needs is unknown, so is the result. */
export function eager(
  group: string,
  name: string,
  compute: (args: readonly Field[], call: Call) => Field | string | number | boolean | null | undefined,
  options: { readonly unknowns?: boolean } = {},
): ArmFunction {
  return {
    name,
    page: `${pages}${group}#${name.toLowerCase()}`,
    call(call) {
      const args = call.args.map((argument) => call.evaluate(argument));
      if (!options.unknowns) {
        const unknown = args.find((argument) => argument.state === 'unknown');
        if (unknown) return unknownCall(name, args, unknown.reason ?? '', call.at);
      }
      const result = compute(args, call);
      if (result === undefined) return unknownCall(name, args, `${name}() can't take these arguments`, call.at);
      if (result instanceof Field) return result;
      return Field.scalar(result, call.at, origins(args, call.at));
    },
  };
}

/** A function that decides itself which arguments it looks at. */
export const lazy = (group: string, name: string, call: (call: Call) => Field): ArmFunction => ({
  name,
  page: `${pages}${group}#${name.toLowerCase()}`,
  call,
});

/** A call whose result only the deployment knows. */
export const unknownCall = (name: string, args: readonly Field[], reason: string, at: Place): Field =>
  Field.unknown(
    `${name.toLowerCase()}(${args.map((argument) => argument.canonical()).join(',')})`,
    reason,
    at,
    origins(args, at),
  );

/** The places that a computed value came from, beside the expression itself. */
export function origins(args: readonly Field[], at: Place): Place[] {
  const places: Place[] = [];
  for (const place of args.flatMap((argument) => [argument.at, ...argument.via])) {
    if (!place.equals(at) && !places.some((known) => known.equals(place))) places.push(place);
  }
  return places;
}
