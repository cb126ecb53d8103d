import { Field } from '../../model/field.ts';
import type { Expression } from '../syntax.ts';
import { type Call, kindOf } from './call.ts';
import { type ArmFunction, define } from './define.ts';
import { fromEntries } from './object.ts';

/** A lambda: its body evaluated with values for its variables. */
type Lambda = (...values: readonly Field[]) => Field;

/** The lambda that stands as an argument; a message when it is none. */
function lambdaAt(call: Call, index: number, most: number): Lambda | string {
  const expression = call.expression.args[index];
  if (expression?.kind !== 'call' || expression.name.toLowerCase() !== 'lambda')
    return `${call.expression.name}() takes a lambda here, as in lambda('item', …)`;
  const body = expression.args.at(-1);
  const names = expression.args.slice(0, -1).map((argument) => nameOf(argument));
  if (!body || names.includes(undefined)) return 'the variables of a lambda are texts in quotes';
  if (names.length > most) return `this lambda takes at most ${most} variables, but has ${names.length}`;
  return (...values) => {
    let { lambdas } = call.scope;
    for (const [position, name = ''] of names.entries())
      lambdas = { name, value: values[position] ?? Field.scalar(null, call.at), outer: lambdas };
    const scope = { ...call.scope, lambdas };
    return call.evaluate(body, scope);
  };
}

const nameOf = (expression: Expression): string | undefined =>
  expression.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined;

/** The arguments before and between lambdas; for an unknown one the call stays unknown. */
const values = (call: Call, count: number): Field[] => Array.from({ length: count }, (_, index) => call.arg(index));

/** A function of a list and a lambda. An unknown list gives an unknown result; an unknown item does not. */
const ofList = (
  name: string,
  arity: ArmFunction['arity'],
  lambdas: readonly { readonly at: number; readonly most: number }[],
  evaluate: (call: Call, items: readonly Field[], lambdas: readonly Lambda[]) => Field | undefined,
): ArmFunction =>
  define('lambda', name, arity, (call) => {
    const plainArguments = values(call, lambdas[0]?.at ?? call.count);
    const [list] = plainArguments as [Field];
    const made: Lambda[] = [];
    for (const { at, most } of lambdas) {
      if (at >= call.count) continue;
      const lambda = lambdaAt(call, at, most);
      if (typeof lambda === 'string') return call.fail(lambda, at, plainArguments);
      made.push(lambda);
    }
    if (list.state === 'unknown') return unknown(call, plainArguments, made);
    if (!list.isList) return call.fail(`${name}() takes a list, not ${kindOf(list)}`, 0, [list]);
    return evaluate(call, list.items(), made) ?? unknown(call, plainArguments, made);
  });

/** A call whose result depends on an unknown: its lambdas stand in its term with variables that have no value. */
function unknown(call: Call, args: readonly Field[], lambdas: readonly Lambda[]): Field {
  // Variables are told apart by their position and by the lambdas around: their names do not matter.
  let depth = 0;
  for (let { lambdas: outer } = call.scope; outer; outer = outer.outer) depth++;
  const variables = [0, 1, 2].map((position) =>
    Field.unknown(`lambda(${depth + position})`, 'the list is unknown', call.at),
  );
  const bodies = call.scope.run.perhaps(() => lambdas.map((lambda) => lambda(...variables)));
  return call.unknown(args.find((argument) => argument.reason !== undefined)?.reason, [...args, ...bodies]);
}

const index = (call: Call, position: number): Field => Field.scalar(position, call.at);

