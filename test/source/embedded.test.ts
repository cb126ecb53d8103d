import { expect, test } from 'vitest';
import { fencesOf, offsetsOfScalar } from '../../src/source/embedded.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { readYaml } from '../../src/source/yaml.ts';

/** Where each letter of the value of `run` stands in the YAML: its letter there. */
function lettersAt(yaml: string): [value: string, source: string] {
  const [document] = readYaml(new SourceFile('a.yaml', yaml)).documents;
  const { run } = (document?.value ?? {}) as { run: string };
  const offsets = offsetsOfScalar(yaml, document?.locate(['run'], 'value') ?? { start: 0, end: 0 }, run);
  const letters = [...run.matchAll(/\S/g)].map(({ index }) => index);
  return [run.replace(/\s/g, ''), letters.map((index) => yaml.charAt(offsets[index] ?? 0)).join('')];
}

test.each([
  ['literal', 'run: |\n  az a\n    --b c\n\n  az d\n'],
  ['literal, stripped, with a comment', 'run: |- # az\n    az a\n    az b\n'],
  ['folded', 'run: >-\n  az a\n  --b c\n\n  az d\n'],
  ['plain over two lines', 'run: az a\n  --b c\nx: 1\n'],
  ['single quotes', "run: 'az ''a'' b'\n"],
  ['double quotes with line breaks in them', 'run: "az a\\naz n\\tb"\n'],
  ['Windows line ends', 'run: |\r\n  az a\r\n  az b\r\n'],
])('the characters of a scalar are found again: %s', (_, yaml) => {
  const [value, source] = lettersAt(yaml);
  expect(value.length).toBeGreaterThan(3);
  expect(source).toBe(value);
});

test('code blocks of Markdown, in lists too, with their places', () => {
  const markdown = 'Text\n\n```bash\naz a\n```\n\n- x\n  ~~~powershell title\n  az b\n    -c\n  ~~~\n\n`az d`\n';
  const fences = fencesOf(markdown);
  expect(fences.map(({ language, text }) => [language, text])).toEqual([
    ['bash', 'az a\n'],
    ['powershell', 'az b\n  -c\n'],
  ]);
  expect(fences.map(({ offsets }) => markdown.slice(offsets[0], (offsets[0] ?? 0) + 4))).toEqual(['az a', 'az b']);
});
