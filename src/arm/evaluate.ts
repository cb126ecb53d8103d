import { Field, type Members, membersOf } from '../model/field.ts';
import type { Place } from '../source/place.ts';
import { type ArmFunction, functions } from './functions/index.ts';
import { parseExpression } from './parser.ts';
import { maximumExpansion, type Scope, withCopyIndex } from './scope.ts';
import { type Expression, ExpressionError, expressionIn, unescaped } from './syntax.ts';

/**
 * A value of a template, evaluated as far as asked for: strings that are expressions become what they evaluate to,
 * objects and lists evaluate their parts when a rule looks at them.
 */
export function evaluateValue(value: unknown, at: Place, scope: Scope): Field {
  if (typeof value === 'string') return evaluateText(value, at, scope);
  if (Array.isArray(value))
    return Field.list(
      value.map((item, index) => evaluateValue(item, at.child(index), scope)),
      at,
    );
  if (value !== null && typeof value === 'object')
    return Field.object(evaluatedMembers(value as Record<string, unknown>, at, scope), at);
  return Field.of(value, at);
}

/** A string of a template: an expression, or text. */
export function evaluateText(text: string, at: Place, scope: Scope): Field {
  const expression = expressionIn(text);
  if (expression === undefined) return Field.scalar(unescaped(text), at);
  try {
    return evaluate(parseExpression(expression), at, scope);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return Field.unknown(text, `expression can't be read: ${error.message}`, at);
  }
}

/** Properties of an object; a `copy` among them makes lists, as property loops do. */
function evaluatedMembers(object: Record<string, unknown>, at: Place, scope: Scope): Members {
  const entries: [string, () => Field][] = [];
  for (const [name, value] of Object.entries(object)) {
    if (name.toLowerCase() === 'copy' && Array.isArray(value) && value.every(isPropertyCopy)) {
      for (const [index, copy] of value.entries()) {
        const place = at.child(name).child(index);
        entries.push([String(copy.name), () => copiedProperty(copy, place, scope)]);
      }
      continue;
    }
    const evaluatedName =
      expressionIn(name) === undefined ? name : (evaluateText(name, at.key(name), scope).string ?? name);
    entries.push([evaluatedName, () => evaluateValue(value, at.child(name), scope)]);
  }
  return membersOf(entries);
}

const isPropertyCopy = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && 'name' in value && 'input' in value;

/** A property loop: `input` evaluated `count` times. An unknown count makes an unknown list. */
export function copiedProperty(copy: Record<string, unknown>, at: Place, scope: Scope): Field {
  const count = evaluateValue(copy.count, at.child('count'), scope);
  const times = count.number;
  if (times === undefined)
    return Field.unknown(`copy(${count.canonical()})`, count.reason ?? 'copy count is not a number', at);
  const loop = String(copy.name);
  scope.limits.expanded += Math.max(times, 0);
  if (scope.limits.expanded > maximumExpansion) {
    const message = `limit: more than ${maximumExpansion} copies`;
    scope.limits.hit.add(message);
    return Field.unknown(`copy(${times})`, message, at);
  }
  const items = Array.from({ length: Math.max(times, 0) }, (_, index) =>
    evaluateValue(copy.input, at.child('input'), withCopyIndex(scope, loop, index)),
  );
  return Field.list(items, at);
}

/** Evaluates a parsed expression; `at` is the string it stands in. */
export function evaluate(expression: Expression, at: Place, scope: Scope): Field {
  switch (expression.kind) {
    case 'literal':
      return Field.scalar(expression.value, at);
    case 'property':
      return property(expression, at, scope);
    case 'call': {
      const own = reference(expression, at, scope);
      if (own) return own;
      const known: ArmFunction | undefined = functions.get(expression.name);
      if (known)
        return known.call({ args: expression.args, at, scope, evaluate: (argument) => evaluate(argument, at, scope) });
      return userFunction(expression, at, scope);
    }
  }
}

/** The functions that look something up by name, where the value keeps its own place. */
function reference({ name, args }: Expression & { kind: 'call' }, at: Place, scope: Scope): Field | undefined {
  if (name !== 'parameters' && name !== 'variables') return undefined;
  const wanted = args[0] && evaluate(args[0], at, scope);
  if (wanted?.string === undefined)
    return Field.unknown(`${name}(${wanted?.canonical()})`, wanted?.reason ?? 'no name', at);
  const found = name === 'parameters' ? scope.parameter(wanted.string) : scope.variable(wanted.string);
  return found
    ? passedThrough(found, at)
    : Field.unknown(
        `${name}('${wanted.string.toLowerCase()}')`,
        `${name.slice(0, -1)} "${wanted.string}" is not declared`,
        at,
      );
}

/** A value on its way through a place: it keeps its own place, and remembers this one. */
function passedThrough(field: Field, at: Place): Field {
  return field.at.equals(at) || field.via.some((via) => via.equals(at))
    ? field
    : field.moved(field.at, [at, ...field.via]);
}

function property({ of, name, safe }: Expression & { kind: 'property' }, at: Place, scope: Scope): Field {
  const object = evaluate(of, at, scope);
  const key = evaluate(name, at, scope);
  if (object.state === 'unknown' || key.state === 'unknown') {
    return Field.unknown(`${object.canonical()}[${key.canonical()}]`, object.reason ?? key.reason ?? '', at);
  }
  if (object.isList && typeof key.value === 'number') {
    const item = object.items()[key.value];
    if (item) return passedThrough(item, at);
  } else if (object.isObject && key.string !== undefined) {
    const member = object.names().some((candidate) => candidate.toLowerCase() === key.string?.toLowerCase());
    if (member) return passedThrough(object.memberNamed(key.string), at);
  }
  return safe
    ? Field.scalar(null, at)
    : Field.unknown(`${object.canonical()}[${key.canonical()}]`, `there is no ${key.canonical()} in it`, at);
}

/** How deep user functions may call each other: the platform allows no recursion at all. */
const calls = new WeakMap<Scope, number>();

function userFunction({ name, args }: Expression & { kind: 'call' }, at: Place, scope: Scope): Field {
  const values = args.map((argument) => evaluate(argument, at, scope));
  const term = `${name}(${values.map((value) => value.canonical()).join(',')})`;
  const body = scope.userFunction(name);
  const depth = calls.get(scope) ?? 0;
  if (!body || depth > 8) return Field.unknown(term, `function "${name}" is not evaluated`, at);
  const inner: Scope = {
    ...scope,
    parameter: (wanted) => {
      const index = body.parameters.findIndex((parameter) => parameter.toLowerCase() === wanted.toLowerCase());
      return index < 0 ? undefined : values[index];
    },
    variable: () => undefined,
  };
  calls.set(inner, depth + 1);
  return passedThrough(evaluateValue(body.output, body.at, inner), at);
}
