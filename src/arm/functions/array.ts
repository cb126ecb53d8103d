import { Field, type Scalar } from '../../model/field.ts';
import { maximumExpansion } from '../scope.ts';
import { type ArmFunction, eager, lazy, unknownCall } from './define.ts';

const fn = (name: string, compute: Parameters<typeof eager>[2]): ArmFunction => eager('array', name, compute);
const object = (name: string, compute: Parameters<typeof eager>[2]): ArmFunction => eager('object', name, compute);

const slice = (
  value: Field | undefined,
  from: number,
  to: number | undefined,
  value_at: Field['at'],
): Field | string | undefined =>
  value?.isList ? Field.list(value.items().slice(from, to), value_at) : value?.string?.slice(from, to);

/** Functions on lists and objects. */
export const arrayFunctions: readonly ArmFunction[] = [
  fn('length', ([value]) =>
    value?.isList ? value.items().length : value?.isObject ? value.names().length : value?.string?.length,
  ),
  fn('empty', ([value]) => {
    if (value?.value === null) return true;
    const size = value?.isList ? value.items().length : value?.isObject ? value.names().length : value?.string?.length;
    return size === undefined ? undefined : size === 0;
  }),
  fn('first', ([value]) => (value?.isList ? (value.items()[0] ?? null) : value?.string?.slice(0, 1))),
  fn('last', ([value]) => (value?.isList ? (value.items().at(-1) ?? null) : value?.string?.slice(-1))),
  fn('skip', ([value, count], { at }) => slice(value, Math.max(count?.number ?? 0, 0), undefined, at)),
  fn('take', ([value, count], { at }) => slice(value, 0, Math.max(count?.number ?? 0, 0), at)),
  fn('array', ([value], { at }) => (value?.isList ? value : value && Field.list([value], at))),
  // A list is known even where its items are not.
  eager('array', 'createArray', (args, { at }) => Field.list(args, at), { unknowns: true }),
  fn('range', ([start, count], { at }) => {
    const [from, size] = [start?.number, count?.number];
    if (from === undefined || size === undefined || size < 0 || size > maximumExpansion) return undefined;
    return Field.list(
      Array.from({ length: size }, (_, index) => Field.scalar(from + index, at)),
      at,
    );
  }),
  fn('contains', ([container, item]) => {
    if (container?.isList) {
      if (container.items().some((candidate) => candidate.canonical() === item?.canonical())) return true;
      return container.items().some((candidate) => candidate.plain() === undefined) ? undefined : false;
    }
    const wanted = item?.value === undefined ? undefined : String(item.value).toLowerCase();
    if (wanted === undefined) return undefined;
    if (container?.isObject) return container.names().some((name) => name.toLowerCase() === wanted);
    return container?.string?.includes(String(item?.value));
  }),
  fn('union', (args, { at }) => {
    if (args.every((argument) => argument.isObject)) return merged(args, at);
    return args.every((argument) => argument.isList)
      ? Field.list(distinct(args.flatMap((argument) => argument.items())), at)
      : undefined;
  }),
  fn('intersection', ([first, ...others], { at }) =>
    first?.isList && others.every((other) => other.isList)
      ? Field.list(distinct(first.items().filter((item) => others.every((other) => has(other, item)))), at)
      : undefined,
  ),
  fn('min', (args) => extreme(args, Math.min)),
  fn('max', (args) => extreme(args, Math.max)),
  fn('coalesce', (args) => args.find((argument) => !argument.isMissing) ?? null),
  object('createObject', (args, { at }) => {
    const entries: Record<string, Field> = {};
    for (let index = 0; index + 1 < args.length; index += 2)
      entries[args[index]?.string ?? ''] = args[index + 1] as Field;
    return Field.record(entries, at);
  }),
  object('items', ([value], { at }) =>
    value?.isObject
      ? Field.list(
          [...value.names()]
            .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
            .map((name) => Field.record({ key: Field.scalar(name, at), value: value.memberNamed(name) }, at)),
          at,
        )
      : undefined,
  ),
  object('objectKeys', ([value], { at }) =>
    value?.isObject
      ? Field.list(
          [...value.names()].sort().map((name) => Field.scalar(name, at)),
          at,
        )
      : undefined,
  ),
  lazy('object', 'tryGet', (call) => {
    const [container, ...keys] = call.args.map((argument) => call.evaluate(argument));
    let value = container;
    for (const key of keys) {
      if (!value || value.state === 'unknown' || key.state === 'unknown')
        return unknownCall('tryGet', [container as Field, ...keys], value?.reason ?? key.reason ?? '', call.at);
      value =
        value.isList && typeof key.value === 'number'
          ? value.items()[key.value]
          : value.isObject && key.string !== undefined
            ? value.memberNamed(key.string)
            : undefined;
      if (!value || value.state === 'absent') return Field.scalar(null, call.at);
    }
    return value ?? Field.scalar(null, call.at);
  }),
];

function merged(objects: readonly Field[], at: Field['at']): Field {
  const entries = new Map<string, [string, Field]>();
  for (const one of objects) {
    for (const name of one.names()) {
      const before = entries.get(name.toLowerCase())?.[1];
      const value = one.memberNamed(name);
      entries.set(name.toLowerCase(), [name, before?.isObject && value.isObject ? merged([before, value], at) : value]);
    }
  }
  return Field.record(Object.fromEntries(entries.values()), at);
}

const has = (list: Field, item: Field): boolean =>
  list.items().some((candidate) => candidate.canonical() === item.canonical());

const distinct = (items: readonly Field[]): Field[] => [
  ...new Map(items.map((item) => [item.canonical(), item])).values(),
];

function extreme(args: readonly Field[], choose: (...values: number[]) => number): Scalar | undefined {
  const values = (args[0]?.isList ? args[0].items() : args).map((item) => item.number);
  return values.length === 0 || values.includes(undefined) ? undefined : choose(...(values as number[]));
}
