import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExpression } from '../../src/arm/parser.ts';
import { type Expression, ExpressionError, isExpression, print, unescaped } from '../../src/arm/syntax.ts';

/** What is wrong with a text: the part of it, and in words. */
function errorOf(text: string): { part: string; message: string } {
  try {
    parseExpression(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { part: text.slice(error.range.start, error.range.end), message: error.message };
  }
  throw new Error(`no error in ${text}`);
}

/** Every node of an expression as the text it stands for, from the outside in. */
function textsOf(text: string, node: Expression = parseExpression(text)): string[] {
  const inner = node.kind === 'call' ? node.args : node.kind === 'access' ? [node.of, node.index] : [];
  return [text.slice(node.start, node.end), ...inner.flatMap((one) => textsOf(text, one))];
}

describe('what is an expression', () => {
  test.each<[string, boolean, string, string]>([
    ['[x]', true, '[x]', 'text in brackets'],
    ['[]', true, '[]', 'brackets around nothing: an expression, and a wrong one'],
    ['[[x]', false, '[x]', 'an escaped bracket loses its escape'],
    ['[[[x]]', false, '[[x]]', 'only one bracket is an escape'],
    ['[[x] y', false, '[[x] y', 'what does not end with a bracket has no escape'],
    ['[x] y', false, '[x] y', 'text after the brackets'],
    [' [x]', false, ' [x]', 'a blank before the brackets'],
    ['[x] ', false, '[x] ', 'a blank after the brackets'],
    ['[', false, '[', 'one bracket is no pair'],
    ['', false, '', 'nothing'],
  ])('%j: %s; as text it is %j (%s)', (text, expected, plain) => {
    expect(isExpression(text)).toBe(expected);
    if (!expected) expect(unescaped(text)).toBe(plain);
  });
});

describe('grammar', () => {
  test.each<[string, string, string]>([
    ["['x']", "'x'", 'a text alone'],
    ["['']", "''", 'an empty text'],
    ["['it''s']", "'it''s'", 'a quote is doubled'],
    ["['''']", "''''", 'nothing but a quote'],
    ["['\\n\"[(']", "'\\n\"[('", 'nothing else is special in a text'],
    ['[32]', '32', 'a number alone'],
    ['[-10]', '-10', 'a negative number'],
    ['[+10]', '10', 'a plus sign says nothing'],
    ['[1.5]', '1.5', 'a fraction is tolerated'],
    ['[9223372036854775807]', '9223372036854775807', 'no digit of a large number is lost'],
    ['[f()]', 'f()', 'a call'],
    ['[ f ( 1 , 2 ) ]', 'f(1, 2)', 'blanks anywhere'],
    ['[f(\n\t1\r\n)]', 'f(1)', 'line breaks anywhere'],
    ["[contoso.uniqueName('x')]", "contoso.uniqueName('x')", "a function of the template's own"],
    ['[__bicep.f()]', '__bicep.f()', 'as Bicep names them'],
    ["[parameters('a').b.c]", "parameters('a').b.c", 'properties'],
    ["[parameters('a')['b']]", "parameters('a').b", 'a property in brackets is the same'],
    ["[parameters('a')['b-c']]", "parameters('a')['b-c']", 'a name that can not follow a dot'],
    ["[parameters('a')[0][f()]]", "parameters('a')[0][f()]", 'items'],
    ['[f().g [ 0 ] . h]', 'f().g[0].h', 'blanks around dots and brackets'],
    ["['abc'.length]", "'abc'.length", 'of a text'],
    ['[Größe(1)]', 'Größe(1)', 'names may have letters of any language'],
  ])('%j is %s: %s', (text, printed) => expect(print(parseExpression(text))).toBe(printed));

  test('each part knows where it stands', () => {
    expect(textsOf("[ concat( parameters('a').b [0], 'it''s' , -1 ) ]")).toEqual([
      "concat( parameters('a').b [0], 'it''s' , -1 )",
      "parameters('a').b [0]",
      "parameters('a').b",
      "parameters('a')",
      "'a'",
      'b',
      '0',
      "'it''s'",
      '-1',
    ]);
    const call = parseExpression('[ contoso.name ( ) ]');
    expect(call).toMatchObject({ kind: 'call', name: 'contoso.name', start: 2, nameEnd: 14, end: 18 });
  });
});

describe('what is wrong is shown where it is', () => {
  test.each<[string, string, string]>([
    ['[]', ']', 'a value or a function is expected, not the end'],
    ['[ ]', ']', 'a value or a function is expected, not the end'],
    ['[f(]', ']', 'a value or a function is expected, not the end'],
    ['[f(1]', ']', '")" is missing to close f(, not the end'],
    ['[f(1 2)]', '2', '")" is missing to close f(, not "2"'],
    ['[f(1,)]', ')', 'a value or a function is expected, not ")"'],
    ['[f(,1)]', ',', 'a value or a function is expected, not ","'],
    ['[f())]', ')', 'the expression should end here, not ")"'],
    ['[f() g()]', 'g', 'the expression should end here, not "g"'],
    ["[f()'x']", "'x'", 'the expression should end here, not "x"'],
    ['[f()[0]', ']', '"]" is missing, not the end'],
    ['[f().]', ']', 'the name of a property is expected after ".", not the end'],
    ['[f().1]', '.1', 'the name of a property is expected after ".", not "1"'],
    ['[f().g()]', '(', 'the expression should end here, not "("'],
    ['[a.b]', 'a.b', '"a.b" is neither text in quotes nor a function call. Write \'a.b\' or a.b()'],
    ['[a.]', ']', 'the name of a function is expected after ".", not the end'],
    [
      '[parameters]',
      'parameters',
      '"parameters" is neither text in quotes nor a function call. Write \'parameters\' or parameters()',
    ],
    ['[if(true, 1, 2)]', 'true', '"true" is a function in this language: write true()'],
    ['[f(NULL)]', 'NULL', '"NULL" is a function in this language: write null()'],
    ["[f('x)]", "'x)", 'this text has no closing quote'],
    ["[f('it's')]", 's', '")" is missing to close f(, not "s"'],
    ['[f("x")]', '"', 'text in an expression stands in single quotes'],
    ['[1 + 2]', '+', '"+" has no meaning here. This language has add() for it'],
    ['[f(a ? b : c)]', '?', '"?" has no meaning here. This language has if() for it'],
    ['[f(1) ? 2 : 3]', '?', '"?" has no meaning here. This language has if() for it'],
    ['[{}]', '{', '"{" has no meaning here'],
    ['[1e999]', '1e999', 'this number is too large'],
  ])('%j at %j: %s', (text, part, message) => {
    const found = errorOf(text);
    // The dot before a number belongs to nothing: the number is shown, or both.
    expect(part.endsWith(found.part)).toBe(true);
    expect(found.message).toBe(message);
  });
});

describe('large expressions', () => {
  const most = 24_576;
  const quoted = (length: number) => `['${'x'.repeat(length - 4)}']`;

  test('as many characters as the platform takes, and no more', () => {
    expect(print(parseExpression(quoted(most)))).toHaveLength(most - 2);
    const text = quoted(most + 1);
    expect(errorOf(text)).toEqual({
      part: text,
      message: 'an expression of 24577 characters is too long: 24576 is the limit',
    });
  });

  test.each<[string, string]>([
    [`[${'f('.repeat(12_000)}]`, 'calls'],
    [`[f()${'[0]'.repeat(8_000)}]`, 'items of items'],
    [`[f()${'.a'.repeat(12_000)}]`, 'properties of properties'],
    [`[${'f('.repeat(190)}g()${'.a'.repeat(190)}${')'.repeat(190)}]`, 'properties inside calls'],
    [`[${'f()['.repeat(6_000)}]`, 'items by items'],
  ])('%# nested without end is refused in words', (text) =>
    expect(errorOf(text).message).toBe('this expression is nested too deeply'),
  );

  test('190 calls inside one another are not too many', () => {
    const text = `[${'f('.repeat(190)}${')'.repeat(190)}]`;
    expect(print(parseExpression(text))).toBe(text.slice(1, -1));
  });
});

const range = { start: 0, end: 0 };
const word = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,5}$/);
const literal = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom("'", "''", '[', ']', 'a.b', 'é', ''),
  fc.integer(),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n }),
  // A whole number that a number can't hold exactly is read as a bigint.
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value) => value + 0)
    .filter((value) => !/^-?\d+$/.test(String(value)) || Number.isSafeInteger(value)),
);
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    literal.map((value): Expression => ({ kind: 'literal', value, ...range })),
    fc
      .record({
        name: fc.oneof(
          word,
          fc.tuple(word, word).map(([space, own]) => `${space}.${own}`),
        ),
        args: fc.array(tie('tree'), { maxLength: 3 }),
      })
      .map(({ name, args }): Expression => ({ kind: 'call', name, args, nameEnd: 0, ...range })),
    fc
      .record({ of: tie('tree'), index: tie('tree') })
      .map(({ of, index }): Expression => ({ kind: 'access', of, index, ...range })),
  ),
}));

/** A tree without its ranges. */
function bare(node: Expression): unknown {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'call':
      return { name: node.name, args: node.args.map(bare) };
    case 'access':
      return { of: bare(node.of), index: bare(node.index) };
  }
}

describe('for all expressions', () => {
  test('what is printed is read back as the same', () =>
    fc.assert(
      fc.property(tree, (node) => {
        expect(bare(parseExpression(`[${print(node)}]`))).toEqual(bare(node));
      }),
    ));

  const piece = fc.constantFrom('(', ')', '[', ']', '.', ',', "'", ' ', 'f', '1', '-', '"', '\n', 'f(', "'x'", '[0]');
  test('a text is an expression or an error in words at a part of it, never anything else', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (inside) => {
          const text = `[${inside}]`;
          try {
            const { start, end } = parseExpression(text);
            expect(0 < start && start < end && end < text.length).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(ExpressionError);
            const { message, range: where } = error as ExpressionError;
            expect(message).not.toBe('');
            expect(0 <= where.start && where.start < where.end && where.end <= text.length).toBe(true);
          }
        },
      ),
      { numRuns: 1_000 },
    ));
});
