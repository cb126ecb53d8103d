import { Field } from '../../model/field.ts';
import { toText } from '../values/json.ts';
import { LimitError, maximumItems, maximumText } from '../values/value-error.ts';
import { type Call, kindOf, wrongKind } from './call.ts';
import { type ArmFunction, define } from './define.ts';
import { contains, distinct, hasMember, intersection, union } from './sets.ts';

const many = Number.POSITIVE_INFINITY;

const fn = (name: string, arity: ArmFunction['arity'], evaluate: (call: Call) => Field): ArmFunction =>
  define('array', name, arity, evaluate);

/** A whole number among the arguments: its value, or the answer to give when it is none. */
function wholeNumber(call: Call, index: number): number | Field {
  const argument = call.arg(index);
  if (argument.state === 'unknown') return call.unknown();
  const { value } = argument;
  if (typeof value === 'bigint' || Number.isInteger(value)) return Number(value);
  return call.fail(`${call.expression.name}() takes a whole number here, not ${kindOf(argument)}`, index);
}

/** `first` and `last`: of a list an item, of a text a character. */
const end = (name: 'first' | 'last', index: 0 | -1): ArmFunction =>
  fn(name, [1, 1], (call) => {
    const value = call.arg(0);
    if (value.isList) return value.item(index === 0 ? 0 : (value.size as number) - 1) ?? call.value(null);
    if (value.isMissing) return call.value(null);
    if (value.string !== undefined) return call.value(value.string.slice(index).slice(0, 1));
    if (value.state === 'known') return wrongKind(call, 'a list or text');
    const part = value.parts?.at(index);
    return typeof part === 'string' ? call.value(part.at(index) as string) : call.unknown();
  });

/** `skip` and `take`: a part of a list or a text. */
const portion = (name: 'skip' | 'take', range: (count: number) => [number, number | undefined]): ArmFunction =>
  fn(name, [2, 2], (call) => {
    const value = call.arg(0);
    const count = wholeNumber(call, 1);
    if (count instanceof Field) return count;
    const [from, to] = range(Math.max(count, 0));
    if (value.isList) return call.list(value.items().slice(from, to));
    if (value.string !== undefined) return call.value(value.string.slice(from, to));
    if (value.state === 'known') return wrongKind(call, 'a list or text');
    // The beginning of a text may be known as far as it is taken.
    return name === 'take' && value.prefix.length >= count && count > 0
      ? call.value(value.prefix.slice(0, count))
      : call.unknown();
  });

/** An item counted from the end; what to give when there is none differs. */
const fromEnd = (name: string, missing: (call: Call, length: number) => Field): ArmFunction =>
  fn(name, [2, 2], (call) => {
    const list = call.arg(0);
    const position = wholeNumber(call, 1);
    if (position instanceof Field) return position;
    if (position < 1) return call.fail(`${name}() counts from 1, not from ${position}`, 1);
    if (list.state === 'unknown') return call.unknown();
    if (!list.isList) return wrongKind(call, 'a list');
    const length = list.size as number;
    return list.item(length - position) ?? missing(call, length);
  });

function concat(call: Call): Field {
  const args = call.args();
  const lists = args.filter((argument) => argument.isList);
  const known = args.filter((argument) => argument.state === 'known' && !argument.isList);
  if (lists.length > 0) {
    const wrong = args.findIndex((argument) => known.includes(argument));
    if (wrong >= 0) return call.fail('concat() joins texts, or lists, but not both', wrong);
    const length = lists.reduce((sum, list) => sum + (list.size as number), 0);
    if (length > maximumItems) throw new LimitError(`concat() makes a list of more than ${maximumItems} items`);
    const items = lists.flatMap((list) => list.items());
    return lists.length === args.length ? call.list(items, args) : call.unknown(undefined, args, { items });
  }
  const wrong = args.findIndex((argument) => argument.isObject || argument.value === null);
  if (wrong >= 0) return call.fail(`concat() joins texts, or lists, not ${kindOf(args[wrong] as Field)}`, wrong);
  // Only unknown values: texts or lists, nobody can tell.
  if (known.length === 0 && args.every((argument) => argument.parts === undefined)) return call.unknown();
  return joined(call, args);
}

/** Parts that a text may have: more are no text that a person wrote. */
const maximumParts = 1_000;

/** Text made of values, some of which may be unknown. */
export function joined(call: Call, values: readonly (string | Field)[]): Field {
  const parts = values.map((value) => {
    if (typeof value === 'string' || value.state === 'unknown') return value;
    const known = value.plain();
    return known === undefined ? stringOf(call, value) : toText(known as never);
  });
  const name = `${call.expression.name}()`;
  const length = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
  if (length > maximumText) throw new LimitError(`${name} makes a text of more than ${maximumText} characters`);
  call.scope.run.write(length);
  const count = parts.reduce((sum, part) => sum + (typeof part === 'string' ? 1 : (part.parts?.length ?? 1)), 0);
  call.scope.run.spend(count);
  if (count > maximumParts && parts.some((part) => typeof part !== 'string'))
    throw new LimitError(`${name} makes a text of more than ${maximumParts} parts`);
  return Field.text(parts, call.at, call.value(null).from);
}

