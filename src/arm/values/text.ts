import { type PlainValue, toText } from './json.ts';
import {
  bounded,
  checkLength,
  checkSteps,
  LimitError,
  maximumItems,
  shown,
  UncertainError,
  ValueError,
} from './value-error.ts';

// Text is counted in UTF-16 code units, as .NET counts it.

/**
 * Text in lower case, whatever the language.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#tolower (read 2026-11-22)
 */
export const toLower = (text: string): string => mapped(text, (character) => character.toLowerCase());

/**
 * Text in upper case, whatever the language.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#toupper (read 2026-11-22)
 */
export const toUpper = (text: string): string => mapped(text, (character) => character.toUpperCase());

/** Changes case one character at a time: .NET never changes the length (ß stays), nor makes ASCII of another letter. */
function mapped(text: string, change: (text: string) => string): string {
  if (isAscii(text)) return change(text);
  return Array.from(text, (character) => {
    const changed = change(character);
    return changed.length === character.length && isAscii(changed) === isAscii(character) ? changed : character;
  }).join('');
}

const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text);

/**
 * Text without the white space at its ends.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#trim (read 2026-11-22)
 */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start++;
  while (start < end && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** What .NET counts as white space: not the byte order mark, which JavaScript counts. */
const isWhiteSpace = (code: number): boolean =>
  (code >= 9 && code <= 13) ||
  code === 0x20 ||
  code === 0x85 ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  [0x2028, 0x2029, 0x202f, 0x205f, 0x3000].includes(code);

/**
 * Part of a text; it must lie inside.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#substring (read 2026-11-22)
 */
export function substring(text: string, start: number | bigint, length?: number | bigint): string {
  const characters = text.length === 1 ? '1 character' : `${text.length} characters`;
  if (start < 0) throw new ValueError(`substring() starts at ${start}, but a text starts at 0`);
  if (start > text.length) throw new ValueError(`substring() starts at ${start}, but the text has ${characters}`);
  if (length === undefined) return text.slice(Number(start));
  if (length < 0) throw new ValueError(`substring() has the length ${length}, but a length is 0 or more`);
  const end = Number(start) + Number(length);
  if (end > text.length) throw new ValueError(`substring() ends at ${end}, but the text has ${characters}`);
  return text.slice(Number(start), end);
}

/**
 * The first `count` characters or items; none for a negative count.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#take (read 2026-11-22)
 */
export const take = <T extends string | readonly unknown[]>(value: T, count: number | bigint): T =>
  value.slice(0, Math.max(Number(count), 0)) as T;

/**
 * What follows the first `count` characters or items; all for a negative count.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#skip (read 2026-11-22)
 */
export const skip = <T extends string | readonly unknown[]>(value: T, count: number | bigint): T =>
  value.slice(Math.max(Number(count), 0)) as T;

/**
 * The first character; empty for an empty text.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#first (read 2026-11-22)
 */
export const first = (text: string): string => text.slice(0, 1);

/**
 * The last character; empty for an empty text.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#last (read 2026-11-22)
 */
export const last = (text: string): string => text.slice(-1);

/**
 * A text with every `old` replaced, case-sensitive.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#replace (read 2026-11-22)
 */
export function replace(text: string, old: string, replacement: string): string {
  if (old === '') throw new ValueError('replace() has an empty text to replace');
  checkSteps(text.length * old.length);
  const parts = text.split(old);
  checkLength(text.length + (parts.length - 1) * (replacement.length - old.length));
  return parts.join(replacement);
}

/**
 * The parts of a text between separators, empty parts too. Where several separators match, the first in the list does.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#split (read 2026-11-22)
 */
export function split(text: string, separator: string | readonly string[]): string[] {
  const separators = [separator].flat();
  if (separators.length === 0 || separators.includes('')) {
    throw new UncertainError('what split() does with an empty separator is not documented');
  }
  checkSteps(text.length * separators.join('').length);
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; ) {
    const found = separators.find((candidate) => text.startsWith(candidate, at));
    if (found === undefined) at++;
    else {
      parts.push(text.slice(start, at));
      at += found.length;
      start = at;
    }
  }
  parts.push(text.slice(start));
  if (parts.length > maximumItems) throw new LimitError(`split() would make more than ${maximumItems} items`);
  return parts;
}

