import { isWhole } from './decimal.ts';
import { type PlainValue, toText } from './json.ts';
import { trim } from './text.ts';
import { shown, ValueError } from './value-error.ts';

/** An integer of 64 bits: a number where it holds it exactly, otherwise a bigint. */
export type Int = number | bigint;

const smallest = -(2n ** 63n);
const largest = 2n ** 63n - 1n;

/**
 * Sum of two integers.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric#add (read 2026-11-22)
 */
export const add = (a: PlainValue, b: PlainValue): Int => computed('add', a, b, (a, b) => a + b);

/**
 * Difference of two integers.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric#sub (read 2026-11-22)
 */
export const sub = (a: PlainValue, b: PlainValue): Int => computed('sub', a, b, (a, b) => a - b);

/**
 * Product of two integers.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric#mul (read 2026-11-22)
 */
export const mul = (a: PlainValue, b: PlainValue): Int => computed('mul', a, b, (a, b) => a * b);

/**
 * Quotient of two integers, without its fraction.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric#div (read 2026-11-22)
 */
export const div = (a: PlainValue, b: PlainValue): Int => computed('div', a, b, (a, b) => a / divisor('div', b));

/**
 * What `div()` leaves; it has the sign of the first integer.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric#mod (read 2026-11-22)
 */
export const mod = (a: PlainValue, b: PlainValue): Int => computed('mod', a, b, (a, b) => a % divisor('mod', b));

function computed(name: string, a: PlainValue, b: PlainValue, compute: (a: bigint, b: bigint) => bigint): Int {
  return narrow(name, compute(BigInt(integer(name, a)), BigInt(integer(name, b))));
}

function divisor(name: string, value: bigint): bigint {
  if (value === 0n) throw new ValueError(`${name}() divides by 0`);
  return value;
}

/** The value, when it is an integer; throws in the name of a function. */
export function integer(name: string, value: PlainValue): Int {
  if ((typeof value !== 'number' && typeof value !== 'bigint') || !isWhole(value)) {
    throw new ValueError(`${name}() takes integers, not ${described(value)}`);
  }
  return value;
}

/** A value by its kind, and where it is short by itself. */
function described(value: PlainValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return shown(value);
  if (typeof value !== 'object') return toText(value).toLowerCase();
  return Array.isArray(value) ? 'a list' : 'an object';
}

function narrow(name: string, value: bigint): Int {
  if (value < smallest || value > largest) {
    throw new ValueError(`the result of ${name}() does not fit into an integer of 64 bits`);
  }
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/**
 * An integer from an integer or from text; a fraction is cut off.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric#int (read 2026-11-22)
 */
export function int(value: PlainValue): Int {
  if (typeof value === 'bigint') return narrow('int', value);
  if (typeof value === 'number' && Number.isFinite(value)) return narrow('int', BigInt(Math.trunc(value)));
  const [, sign, digits] = (typeof value === 'string' && /^([+-]?)(\d+)(\.\d*)?$/.exec(trim(value))) || [];
  if (digits === undefined) throw new ValueError(`int() takes an integer or its text, not ${described(value)}`);
  // More digits than any integer has are not worth counting.
  const number = BigInt(digits.replace(/^0+/, '').slice(0, 20));
  return narrow('int', sign === '-' ? -number : number);
}

/**
 * A floating-point number from an integer or from text.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric#float (read 2026-11-22)
 */
export function float(value: PlainValue): number {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  const text = typeof value === 'string' ? trim(value) : '';
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) {
    throw new ValueError(`float() takes a number or its text, not ${described(value)}`);
  }
  return Number(text);
}

/**
 * The largest of integers, given one by one or as a list.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric#max (read 2026-11-22)
 */
export const max = (...values: readonly PlainValue[]): Int => chosen('max', values, (a, b) => a > b);

/**
 * The smallest of integers, given one by one or as a list.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric#min (read 2026-11-22)
 */
export const min = (...values: readonly PlainValue[]): Int => chosen('min', values, (a, b) => a < b);

function chosen(name: string, values: readonly PlainValue[], better: (a: Int, b: Int) => boolean): Int {
  const integers = values.flat().map((value) => integer(name, value as PlainValue));
  if (integers.length === 0) throw new ValueError(`${name}() takes at least one integer`);
  return integers.reduce((best, value) => (better(value, best) ? value : best));
}
