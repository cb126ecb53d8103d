import { Field } from '../../model/field.ts';
import { toText } from '../values/json.ts';
import { maximumItems, maximumText } from '../values/value-error.ts';
import { areEqual } from './comparison.ts';
import { type ArmFunction, type Call, define, kindOf } from './define.ts';
import { merge } from './object.ts';

const many = Number.POSITIVE_INFINITY;

const fn = (name: string, arity: ArmFunction['arity'], evaluate: (call: Call) => Field): ArmFunction =>
  define('array', name, arity, evaluate);

/** A whole number among the arguments: its value, or the answer to give when it is none. */
function wholeNumber(call: Call, index: number): number | Field {
  const argument = call.arg(index);
  if (argument.state === 'unknown') return call.unknown();
  const { value } = argument;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  return call.fail(`${call.expression.name}() takes a whole number here, not ${kindOf(argument)}`, index);
}

const wrongKind = (call: Call, wanted: string, index = 0): Field =>
  call.fail(`${call.expression.name}() takes ${wanted}, not ${kindOf(call.arg(index))}`, index);

/** Whether a list has an item: true, false, or undefined when an unknown item may be it. */
function includes(list: readonly Field[], wanted: Field): boolean | undefined {
  let result: boolean | undefined = false;
  for (const item of list) {
    const equal = areEqual(item, wanted);
    if (equal) return true;
    if (equal === undefined) result = undefined;
  }
  return result;
}

/** The items without those that are there already; undefined when an unknown item may be one of them. */
function distinct(items: readonly Field[]): Field[] | undefined {
  const keys = new Set<string>();
  const kept = items.filter((item) => !keys.has(item.canonical()) && keys.add(item.canonical()));
  return kept.some((item) => item.plain() === undefined) && kept.length > 1 ? undefined : kept;
}

/** `first` and `last`: of a list an item, of a text a character. */
const end = (name: 'first' | 'last', index: 0 | -1): ArmFunction =>
  fn(name, [1, 1], (call) => {
    const value = call.arg(0);
    if (value.isList) return value.items().at(index) ?? call.value(null);
    if (value.isMissing) return call.value(null);
    if (value.string !== undefined) return call.value(value.string.at(index) ?? '');
    if (value.state === 'known') return wrongKind(call, 'a list or text');
    const part = value.parts?.at(index);
    return typeof part === 'string' ? call.value(part.at(index) ?? '') : call.unknown();
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
    const items = list.items();
    return items[items.length - position] ?? missing(call, items.length);
  });

function concat(call: Call): Field {
  const args = call.args();
  const lists = args.filter((argument) => argument.isList);
  const known = args.filter((argument) => argument.state === 'known' && !argument.isList);
  if (lists.length > 0) {
    const wrong = args.findIndex((argument) => known.includes(argument));
    if (wrong >= 0) return call.fail('concat() joins texts, or lists, but not both', wrong);
    const items = lists.flatMap((list) => list.items());
    if (items.length > maximumItems) {
      call.scope.run.limit(`concat() makes a list of more than ${maximumItems} items`);
      return call.unknown();
    }
    if (lists.length === args.length) return call.list(items, args);
    return Field.unknown(call.term(), call.unknown().reason ?? '', call.at, call.unknown().from, { items });
  }
  const wrong = args.findIndex((argument) => argument.isObject || argument.value === null);
  if (wrong >= 0) return call.fail(`concat() joins texts, or lists, not ${kindOf(args[wrong] as Field)}`, wrong);
  // Only unknown values: texts or lists, nobody can tell.
  if (known.length === 0 && args.every((argument) => argument.parts === undefined)) return call.unknown();
  return joined(call, args);
}

/** Text made of values, some of which may be unknown. */
export function joined(call: Call, values: readonly (string | Field)[]): Field {
  const parts = values.map((value) => {
    if (typeof value === 'string' || value.state === 'unknown') return value;
    const known = value.plain();
    if (known !== undefined) return toText(known as never);
    return Field.unknown(`string(${value.canonical()})`, 'a part of it is unknown', value.at);
  });
  const length = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
  if (length > maximumText || !call.scope.run.write(length)) {
    call.scope.run.limit(`${call.expression.name}() makes a text of more than ${maximumText} characters`);
    return call.unknown();
  }
  return Field.text(parts, call.at, call.value(null).from);
}

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
    const items = distinct(list.items());
    return items ? call.list(items) : call.unknown();
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
    if (!list.isList || inner.some((item) => item.state === 'known' && !item.isList))
      return call.fail('flatten() takes a list of lists', 0);
    const items = inner.flatMap((item) => (item.isList ? item.items() : []));
    if (inner.every((item) => item.isList)) return call.list(items);
    return Field.unknown(call.term(), call.unknown().reason ?? '', call.at, call.unknown().from, { items });
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
function sizeOf(value: Field): number | undefined {
  if (value.isList) return value.items().length;
  return value.isObject ? value.names().length : value.string?.length;
}

