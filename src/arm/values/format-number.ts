import { type Decimal, exponentOf, general, numberText, round, shift, toDecimal } from './decimal.ts';
import { formatCustom, groups } from './format-number-custom.ts';
import { bounded, checkLength, shown, ValueError } from './value-error.ts';

/**
 * A number in one of .NET's styles, invariant culture: a letter with an optional precision (`N0`, `D4`, `x`), or a
 * pattern of digits (`#,##0.00`).
 * @see https://learn.microsoft.com/dotnet/standard/base-types/standard-numeric-format-strings
 */
export function formatNumber(value: number | bigint, style: string): string {
  const standard = /^([A-Za-z])(\d{0,9})$/.exec(style);
  if (style === '' || !Number.isFinite(Number(value))) return numberText(value);
  if (!standard) return formatCustom(toDecimal(value, 15), style);
  const [, letter = '', digits] = standard;
  const precision = digits === '' ? undefined : Number(digits);
  checkLength(precision ?? 0);
  return bounded(formatStandard(value, letter, precision, style));
}

function formatStandard(value: number | bigint, letter: string, precision: number | undefined, style: string): string {
  const decimal = toDecimal(value, 'exact');
  const sign = decimal.negative ? '-' : '';
  switch (letter.toUpperCase()) {
    case 'C': {
      // The invariant culture has no currency; it prints the sign for one, and brackets around a negative amount.
      const amount = `¤${fixed(decimal, precision ?? 2, true)}`;
      return decimal.negative ? `(${amount})` : amount;
    }
    case 'E': {
      const rounded = round(decimal, (precision ?? 6) + 1);
      const { digits } = rounded;
      const fraction = digits.slice(1).padEnd(precision ?? 6, '0');
      const exponent = digits === '' ? 0 : rounded.scale - 1;
      return `${sign}${digits[0] ?? '0'}${fraction && `.${fraction}`}${exponentOf(exponent, letter, 3)}`;
    }
    case 'F':
      return sign + fixed(decimal, precision ?? 2, false);
    case 'N':
      return sign + fixed(decimal, precision ?? 2, true);
    case 'P':
      return `${sign}${fixed(shift(decimal, 2), precision ?? 2, true)} %`;
    case 'G':
      return precision ? general(decimal, precision, letter === 'g' ? 'e' : 'E') : numberText(value);
    case 'R':
      if (!decimal.whole) return numberText(value);
      break;
    case 'D':
      if (decimal.whole) return sign + decimalDigits(decimal).padStart(precision ?? 0, '0');
      break;
    case 'X':
    case 'B':
      if (decimal.whole) {
        // Negative integers show their 64 bits.
        const text = BigInt.asUintN(64, BigInt(value)).toString(letter.toUpperCase() === 'X' ? 16 : 2);
        return (letter === 'X' ? text.toUpperCase() : text).padStart(precision ?? 0, '0');
      }
      break;
  }
  const kind = decimal.whole ? 'an integer' : 'a fraction';
  throw new ValueError(`${shown(style)} is not a format of ${kind}`);
}

/** All digits before the decimal point: `0` for none. */
const decimalDigits = ({ digits, scale }: Decimal): string =>
  scale > 0 ? digits.slice(0, scale).padEnd(scale, '0') : '0';

/** Digits with a fixed number of places, without sign. */
function fixed(decimal: Decimal, places: number, grouped: boolean): string {
  const rounded = round(decimal, decimal.scale + places);
  const before = decimalDigits(rounded);
  const after = rounded.scale > 0 ? rounded.digits.slice(rounded.scale) : '0'.repeat(-rounded.scale) + rounded.digits;
  const fraction = after.slice(0, places).padEnd(places, '0');
  return (grouped ? groups(before) : before) + (fraction && `.${fraction}`);
}
