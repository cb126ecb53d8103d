import { isMap, isScalar, isSeq, type Node, type Pair, parse, type Scalar, type YAMLMap } from 'yaml';
import {
  type Edit,
  indentOf,
  lineBreakOf,
  lineEnd,
  lineStart,
  type NewValue,
  type TextEdit,
  wholeLines,
} from './edits.ts';
import type { Step } from './place.ts';
import type { Span } from './source-file.ts';

/** What the reader of a YAML document knows of its nodes. */
export interface YamlNodes {
  readonly text: string;
  readonly root: Node;
  /** Without the line break that a block ends with. */
  spanOf(node: unknown): Span | undefined;
  nameOf(pair: Pair): string;
  /** Whether an alias repeats a node elsewhere. */
  isRepeated(node: Node): boolean;
}

/**
 * The text edits of a change of a YAML text: comments, indentation and quotes stay. Undefined for what an alias or a
 * merge key uses elsewhere too, and for what is written in a way that has to be laid out anew.
 */
export function yamlEdits(nodes: YamlNodes, edit: Edit): readonly TextEdit[] | undefined {
  const { path } = edit.at;
  if (edit.kind === 'replace') return one(written(nodes, nodeAt(nodes, path), edit.value));
  if (edit.kind === 'add') {
    const map = nodeAt(nodes, path);
    return isMap(map) ? one(added(nodes, map, edit.name, edit.value)) : undefined;
  }
  const map = nodeAt(nodes, path.slice(0, -1));
  const pair = isMap(map) ? pairOf(nodes, map, String(path.at(-1))) : undefined;
  if (!isMap(map) || !pair) return undefined;
  return one(edit.kind === 'rename' ? written(nodes, pair.key, edit.name) : removed(nodes, map, pair));
}

const one = (edit: TextEdit | undefined): readonly TextEdit[] | undefined => edit && [edit];

/** The node at a path that only this path leads to. */
function nodeAt(nodes: YamlNodes, path: readonly Step[]): Node | undefined {
  let node: unknown = nodes.root;
  for (const step of [...path, undefined]) {
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return undefined;
    if (nodes.isRepeated(node)) return undefined;
    if (step === undefined) return node;
    if (isMap(node)) node = pairOf(nodes, node, String(step))?.value;
    else node = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
  }
  return undefined;
}

/** A pair of the map itself: what is merged into it belongs to others too. */
const pairOf = (nodes: YamlNodes, map: YAMLMap, name: string): Pair | undefined =>
  map.items.findLast((pair) => isScalar(pair.key) && typeof pair.key.value !== 'symbol' && nodes.nameOf(pair) === name);

/** A single value in the style of the one that it replaces. */
function written({ spanOf, text }: YamlNodes, node: unknown, value: NewValue): TextEdit | undefined {
  const span = spanOf(node);
  if (!isScalar(node) || !span || node.anchor || node.tag) return undefined;
  const start = text.charAt(span.start);
  if (text.slice(span.start, span.end).includes('\n') || start === '|' || start === '>') return undefined;
  return { span, text: scalar(value, node.type) };
}