/** Source: "Lambda functions for ARM templates" (read 2026-11-22). */
export const lambdaFunctions: readonly ArmFunction[] = [
  ofList('filter', [2, 2], [{ at: 1, most: 2 }], (call, items, [keep]) => {
    const kept: Field[] = [];
    for (const [position, item] of items.entries()) {
      const decision = keep?.(item, index(call, position));
      if (decision?.boolean === undefined) {
        if (decision?.state === 'unknown') return undefined;
        return call.fail('the lambda of filter() must give true or false', 1, [call.arg(0)]);
      }
      if (decision.boolean) kept.push(item);
    }
    return call.list(kept, [call.arg(0)]);
  }),
  ofList('map', [2, 2], [{ at: 1, most: 2 }], (call, items, [lambda]) =>
    call.list(
      items.map((item, position) => lambda?.(item, index(call, position)) ?? item),
      [call.arg(0)],
    ),
  ),
  ofList('reduce', [3, 3], [{ at: 2, most: 3 }], (call, items, [lambda]) =>
    items.reduce<Field>(
      (result, item, position) => lambda?.(result, item, index(call, position)) ?? result,
      call.arg(1),
    ),
  ),
  ofList('sort', [2, 2], [{ at: 1, most: 2 }], (call, items, [isBefore]) => {
    const sorted: Field[] = [];
    // Insertion keeps the order of equals, and asks the lambda no more than it must.
    for (const item of items) {
      let position = sorted.length;
      while (position > 0) {
        const decision = isBefore?.(item, sorted[position - 1] as Field);
        if (decision?.state === 'unknown') return undefined;
        if (decision?.boolean !== true) break;
        position--;
      }
      sorted.splice(position, 0, item);
    }
    return call.list(sorted, [call.arg(0)]);
  }),
  ofList(
    'toObject',
    [2, 3],
    [
      { at: 1, most: 1 },
      { at: 2, most: 1 },
    ],
    (call, items, [keyOf, toValue]) => {
      const entries: [string, Field][] = [];
      for (const item of items) {
        const key = keyOf?.(item);
        if (key?.state === 'unknown') return undefined;
        if (key?.string === undefined) return call.fail('the keys of toObject() must be texts', 1, [call.arg(0)]);
        entries.push([key.string, toValue?.(item) ?? item]);
      }
      return fromEntries(call, entries, [call.arg(0)]);
    },
  ),
  ofList(
    'groupBy',
    [2, 3],
    [
      { at: 1, most: 1 },
      { at: 2, most: 1 },
    ],
    (call, items, [keyOf, toValue]) => {
      const groups = new Map<string, Field[]>();
      for (const item of items) {
        const key = keyOf?.(item);
        if (key?.state === 'unknown') return undefined;
        if (key?.string === undefined) return call.fail('the keys of groupBy() must be texts', 1, [call.arg(0)]);
        const group = groups.get(key.string) ?? [];
        group.push(toValue?.(item) ?? item);
        groups.set(key.string, group);
      }
      // No source says whether names that differ in case only make one group.
      if (new Set([...groups.keys()].map((key) => key.toLowerCase())).size < groups.size) return undefined;
      const entries = [...groups].map(([key, group]): [string, Field] => [key, Field.list(group, call.at)]);
      return fromEntries(call, entries, [call.arg(0)]);
    },
  ),
  define('lambda', 'mapValues', [2, 2], (call) => {
    const object = call.arg(0);
    const lambda = lambdaAt(call, 1, 1);
    if (typeof lambda === 'string') return call.fail(lambda, 1, [object]);
    if (object.state === 'unknown') return unknown(call, [object], [lambda]);
    if (!object.isObject) return call.fail(`mapValues() takes an object, not ${kindOf(object)}`, 0, [object]);
    const entries = object.names().map((name): [string, Field] => [name, lambda(object.memberNamed(name))]);
    return fromEntries(call, entries, [object]);
  }),
  define('lambda', 'lambdaVariables', [1, 1], (call) => {
    const name = call.arg(0).string;
    for (let { lambdas } = call.scope; lambdas; lambdas = lambdas.outer) {
      if (lambdas.name.toLowerCase() === name?.toLowerCase()) return lambdas.value;
    }
    return call.fail(`there is no lambda variable "${name}" here`, 0);
  }),
  define('lambda', 'lambda', [1, Number.POSITIVE_INFINITY], (call) =>
    call.fail('a lambda can only be an argument of a function that takes one', undefined, []),
  ),
];
