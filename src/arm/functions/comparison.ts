import { Field } from '../../model/field.ts';
import type { Run } from '../run.ts';
import { compareText } from '../values/json.ts';
import { type Call, kindOf } from './call.ts';
import { type ArmFunction, define } from './define.ts';

/**
 * Whether two values are certainly the same or certainly not; undefined when only the deployment can tell. Equal
 * expressions have equal values. Text compares case-sensitively; a number is never equal to text.
 */
export function areEqual(a: Field, b: Field, run: Run): boolean | undefined {
  run.spend(1);
  if (a.canonical() === b.canonical()) return true;
  if (isScalar(a) && isScalar(b)) return false;
  run.spend(costOfParts + (a.size ?? 0));
  return differ(a, b, run) ? false : undefined;
}

/** Looking into a value takes many times as long as comparing two that are written out. */
const costOfParts = 64;

const isScalar = (field: Field): boolean => field.state === 'known' && !field.isList && !field.isObject;

/** Whether two values, known in part, can't be the same. */
function differ(a: Field, b: Field, run: Run): boolean {
  if (a.parts && b.parts) return differInText(a, b);
  // What has a slash, or any known text, is not a value of another kind.
  if (a.state === 'unknown' || b.state === 'unknown')
    return (a.parts !== undefined && b.state === 'known') || (b.parts !== undefined && a.state === 'known');
  if (a.isList !== b.isList || a.isObject !== b.isObject || a.size !== b.size) return true;
  if (a.isList) {
    const those = b.items();
    return a.items().some((item, index) => areEqual(item, those[index] as Field, run) === false);
  }
  return a.names().some((name) => areEqual(a.memberNamed(name), b.memberNamed(name), run) === false);
}

function differInText(a: Field, b: Field): boolean {
  const length = Math.min(a.prefix.length, b.prefix.length);
  if (a.prefix.slice(0, length) !== b.prefix.slice(0, length)) return true;
  if (differAtEnd(a, b)) return true;
  const [short, long] = a.string === undefined ? [b, a] : [a, b];
  if (short.string === undefined) return false;
  const known = (long.parts ?? []).reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
  return known > short.string.length;
}

function differAtEnd(a: Field, b: Field): boolean {
  const [one, other] = [suffixOf(a), suffixOf(b)];
  const length = Math.min(one.length, other.length);
  return one.slice(one.length - length) !== other.slice(other.length - length);
}

/** How a text ends, as far as it is known. */
function suffixOf({ parts = [] }: Field): string {
  const last = parts.at(-1);
  return typeof last === 'string' ? last : '';
}

/** An order of two numbers or two texts; an error for anything else that is known. */
const ordered = (name: string, decide: (order: number) => boolean): ArmFunction =>
  define('comparison', name, [2, 2], (call) => {
    const [a, b] = call.args() as [Field, Field];
    if (a.state === 'unknown' || b.state === 'unknown') return call.unknown();
    const [left, right] = [a.value, b.value];
    if (isNumber(left) && isNumber(right)) return call.value(decide(left < right ? -1 : left > right ? 1 : 0));
    if (typeof left === 'string' && typeof right === 'string') return call.value(decide(compareText(left, right)));
    return call.fail(`${name}() compares two whole numbers or two texts, not ${kindOf(a)} and ${kindOf(b)}`);
  });

const isNumber = (value: unknown): value is number | bigint => typeof value === 'number' || typeof value === 'bigint';

/** Source: "Comparison functions for ARM templates" (read 2026-11-22). */
export const comparisonFunctions: readonly ArmFunction[] = [
  define('comparison', 'coalesce', [1, Number.POSITIVE_INFINITY], coalesce),
  define('comparison', 'equals', [2, 2], (call) => {
    const equal = areEqual(call.arg(0), call.arg(1), call.scope.run);
    return equal === undefined ? call.unknown() : call.value(equal);
  }),
  ordered('greater', (order) => order > 0),
  ordered('greaterOrEquals', (order) => order >= 0),
  ordered('less', (order) => order < 0),
  ordered('lessOrEquals', (order) => order <= 0),
];

/** The first that is not null. What comes after an unknown one may not be looked at by the platform. */
function coalesce(call: Call): Field {
  for (let index = 0; index < call.count; index++) {
    const value = call.arg(index);
    if (value.isMissing) continue;
    const isCertain = value.state === 'known' || value.parts !== undefined || index === call.count - 1;
    return isCertain ? value : call.scope.run.perhaps(() => call.unknown(value.reason));
  }
  return Field.scalar(null, call.at);
}
