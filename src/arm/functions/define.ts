import type { Field } from '../../model/field.ts';
import type { PlainValue } from '../values/json.ts';
import { attempt, type Call, converted, kindOf } from './call.ts';

/** Groups of functions, as the documentation has them: one page each. */
export type Group =
  | 'array'
  | 'cidr'
  | 'comparison'
  | 'date'
  | 'deployment'
  | 'lambda'
  | 'logical'
  | 'numeric'
  | 'object'
  | 'resource'
  | 'scope'
  | 'string';

/** How much of a function's result can be known before deployment. */
export type Knowledge =
  /** All of it when the arguments are known, and often a part when they are not. */
  | 'evaluated'
  /** What the template itself says. */
  | 'from the template'
  /** Only what the caller tells about the deployment, such as its resource group. */
  | 'from the context'
  /** Nothing: it is an unknown with its reason. */
  | 'during deployment';

/** A function of the template language. */
export interface ArmFunction {
  /** In the spelling of its documentation. */
  readonly name: string;
  readonly group: Group;
  /** Least and greatest number of arguments. */
  readonly arity: readonly [least: number, greatest: number];
  readonly knowledge: Knowledge;
  evaluate(call: Call): Field;
}

const documentation = 'https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-';

/** The page and heading that documents a function. */
export const pageOf = ({ group, name }: ArmFunction): string => `${documentation}${group}#${name.toLowerCase()}`;

/** A function that decides itself which arguments it looks at, and what it makes of unknown ones. */
export const define = (
  group: Group,
  name: string,
  arity: ArmFunction['arity'],
  evaluate: (call: Call) => Field,
  knowledge: Knowledge = 'evaluated',
): ArmFunction => ({ name, group, arity, knowledge, evaluate });

/** What an argument must be; numbers are whole numbers of 64 bits. */
export type Kind = 'text' | 'number' | 'object' | 'any';

/** Kinds of the arguments; those after `optional` may be left out, and of `rest` there may be any number. */
interface Arguments {
  readonly takes: readonly Kind[];
  readonly optional?: number;
  readonly rest?: true;
}

/**
 * A function of plain values: unknown when any part of an argument is.
 *
 * @param compute may throw ValueError; it gets what `takes` promises
 */
export const plain = (
  group: Group,
  name: string,
  { takes, optional = 0, rest }: Arguments,
  // What the arguments are is said, and checked, by `takes`.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  compute: (...args: any[]) => PlainValue,
  options: { readonly isConversion?: boolean } = {},
): ArmFunction =>
  define(group, name, [takes.length - optional, rest ? Number.POSITIVE_INFINITY : takes.length], (call) => {
    const args = call.args();
    const wanted = (index: number) => takes[Math.min(index, takes.length - 1)] as Kind;
    const wrong = args.findIndex((argument, index) => !isOfKind(argument, wanted(index)));
    if (wrong >= 0)
      return call.fail(`${name}() takes ${kindWords[wanted(wrong)]} here, not ${kindOf(args[wrong] as Field)}`, wrong);
    const values = args.map((argument) => {
      call.scope.run.spend(argument.size ?? 0);
      return argument.plain() as PlainValue;
    });
    if (values.includes(undefined as never)) return call.unknown();
    return attempt(call, () => {
      const value = compute(...values);
      return options.isConversion ? converted(call, args[0] as Field, value) : call.value(value, args);
    });
  });

const kindWords: Readonly<Record<Kind, string>> = {
  text: 'text',
  number: 'a whole number',
  object: 'an object',
  any: 'a value',
};

function isOfKind(field: Field, kind: Kind): boolean {
  if (field.state === 'unknown') return kind !== 'number' || field.parts === undefined;
  switch (kind) {
    case 'text':
      return field.string !== undefined;
    case 'number':
      return typeof field.value === 'bigint' || Number.isInteger(field.value);
    case 'object':
      return field.isObject;
    case 'any':
      return true;
  }
}
