import { Field } from '../../model/field.ts';
import { toText } from '../values/json.ts';
import { type Call, kindOf, wrongKind } from './call.ts';
import { areEqual } from './comparison.ts';
import { merge } from './object.ts';

/** Whether a list has an item: true, false, or undefined when an unknown item may be it. */
function includes(call: Call, list: readonly Field[], wanted: Field): boolean | undefined {
  let result: boolean | undefined = false;
  for (const item of list) {
    const equal = areEqual(item, wanted, call.scope.run);
    if (equal) return true;
    if (equal === undefined) result = undefined;
  }
  return result;
}

/** The items without those that are certainly there already; whether these are all, or an unknown item may be one, too. */
export function distinct(call: Call, items: readonly Field[]): { kept: Field[]; isCertain: boolean } {
  const keys = new Set<string>();
  call.scope.run.spend(items.length);
  const kept = items.filter((item) => !keys.has(item.canonical()) && keys.add(item.canonical()));
  return { kept, isCertain: kept.length < 2 || kept.every((item) => item.plain() !== undefined) };
}

/** Whether an object has a property, in any case. */
export function hasMember({ scope }: Call, object: Field, name: string): boolean {
  const wanted = name.toLowerCase();
  const names = object.names();
  scope.run.spend(names.length);
  return names.some((own) => own.toLowerCase() === wanted);
}

/** An item of a list, a part of a text, or a property of an object. */
export function contains(call: Call): Field {
  const [container, wanted] = call.args() as [Field, Field];
  if (container.isList) {
    const found = includes(call, container.items(), wanted);
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
  if (hasMember(call, container, text)) return call.value(true);
  return container.isObject ? call.value(false) : call.unknown();
}

export function intersection(call: Call): Field {
  const args = call.args();
  const [first, ...others] = args as [Field, ...Field[]];
  if (args.every((argument) => argument.isList)) {
    const { kept: items, isCertain } = distinct(call, first.items());
    if (!isCertain) return call.unknown();
    const kept: Field[] = [];
    for (const item of items) {
      const found = others.map((other) => includes(call, other.items(), item));
      if (found.includes(undefined) && !found.includes(false)) return call.unknown();
      if (!found.includes(false)) kept.push(item);
    }
    return call.list(kept);
  }
  if (args.every((argument) => argument.isObject)) {
    const isIn = (name: string, object: Field) => {
      const own = object.memberNamed(name);
      return own.state === 'absent' ? false : areEqual(own, first.memberNamed(name), call.scope.run);
    };
    const kept: Record<string, Field> = {};
    for (const name of first.names()) {
      const found = others.map((other) => isIn(name, other));
      if (found.includes(undefined) && !found.includes(false)) return call.unknown();
      if (!found.includes(false))
        Object.defineProperty(kept, name, { value: first.memberNamed(name), enumerable: true });
    }
    return Field.record(kept, call.at, call.value(null).from);
  }
  if (args.some((argument) => argument.state === 'unknown')) return call.unknown();
  return call.fail('intersection() takes lists, or objects, but not both');
}

export function union(call: Call): Field {
  const args = call.args().filter((argument) => !argument.isMissing);
  const wrong = args.some((argument) => argument.state === 'known' && !argument.isList && !argument.isObject);
  const [hasLists, hasObjects] = [args.some((one) => one.isList), args.some((one) => one.isObject)];
  if (wrong || (hasLists && hasObjects)) return call.fail('union() takes lists, or objects, but not both');
  if (hasObjects) return merge(call, args, true);
  if (!hasLists) return call.unknown();
  const items = args.flatMap((argument) => (argument.isList ? argument.items() : []));
  const { kept, isCertain } = distinct(call, items);
  if (isCertain && args.every((argument) => argument.isList)) return call.list(kept);
  return call.unknown(undefined, undefined, { items: kept });
}
