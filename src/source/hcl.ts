import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Node } from 'web-tree-sitter';
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

/** A parse that takes longer is given up: the grammar's error recovery can be slow on broken files. */
const maximumSteps = 20_000;

let loading: Promise<import('web-tree-sitter').Parser> | undefined;

/** The grammar is a file of this package, beside the compiled module; when running from source, of the grammar's package. */
function grammarPath(): string {
  const shipped = fileURLToPath(new URL('../grammars/tree-sitter-terraform.wasm', import.meta.url));
  if (existsSync(shipped)) return shipped;
  return createRequire(import.meta.url).resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm');
}

async function load(): Promise<import('web-tree-sitter').Parser> {
  const { Language, Parser } = await import('web-tree-sitter');
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammarPath()));
  return parser;
}

/** The top-level blocks of an HCL file, and what could not be read. */
export async function readHcl(file: SourceFile): Promise<{ blocks: HclBlock[]; problems: SyntaxProblem[] }> {
  loading ??= load();
  const parser = await loading;
  let steps = 0;
  const tree = parser.parse(file.text, null, { progressCallback: () => ++steps > maximumSteps });
  if (!tree) {
    parser.reset();
    return { blocks: [], problems: [{ span: { start: 0, end: 0 }, message: 'this file is too hard to read as HCL.' }] };
  }
  try {
    const body = tree.rootNode.namedChildren.find((node) => node?.type === 'body');
    const blocks = (body?.namedChildren ?? []).filter((node): node is Node => node?.type === 'block');
    return { blocks: blocks.map(toBlock), problems: tree.rootNode.hasError ? [firstError(tree.rootNode)] : [] };
  } finally {
    tree.delete();
  }
}

function toBlock(node: Node): HclBlock {
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
    header: { start: node.startIndex, end: last.endIndex },
    attribute: (name) => attributes.get(name),
  };
}

/** The content of a quoted string; undefined for anything that isn't one string. */
const quotedString = (text: string): string | undefined =>
  /^"((?:[^"\\$%]|\\.|[$%]\{[^{}"]*\}|[$%])*)"$/.exec(text.trim())?.[1];

function firstError(root: Node): SyntaxProblem {
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.isError || node.isMissing) {
      const end = Math.min(node.endIndex, node.startIndex + 80);
      return {
        span: { start: node.startIndex, end },
        message: 'this is not valid HCL. Check the brackets and quotes here.',
      };
    }
    open.push(
      ...node.children
        .filter((child): child is Node => child?.hasError === true || child?.isMissing === true)
        .reverse(),
    );
  }
  return { span: { start: 0, end: 0 }, message: 'this is not valid HCL.' };
}
