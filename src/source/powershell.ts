import { commentAt } from './comment.ts';
import type { SyntaxProblem } from './place.ts';
import { readWord, Scanner, variableName } from './powershell-words.ts';
import type { Script, Statement, Word } from './script.ts';

/*
 * PowerShell, as far as commands, their words and assignments go. The grammar that is on npm fails on two of three real
 * scripts (`--password=$x`, `16GB`, `$a ? 1 : 0`); to find commands, statements and words are enough.
 */

const flow =
  /(?:if|elseif|else|foreach|for|while|do|until|switch|try|catch|finally|trap|begin|process|end|dynamicparam|parallel|sequence)\b(?![-.\\/:])/iy;
const functionHead = /(?:function|filter|workflow)\s+([\w:-]+)/iy;
/** `[string[]]`, `[Dictionary[string, int[]]]`: three levels are enough, and each bracket has one way to be read. */
const typeName = String.raw`\[[\w., ]*(?:\[[\w., ]*(?:\[[\w., ]*\][\w., ]*)*\][\w., ]*)*\]`;
const typeNames = new RegExp(`(?:${typeName}\\s*)+`, 'y');
const assignment = String.raw`(?:${typeName}\s*)*(\$\{[^}]*\}|\$(?:\w+:(?!:))?\w+)((?:\.\w+|\[[^\]\r\n]*\])*)((?:\s*,\s*\$(?:\w+:)?\w+)*)\s*(\+=|[-*/%]=|\?\?=|=(?!=))`;
const assignmentHead = new RegExp(assignment, 'y');
const filling = /(?:\[void\]\s*)?\$\w+\.(?:Add|AddRange|Insert|InsertRange)\(/iy;
const merging = /[*\d]?>&\d/y;
const redirection = /[*\d]?>{1,2}[^\S\r\n]*/y;

/** Brackets in brackets. Scripts that people write have ten of them. */
const maximumDepth = 100;

/** Reads a PowerShell script. Never throws; what it can't follow it passes over. */
export function readPowerShell(text: string): Script {
  const scanner = new Scanner(text);
  const statements = readStatements(scanner, '');
  return {
    statements,
    comments: scanner.comments.map((span) => commentAt(text, span)),
    problems: problemsOf(scanner),
  };
}

function problemsOf({ known, text, unclosed }: Scanner): SyntaxProblem[] {
  if (known.isTooDeep) {
    const message = `brackets nest more than ${maximumDepth} levels deep, and the rest of the script is not read`;
    return [{ span: { start: 0, end: 1 }, message, isLimit: true }];
  }
  if (!unclosed) return [];
  const span = { start: unclosed.start, end: Math.min(unclosed.start + 2, text.length) };
  return [{ span, message: `what begins here is never closed. Add the missing ${unclosed.close}.` }];
}

/** @param close the bracket that ends them, with which they are taken; `entry`: the end of an entry of a table, left */
function readStatements(scanner: Scanner, close: string): Statement[] {
  const first = scanner.position;
  const { known } = scanner;
  if (known.depth === maximumDepth) known.isTooDeep = true;
  if (known.isTooDeep) {
    scanner.position = scanner.text.length;
    return [];
  }
  known.depth++;
  const statements = statementsUpTo(scanner, close);
  known.depth--;
  if (close !== 'entry') scanner.known.ends.set(first, scanner.position);
  return statements;
}

/** Passes over statements that were read before. */
function passStatements(scanner: Scanner, close: string): Statement[] {
  const end = close === 'entry' ? undefined : scanner.known.ends.get(scanner.position);
  if (end === undefined) return readStatements(scanner, close);
  scanner.position = end;
  return [];
}

function statementsUpTo(scanner: Scanner, close: string): Statement[] {
  const start = scanner.position - 1;
  const statements: Statement[] = [];
  const isEntry = close === 'entry';
  for (;;) {
    scanner.skip(!isEntry);
    if (isEntry && (scanner.isAtEnd || scanner.match(/[\r\n;}]/y))) return statements;
    if (scanner.isAtEnd) {
      if (close !== '') scanner.neverClosed(start, close);
      return statements;
    }
    const character = scanner.text.charAt(scanner.position);
    if (character === close) {
      scanner.position++;
      return statements;
    }
    if (/[;)}]/.test(character)) scanner.position++;
    else statements.push(...readStatement(scanner));
  }
}

