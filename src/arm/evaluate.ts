import { Field } from '../model/field.ts';
import { type Members, membersNamed, membersOf } from '../model/members.ts';
import type { Place } from '../source/place.ts';
import { copiedProperty, isCopy, propertyCopies } from './copy.ts';
import { Call, wrongCount } from './functions/call.ts';
import { findFunction, functionNames } from './functions/index.ts';
import { parseExpression } from './parser.ts';
import type { Run } from './run.ts';
import { report, type Scope } from './scope.ts';
import { type Access, type Expression, ExpressionError, type FunctionCall, isExpression, unescaped } from './syntax.ts';
import { callUserFunction } from './user-functions.ts';

/**
 * A value of a template, evaluated as far as asked for: strings that are expressions become what they evaluate to,
 * objects evaluate their properties when a rule looks at them. Never throws: what is wrong is reported to the run, and
 * unknown.
 */
export function evaluateValue(value: unknown, at: Place, scope: Scope): Field {
  if (typeof value === 'string') return evaluateText(value, at, scope);
  if (value === null || typeof value !== 'object') return Field.of(value, at);
  const result = scope.run.deeper(() =>
    Array.isArray(value)
      ? Field.list(
          value.map((item, index) => evaluateValue(item, at.child(index), scope)),
          at,
        )
      : evaluateObject(value as Record<string, unknown>, at, scope),
  );
  return result ?? limited(at, scope);
}

const limited = (at: Place, { run }: Scope): Field =>
  Field.unknown(run.uniqueTerm('limit'), 'a limit of the evaluation was hit', at);

/** A string of a template: an expression, or text. */
export function evaluateText(text: string, at: Place, scope: Scope): Field {
  if (!isExpression(text)) return Field.scalar(unescaped(text), at);
  try {
    return evaluate(parseExpression(text), at, scope);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    scope.run.report({ kind: 'template-error', at: at.within(error.range), message: error.message });
    return Field.unknown(text, error.message, at);
  }
}

/** Properties of an object; a `copy` among them makes lists, and names may be expressions. */
function evaluateObject(object: Record<string, unknown>, at: Place, scope: Scope): Field {
  const names = Object.keys(object);
  if (!names.some(isSpecial)) return plainObject(object, names, at, scope);
  const entries: [string, () => Field][] = [];
  const unnamed: (readonly [name: Field, value: Field])[] = [];
  for (const [name, value] of Object.entries(object)) {
    const copies = propertyCopies(name, value);
    for (const { name: copied, copy, index } of copies)
      entries.push([copied, () => copiedProperty(copy, at.child(name).child(index), scope, evaluateValue)]);
    if (copies.length > 0) continue;
    const written = name.startsWith('[') ? evaluateText(name, at.key(name), scope) : undefined;
    if (written && written.string === undefined) unnamed.push([written, evaluateValue(value, at.child(name), scope)]);
    else entries.push([written?.string ?? name, () => evaluateValue(value, at.child(name), scope)]);
  }
  const members: Members = membersOf(entries);
  const known = evaluatedObject(members, at, scope);
  const [open] = unnamed;
  if (!open) return known;
  const term = unnamed.map(([name, value]) => `,${name.canonical()}:${value.canonical()}`).join('');
  return Field.unknown(`${known.canonical()}${term}`, open[0], at, [], { members });
}

/** A name that is no name: of loops, or an expression. */
const isSpecial = (name: string): boolean => name.startsWith('[') || isCopy(name);

const plainObject = (object: Record<string, unknown>, names: readonly string[], at: Place, scope: Scope): Field =>
  evaluatedObject(
    membersNamed(names, (name) => evaluateValue(object[name], at.child(name), scope)),
    at,
    scope,
  );

function evaluatedObject(members: Members, at: Place, { isEager }: Scope): Field {
  if (isEager) for (const name of members.names()) members.get(name);
  return Field.object(members, at);
}

/** Evaluates a parsed expression; `at` is the string it stands in. */
export function evaluate(expression: Expression, at: Place, scope: Scope): Field {
  if (expression.kind === 'literal') return Field.scalar(expression.value, at);
  const result = scope.run.step(() =>
    expression.kind === 'access' ? access(expression, at, scope) : call(expression, at, scope),
  );
  return result ?? limited(at, scope);
}

function call(expression: FunctionCall, at: Place, scope: Scope): Field {
  const { name, args, start, nameEnd: end } = expression;
  const builtIn = findFunction(name);
  const evaluated = new Call(expression, at, scope, evaluate);
  if (!builtIn) {
    const own = callUserFunction(evaluated, evaluateValue);
    if (own) return own;
    scope.run.report({ kind: 'template-error', at: at.within({ start, end }), ...unknownFunction(name, scope) });
    return evaluated.unknown(`there is no function "${name}"`);
  }
  const [least, greatest] = builtIn.arity;
  if (args.length < least || args.length > greatest)
    return evaluated.fail(wrongCount(name, args.length, least, greatest));
  return builtIn.evaluate(evaluated);
}

/** What to say of a function that does not exist. One that resembles none may be newer than this linter. */
export function unknownFunction(name: string, scope: Scope): { message: string; confidence?: 'possible' } {
  const meant = scope.run.nearest(name, [...functionNames, ...scope.definitions.userFunctionNames]);
  return meant === undefined
    ? { message: `there is no function "${name}" as far as is known here. Check its name`, confidence: 'possible' }
    : { message: `there is no function "${name}". Did you mean "${meant}"?` };
}

function access({ of, index, start, end }: Access, at: Place, scope: Scope): Field {
  const object = evaluate(of, at, scope);
  const key = evaluate(index, at, scope);
  if (key.state === 'unknown' || (object.state === 'unknown' && key.string === undefined)) {
    return Field.unknown(`${object.canonical()}[${key.canonical()}]`, object.state === 'unknown' ? object : key, at);
  }
  if (object.state === 'unknown') return object.memberNamed(key.prefix).through(at);
  if (object.isList && typeof key.value === 'number') {
    const item = object.item(key.value);
    if (item) return item.through(at);
  } else if (object.isObject && key.string !== undefined) {
    const member = object.memberNamed(key.string);
    if (member.state !== 'absent') return member.through(at);
  }
  const message = noSuchPart(object, key, scope.run);
  const range = { start: Math.max(of.end, start), end };
  report(scope, { kind: 'template-error', at: at.within(range), message }, [object, key]);
  return Field.unknown(`${object.canonical()}[${key.canonical()}]`, message, at);
}

function noSuchPart(object: Field, key: Field, run: Run): string {
  if (object.isList) {
    const length = object.size as number;
    return typeof key.value === 'number'
      ? `there is no item ${key.value}: the list has ${length} ${length === 1 ? 'item' : 'items'}, counted from 0`
      : 'an item of a list is named by its number';
  }
  if (!object.isObject) return `${object.value === null ? 'null' : 'a single value'} has no properties`;
  const meant = run.nearest(key.prefix, object.names());
  return `the object has no property "${key.string}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`;
}
