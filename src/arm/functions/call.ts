import { Field, type Partly } from '../../model/field.ts';
import type { Place } from '../../source/place.ts';
import { report, type Scope } from '../scope.ts';
import type { Expression, FunctionCall } from '../syntax.ts';
import type { PlainValue } from '../values/json.ts';
import { LimitError, UncertainError, ValueError } from '../values/value-error.ts';

/** Evaluates an expression in a scope; `at` is the string it stands in. */
export type Evaluate = (expression: Expression, at: Place, scope: Scope) => Field;

/** One call of a function: its arguments, evaluated when asked for, and the ways to answer. */
export class Call {
  readonly expression: FunctionCall;
  /** The string that the expression stands in. */
  readonly at: Place;
  readonly scope: Scope;
  readonly #evaluate: Evaluate;
  readonly #made: Field[] = [];

  constructor(expression: FunctionCall, at: Place, scope: Scope, evaluate: Evaluate) {
    this.expression = expression;
    this.at = at;
    this.scope = scope;
    this.#evaluate = evaluate;
  }

  /** Number of arguments. */
  get count(): number {
    return this.expression.args.length;
  }

  /** The value of an argument; null when there is none. */
  arg(index: number): Field {
    let made = this.#made[index];
    if (!made) {
      const expression = this.expression.args[index];
      made = expression ? this.#evaluate(expression, this.at, this.scope) : Field.scalar(null, this.at);
      this.#made[index] = made;
      this.scope.run.read(made.string?.length ?? 0);
    }
    return made;
  }

  /** The values of all arguments. */
  args(): Field[] {
    return this.expression.args.map((_, index) => this.arg(index));
  }

  /** Evaluates a part of the call in a scope of its own. */
  evaluate(expression: Expression, scope: Scope = this.scope): Field {
    return this.#evaluate(expression, this.at, scope);
  }

  /** A computed value. */
  value(value: PlainValue, args: readonly Field[] = this.args()): Field {
    if (typeof value === 'string') this.scope.run.write(value.length);
    if (Array.isArray(value)) this.scope.run.spend(value.length);
    return Field.computed(value, this.at, origins(args, this.at));
  }

  /**
   * A value that stays unknown: because an argument is, or for a reason of its own.
   *
   * @param partly what is known of it all the same
   */
  unknown(reason?: string, args: readonly Field[] = this.args(), partly: Partly = {}): Field {
    return Field.unknown(this.term(args), reason ?? reasonOf(args), this.at, origins(args, this.at), partly);
  }

  /** A list of fields. */
  list(items: readonly Field[], args: readonly Field[] = this.args()): Field {
    this.scope.run.spend(items.length);
    return Field.list(
      items.map((item) => item.through(this.at)),
      this.at,
      origins(args, this.at),
    );
  }

  /** The canonical spelling of this call. */
  term(args: readonly Field[] = this.args()): string {
    const term = `${this.expression.name.toLowerCase()}(${args.map((argument) => argument.canonical()).join(',')})`;
    this.scope.run.read(term.length);
    return term;
  }

  /**
   * An error: reported at the call or at one of its arguments, and unknown from here on. It is none when it comes of
   * a parameter's default that stands in for a value which the deployment will give.
   *
   * @param args the arguments that were looked at: a lambda has no value
   */
  fail(message: string, argument?: number, args?: readonly Field[]): Field {
    const part = (argument === undefined ? undefined : this.expression.args[argument]) ?? this.expression;
    const problem = { kind: 'template-error', at: this.at.within(part), message } as const;
    report(this.scope, problem, args ?? (argument === undefined ? this.args() : [this.arg(argument)]));
    return this.unknown(message, args);
  }
}

/** Why values are unknown: the reason of the first that is, or of its first part that is. */
function reasonOf(values: readonly Field[]): string {
  let open = values.find((value) => value.plain() === undefined);
  while (open?.state === 'known') {
    const parts = open.isList ? open.items() : open.names().map((name) => (open as Field).memberNamed(name));
    open = parts.find((part) => part.plain() === undefined);
  }
  return open?.reason ?? 'a part of it is unknown';
}

/** The places that a computed value came from, beside the expression itself. */
export function origins(args: readonly Field[], at: Place): Place[] {
  const places: Place[] = [];
  for (const argument of args) {
    for (const place of [argument.at, ...argument.from]) {
      if (!place.equals(at) && !places.some((known) => known.equals(place))) places.push(place);
      if (places.length === maximumOrigins) return places;
    }
  }
  return places;
}

/** A value that a hundred places had a part in is explained by none of them. */
const maximumOrigins = 8;

/** What kind of value a field is, of which at least the kind is known, in words. */
export function kindOf(field: Field): string {
  if (field.isList) return 'a list';
  if (field.isObject) return 'an object';
  if (field.value === null || field.state === 'absent') return 'null';
  if (field.parts) return 'text';
  return typeof field.value === 'boolean' ? 'true or false' : 'a number';
}

/** What to say of a call with too many or too few arguments. */
export function wrongCount(name: string, count: number, least: number, greatest: number): string {
  const wanted =
    least === greatest
      ? `${least}`
      : greatest === Number.POSITIVE_INFINITY
        ? `at least ${least}`
        : `${least} to ${greatest}`;
  return `${name}() takes ${wanted} ${wanted === '1' || wanted === 'at least 1' ? 'argument' : 'arguments'}, but has ${count}`;
}

/** An argument of the wrong kind, as an error. */
export const wrongKind = (call: Call, wanted: string, index = 0): Field =>
  call.fail(`${call.expression.name}() takes ${wanted}, not ${kindOf(call.arg(index))}`, index);

/** A value in another form: what is wrong with it is mended where the value is written, not where it is converted. */
export function converted(call: Call, from: Field, value: PlainValue): Field {
  return Field.computed(value, from.at).as(from).through(call.at);
}

/** Does work on values; what is wrong with them is an error at the call. */
export function attempt(call: Call, work: () => Field): Field {
  try {
    return work();
  } catch (error) {
    // A limit is the business of the run.
    if (error instanceof LimitError) throw error;
    if (error instanceof UncertainError) return call.unknown(error.message);
    if (error instanceof ValueError) return call.fail(error.message);
    throw error;
  }
}