function readStatement(scanner: Scanner): Statement[] {
  if (scanner.take(/param\s*(?=\()/iy) !== undefined) return parameters(scanner).map(assigned);
  const head = scanner.take(functionHead);
  if (head !== undefined) return readFunction(scanner, head.replace(/^\w+\s+/, ''));
  if (scanner.match(flow) !== undefined) return [{ kind: 'block', body: readFlow(scanner) }];
  const target = scanner.take(assignmentHead);
  if (target !== undefined) return readAssignment(scanner, target);
  return readPipeline(scanner);
}

const assigned = (name: string): Statement => ({ kind: 'assignment', name });

/** The names of `( [type]$name = default, … )`, from its bracket on. */
function parameters(scanner: Scanner): string[] {
  const start = ++scanner.position;
  passStatements(scanner, ')');
  const text = scanner.text.slice(start, scanner.position - 1).replace(/<#[\s\S]*?#>|#.*$/gm, '');
  return [...text.matchAll(/(?:^|[,\]])\s*\$(\w+)/g)].map(([, name]) => variableName(name));
}

function readFunction(scanner: Scanner, name: string): Statement[] {
  scanner.skip(true);
  const inHead = scanner.isAt('(') ? parameters(scanner) : [];
  scanner.skip(true);
  if (scanner.take(/\{/y) === undefined) return [];
  const start = scanner.position;
  const body = readStatements(scanner, '}');
  const again = new Scanner(scanner.text, scanner.known);
  again.position = start;
  do again.skip(true);
  while (again.take(/\[[^\]]*\]/y) !== undefined);
  const inBody = again.take(/param\s*(?=\()/iy) === undefined ? [] : parameters(again);
  const own = body.slice(inBody.length);
  return [{ kind: 'function', name: name.toLowerCase(), parameters: [...inHead, ...inBody], body: own }];
}

/** `if (…) { … }` and the like: the condition, then the block. */
function readFlow(scanner: Scanner): Statement[] {
  const word = scanner.take(flow)?.toLowerCase();
  const statements: Statement[] = [];
  scanner.skip(true);
  while (scanner.take(/-\w+\s*(?:\b\d+\s*)?/y) !== undefined);
  if (word === 'catch' || word === 'trap') while (scanner.take(/\[[^\]]*\]\s*(?:,\s*)?/y) !== undefined);
  if (word === 'foreach') {
    const variable = scanner.match(/\(\s*\$(\w+)\s+in\b/iy);
    if (variable !== undefined) statements.push(assigned(variableName(/\$\w+/.exec(variable)?.[0])));
  }
  if (word === 'foreach' && !scanner.isAt('(')) return statements; // the command of that name: its block follows
  if (scanner.take(/\(/y)) statements.push(...readStatements(scanner, ')'));
  const end = scanner.position;
  scanner.skip(true);
  if (word === 'switch' && scanner.take(/\{/y)) return [...statements, ...readCases(scanner)];
  if (scanner.take(/\{/y)) statements.push(...readStatements(scanner, '}'));
  else scanner.position = end;
  return statements;
}

/** The cases of a switch: a pattern, then its block. */
function readCases(scanner: Scanner): Statement[] {
  const statements: Statement[] = [];
  const start = scanner.position - 1;
  for (;;) {
    scanner.skip(true);
    if (scanner.isAtEnd) {
      scanner.neverClosed(start, '}');
      return statements;
    }
    if (scanner.take(/\}/y)) return statements;
    if (scanner.take(/\{/y)) statements.push({ kind: 'block', body: readStatements(scanner, '}') });
    else if (scanner.take(/[;,)]/y) === undefined) readWord(scanner, readStatements, statements);
  }
}

function readAssignment(scanner: Scanner, target: string): Statement[] {
  assignmentHead.lastIndex = 0;
  const [, written, member, others, operator] = assignmentHead.exec(target) ?? [];
  scanner.skip(true);
  const start = scanner.position;
  const statements = readStatement(scanner);
  const names = [written, ...(others?.split(',') ?? [])].map((name) => variableName(name?.trim())).filter(Boolean);
  const value = names.length === 1 && member === '' ? literal(scanner, start) : undefined;
  const isKnown = value !== undefined && (operator === '=' || operator === '+=');
  return [
    ...statements,
    ...names.map(
      (name): Statement =>
        isKnown ? { kind: 'assignment', name, value, isAppend: operator === '+=' } : { kind: 'assignment', name },
    ),
  ];
}

/** A value that is written as one word; undefined for one that is computed. */
function literal({ text: whole, position, known }: Scanner, start: number): Word | undefined {
  const text = whole.slice(0, position);
  const scanner = new Scanner(text, known);
  scanner.position = start;
  scanner.take(typeNames);
  if (!/["'“”‘’$@\d-]/.test(text.charAt(scanner.position))) return undefined;
  const word = readWord(scanner, passStatements, []);
  scanner.skip(true);
  const isNumber = !/^[\d-]/.test(text.charAt(start)) || /^-?\d+$/.test(text.slice(start).trim());
  return isNumber && (scanner.isAtEnd || scanner.isAt(';')) ? word : undefined;
}

/** Commands and expressions, joined by `|`, `&&` and `||`. */
function readPipeline(scanner: Scanner): Statement[] {
  const statements: Statement[] = [];
  for (;;) {
    statements.push(...readElement(scanner));
    const end = scanner.position;
    scanner.skip(true);
    // A pipe may begin the next line.
    if (scanner.take(/\|\||&&|\|/y) === undefined) {
      scanner.position = end;
      return statements;
    }
    scanner.skip(true);
  }
}

function readElement(scanner: Scanner): Statement[] {
  const isCalled = scanner.take(/&\s*(?=["'$\w([{.\\/])|\.\s+/y);
  if (isCalled?.startsWith('.') && !scanner.match(/\{/y)) {
    readCommand(scanner);
    return [{ kind: 'include' }];
  }
  if (isCalled !== undefined || scanner.match(/[\w\\/.~?%][^\s=;|(){}]*/y) !== undefined) return readCommand(scanner);
  return readExpression(scanner);
}

function readCommand(scanner: Scanner): Statement[] {
  const start = scanner.position;
  const inner: Statement[] = [];
  const words: Word[] = [];
  let end = start;
  for (;;) {
    scanner.skip(false);
    if (scanner.isAtEnd || scanner.match(/[\r\n;|)}]|&&|&[^\S\r\n]*(?:[\r\n]|$)/y)) break;
    if (scanner.take(merging) !== undefined) continue;
    if (scanner.take(redirection) !== undefined) {
      if (!scanner.match(/[\r\n;|)}]/y)) readWord(scanner, readStatements, inner);
      continue;
    }
    if (scanner.take(/--%[^\r\n|]*/y) !== undefined) continue;
    words.push(readWord(scanner, readStatements, inner));
    end = scanner.position;
  }
  scanner.take(/&(?!&)/y);
  return [...inner, { kind: 'command', words, span: { start, end } }];
}

/** An expression says nothing by itself; the commands in its brackets and blocks do. */
function readExpression(scanner: Scanner): Statement[] {
  const filled = /\$\w+/.exec(scanner.match(filling) ?? '')?.[0];
  // What a method puts into a list is not read; that there is more in it is.
  const inner: Statement[] =
    filled === undefined ? [] : [{ kind: 'assignment', name: variableName(filled), isAppend: true }];
  for (;;) {
    scanner.skip(false);
    if (scanner.isAtEnd || scanner.match(/[\r\n;|)}]|&&/y)) return inner;
    readWord(scanner, readStatements, inner);
    scanner.take(/[,&]\s*/y);
  }
}