/** An item of a list, a part of a text, or a property of an object: its name in any case. */
function contains(call: Call): Field {
  const [container, wanted] = call.args() as [Field, Field];
  if (container.isList) {
    const found = includes(container.items(), wanted);
    return found === undefined ? call.unknown() : call.value(found);
  }
  if (container.state === 'known' && !container.isObject && container.string === undefined)
    return wrongKind(call, 'a list, an object or text');
  if (wanted.state === 'unknown') return call.unknown();
  if (wanted.isList || wanted.isObject || wanted.value === null)
    return container.state === 'unknown' && container.parts === undefined
      ? call.unknown()
      : call.fail(`contains() looks for text or a number here, not for ${kindOf(wanted)}`, 1);
  const text = toText(wanted.value as never);
  if (container.parts) {
    if (container.parts.some((part) => typeof part === 'string' && part.includes(text))) return call.value(true);
    return container.string === undefined ? call.unknown() : call.value(false);
  }
  if (hasMember(container, text)) return call.value(true);
  return container.isObject ? call.value(false) : call.unknown();
}

function intersection(call: Call): Field {
  const args = call.args();
  if (args.every((argument) => argument.isList)) {
    const [first, ...others] = args as [Field, ...Field[]];
    const items = distinct(first.items());
    const kept: Field[] = [];
    for (const item of items ?? []) {
      const found = others.map((other) => includes(other.items(), item));
      if (found.includes(undefined) && !found.includes(false)) return call.unknown();
      if (!found.includes(false)) kept.push(item);
    }
    return items ? call.list(kept) : call.unknown();
  }
  if (args.every((argument) => argument.isObject)) {
    const [first, ...others] = args as [Field, ...Field[]];
    const decisions = first.names().map((name) => {
      const value = first.memberNamed(name);
      const equal = others.map((other) => {
        const own = other.memberNamed(name);
        return own.state === 'absent' ? false : areEqual(own, value);
      });
      return { name, value, isIn: equal.includes(false) ? false : equal.includes(undefined) ? undefined : true };
    });
    if (decisions.some(({ isIn }) => isIn === undefined)) return call.unknown();
    const kept = decisions.filter(({ isIn }) => isIn).map(({ name, value }) => [name, value] as const);
    return Field.record(Object.fromEntries(kept), call.at);
  }
  if (args.some((argument) => argument.state === 'unknown')) return call.unknown();
  return call.fail('intersection() takes lists, or objects, but not both');
}

function union(call: Call): Field {
  const args = call.args().filter((argument) => !argument.isMissing);
  const wrong = args.some((argument) => argument.state === 'known' && !argument.isList && !argument.isObject);
  const [hasLists, hasObjects] = [args.some((one) => one.isList), args.some((one) => one.isObject)];
  if (wrong || (hasLists && hasObjects)) return call.fail('union() takes lists, or objects, but not both');
  if (hasObjects) return merge(call, args, true);
  if (!hasLists) return call.unknown();
  const items = args.filter((argument) => argument.isList).flatMap((list) => list.items());
  const kept = distinct(items);
  if (kept && args.every((argument) => argument.isList)) return call.list(kept);
  return Field.unknown(call.term(), call.unknown().reason ?? '', call.at, call.unknown().from, {
    items: kept ?? items,
  });
}

/** Follows properties and items; null where one is missing. What is no list and no object has neither. */
function tryGet(call: Call): Field {
  let value = call.arg(0);
  for (let index = 1; index < call.count; index++) {
    if (value.isMissing) return call.value(null);
    const key = keyOf(call, index, value);
    if (key instanceof Field) return key;
    if (value.state === 'unknown' && !(typeof key === 'string' && hasMember(value, key))) return call.unknown();
    if (value.state === 'known' && !value.isList && !value.isObject)
      return call.fail(`tryGet() looks into lists and objects, not into ${kindOf(value)}`, index);
    value = typeof key === 'number' ? (value.items()[key] ?? call.value(null)) : value.memberNamed(key);
  }
  return value.state === 'absent' ? call.value(null) : value;
}

const hasMember = (value: Field, name: string): boolean =>
  value.names().some((own) => own.toLowerCase() === name.toLowerCase());

/** A name or index; `{ value, fromEnd }` counts from the end. */
function keyOf(call: Call, index: number, container: Field): string | number | Field {
  const key = call.arg(index);
  const value = key.isObject ? key.get('value').value : key.value;
  if (key.state === 'unknown' || value === undefined) return call.unknown();
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return call.fail('tryGet() takes names and numbers', index);
  return key.isObject && key.get('fromEnd').boolean === true ? container.items().length - value : value;
}
