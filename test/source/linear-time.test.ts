import { expect, test } from 'vitest';
import { isRelevant, isRelevantScript } from '../../src/inputs/relevance.ts';
import { readShorthand } from '../../src/model/shorthand.ts';
import { fencesOf } from '../../src/source/embedded.ts';
import { readHcl } from '../../src/source/hcl.ts';
import { hclComments } from '../../src/source/hcl-comments.ts';
import { jsonComments } from '../../src/source/json-comments.ts';
import { readPowerShell } from '../../src/source/powershell.ts';
import { SourceFile } from '../../src/source/source-file.ts';

/*
 * Texts that once took for ever: a regular expression could read them in many ways. The attacks are those that recheck
 * found (`npm run regexp-check`), longer; a test that fails here does not end.
 */

const file = (text: string) => new SourceFile('a', text);

test('a text of Terraform that reads as interpolation and as escapes', async () => {
  const interpolated = ['$', '{x}'].join('').repeat(60);
  const { blocks } = await readHcl(file(`resource "a" "b" {\n  name = "${interpolated}" == "x"\n}\n`));
  expect(blocks.map(({ type }) => type)).toEqual(['resource']);
});

test('here-documents of Terraform that are never closed', () => {
  const text = Array.from({ length: 20_000 }, (_, index) => `a = <<NAME${index}\n# text\n`).join('');
  expect(hclComments(file(text))).toEqual([]);
  expect(hclComments(file(`<<${'A'.repeat(1_000_000)}`))).toEqual([]);
});

test('comments before the parameters of a PowerShell function', () => {
  const { statements } = readPowerShell(`function f { ${'#M('.repeat(60)}\nGet-A }`);
  expect(statements).toMatchObject([{ kind: 'function', parameters: [] }]);
});

test('brackets before a variable or value of PowerShell', () => {
  expect(readPowerShell(`[${']['.repeat(5_000)}`).statements).toEqual([]);
  expect(readPowerShell(`$a = [[]${'[.][.]'.repeat(60)}[`).statements[0]).toMatchObject({ kind: 'assignment' });
});

test('quotes in JSON that are never closed', () => {
  const comments = jsonComments(file(`// one\n${'\n\\"\\'.repeat(200_000)}`));
  expect(comments).toHaveLength(1);
});

test('Markdown of fences that are never closed', () => {
  expect(fencesOf('```sh\n'.repeat(50_001).concat('````\n'.repeat(50_000)))).toHaveLength(0);
  expect(fencesOf('\t '.repeat(200_000))).toEqual([]);
});

test('the first word of what is looked for, again and again', () => {
  expect(isRelevant(file('MICROSOFTV'.repeat(100_000)))).toBe(false);
  expect(isRelevantScript(file('tofu '.repeat(100_000)))).toBe(false);
});

test('blanks in an argument', () => {
  expect(readShorthand(`{${'\t'.repeat(200_000)}`)).toBeUndefined();
});
