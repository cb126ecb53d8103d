import { formatNumber } from './format-number.ts';
import { type PlainValue, toJson, toText } from './json.ts';
import { bounded, checkLength, shown, ValueError } from './value-error.ts';

/** A place in a format string: `{index,width:style}`. A negative width fills at the right. */
export interface FormatItem {
  readonly index: number;
  readonly width: number;
  readonly style: string;
}

/**
 * A format string cut into text and places for values, as .NET reads it. In text, `{{` and `}}` are single braces.
 * @see https://learn.microsoft.com/dotnet/standard/base-types/composite-formatting
 */
export function parseFormat(pattern: string): (string | FormatItem)[] {
  const parts: (string | FormatItem)[] = [];
  let text = '';
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character !== '{' && character !== '}') text += character;
    else if (pattern[at + 1] === character) {
      text += character;
      at++;
    } else if (character === '}') {
      throw new ValueError(`the format ${shown(pattern)} has a "}" without "{"; a brace as text is "}}"`);
    } else {
      const end = pattern.indexOf('}', at);
      if (end < 0) throw new ValueError(`the format ${shown(pattern)} has a "{" without "}"; a brace as text is "{{"`);
      if (text !== '') parts.push(text);
      text = '';
      parts.push(itemOf(pattern.slice(at + 1, end)));
      at = end;
    }
  }
  if (text !== '') parts.push(text);
  return parts;
}

function itemOf(inside: string): FormatItem {
  const [, index, width, style = ''] = /^(\d{1,7}) *(?:, *(-?\d{1,7}) *)?(?::([^{]*))?$/.exec(inside) ?? [];
  if (index === undefined) {
    throw new ValueError(
      `${shown(`{${inside}}`)} is not a place for a value; one is written like {0}, {0,8} or {0:N2}`,
    );
  }
  checkLength(Math.abs(Number(width ?? 0)));
  return { index: Number(index), width: Number(width ?? 0), style };
}

/**
 * A value as it is printed in its place. Styles are for numbers; lists and objects print as JSON in single quotes.
 * @see https://learn.microsoft.com/dotnet/standard/base-types/composite-formatting
 */
export function formatItem(value: PlainValue, width = 0, style = ''): string {
  const text = formatted(value, style);
  return bounded(width < 0 ? text.padEnd(-width) : text.padStart(width));
}

function formatted(value: PlainValue, style: string): string {
  if (typeof value === 'number' || typeof value === 'bigint') return formatNumber(value, style);
  return typeof value === 'object' && value !== null ? toJson(value, "'") : toText(value);
}

/**
 * `format()`: a format string with its values filled in, as .NET's `String.Format` does.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#format (read 2026-11-22)
 */
export function formatText(pattern: string, values: readonly PlainValue[]): string {
  const parts: string[] = [];
  let length = 0;
  for (const part of parseFormat(pattern)) {
    const text = typeof part === 'string' ? part : formatItem(valueAt(values, part.index), part.width, part.style);
    length += text.length;
    checkLength(length);
    parts.push(text);
  }
  return parts.join('');
}

function valueAt(values: readonly PlainValue[], index: number): PlainValue {
  const value = values[index];
  if (value === undefined) {
    const given = values.length === 1 ? '1 value' : `${values.length} values`;
    throw new ValueError(`format() has a place {${index}}, but ${given} to fill in; the first is {0}`);
  }
  return value;
}
