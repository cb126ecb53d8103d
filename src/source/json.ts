import type { Edit, TextEdit } from './edits.ts';
import { jsonEdits } from './json-edits.ts';
import { type JsonNode, maximumDepth, parseJson } from './json-parser.ts';
import type { Document, Part, ReadResult, Step } from './place.ts';
import type { SourceFile, Span } from './source-file.ts';

/**
 * Reads JSON as Azure Resource Manager accepts it: with comments, trailing commas, multi-line and single-quoted
 * strings. Never throws: what can't be read becomes a problem, and the readable rest a document. A text without
 * any value gives neither.
 */
export function readJson(file: SourceFile): ReadResult {
  const value = strictValue(file.text);
  if (value !== undefined) return { documents: [new JsonDocument(file, value, undefined)], problems: [] };
  const { root, problems } = parseJson(file);
  return { documents: root ? [new JsonDocument(file, toValue(root), root)] : [], problems };
}

/**
 * The value of a text without anything to report, by the quickest way. Undefined when the text has to be read with
 * positions: not strict JSON, nested too deep, or with property names that are written twice.
 */
function strictValue(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { names, depth } = measure(text);
  return depth <= maximumDepth && countNames(value) === names ? value : undefined;
}

/** Property names in a strict JSON text, counted by their colons, and how deep its brackets nest. */
function measure(text: string): { names: number; depth: number } {
  let names = 0;
  let open = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 32) continue;
    if (code === 34) index = stringEnd(text, index);
    else if (code === 58) names++;
    else if (code === 123 || code === 91) {
      if (++open > depth) depth = open;
    } else if (code === 125 || code === 93) open--;
  }
  return { names, depth };
}

/** Offset of the quote that ends the string beginning at `start`; the text is strict JSON, so there is one. */
function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === 92) backslashes++;
    if (backslashes % 2 === 0) return end;
  }
}

/** Property names in a value; those of one object that differ in case only count as one. */
function countNames(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countNames(item);
    return count;
  }
  const names = Object.keys(value);
  for (const name of names) count += countNames((value as Record<string, unknown>)[name]);
  return count + different(names);
}

/** How many names there are when case does not count. */
function different(names: readonly string[]): number {
  // Comparing lengths first settles nearly all of the small objects that files are made of.
  if (names.length > 8) return new Set(names.map((name) => name.toLowerCase())).size;
  let count = names.length;
  for (let index = 1; index < names.length; index++) {
    const name = names[index] as string;
    for (let other = 0; other < index; other++) {
      const before = names[other] as string;
      if (before.length === name.length && before.toLowerCase() === name.toLowerCase()) {
        count--;
        break;
      }
    }
  }
  return count;
}

class JsonDocument implements Document {
  readonly file: SourceFile;
  readonly value: unknown;
  #root: JsonNode | undefined;

  constructor(file: SourceFile, value: unknown, root: JsonNode | undefined) {
    this.file = file;
    this.value = value;
    this.#root = root;
  }

  locate(path: readonly Step[], part: Part, within?: Span): Span {
    // Positions are wanted only where there is something to report, so most files are never read for them.
    this.#root ??= parseJson(this.file).root;
    let node = this.#root;
    if (!node) return { start: 0, end: 0 };
    let key: Span | undefined;
    for (const step of path) {
      const next = childOf(node, step);
      // What isn't there is shown at the name of what it is missing from.
      if (!next) return key ?? { start: node.span.start, end: node.span.start + 1 };
      ({ node, key } = next);
    }
    const span = part === 'key' && key ? key : node.span;
    return within ? rangeInString(this.file.text, span, within) : span;
  }

  textEdits(edit: Edit): readonly TextEdit[] | undefined {
    this.#root ??= parseJson(this.file).root;
    return this.#root && jsonEdits(this.file.text, this.#root, edit);
  }
}

/** The range of a text that a range of a string's own characters stands at; `span` is the string with its quotes. */
function rangeInString(text: string, span: Span, { start, end }: Span): Span {
  if (!/["']/.test(text.charAt(span.start))) return span;
  let from = span.start + 1;
  for (let index = 0; index < start && from < span.end; index++) from += written(text, from);
  let to = from;
  for (let index = start; index < end && to < span.end - 1; index++) to += written(text, to);
  return { start: Math.min(from, span.end - 1), end: Math.max(to, from + 1) };
}

/** How many characters of a JSON text stand for the next one of its string. */
const written = (text: string, at: number): number =>
  text.charAt(at) !== '\\' ? 1 : text.charAt(at + 1) === 'u' ? 6 : 2;

function childOf(node: JsonNode, step: Step): { node: JsonNode; key: Span | undefined } | undefined {
  if (node.kind === 'array' && typeof step === 'number') {
    const item = node.items[step];
    return item && { node: item, key: undefined };
  }
  if (node.kind !== 'object') return undefined;
  // The last property of a name wins, as it does when the value is made.
  const member = node.members.findLast(({ name }) => name === String(step));
  return member && { node: member.value, key: member.key };
}

function toValue(node: JsonNode): unknown {
  if (node.kind === 'array') return node.items.map(toValue);
  if (node.kind !== 'object') return node.value;
  const result: Record<string, unknown> = {};
  for (const { name, value } of node.members) {
    // Assigning to `__proto__` would not make a property.
    if (name === '__proto__') {
      Object.defineProperty(result, name, {
        value: toValue(value),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    } else result[name] = toValue(value);
  }
  return result;
}
