import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, read, root } from '../../scripts/fixtures.js';
import { SourceFile } from '../../src/index.ts';
import { commentsOf } from '../../src/inputs/comments.ts';
import { readMakefile, readScriptFile } from '../../src/inputs/scripts/index.ts';
import { readMarkdown } from '../../src/inputs/scripts/pipelines.ts';

/** The comments of a text as `line: text`, and what their spans cover. */
async function found(path: string, ...lines: string[]) {
  const file = new SourceFile(path, lines.join('\n'));
  const comments = await commentsOf(file);
  return {
    texts: comments.map(({ span, text }) => `${file.position(span.start).line}: ${text}`),
    spans: comments.map(({ span }) => file.text.slice(span.start, span.end)),
  };
}

const fence = '```';

describe('comments are kept in every language', () => {
  test.each([
    [
      'JSON',
      'a.json',
      ['// one', '{ "a": 1, // two', '  "url": "https://x/y", "b": "/* no */", \'c\': \'// no\' /* three', '  */ }'],
      ['1: one', '2: two', '3: three'],
    ],
    ['strict JSON', 'a.json', ['{ "url": "https://x/y", "path": "c:\\\\", "quote": "\\"// no" }'], []],
    [
      'YAML',
      'a.yaml',
      [
        '# one',
        'a: 1 # two',
        "b: 'x # no'",
        'c: x#no',
        'd: | # three',
        '  # no',
        'e: { f: "# no" } # four',
        'g: https://x/#no',
        'h: >-',
        '  # no',
        '# five',
      ],
      ['1: one', '2: two', '5: three', '7: four', '11: five'],
    ],
    ['a text of YAML that begins at the margin', 'a.yaml', ['--- |', '# no', '--- # one', 'a: b'], ['3: one']],
    [
      'Terraform',
      'a.tf',
      [
        '# one',
        'resource "a" "b" { // two',
        `  c = "# no \${d("x") /* three */} // no"`,
        '  e = <<EOT',
        '# no',
        'EOT',
        '  /* four',
        '     five */',
        '}',
      ],
      ['1: one', '2: two', '3: three', '7: four\n     five'],
    ],
    [
      'bash',
      'a.sh',
      [
        '#!/bin/bash',
        'az x \\',
        '  --a "# no" # one',
        `echo '# no' x#no \${#a}`,
        'cat <<EOT',
        '# no',
        'EOT',
        '  # two',
      ],
      ['1: !/bin/bash', '3: one', '8: two'],
    ],
    [
      'PowerShell',
      'a.ps1',
      [
        '<# one',
        '#>',
        'function f {',
        '  param([string] $a) # two',
        '  az x --a "# no" x#no <# three #> --b',
        "  $b = @'",
        '# no',
        "'@",
        '  $c = @(',
        "    'a' # four",
        '  )',
        '  $d = @{ e = 1 # five',
        '  }',
        '}',
      ],
      ['1: one', '4: two', '5: three', '10: four', '12: five'],
    ],
    [
      'a Makefile',
      'Makefile',
      ['# one', 'A = x\\#no # two', 'all: # three', '\t@az x # four', '\techo "# no"'],
      ['1: one', '2: two', '3: three', '4: four'],
    ],
    [
      'a workflow, with its scripts',
      'w.yml',
      [
        '# one',
        'jobs:',
        '  a:',
        '    steps:',
        '      - run: |',
        `          az x # two \${{ env.a }}`,
        '          echo "# no"',
        '      - run: echo x',
        '        shell: pwsh # three',
        '      - shell: pwsh',
        '        run: "az x # four"',
      ],
      ['1: one', `6: two \${{ env.a }}`, '9: three', '11: four'],
    ],
    [
      'Markdown, in code blocks',
      'a.md',
      ['# no', '', `${fence}bash`, '# one', fence, '', `${fence}json`, '// no', fence],
      ['4: one'],
    ],
  ])('%s', async (_, path, lines, expected) => {
    expect((await found(path, ...lines)).texts).toEqual(expected);
  });

  test.each([
    ['a.json', '{} /* a */', '/* a */'],
    ['a.yaml', 'a: 1   # b  ', '# b'],
    ['a.tf', 'a = 1 # b', '# b'],
    ['a.sh', 'az x # b', '# b'],
    ['a.ps1', 'az x <# b #>', '<# b #>'],
  ])('a span of %s has the marks', async (path, text, expected) => {
    expect((await found(path, text)).spans).toEqual([expected]);
  });

  test.each(['a.json', 'a.yaml', 'a.tf', 'a.sh', 'a.ps1', 'Makefile', 'a.md'])(
    '%s that is broken still gives comments',
    async (path) => {
      const mark = path === 'a.json' ? '//' : '#';
      const lines = path === 'a.md' ? [`${fence}sh`, '# one', 'if {', fence] : [`${mark} one`, '{ [ ( if'];
      expect((await found(path, ...lines)).texts[0]).toMatch(/: one$/);
    },
  );
});

test('no text makes a reader fail, whatever it is taken for', async () => {
  for (const path of filesBelow(join(root, 'fixtures'))) {
    const { text } = read(path);
    for (const name of ['a.sh', 'a.ps1', 'Makefile', 'a.md', 'a.yml', 'a.tf', 'a.json']) {
      const file = new SourceFile(name, text);
      for (const { span, text: comment } of await commentsOf(file))
        expect(file.text.slice(span.start, span.end)).toContain(comment.split('\n')[0]);
      if (name === 'a.sh') await readScriptFile(file, 'bash');
      if (name === 'a.ps1') await readScriptFile(file, 'powershell');
      if (name === 'Makefile') await readMakefile(file);
      if (name === 'a.md') await readMarkdown(file);
    }
  }
});
