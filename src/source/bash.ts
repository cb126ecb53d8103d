import type { Node, Tree } from 'web-tree-sitter';
import { commentAt } from './comment.ts';
import { parserFor } from './grammar.ts';
import type { SyntaxProblem } from './place.ts';
import type { Script, Statement, Word, WordPart } from './script.ts';
import type { Span } from './source-file.ts';

/** Reads a script of sh or bash. What the grammar does not know is passed over; the commands in it are still there. */
export async function readBash(text: string): Promise<Script> {
  const parser = await parserFor('tree-sitter-bash/tree-sitter-bash.wasm');
  // The grammar wants a last line break.
  const tree = parser.parse(`${text}\n`) as Tree;
  try {
    const reader = new BashReader();
    const statements = reader.statementsIn(tree.rootNode);
    const comments = tree.rootNode.descendantsOfType('comment').map((node) => commentAt(text, spanOf(node as Node)));
    return { statements, comments, problems: tree.rootNode.hasError ? unclosed(tree.rootNode) : [] };
  } finally {
    tree.delete();
  }
}

const spanOf = (node: Node): Span => ({ start: node.startIndex, end: node.endIndex });

/** A part that the grammar gives every node of a kind. */
const partOf = (node: Node, name: string): Node => node.childForFieldName(name) as Node;

/** The parts of a node. The grammar has comments among them, as in an array over several lines. */
const childrenOf = (node: Node): Node[] =>
  node.namedChildren.filter((child): child is Node => child !== null && child.type !== 'comment');

/**
 * What is opened and never closed. Other errors may be the grammar's, which does not know all of bash, so that nothing
 * is said about them.
 */
function unclosed(root: Node): SyntaxProblem[] {
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.isMissing && /^(fi|done|esac|\}|\)|")$/.test(node.type)) {
      const owner = node.parent as Node;
      const word = owner.text.replace(/\s.*/s, '').slice(0, 20);
      const span = { start: owner.startIndex, end: owner.startIndex + Math.max(1, word.length) };
      return [{ span, message: `what begins here with ${word} is never closed. Add the missing ${node.type}.` }];
    }
    open.push(
      ...node.children
        .filter((child): child is Node => child?.hasError === true || child?.isMissing === true)
        .reverse(),
    );
  }
  return [];
}

/** Nodes that run their parts one after the other, whatever happens. */
const sequence = new Set(['program', 'redirected_statement', 'compound_statement', 'do_group', 'negated_command']);

