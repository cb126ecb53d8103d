/**
 * A number by its decimal digits, as .NET formats it: 0.digits × 10^scale. The digits have no zero at either end;
 * zero has none, and scale 0.
 */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly scale: number;
  /** A 64-bit integer, not a floating-point number. */
  readonly whole: boolean;
}

/** How many significant digits of a floating-point number to take: all of them up to 101, or as few as tell it apart. */
export type Precision = 'exact' | 'shortest' | number;

/** Whether .NET would hold this number as an integer. Numbers beyond what JavaScript counts exactly were never one. */
export const isWhole = (value: number | bigint): boolean => typeof value === 'bigint' || Number.isSafeInteger(value);

/** Digits of a finite number. */
export function toDecimal(value: number | bigint, precision: Precision): Decimal {
  const negative = value < 0;
  if (isWhole(value)) {
    const digits = (negative ? -BigInt(value) : BigInt(value)).toString();
    return tidy({ negative, digits, scale: digits.length, whole: true });
  }
  const size = Math.abs(Number(value));
  const written =
    precision === 'shortest' ? size.toExponential() : size.toExponential(precision === 'exact' ? 100 : precision - 1);
  const [mantissa = '', exponent] = written.split('e');
  return tidy({ negative, digits: mantissa.replace('.', ''), scale: Number(exponent) + 1, whole: false });
}

/** Keeps `count` digits; a half goes away from zero, as in .NET. */
export function round(decimal: Decimal, count: number): Decimal {
  const { digits, scale } = decimal;
  if (count >= digits.length) return decimal;
  if (count < 0 || (digits[count] as string) < '5') {
    return tidy({ ...decimal, digits: digits.slice(0, Math.max(count, 0)) });
  }
  let end = count;
  while (end > 0 && digits[end - 1] === '9') end--;
  return end === 0
    ? { ...decimal, digits: '1', scale: scale + 1 }
    : { ...decimal, digits: digits.slice(0, end - 1) + String(Number(digits[end - 1]) + 1) };
}

/** Moves the decimal point: `places` to the right. */
export const shift = (decimal: Decimal, places: number): Decimal =>
  decimal.digits === '' ? decimal : { ...decimal, scale: decimal.scale + places };

/**
 * .NET's `G` format with at most `count` digits, without exponent where it stays readable: 1234.5, 1.5E+20. The letter
 * of the exponent is `exponent`.
 */
export function general(decimal: Decimal, count: number, exponent: 'E' | 'e' = 'E'): string {
  const { digits, scale, negative, whole } = round(decimal, count);
  const sign = negative && (digits !== '' || !whole) ? '-' : '';
  if (digits === '') return `${sign}0`;
  if (scale > count || scale < -3) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${sign}${digits[0]}${fraction}${exponentOf(scale - 1, exponent, 2)}`;
  }
  const before = scale > 0 ? digits.slice(0, scale).padEnd(scale, '0') : '0';
  const after = scale > 0 ? digits.slice(scale) : '0'.repeat(-scale) + digits;
  return sign + before + (after === '' ? '' : `.${after}`);
}

/** An exponent with its letter and sign: `E+007`. */
export const exponentOf = (exponent: number, letter: string, width: number): string =>
  `${letter}${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(width, '0')}`;

/** A number as .NET writes it without any format, invariant culture. */
export function numberText(value: number | bigint): string {
  if (isWhole(value)) return BigInt(value).toString();
  if (!Number.isFinite(value)) return String(value);
  const decimal = toDecimal(value, 'shortest');
  return general(decimal, Math.max(decimal.digits.length, 15));
}

function tidy(decimal: Decimal): Decimal {
  let start = 0;
  let end = decimal.digits.length;
  while (end > 0 && decimal.digits[end - 1] === '0') end--;
  while (start < end && decimal.digits[start] === '0') start++;
  const digits = decimal.digits.slice(start, end);
  return { ...decimal, digits, scale: digits === '' ? 0 : decimal.scale - start };
}
