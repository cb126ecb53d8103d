import { type JsonNode, maximumDepth, parseJson as parse } from '../../source/json-parser.ts';
import { SourceFile } from '../../source/source-file.ts';
import { numberText } from './decimal.ts';
import { checkLength, checkSteps, LimitError, ValueError } from './value-error.ts';

/**
 * A value of the template language without its place. An integer that a number can't hold exactly is a bigint; whole
 * numbers are integers (JavaScript can't tell 1.0 from 1).
 */
export type PlainValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly PlainValue[]
  | { readonly [name: string]: PlainValue };

type PlainObject = { readonly [name: string]: PlainValue };

/** Whether a value is an object, as opposed to a list or null. */
export const isObject = (value: PlainValue): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A value as text, as `string()` and `concat()` print it: `True` and `False`, lists and objects as compact JSON. Null
 * is the empty text.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#string (read 2026-11-22)
 */
export function toText(value: PlainValue): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
      return value ? 'True' : 'False';
    case 'number':
    case 'bigint':
      return numberText(value);
    default:
      return value === null ? '' : toJson(value);
  }
}

/** Compact JSON as Newtonsoft.Json writes it: text outside ASCII stays as it is. `quote` stands around text and names. */
export function toJson(value: PlainValue, quote: '"' | "'" = '"'): string {
  const parts: string[] = [];
  let length = 0;
  const add = (part: string) => {
    length += part.length;
    checkLength(length);
    parts.push(part);
  };
  const write = (value: PlainValue, depth: number): void => {
    checkDepth(depth);
    if (typeof value === 'string') add(quoted(value, quote));
    else if (typeof value === 'number' || typeof value === 'bigint') add(numberText(value));
    else if (typeof value === 'boolean' || value === null) add(String(value));
    else if (Array.isArray(value)) {
      add('[');
      for (const [index, item] of value.entries()) {
        if (index > 0) add(',');
        write(item, depth + 1);
      }
      add(']');
    } else {
      add('{');
      for (const [index, [name, member]] of Object.entries(value).entries()) {
        add(`${index > 0 ? ',' : ''}${quoted(name, quote)}:`);
        write(member, depth + 1);
      }
      add('}');
    }
  };
  write(value, 0);
  return parts.join('');
}

const escapes: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '\\': '\\\\',
};

function quoted(text: string, quote: string): string {
  const escaped = text.replace(/["'\\\p{Cc}\u2028\u2029]/gu, (character) => {
    if (character === '"' || character === "'") return character === quote ? `\\${character}` : character;
    const code = character.charCodeAt(0);
    const plain = code >= 0x7f && code < 0xa0 && code !== 0x85;
    return plain ? character : (escapes[character] ?? `\\u${code.toString(16).padStart(4, '0')}`);
  });
  return quote + escaped + quote;
}

/**
 * The value of a JSON text, read as leniently as Azure Resource Manager reads it: comments, single quotes, unquoted
 * names, trailing commas. A text without a value is null.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-object#json (read 2026-11-22)
 */
export function parseJson(text: string): PlainValue {
  checkLength(text.length);
  const file = new SourceFile('', text);
  const { root, problems } = parse(file);
  const problem = problems.find(({ tolerated }) => !tolerated);
  if (problem) {
    const { line, column } = file.position(problem.span.start);
    const reason = problem.message.replace(/\.$/, '');
    throw new ValueError(`the text is not JSON at line ${line}, column ${column}: ${reason}`);
  }
  return root ? plainOf(root, file.text) : null;
}

function plainOf(node: JsonNode, text: string): PlainValue {
  if (node.kind === 'array') return node.items.map((item) => plainOf(item, text));
  // Of properties of one name the last one counts. (`fromEntries` can make a property `__proto__`.)
  if (node.kind === 'object')
    return Object.fromEntries(node.members.map(({ name, value }) => [name, plainOf(value, text)]));
  if (typeof node.value !== 'number' || Number.isSafeInteger(node.value)) return node.value;
  const written = text.slice(node.span.start, node.span.end);
  return /^-?\d+$/.test(written) ? BigInt(written) : node.value;
}

/**
 * Whether two values are equal, part by part. Text compares with case, and types must match: 1 is not '1'.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-comparison#equals (read 2026-11-22)
 */
export function equalValues(a: PlainValue, b: PlainValue): boolean {
  let steps = 0;
  const equal = (a: PlainValue, b: PlainValue, depth: number): boolean => {
    // A value can hold another one many times over: what is quick to build can be endless to walk.
    checkSteps(++steps * 100);
    checkDepth(depth);
    if (a === b) return true;
    if (isNumber(a) && isNumber(b)) return !(a < b) && !(a > b);
    if (Array.isArray(a) && Array.isArray(b)) {
      return a.length === b.length && a.every((item, index) => equal(item, b[index], depth + 1));
    }
    if (!isObject(a) || !isObject(b)) return false;
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length &&
      names.every((name) => Object.hasOwn(b, name) && equal(memberOf(a, name), memberOf(b, name), depth + 1))
    );
  };
  return equal(a, b, 0);
}

const isNumber = (value: PlainValue): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

const memberOf = (object: PlainObject, name: string): PlainValue => object[name] as PlainValue;

function checkDepth(depth: number): void {
  if (depth > maximumDepth) throw new LimitError(`the value is nested more than ${maximumDepth} levels deep`);
}

// The language is named, so that the order does not depend on the machine. Made when first used: it takes milliseconds.
let culture: Intl.Collator | undefined;
let cultureWithoutCase: Intl.Collator | undefined;

/**
 * The order of two texts for `less()` and `greater()`: as a dictionary sorts, lower case before upper case of the same
 * letter. Negative, 0 or positive.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-comparison#less (read 2026-11-22)
 */
export function compareText(a: string, b: string): number {
  culture ??= new Intl.Collator('en');
  return culture.compare(a, b);
}

/**
 * Property names in the order in which `items()` and `objectKeys()` list them: as a dictionary sorts; those that differ
 * in case only keep their order.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-object#items (read 2026-11-22)
 */
export function sortedNames(names: readonly string[]): string[] {
  cultureWithoutCase ??= new Intl.Collator('en', { sensitivity: 'accent' });
  return [...names].sort(cultureWithoutCase.compare);
}
