import { type Decimal, exponentOf, round, shift } from './decimal.ts';
import { bounded } from './value-error.ts';

/** One element of a pattern. */
type Token =
  | { readonly kind: 'digit'; readonly zero: boolean }
  | { readonly kind: 'point' | 'comma' }
  | { readonly kind: 'exponent'; readonly letter: string; readonly plus: boolean; readonly width: number }
  | { readonly kind: 'scale'; readonly text: string; readonly places: number }
  | { readonly kind: 'literal'; readonly text: string };

/** What a pattern asks for as a whole. Positions count its digits from the left. */
interface Plan {
  readonly tokens: readonly Token[];
  readonly digits: number;
  readonly point: number;
  /** Places before the point that are always written, and places after it. */
  readonly minimumBefore: number;
  readonly minimumAfter: number;
  readonly grouped: boolean;
  readonly scientific: boolean;
  /** Powers of ten by which the number is multiplied: per cent, commas that divide by a thousand. */
  readonly shift: number;
}

/**
 * A number in a pattern of digits, invariant culture: `0` a digit, `#` a digit if there is one, `.` the point, `,` groups
 * of thousands or a division by one, `%`, `‰`, an exponent, `;` between the patterns for positive, negative and zero.
 * @see https://learn.microsoft.com/dotnet/standard/base-types/custom-numeric-format-strings
 */
export function formatCustom(decimal: Decimal, pattern: string): string {
  const sections = sectionsOf(pattern);
  const [positive = [], negative = [], zero = []] = sections;
  const forZero = zero.length > 0 ? zero : positive;
  let section = positive;
  if (decimal.digits === '') section = forZero;
  else if (decimal.negative && negative.length > 0) section = negative;
  let plan = planOf(section);
  let rounded = roundedFor(decimal, plan);
  if (decimal.digits !== '' && rounded.digits === '') {
    // What rounds to zero is written as zero.
    section = forZero;
    plan = planOf(section);
    rounded = roundedFor({ ...decimal, digits: '', scale: 0 }, plan);
  }
  const text = written(rounded, plan);
  const signed = rounded.negative && section === positive && (rounded.digits !== '' || !rounded.whole);
  return bounded(signed && text !== '' ? `-${text}` : text);
}

/** Digits in groups of three. */
export const groups = (digits: string): string => {
  const parts: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) parts.unshift(digits.slice(Math.max(end - 3, 0), end));
  return parts.join(',');
};

const exponentAt = /([Ee])([+-]?)(0+)/y;

function sectionsOf(pattern: string): Token[][] {
  const sections: Token[][] = [[]];
  const add = (token: Token) => (sections.at(-1) as Token[]).push(token);
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    exponentAt.lastIndex = at;
    const exponent = exponentAt.exec(pattern);
    if (character === ';') sections.push([]);
    else if (character === '0' || character === '#') add({ kind: 'digit', zero: character === '0' });
    else if (character === '.') add({ kind: 'point' });
    else if (character === ',') add({ kind: 'comma' });
    else if (character === '%') add({ kind: 'scale', text: character, places: 2 });
    else if (character === '‰') add({ kind: 'scale', text: character, places: 3 });
    else if (exponent) {
      const [all, letter = '', sign, zeros = ''] = exponent;
      add({ kind: 'exponent', letter, plus: sign === '+', width: Math.min(zeros.length, 10) });
      at += all.length - 1;
    } else if (character === '"' || character === "'") {
      const end = pattern.indexOf(character, at + 1);
      const close = end < 0 ? pattern.length : end;
      add({ kind: 'literal', text: pattern.slice(at + 1, close) });
      at = close;
    } else if (character === '\\') add({ kind: 'literal', text: pattern.charAt(++at) });
    else add({ kind: 'literal', text: character });
  }
  return sections;
}

function planOf(tokens: readonly Token[]): Plan {
  let digits = 0;
  let point = -1;
  let firstZero = Number.POSITIVE_INFINITY;
  let lastZero = 0;
  let commas = { at: -1, count: 0 };
  let grouped = false;
  let places = 0;
  for (const token of tokens) {
    if (token.kind === 'digit') {
      if (token.zero) firstZero = Math.min(firstZero, digits);
      digits++;
      if (token.zero) lastZero = digits;
    } else if (token.kind === 'point' && point < 0) point = digits;
    else if (token.kind === 'comma' && digits > 0 && point < 0) {
      if (commas.at === digits) commas.count++;
      else {
        if (commas.at >= 0) grouped = true;
        commas = { at: digits, count: 1 };
      }
    } else if (token.kind === 'scale') places += token.places;
  }
  if (point < 0) point = digits;
  // Commas right before the point divide by a thousand each; others group.
  if (commas.at === point) places -= 3 * commas.count;
  else if (commas.at >= 0) grouped = true;
  return {
    tokens,
    digits,
    point,
    minimumBefore: Math.max(point - firstZero, 0),
    minimumAfter: Math.max(lastZero - point, 0),
    grouped,
    scientific: tokens.some(({ kind }) => kind === 'exponent'),
    shift: places,
  };
}

function roundedFor(decimal: Decimal, plan: Plan): Decimal {
  const shifted = shift(decimal, plan.shift);
  return round(shifted, plan.scientific ? plan.digits : shifted.scale + plan.digits - plan.point);
}

function written(decimal: Decimal, plan: Plan): string {
  const { point, grouped } = plan;
  // With an exponent the digits stand where the pattern has them; otherwise the number says where its point is.
  const scale = plan.scientific ? point : decimal.scale;
  const whole = Math.max(scale, 0);
  const integer = decimal.digits.slice(0, whole).padEnd(whole, '0').padStart(plan.minimumBefore, '0');
  const fraction = ('0'.repeat(whole - scale) + decimal.digits.slice(whole)).padEnd(plan.minimumAfter, '0');
  /** The digit that stands `left` places before the point, with a comma after it where a group ends. */
  const digitAt = (left: number): string => {
    const digit = integer[integer.length - left];
    return digit === undefined ? '' : digit + (grouped && left > 1 && left % 3 === 1 ? ',' : '');
  };
  let result = '';
  let position = 0;
  let started = false;
  let pointWritten = false;
  for (const token of plan.tokens) {
    if (!started && (token.kind === 'digit' || token.kind === 'point')) {
      // A number longer than its pattern is written at the first digit or point.
      for (let left = integer.length; left > point; left--) result += digitAt(left);
      started = true;
    }
    if (token.kind === 'digit') {
      result += position < point ? digitAt(point - position) : (fraction[position - point] ?? '');
      position++;
    } else if (token.kind === 'point') {
      if (position === point && !pointWritten && fraction !== '') {
        result += '.';
        pointWritten = true;
      }
    } else if (token.kind === 'exponent') {
      const exponent = decimal.digits === '' ? 0 : decimal.scale - point;
      const text = exponentOf(exponent, token.letter, token.width);
      result += token.plus ? text : text.replace('+', '');
    } else if (token.kind === 'literal' || token.kind === 'scale') result += token.text;
  }
  return result;
}
