import { Field } from '../../model/field.ts';
import { segmentsOf } from '../segments.ts';
import { formatItem, parseFormat } from '../values/format.ts';
import { guid, uniqueString } from '../values/hashes.ts';
import { parseJson, toText } from '../values/json.ts';
import * as text from '../values/text.ts';
import * as uri from '../values/uri.ts';
import { joined } from './array.ts';
import { attempt, type Call, converted, kindOf } from './call.ts';
import { areEqual } from './comparison.ts';
import { type ArmFunction, define, plain } from './define.ts';

const many = Number.POSITIVE_INFINITY;
const isConversion = { isConversion: true };

const fn = (
  name: string,
  args: Parameters<typeof plain>[2],
  compute: Parameters<typeof plain>[3],
  options?: Parameters<typeof plain>[4],
): ArmFunction => plain('string', name, args, compute, options);

const text1 = { takes: ['text'] } as const;
const text2 = { takes: ['text', 'text'] } as const;

/** A change of letters, made in the known parts of a text too. */
const letterCase = (name: string, change: (text: string) => string): ArmFunction =>
  define('string', name, [1, 1], (call) => {
    const value = call.arg(0);
    if (value.string !== undefined) return converted(call, value, change(value.string));
    if (value.state === 'known') return call.fail(`${name}() takes text, not ${kindOf(value)}`, 0);
    const parts = value.parts ?? (value.isSegment ? [value] : undefined);
    if (!parts) return call.unknown();
    return Field.text(
      parts.map((part) => (typeof part === 'string' ? change(part) : unknownPart(call, part))),
      call.at,
      call.value(null).from,
    );
  });

const unknownPart = (call: Call, part: Field): Field =>
  Field.unknown(`${call.expression.name.toLowerCase()}(${part.canonical()})`, part, part.at, part.from, {
    isSegment: part.isSegment,
  });

/** A test of a text that its known beginning may decide. */
const startsWith = define('string', 'startsWith', [2, 2], (call) => {
  const [value, start] = call.args() as [Field, Field];
  const wrong = [value, start].findIndex((one) => one.state === 'known' && one.string === undefined);
  if (wrong >= 0) return call.fail(`startsWith() takes texts, not ${kindOf(call.arg(wrong))}`, wrong);
  if (start.string === undefined) return call.unknown();
  if (value.string !== undefined) return call.value(text.startsWith(value.string, start.string));
  const known = value.prefix.slice(0, start.string.length);
  if (known.length === start.string.length) return call.value(text.startsWith(known, start.string));
  return text.startsWith(start.string, known) ? call.unknown() : call.value(false);
});

/** Longer texts that are known in part are no ids and no names. */
const maximumSegmented = 10_000;

const knownLength = ({ parts = [] }: Field): number =>
  parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);

/** Pieces of a text between slashes are known as far as none of its unknown parts can have a slash. */
const split = define('string', 'split', [2, 2], (call) => {
  const [value, separator] = call.args() as [Field, Field];
  if (separator.plain() === undefined) return call.unknown();
  if (value.state === 'unknown' && separator.string === '/' && knownLength(value) < maximumSegmented) {
    const segments = segmentsOf(value);
    if (segments) return call.list(segments);
  }
  if (value.state === 'unknown') return call.unknown();
  if (value.string === undefined) return call.fail(`split() takes text first, not ${kindOf(value)}`, 0);
  const isText = separator.isList
    ? separator.items().every((item) => item.string !== undefined)
    : separator.string !== undefined;
  if (!isText) return call.fail(`split() takes a separator, or a list of them, not ${kindOf(separator)}`, 1);
  return attempt(call, () => call.value(text.split(value.prefix, separator.plain() as string | string[])));
});

/** Text with values put in, some of which may be unknown. */
const format = define('string', 'format', [1, many], (call) => {
  const pattern = call.arg(0);
  if (pattern.state === 'unknown') return call.unknown();
  if (pattern.string === undefined) return call.fail(`format() takes text first, not ${kindOf(pattern)}`, 0);
  return attempt(call, () => {
    const parts: (string | Field)[] = [];
    for (const piece of parseFormat(pattern.prefix)) {
      if (typeof piece === 'string') {
        parts.push(piece);
        continue;
      }
      if (piece.index + 1 >= call.count) {
        const count = call.count - 1;
        return call.fail(
          `format() has {${piece.index}} in its text, but only ${count} ${count === 1 ? 'value' : 'values'} after it`,
          0,
          [],
        );
      }
      const value = call.arg(piece.index + 1);
      const known = value.plain();
      if (known !== undefined) parts.push(formatItem(known as never, piece.width, piece.style));
      else if (value.state === 'unknown' && !piece.width && !piece.style) parts.push(value);
      else parts.push(Field.unknown(`format(${value.canonical()},${piece.width},${piece.style})`, value, call.at));
    }
    return joined(call, parts);
  });
});

