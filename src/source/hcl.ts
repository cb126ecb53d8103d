import type { Node, Parser, Tree } from 'web-tree-sitter';
import { parserFor } from './grammar.ts';
import { firstUnmatched } from './hcl-brackets.ts';
import type { SyntaxProblem } from './place.ts';
import type { SourceFile, Span } from './source-file.ts';

/** A block of an HCL file: `resource "type" "name" { … }`. */
export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  /** From the type to the last label. */
  readonly header: Span;
  /** The text of an attribute that is one quoted string, as it is written: with `${…}` for what is interpolated. */
  attribute(name: string): string | undefined;
}

/** What a text of HCL gives. */
export interface HclResult {
  readonly blocks: readonly HclBlock[];
  readonly problems: readonly SyntaxProblem[];
}

const maximumProblems = 20;

/**
 * The top-level blocks of an HCL file, and what could not be read. Of a file with an error each block is read for
 * itself, so that the others are still there.
 */
export async function readHcl(file: SourceFile): Promise<HclResult> {
  const parser = await parserFor('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm');
  const whole = parse(parser, file.text, 0);
  if (whole.problems.length === 0) return whole;
  const parts = starts(file.text).map((start, index, all) =>
    readPart(parser, file.text.slice(start, all[index + 1]), start),
  );
  const problems = parts.flatMap((part) => part.problems);
  return {
    blocks: parts.flatMap(({ blocks }) => blocks),
    problems: (problems.length > 0 ? problems : whole.problems).slice(0, maximumProblems),
  };
}

/** Where the parts of a broken file begin: a block of Terraform starts in the first column, by its convention. */
function starts(text: string): number[] {
  const heads =
    /^(?:resource|data|module|variable|output|locals|provider|terraform|import|moved|removed|check)\b[^{\r\n\u2028\u2029]*\{/gm;
  return [...new Set([0, ...[...text.matchAll(heads)].map(({ index }) => index)])];
}

/** One block of a broken file: with what it does not close closed, or by its header alone. */
function readPart(parser: Parser, text: string, offset: number): HclResult {
  const read = parse(parser, text, offset);
  if (read.problems.length === 0) return read;
  const unmatched = firstUnmatched(text);
  const repaired = [`${text}\n${unmatched?.closing ?? ''}`, `${text.slice(0, text.indexOf('{') + 1)}}`];
  const attempts = [read, ...repaired.map((attempt) => parse(parser, attempt, offset))];
  const blocks = attempts.find((attempt) => attempt.blocks.length > 0)?.blocks ?? [];
  return {
    // What was added is no place to point at.
    blocks: blocks.map((block) => ({ ...block, header: within(block.header, offset + text.length) })),
    problems: unmatched ? [shifted(unmatched.problem, offset)] : read.problems,
  };
}

const within = ({ start, end }: Span, limit: number): Span => ({ start, end: Math.min(end, limit) });

function parse(parser: Parser, text: string, offset: number): HclResult {
  const tree = parser.parse(text) as Tree;
  try {
    const body = tree.rootNode.namedChildren.find((node) => node?.type === 'body');
    const blocks = (body?.namedChildren ?? []).filter((node): node is Node => node?.type === 'block');
    return {
      blocks: blocks.map((node) => toBlock(node, offset)),
      problems: tree.rootNode.hasError ? [shifted(firstError(tree.rootNode, text), offset)] : [],
    };
  } finally {
    tree.delete();
  }
}

const shifted = ({ span, message }: SyntaxProblem, by: number): SyntaxProblem => ({
  span: { start: span.start + by, end: span.end + by },
  message,
});

function toBlock(node: Node, offset: number): HclBlock {
  const children = node.namedChildren.filter((child): child is Node => child !== null);
  const [type, ...rest] = children;
  const labels = rest.filter((child) => child.type === 'string_lit' || child.type === 'identifier');
  const last = labels.at(-1) ?? type ?? node;
  const attributes = new Map<string, string>();
  for (const attribute of children.find((child) => child.type === 'body')?.namedChildren ?? []) {
    if (attribute?.type !== 'attribute') continue;
    const [name, value] = attribute.namedChildren;
    const text = value && quotedString(value.text);
    if (name && text !== undefined) attributes.set(name.text, text);
  }
  return {
    type: type?.text ?? '',
    labels: labels.map((label) => label.text.replace(/^"|"$/g, '')),
    header: { start: offset + node.startIndex, end: offset + last.endIndex },
    attribute: (name) => attributes.get(name),
  };
}

/** The content of a quoted string; undefined for anything that isn't one string. */
const quotedString = (text: string): string | undefined => /^"((?:[^"\\]|\\.)*)"$/.exec(text.trim())?.[1];

/** The first error in the order of the text, from its first visible character to the end of that line. */
function firstError(root: Node, text: string): SyntaxProblem {
  const error = firstErrorNode(root) ?? root;
  const visible = text.slice(error.startIndex).search(/\S/);
  const start = visible < 0 ? Math.max(0, text.trimEnd().length - 1) : error.startIndex + visible;
  const line = /^.{0,80}/.exec(text.slice(start))?.[0].trimEnd() ?? '';
  return {
    span: { start, end: Math.min(start + Math.max(1, line.length), text.length) },
    message: 'this is not valid HCL. Check the quotes, brackets and equals signs here and before.',
  };
}

function firstErrorNode(root: Node): Node | undefined {
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.isError || node.isMissing) return node;
    const broken = node.children.filter(
      (child): child is Node => child?.hasError === true || child?.isMissing === true,
    );
    open.push(...broken.reverse());
  }
  return undefined;
}
