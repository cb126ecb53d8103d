import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHcl } from '../../src/source/hcl.ts';
import { SourceFile } from '../../src/source/source-file.ts';

const network = 'azurerm_stack_hci_logical_network';
const resource = (name: string) => `resource "${network}" "${name}" {\n  name = "x"\n}\n`;

/** The blocks of a text, as `line type label.label`, and its problems, as `line:column message`. */
async function read(text: string) {
  const file = new SourceFile('a.tf', text);
  const { blocks, problems } = await readHcl(file);
  return {
    blocks: blocks.map(({ type, labels, header }) => `${file.position(header.start).line} ${type} ${labels.join('.')}`),
    problems: problems.map(({ span, message }) => {
      const { line, column } = file.position(span.start);
      return `${line}:${column} ${message}`;
    }),
    attribute: (name: string) => blocks[0]?.attribute(name),
  };
}

describe('what is well-formed', () => {
  test.each([
    ['nothing', '', []],
    ['a comment', '# text\n// text\n/* { */\n', []],
    [
      'blocks of several kinds',
      `locals {}\nmodule "a" {}\n${resource('b')}`,
      ['1 locals ', '2 module a', `3 resource ${network}.b`],
    ],
    ['lines that end in CRLF', resource('a').replaceAll('\n', '\r\n'), [`1 resource ${network}.a`]],
    ['text that is not ASCII before it', `# ü 😀\n${resource('a')}`, [`2 resource ${network}.a`]],
    [
      'a here-document with braces',
      `locals {\n  a = <<-EOT\n    } "\n  EOT\n}\n${resource('a')}`,
      ['1 locals ', `6 resource ${network}.a`],
    ],
    ['quotes inside interpolation', `locals {\n  a = "\u0024{lookup(var.x, "k")}"\n}\n`, ['1 locals ']],
  ])('%s', async (_, text, blocks) => {
    expect(await read(text)).toMatchObject({ blocks, problems: [] });
  });

  test.each([
    ['"plain"', 'plain'],
    ['"a/b@\u0024{var.v}"', 'a/b@\u0024{var.v}'],
    ['"100% $ of it"', '100% $ of it'],
    ['var.type', undefined],
    ['"a" == "b" ? "c" : "d"', undefined],
    ['5', undefined],
  ])('the text of an attribute: %s', async (written, wanted) => {
    expect((await read(`module "a" {\n  source = ${written}\n}\n`)).attribute('source')).toBe(wanted);
  });
});

describe('an error is reported where it is, and the other blocks are read', () => {
  const after = resource('b');
  test.each([
    [
      'a brace of a block',
      `resource "${network}" "a" {\n  name = "x"\n\n${after}`,
      '1:50 this "{" is never closed. Add the missing "}".',
    ],
    [
      'a brace of an attribute',
      `module "a" {\n  b = {\n    c = 1\n}\n\n${after}`,
      '1:12 this "{" is never closed. Add the missing "}".',
    ],
    ['a bracket', `locals {\n  a = [1, 2\n}\n${after}`, '2:7 this "[" is never closed. Add the missing "]".'],
    [
      'a parenthesis',
      `locals {\n  a = merge({}, var.x\n}\n${after}`,
      '2:12 this "(" is never closed. Add the missing ")".',
    ],
    ['a quote', `locals {\n  a = "x\n  b = "y"\n}\n${after}`, '2:7 this " is never closed. Add the missing ".'],
    [
      'a brace too many',
      `locals {\n}\n}\n${after}`,
      '3:1 this "}" closes nothing. Remove it, or add the missing "{" before it.',
    ],
    [
      'a value',
      `locals {\n  a = \n}\n${after}`,
      '2:3 this is not valid HCL. Check the quotes, brackets and equals signs here and before.',
    ],
    [
      'words',
      `?? what is this ??\n${after}`,
      '1:1 this is not valid HCL. Check the quotes, brackets and equals signs here and before.',
    ],
  ])('%s', async (_, text, problem) => {
    const { blocks, problems } = await read(text);
    expect(problems).toEqual([problem]);
    expect(blocks.at(-1)).toMatch(/ resource .*\.b$/);
  });

  test.each([
    ['its brace is missing', `resource "${network}" "a" {\n  name = "x"\n`],
    ['two braces are', `resource "${network}" "a" {\n  body = {\n    name = "x"\n`],
    ['an equals sign is', `resource "${network}" "a" {\n  name "x"\n  type 5\n}\n`],
    ['it ends in a string', `resource "${network}" "a" {\n  name = "x`],
  ])('the broken block is read too, when %s', async (_, text) => {
    const { blocks, problems } = await read(`${after}${text}`);
    expect(blocks).toEqual([`1 resource ${network}.b`, `4 resource ${network}.a`]);
    expect(problems).toHaveLength(1);
  });

  test('and so are the attributes before the error', async () => {
    const broken = 'module "a" {\n  source = "b"\n  body = {\n    name = "x"\n';
    expect((await read(broken)).attribute('source')).toBe('b');
  });

  test('not more than twenty problems are reported', async () => {
    expect((await read('module "a" {\n'.repeat(30))).problems).toHaveLength(20);
  });
});

describe('for all', () => {
  const piece = fc.constantFrom(
    ...[
      'resource "a" "b" {\n',
      'locals {\n',
      '}\n',
      '{',
      '[',
      ']',
      '(',
      ')',
      '"',
      '\\',
      '\u0024{',
      '%{',
      '<<EOT\n',
      'EOT\n',
    ],
    ...['a = 1\n', 'a = "b"\n', '# c\n', '/*', '*/', '\n', '\r\n', '=', ',', ' ', '\0', 'ü', '😀', '\ud800'],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  );

  test('no text makes it throw, and every place lies in the text', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (any) => {
        const file = new SourceFile('a.tf', any);
        const { blocks, problems } = await readHcl(file);
        for (const { start, end } of [...problems.map(({ span }) => span), ...blocks.map(({ header }) => header)]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(file.text.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a large file is read, whole or broken, and a hopeless one is given up', async () => {
    const large = Array.from({ length: 3000 }, (_, index) => resource(`n${index}`)).join('');
    expect((await read(large)).blocks).toHaveLength(3000);
    expect((await read(`${large}}}}} = {{ "\n${large}`)).blocks).toHaveLength(6000);
    for (const hopeless of ['{', '[', '"', 'a = [', 'a {', 'x = "\u0024{'])
      expect((await read(hopeless.repeat(20_000))).problems.length).toBeLessThanOrEqual(20);
  }, 30_000);
});
