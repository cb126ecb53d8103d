import { type Edit, indentOf, lineBreakOf, lineEnd, type NewValue, type TextEdit, wholeLines } from './edits.ts';
import type { JsonMember, JsonNode } from './json-parser.ts';
import type { Step } from './place.ts';
import type { Span } from './source-file.ts';

/** The text edits of a change of a JSON text: comments, indentation and quotes stay. */
export function jsonEdits(text: string, root: JsonNode, edit: Edit): readonly TextEdit[] | undefined {
  const { path } = edit.at;
  if (edit.kind === 'replace') {
    const node = nodeAt(root, path);
    return node?.kind === 'scalar' ? [written(text, node.span, edit.value)] : undefined;
  }
  if (edit.kind === 'add') {
    const node = nodeAt(root, path);
    if (node?.kind !== 'object') return undefined;
    return added(text, node.members, node.span, `${JSON.stringify(edit.name)}: ${inJson(edit.value)}`);
  }
  const parent = nodeAt(root, path.slice(0, -1));
  const members = parent?.kind === 'object' ? parent.members : [];
  const member = members.findLast(({ name }) => name === path.at(-1));
  if (!member) return undefined;
  return edit.kind === 'rename' ? [written(text, member.key, edit.name)] : removed(text, members, member);
}

function nodeAt(root: JsonNode, path: readonly Step[]): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const step of path) {
    if (node?.kind === 'array' && typeof step === 'number') node = node.items[step];
    else if (node?.kind === 'object') node = node.members.findLast(({ name }) => name === step)?.value;
    else return undefined;
  }
  return node;
}

/** A value in the quotes of the one that it replaces. */
function written(text: string, span: Span, value: NewValue): TextEdit {
  const isSingle = text.charAt(span.start) === "'" && typeof value === 'string' && !/['"\\\n]/.test(value);
  return { span, text: isSingle ? `'${value}'` : JSON.stringify(value) };
}

const inJson = (value: NewValue | Readonly<Record<string, NewValue>>): string =>
  typeof value !== 'object'
    ? JSON.stringify(value)
    : `{ ${Object.entries(value)
        .map(([name, one]) => `${JSON.stringify(name)}: ${JSON.stringify(one)}`)
        .join(', ')} }`;

/** A member behind the last one: in a line of its own when that one has it, and behind its comment. */
function added(text: string, members: readonly JsonMember[], span: Span, member: string): TextEdit[] | undefined {
  const last = members.at(-1);
  if (!last) {
    return text.slice(span.start + 1, span.end - 1).trim() === '' ? [{ span, text: `{ ${member} }` }] : undefined;
  }
  const { end } = last.value.span;
  const indent = indentOf(text, last.key.start);
  const comma = commaAfter(text, end);
  if (indent === undefined)
    return comma === undefined ? [insertion(end, `, ${member}`)] : [insertion(comma + 1, ` ${member}`)];
  const line = lineEnd(text, (comma ?? end - 1) + 1);
  const rest = text.slice((comma ?? end - 1) + 1, line);
  const hasOwnLine = /^\s*(\/\/.*|\/\*((?!\*\/).)*\*\/\s*)?$/.test(rest);
  const newLine = `${lineBreakOf(text)}${indent}${member}`;
  if (comma !== undefined) return [insertion(hasOwnLine ? line : comma + 1, `${newLine},`)];
  if (!hasOwnLine || line === end) return [insertion(end, `,${newLine}`)];
  return [insertion(end, ','), insertion(line, newLine)];
}

const insertion = (offset: number, text: string): TextEdit => ({ span: { start: offset, end: offset }, text });

const removal = (start: number, end: number): TextEdit => ({ span: { start, end }, text: '' });

/** Takes a member out with its comma, and with its lines when nothing else is in them. */
function removed(text: string, members: readonly JsonMember[], member: JsonMember): TextEdit[] {
  const before = members[members.indexOf(member) - 1];
  const start = member.key.start;
  const comma = commaAfter(text, member.value.span.end);
  const end = comma === undefined ? member.value.span.end : comma + 1;
  const rest = text.slice(end, lineEnd(text, end));
  const hasOwnLines = indentOf(text, start) !== undefined && /^\s*(\/\/.*)?$/.test(rest);
  const spaces = comma === undefined ? 0 : (/^[ \t]*/.exec(rest)?.[0].length ?? 0);
  const own: TextEdit = hasOwnLines
    ? { span: wholeLines(text, { start, end }), text: '' }
    : removal(start, end + spaces);
  if (comma !== undefined || !before) return [own];
  // The last one: the comma before it would be one too many.
  const commaBefore = commaAfter(text, before.value.span.end);
  if (commaBefore === undefined) return [own];
  if (hasOwnLines) return [removal(commaBefore, commaBefore + 1), own];
  const isAllSpace = text.slice(commaBefore + 1, start).trim() === '';
  return isAllSpace ? [removal(commaBefore, end)] : [removal(commaBefore, commaBefore + 1), own];
}

/** Offset of the comma that follows a value, behind white space and comments. */
function commaAfter(text: string, offset: number): number | undefined {
  const between = /(?:\s|\/\/[^\r\n]*|\/\*(?:(?!\*\/)[\s\S])*\*\/)*/y;
  between.lastIndex = offset;
  const at = offset + (between.exec(text)?.[0].length ?? 0);
  return text.charAt(at) === ',' ? at : undefined;
}