/**
 * Items as one text with a separator between.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#join (read 2026-11-22)
 */
export function join(items: readonly PlainValue[], separator: string): string {
  const parts: string[] = [];
  let length = 0;
  for (const item of items) {
    const part = toText(item);
    length += part.length + (parts.length > 0 ? separator.length : 0);
    checkLength(length);
    parts.push(part);
  }
  return parts.join(separator);
}

/**
 * Texts in a row.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#concat (read 2026-11-22)
 */
export const concat = (...items: readonly PlainValue[]): string => join(items, '');

/**
 * Where a part stands first, whatever its case; -1 when nowhere.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#indexof (read 2026-11-22)
 */
export function indexOf(text: string, part: string): number {
  checkSteps(text.length * part.length);
  return toUpper(text).indexOf(toUpper(part));
}

/**
 * Where a part stands last, whatever its case; -1 when nowhere.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#lastindexof (read 2026-11-22)
 */
export function lastIndexOf(text: string, part: string): number {
  checkSteps(text.length * part.length);
  return toUpper(text).lastIndexOf(toUpper(part));
}

/**
 * Whether a text starts with another, whatever the case.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#startswith (read 2026-11-22)
 */
export const startsWith = (text: string, start: string): boolean => toUpper(text).startsWith(toUpper(start));

/**
 * Whether a text ends with another, whatever the case.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#endswith (read 2026-11-22)
 */
export const endsWith = (text: string, end: string): boolean => toUpper(text).endsWith(toUpper(end));

/**
 * Whether a text matches a pattern as a whole, whatever the case: `*` is any text, `?` any character. No page describes
 * it; it is known from Bicep's table of functions.
 */
export function like(text: string, pattern: string): boolean {
  const value = toUpper(text);
  const wanted = toUpper(pattern);
  let at = 0;
  let inPattern = 0;
  /** Where to go on when the text after the last star did not match: one character later. */
  let retry: { at: number; inPattern: number } | undefined;
  for (let steps = 0; at < value.length; ) {
    // A step here costs as much as sixteen of the built-in search.
    checkSteps(++steps * 16);
    const character = wanted[inPattern];
    if (character === '*') retry = { at, inPattern: ++inPattern };
    else if (character === '?' || character === value[at]) {
      at++;
      inPattern++;
    } else if (retry) {
      retry.at++;
      ({ at, inPattern } = retry);
    } else return false;
  }
  while (wanted[inPattern] === '*') inPattern++;
  return inPattern === wanted.length;
}

/**
 * A text filled with a character at its left up to a length.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#padleft (read 2026-11-22)
 */
export function padLeft(value: PlainValue, length: number | bigint, character = ' '): string {
  if (character.length !== 1) throw new ValueError(`padLeft() fills with one character, not ${shown(character)}`);
  if (length < 0) throw new ValueError(`padLeft() has the length ${length}, but a length is 0 or more`);
  checkLength(Number(length));
  return toText(value).padStart(Number(length), character);
}

/**
 * Base64 of a text in UTF-8.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#base64 (read 2026-11-22)
 */
export const base64 = (text: string): string => bounded(Buffer.from(text, 'utf8').toString('base64'));

/**
 * The text whose base64 this is. White space does not count; anything else outside the alphabet is refused.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#base64tostring (read 2026-11-22)
 */
export function base64ToString(encoded: string): string {
  const text = encoded.replace(/[ \t\r\n]/g, '');
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) {
    throw new ValueError(`${shown(encoded)} is not base64`);
  }
  return Buffer.from(text, 'base64').toString('utf8');
}