class BashReader {
  statementsIn(node: Node): Statement[] {
    return childrenOf(node).flatMap((child) => this.#statement(child));
  }

  #statement(node: Node): Statement[] {
    switch (node.type) {
      case 'heredoc_start':
      case 'heredoc_end':
        return [];
      case 'command':
        return this.#command(node);
      case 'variable_assignment':
        return this.#assignment(node);
      case 'declaration_command':
      case 'unset_command':
        return childrenOf(node).flatMap((child): Statement[] =>
          child.type === 'variable_assignment'
            ? this.#assignment(child)
            : child.type === 'variable_name' && !/^(export|readonly)\b/.test(node.text)
              ? [{ kind: 'assignment', name: child.text }]
              : [],
        );
      case 'function_definition': {
        const [name, body] = [partOf(node, 'name').text, partOf(node, 'body')];
        return [{ kind: 'function', name, parameters: [], body: this.#statement(body) }];
      }
      case 'for_statement': {
        const name = partOf(node, 'variable').text;
        return [{ kind: 'block', body: [{ kind: 'assignment', name }, ...this.statementsIn(node)] }];
      }
      case 'list': {
        const [first, ...rest] = childrenOf(node).map((child) => this.#statement(child)) as [
          Statement[],
          ...Statement[][],
        ];
        return [...first, { kind: 'block', body: rest.flat() }];
      }
      case 'word':
      case 'variable_name':
        return [];
    }
    if (sequence.has(node.type)) return this.statementsIn(node);
    const body = this.statementsIn(node);
    return body.length === 0 ? [] : [{ kind: 'block', body }];
  }

  #command(node: Node): Statement[] {
    const inner: Statement[] = [];
    const words: Word[] = [];
    for (const child of childrenOf(node)) {
      if (child.type === 'variable_assignment' || child.type.endsWith('_redirect')) continue;
      words.push(this.#word(child.type === 'command_name' ? (child.firstChild as Node) : child, inner));
    }
    const name = textOf(words[0]);
    if (name === 'source' || name === '.' || name === 'eval') return [...inner, { kind: 'include' }];
    if (name !== undefined && /^(read|getopts|mapfile|readarray|printf)$/.test(name)) {
      // They give values to the variables that they name.
      const names = words.slice(1).flatMap((word) => textOf(word) ?? []);
      return [...inner, ...names.map((one): Statement => ({ kind: 'assignment', name: one }))];
    }
    return [...inner, { kind: 'command', words, span: spanOf(node) }];
  }

  #assignment(node: Node): Statement[] {
    const name = partOf(node, 'name');
    const value = node.childForFieldName('value');
    // One item of an array: the array is another one then.
    if (name.type === 'subscript') return [{ kind: 'assignment', name: partOf(name, 'name').text }];
    const inner: Statement[] = [];
    const isAppend = node.children.some((child) => child?.type === '+=');
    const word = value ? this.#word(value, inner) : { parts: [], span: spanOf(node) };
    return [...inner, { kind: 'assignment', name: name.text, value: word, isAppend }];
  }

  /** @param inner receives the commands of substitutions, which run before */
  #word(node: Node, inner: Statement[]): Word {
    return { parts: this.#parts(node, inner, false), span: spanOf(node) };
  }

  #parts(node: Node, inner: Statement[], isQuoted: boolean): WordPart[] {
    switch (node.type) {
      case 'word':
      case 'number':
      case 'test_operator':
        return node.namedChildCount === 0
          ? [{ kind: 'text', text: unescaped(node.text) }]
          : this.#pieces(node, node.startIndex, node.endIndex, inner, unescaped, isQuoted);
      case 'raw_string':
        return [{ kind: 'text', text: node.text.slice(1, -1) }];
      case 'string':
        return this.#pieces(node, node.startIndex + 1, node.endIndex - 1, inner, unescapedInQuotes, true);
      case 'concatenation':
        return this.#pieces(node, node.startIndex, node.endIndex, inner, unescaped, isQuoted);
      case 'simple_expansion':
        return [variable(node.text.slice(1), isQuoted)];
      case 'expansion':
        return [expansion(node, isQuoted)];
      case 'array':
        return [{ kind: 'list', items: childrenOf(node).map((child) => this.#word(child, inner)) }];
      default:
        inner.push(...this.#nested(node));
        return [{ kind: 'unknown', text: node.text }];
    }
  }

  /** The parts of a text with expansions in it. What stands between them is text: the grammar has no node for all of it. */
  #pieces(
    node: Node,
    start: number,
    end: number,
    inner: Statement[],
    decode: (text: string) => string,
    isQuoted: boolean,
  ): WordPart[] {
    const parts: WordPart[] = [];
    let position = start;
    const text = (until: number) => {
      const between = node.text.slice(position - node.startIndex, until - node.startIndex);
      if (between !== '') parts.push({ kind: 'text', text: decode(between) });
    };
    for (const child of childrenOf(node)) {
      if (child.type === 'string_content') continue;
      text(child.startIndex);
      parts.push(...this.#parts(child, inner, isQuoted));
      position = child.endIndex;
    }
    text(Math.max(end, position));
    return parts.length === 0 ? [{ kind: 'text', text: '' }] : parts;
  }

  #nested(node: Node): Statement[] {
    const body = this.statementsIn(node);
    return body.length === 0 ? [] : [{ kind: 'block', body }];
  }
}

const textOf = (word: Word | undefined): string | undefined => {
  const [part, ...others] = word?.parts ?? [];
  return part?.kind === 'text' && others.length === 0 ? part.text : undefined;
};

const unescaped = (text: string): string => text.replace(/\\\r?\n/g, '').replace(/\\(.)/gs, '$1');

const unescapedInQuotes = (text: string): string => text.replace(/\\\r?\n/g, '').replace(/\\(["\\$`])/g, '$1');

const variable = (name: string, isQuoted: boolean): WordPart =>
  name === '@' || name === '*' ? { kind: 'all', name: '@' } : { kind: 'variable', name, isSplit: !isQuoted };

/** `${name}` and `${name[@]}`; anything else computes. */
function expansion(node: Node, isQuoted: boolean): WordPart {
  const [, name, list] = /^\$\{([A-Za-z_]\w*|[0-9]+|@|\*)(\[[@*]\])?\}$/.exec(node.text) ?? [];
  if (name === undefined) return { kind: 'unknown', text: node.text };
  return list === undefined ? variable(name, isQuoted) : { kind: 'all', name };
}