/** The text of a list or object, a part of which is unknown. */
const stringOf = (call: Call, value: Field): Field =>
  Field.unknown(`string(${value.canonical()})`, call.unknown(undefined, [value]), value.at);

/** Source: "Array functions for ARM templates" (read 2026-11-22). */
export const arrayFunctions: readonly ArmFunction[] = [
  fn('array', [1, 1], (call) => {
    const value = call.arg(0);
    if (value.isList) return value;
    return value.state === 'unknown' && value.parts === undefined ? call.unknown() : call.list([value]);
  }),
  fn('concat', [1, many], concat),
  fn('contains', [2, 2], contains),
  fn('createArray', [0, many], (call) => call.list(call.args(), [])),
  fn('distinct', [1, 1], (call) => {
    const list = call.arg(0);
    if (list.state === 'unknown') return call.unknown();
    if (!list.isList) return wrongKind(call, 'a list');
    const { kept, isCertain } = distinct(call, list.items());
    return isCertain ? call.list(kept) : call.unknown(undefined, undefined, { items: kept });
  }),
  fn('empty', [1, 1], (call) => {
    const value = call.arg(0);
    const size = sizeOf(value);
    if (value.value === null || size === 0) return call.value(true);
    if (size !== undefined || value.parts?.some((part) => typeof part === 'string')) return call.value(false);
    return value.state === 'unknown' ? call.unknown() : wrongKind(call, 'a list, an object or text');
  }),
  end('first', 0),
  fn('flatten', [1, 1], (call) => {
    const list = call.arg(0);
    if (list.state === 'unknown') return call.unknown();
    const inner = list.items();
    call.scope.run.spend(inner.reduce((sum, item) => sum + (item.size ?? 1), 0));
    if (!list.isList || inner.some((item) => item.state === 'known' && !item.isList))
      return call.fail('flatten() takes a list of lists', 0);
    const items = inner.flatMap((item) => (item.isList ? item.items() : []));
    return inner.every((item) => item.isList) ? call.list(items) : call.unknown(undefined, undefined, { items });
  }),
  fromEnd('indexFromEnd', (call, length) =>
    call.fail(`there is no item at this position from the end: the list has ${length}`),
  ),
  fromEnd('tryIndexFromEnd', (call) => Field.scalar(null, call.at)),
  fn('intersection', [2, many], intersection),
  end('last', -1),
  fn('length', [1, 1], (call) => {
    const size = sizeOf(call.arg(0));
    if (size !== undefined) return call.value(size);
    return call.arg(0).state === 'unknown' ? call.unknown() : wrongKind(call, 'a list, an object or text');
  }),
  fn('range', [2, 2], (call) => {
    const [start, count] = [wholeNumber(call, 0), wholeNumber(call, 1)];
    if (start instanceof Field) return start;
    if (count instanceof Field) return count;
    if (count < 0 || count > maximumItems)
      return call.fail(`range() gives 0 to ${maximumItems} numbers, not ${count}`, 1);
    if (start + count > 2_147_483_647) return call.fail('range() ends beyond 2147483647', 0);
    return call.value(Array.from({ length: count }, (_, index) => start + index));
  }),
  portion('skip', (count) => [count, undefined]),
  portion('take', (count) => [0, count]),
  fn('tryGet', [2, many], tryGet),
  fn('union', [2, many], union),
];

/** Number of items, properties or characters; undefined when unknown, or for what has none. */
const sizeOf = (value: Field): number | undefined => value.size ?? value.string?.length;

/** Follows properties and items; null where one is missing. What is no list and no object has neither. */
function tryGet(call: Call): Field {
  let value = call.arg(0);
  for (let index = 1; index < call.count; index++) {
    if (value.isMissing) return call.value(null);
    const key = keyOf(call, index, value);
    if (key instanceof Field) return key;
    if (value.state === 'unknown' && !(typeof key === 'string' && hasMember(call, value, key))) return call.unknown();
    if (value.state === 'known' && !value.isList && !value.isObject)
      return call.fail(`tryGet() looks into lists and objects, not into ${kindOf(value)}`, index);
    value = typeof key === 'number' ? (value.item(key) ?? call.value(null)) : value.memberNamed(key);
  }
  return value.state === 'absent' ? call.value(null) : value;
}

/** A name or index; `{ value, fromEnd }` counts from the end. */
function keyOf(call: Call, index: number, container: Field): string | number | Field {
  const key = call.arg(index);
  const value = key.isObject ? key.get('value').value : key.value;
  if (key.state === 'unknown' || value === undefined) return call.unknown();
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return call.fail('tryGet() takes names and numbers', index);
  return key.isObject && key.get('fromEnd').boolean === true ? (container.size ?? 0) - value : value;
}