/** A hash of texts: unknown when one is, but never with a slash in it. */
const hash = (name: string, compute: (...texts: string[]) => string): ArmFunction =>
  define('string', name, [1, many], (call) => {
    const args = call.args();
    const wrong = args.findIndex((argument) => argument.state === 'known' && argument.string === undefined);
    if (wrong >= 0) return call.fail(`${name}() takes texts, not ${kindOf(call.arg(wrong))}`, wrong);
    const texts = args.map((argument) => argument.string);
    if (!texts.includes(undefined)) return attempt(call, () => call.value(compute(...(texts as string[]))));
    return call.unknown(undefined, undefined, { isSegment: true });
  });

/** The position of a part in a text, or of an item in a list. */
const position = (
  name: string,
  inText: (text: string, part: string) => number,
  inList: (isWanted: readonly (boolean | undefined)[]) => number,
): ArmFunction =>
  define('string', name, [2, 2], (call) => {
    const [container, wanted] = call.args() as [Field, Field];
    if (container.isList) {
      const equal = container.items().map((item) => areEqual(item, wanted, call.scope.run));
      return equal.includes(undefined) ? call.unknown() : call.value(inList(equal));
    }
    if (container.state === 'unknown' || wanted.state === 'unknown') return call.unknown();
    const wrong = [container, wanted].findIndex(({ string }) => string === undefined);
    if (wrong >= 0) return call.fail(`${name}() takes text here, not ${kindOf(call.arg(wrong))}`, wrong);
    return attempt(call, () => call.value(inText(container.prefix, wanted.prefix)));
  });

const like = fn('like', text2, text.like);

/** Source: "String functions for ARM templates" (read 2026-11-22). */
export const stringFunctions: readonly ArmFunction[] = [
  fn('base64', text1, text.base64),
  fn('base64ToJson', text1, (value) => parseJson(text.base64ToString(value))),
  fn('base64ToString', text1, text.base64ToString),
  fn('dataUri', text1, uri.dataUri),
  fn('dataUriToString', text1, uri.dataUriToString),
  fn('endsWith', text2, text.endsWith),
  format,
  hash('guid', guid),
  position('indexOf', text.indexOf, (isWanted) => isWanted.indexOf(true)),
  define('string', 'join', [2, 2], (call) => {
    const [list, separator] = call.args() as [Field, Field];
    if (list.state === 'unknown' || separator.state === 'unknown') return call.unknown();
    if (!list.isList) return call.fail(`join() takes a list, not ${kindOf(list)}`, 0);
    const between = separator.string;
    if (between === undefined) return call.fail(`join() takes text between the items, not ${kindOf(separator)}`, 1);
    return attempt(call, () =>
      joined(
        call,
        list.items().flatMap((item, index) => (index > 0 ? [between, item] : [item])),
      ),
    );
  }),
  position('lastIndexOf', text.lastIndexOf, (isWanted) => isWanted.lastIndexOf(true)),
  define('string', 'like', [2, 2], (call) => {
    const [value, pattern] = call.args() as [Field, Field];
    // A pattern with many stars looks at the text as often.
    call.scope.run.read((value.string?.length ?? 0) * (pattern.string?.length ?? 0));
    return like.evaluate(call);
  }),
  define(
    'string',
    'newGuid',
    [0, 0],
    ({ scope, at }) =>
      Field.unknown(scope.run.uniqueTerm('newguid()'), 'newGuid() is only known during deployment', at),
    'during deployment',
  ),
  fn('padLeft', { takes: ['any', 'number', 'text'], optional: 1 }, text.padLeft),
  fn('replace', { takes: ['text', 'text', 'text'] }, text.replace),
  split,
  startsWith,
  define('string', 'string', [1, 1], (call) => {
    const value = call.arg(0);
    const known = value.plain();
    if (known === undefined) return value.parts ? value : call.unknown();
    return attempt(call, () => converted(call, value, toText(known as never)));
  }),
  fn('substring', { takes: ['text', 'number', 'number'], optional: 1 }, text.substring),
  letterCase('toLower', text.toLower),
  letterCase('toUpper', text.toUpper),
  fn('trim', text1, text.trim, isConversion),
  hash('uniqueString', uniqueString),
  fn('uri', text2, uri.uri),
  fn('uriComponent', text1, uri.uriComponent),
  fn('uriComponentToString', text1, uri.uriComponentToString),
  fn('parseUri', text1, uri.parseUri),
  fn('buildUri', { takes: ['object'] }, uri.buildUri),
];