/** Without quotes only what is read as itself in every place. */
function scalar(value: NewValue, style: Scalar['type'] = 'PLAIN'): string {
  if (typeof value !== 'string') return String(value);
  if (style === 'QUOTE_SINGLE' && !/[\r\n]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return style === 'PLAIN' && /^\w[\w./-]*$/.test(value) && parse(value) === value ? value : JSON.stringify(value);
}

function added(
  nodes: YamlNodes,
  map: YAMLMap,
  name: string,
  value: NewValue | Readonly<Record<string, NewValue>>,
): TextEdit | undefined {
  const { text, spanOf } = nodes;
  const last = map.items.at(-1);
  const style = map.flow && isScalar(last?.key) ? last.key.type : 'PLAIN';
  const pair = (key: string, one: NewValue) => `${scalar(key, style)}: ${scalar(one, style)}`;
  const flow = (object: Readonly<Record<string, NewValue>>) =>
    `{ ${Object.entries(object)
      .map(([key, one]) => pair(key, one))
      .join(', ')} }`;
  const member = typeof value === 'object' ? `${scalar(name, style)}: ${flow(value)}` : pair(name, value);
  if (map.flow) return addedToFlow(nodes, map, member);
  const lines = map.items.flatMap((item) => {
    const [key, content] = [spanOf(item.key), spanOf(item.value)];
    return key && content && lineEnd(text, key.start) >= content.end ? [{ key, content }] : [];
  });
  const [first, line] = [spanOf(map.items[0]?.key), lines.at(-1)];
  if (!first) return undefined;
  const newLine = `${lineBreakOf(text)}${' '.repeat(first.start - lineStart(text, first.start))}`;
  // A comment before the first one speaks of that one: nothing comes between.
  if (!line && /(?<![^\r\n])[^#\r\n]*#[^\r\n]*(?:\r\n|\r|\n)[ \t]*$/.test(text.slice(0, first.start))) return undefined;
  if (!line) return { span: { start: first.start, end: first.start }, text: `${member}${newLine}` };
  const end = lineEnd(text, line.content.end);
  return { span: { start: end, end }, text: `${newLine}${member}` };
}

function addedToFlow(nodes: YamlNodes, map: YAMLMap, member: string): TextEdit | undefined {
  const { text, spanOf } = nodes;
  const [span, last] = [spanOf(map) as Span, map.items.at(-1)];
  if (!last) return /^\{\s*\}$/.test(text.slice(span.start, span.end)) ? { span, text: `{ ${member} }` } : undefined;
  const end = endInFlow(nodes, last);
  if (end === undefined) return undefined;
  const indent = indentOf(text, spanOf(last.key)?.start ?? 0);
  const separator = indent === undefined ? ' ' : `${lineBreakOf(text)}${indent}`;
  return { span: { start: end, end }, text: `,${separator}${member}` };
}

/** Where a pair of a flow map ends; undefined for one whose value is left empty: there is a colon behind its name. */
const endInFlow = ({ spanOf }: YamlNodes, { key, value }: Pair): number | undefined =>
  spanOf(value === null ? key : value)?.end;

/** Takes a pair out; undefined when nothing would be left, which is another value than an empty map. */
function removed(nodes: YamlNodes, map: YAMLMap, pair: Pair): TextEdit | undefined {
  const { text, spanOf } = nodes;
  const index = map.items.indexOf(pair);
  const [before, key, after] = [map.items[index - 1], spanOf(pair.key), spanOf(map.items[index + 1]?.key)];
  if (!key || map.items.length === 1 || isAnchored(pair)) return undefined;
  const start = key.start;
  if (map.flow) {
    const [from, to] = after ? [start, after.start] : [endInFlow(nodes, before as Pair), endInFlow(nodes, pair)];
    if (from === undefined || to === undefined || text.slice(from, to).includes('#')) return undefined;
    return { span: { start: from, end: to }, text: '' };
  }
  const end = spanOf(pair.value)?.end ?? lineEnd(text, start);
  if (!/^[ \t]*(#.*)?$/.test(text.slice(end, lineEnd(text, end)))) return undefined;
  if (indentOf(text, start) !== undefined) return { span: wholeLines(text, { start, end }), text: '' };
  // Behind the hyphen of a list: the next pair takes its place, unless a comment stands between.
  if (!after || /^[ \t]*#/m.test(text.slice(lineEnd(text, end), after.start))) return undefined;
  return { span: { start, end: after.start }, text: '' };
}

/** An anchor in what is taken out may be used by what stays. */
const isAnchored = (pair: Pair): boolean => {
  const hasAnchor = (node: unknown): boolean =>
    (isScalar(node) && node.anchor !== undefined) ||
    ((isMap(node) || isSeq(node)) && (node.anchor !== undefined || node.items.some(hasAnchor))) ||
    (typeof node === 'object' && node !== null && 'key' in node && 'value' in node && hasAnchor(node.value));
  return hasAnchor(pair.value);
};
