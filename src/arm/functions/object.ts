import { Field } from '../../model/field.ts';
import { type Members, membersOf } from '../../model/members.ts';
import { parseJson, sortedNames } from '../values/json.ts';
import { attempt, type Call, kindOf, origins } from './call.ts';
import { type ArmFunction, define } from './define.ts';

/** An object of named values; of two names that differ in case only, the first spelling and the last value count. */
export function fromEntries(call: Call, entries: readonly (readonly [string, Field])[], args: readonly Field[]): Field {
  call.scope.run.spend(entries.length);
  const merged = new Map<string, readonly [string, Field]>();
  for (const [name, value] of entries) {
    const key = name.toLowerCase();
    merged.set(key, [merged.get(key)?.[0] ?? name, value]);
  }
  const members = membersOf([...merged.values()].map(([name, value]) => [name, () => value]));
  return Field.object(members, call.at, origins(args, call.at));
}

/** A function of one object, unknown when the object is. Its values may be unknown. */
const ofObject = (name: string, evaluate: (call: Call, object: Field) => Field): ArmFunction =>
  define('object', name, [1, 1], (call) => {
    const object = call.arg(0);
    if (object.state === 'unknown') return call.unknown();
    return object.isObject ? evaluate(call, object) : call.fail(`${name}() takes an object, not ${kindOf(object)}`, 0);
  });

/** Making a property takes many times as long as comparing two. */
const costOfMerge = 32;

/** Merges objects: a later one wins. Deep merging merges objects inside objects too. */
export const merge = (call: Call, objects: readonly Field[], isDeep: boolean): Field =>
  merged(call, objects, isDeep, true);

/** @param areObjects whether unknown values among them can only be objects: otherwise one may replace all before it */
function merged(call: Call, objects: readonly Field[], isDeep: boolean, areObjects: boolean): Field {
  const entries = new Map<string, { name: string; value: Field }>();
  const kind = isDeep ? 'union' : 'shallowmerge';
  const from = origins(objects, call.at);
  const open = (parts: readonly Field[], because: Field, members?: Members): Field => {
    const term = `${kind}(${parts.map((part) => part.canonical()).join(',')})`;
    call.scope.run.read(term.length);
    return Field.unknown(term, because, call.at, from, members ? { members } : {});
  };
  const unknowns: Field[] = [];
  for (const object of objects) {
    const names = new Set(object.names().map((name) => name.toLowerCase()));
    call.scope.run.spend(costOfMerge * (1 + names.size + entries.size));
    if (object.state === 'unknown' && !areObjects) entries.clear();
    if (object.state === 'unknown') {
      // What came before is still there, but may have another value.
      for (const [key, { name, value }] of entries)
        if (!names.has(key)) entries.set(key, { name, value: open([value, object.memberNamed(name)], object) });
    }
    for (const name of object.names()) {
      const before = entries.get(name.toLowerCase());
      const value = object.memberNamed(name);
      // A property that unknown objects before may have, too, is merged with what is not known.
      const hidden = unknowns.map((one) => one.memberNamed(name));
      const earlier = before?.value ?? (hidden[0] ? open(hidden, hidden[0]) : undefined);
      const isMerged = isDeep && earlier !== undefined && isMergeable(earlier) && isMergeable(value);
      const result = isMerged ? merged(call, [earlier, value], true, false) : value;
      entries.set(name.toLowerCase(), { name: before?.name ?? name, value: result });
    }
    if (object.state === 'unknown') unknowns.push(object);
  }
  const members: Members = membersOf([...entries.values()].map(({ name, value }) => [name, () => value]));
  const [unknown] = unknowns;
  return unknown ? open(objects, unknown, members) : Field.object(members, call.at, from);
}

const isMergeable = (field: Field): boolean =>
  field.isObject || (field.state === 'unknown' && field.parts === undefined);

/** Source: "Object functions for ARM templates" (read 2026-11-22). */
export const objectFunctions: readonly ArmFunction[] = [
  define('object', 'createObject', [0, Number.POSITIVE_INFINITY], (call) => {
    if (call.count % 2 === 1) return call.fail('createObject() takes names and values in turn, but one has no value');
    const args = call.args();
    const names = args.filter((_, index) => index % 2 === 0);
    const wrong = names.findIndex((name) => name.state === 'known' && name.string === undefined);
    if (wrong >= 0) return call.fail('the names that createObject() takes must be texts', wrong * 2);
    if (names.some((name) => name.string === undefined)) return call.unknown();
    return fromEntries(
      call,
      names.map((name, index): [string, Field] => [name.prefix, args[index * 2 + 1] as Field]),
      [],
    );
  }),
  ofObject('items', (call, object) =>
    call.list(
      sortedNames(object.names()).map((name) =>
        Field.record({ key: Field.scalar(name, call.at), value: object.memberNamed(name) }, call.at),
      ),
    ),
  ),
  ofObject('objectKeys', (call, object) =>
    call.list(sortedNames(object.names()).map((name) => Field.scalar(name, call.at))),
  ),
  define('object', 'shallowMerge', [1, 1], (call) => {
    const list = call.arg(0);
    if (list.state === 'unknown') return call.unknown();
    const objects = list.items().filter((item) => !item.isMissing);
    const wrong = objects.find((item) => item.state === 'known' && !item.isObject);
    if (!list.isList || wrong) return call.fail('shallowMerge() takes a list of objects', 0);
    return merge(call, objects, false);
  }),
  define('object', 'json', [1, 1], (call) => {
    const { string, state } = call.arg(0);
    if (state === 'unknown') return call.unknown();
    if (string === undefined) return call.fail(`json() takes text, not ${kindOf(call.arg(0))}`, 0);
    return attempt(call, () => call.value(parseJson(string)));
  }),
  define('object', 'null', [0, 0], (call) => call.value(null)),
];
