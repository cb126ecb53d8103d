import { describe, expect, test } from 'vitest';
import { readBash } from '../../src/source/bash.ts';
import { readPowerShell } from '../../src/source/powershell.ts';
import type { Script, Statement, Word, WordPart } from '../../src/source/script.ts';

/** A script in one line for each statement, nested ones indented: unknown parts in angle brackets. */
const outline = (statements: readonly Statement[], depth = 0): string[] =>
  statements.flatMap((statement) => {
    const line = (text: string) => `${'  '.repeat(depth)}${text}`;
    switch (statement.kind) {
      case 'command':
        return [line(statement.words.map(word).join(' | '))];
      case 'assignment':
        return [
          line(`${statement.name} ${statement.isAppend ? '+=' : '='} ${statement.value ? word(statement.value) : '?'}`),
        ];
      case 'function':
        return [line(`function ${statement.name}(${statement.parameters})`), ...outline(statement.body, depth + 1)];
      case 'block':
        return [line('block'), ...outline(statement.body, depth + 1)];
      default:
        return [line('include')];
    }
  });

const word = ({ parts }: Word): string => parts.map(part).join('');

function part(one: WordPart): string {
  switch (one.kind) {
    case 'text':
      return one.text;
    case 'variable':
      return `$${one.name}`;
    case 'all':
      return `@${one.name}`;
    case 'list':
      return `[${one.items.map(word).join(', ')}]`;
    case 'table':
      return `{${one.entries.map(([name, value]) => `${name}: ${word(value)}`).join(', ')}}`;
    case 'unknown':
      return `<${one.text}>`;
  }
}

/** What a script has for each word of its first command, as it stands in the text. */
const spans = (text: string, { statements }: Script): string[] => {
  const [first] = statements;
  return first?.kind === 'command' ? first.words.map(({ span }) => text.slice(span.start, span.end)) : [];
};

describe('bash', () => {
  test.each([
    ['quotes and escapes', `az a 'b $c' "d \\"$e\\" f" g\\ h`, ['az | a | b $c | d "$e" f | g h']],
    ['continued lines', 'az a \\\n  --b c', ['az | a | --b | c']],
    ['a blank behind the backslash', 'az a \\ \n', ['az | a']],
    ['an equals sign', 'az --name="$vm"-x', ['az | --name=$vm-x']],
    ['arrays', `a=(b "c d"); a+=(e); az "\${a[@]}"`, ['a = [b, c d]', 'a += [e]', 'az | @a']],
    ['arrays over several lines, with comments', `a=(\n  b # c\n  d\n)\naz "\${a[@]}"`, ['a = [b, d]', 'az | @a']],
    ['a default is not known', `v=\${v:-x}`, [`v = <\${v:-x}>`]],
    ['a substitution runs before', 'v=$(az b)', ['block', '  az | b', 'v = <$(az b)>']],
    ['comments and here-documents are no commands', '# az a\ncat <<X\naz b\nX\naz c', ['cat', 'az | c']],
    ['what may not run is a block', 'if x; then v=1; fi', ['block', '  x', '  v = 1']],
    ['what follows && is one, too', 'x && v=1', ['x', 'block', '  v = 1']],
    ['a loop gives its variable no value', 'for v in a b; do az $v; done', ['block', '  v = ?', '  az | $v']],
    ['functions', 'f() { az "$@"; }', ['function f()', '  az | @@']],
    [
      'declarations, with a value and without',
      'local a=1 b\ndeclare c\nexport d=2 e\nreadonly f\nunset g',
      ['a = 1', 'b = ?', 'c = ?', 'd = 2', 'g = ?'],
    ],
    ['one item of an array makes another array', 'a[0]=b', ['a = ?']],
    ['a value that is empty', 'a=', ['a = ']],
    ['commands in a subshell', '(az a; az b)', ['block', '  az | a', '  az | b']],
    ['read gives a value', 'read -r v', ['-r = ?', 'v = ?']],
    ['another script', 'source ./x.sh', ['include']],
    ['pipes', 'az a | jq .', ['block', '  az | a', '  jq | .']],
  ])('%s', async (_, text, expected) => {
    expect(outline((await readBash(text)).statements)).toEqual(expected);
  });

  test('offsets count UTF-16 units', async () => {
    const text = `az 'ä😀' "ü$x" b`;
    expect(spans(text, await readBash(text))).toEqual(['az', "'ä😀'", '"ü$x"', 'b']);
  });

  test('comments are kept', async () => {
    const text = 'az a # why\n# and "this"\n';
    const { comments } = await readBash(text);
    expect(comments.map(({ span: { start, end } }) => text.slice(start, end))).toEqual(['# why', '# and "this"']);
  });

  test.each([
    ['if az a; then az b', 'if is never closed'],
    ['az a', undefined],
  ])('what is never closed: %s', async (text, message) => {
    const { problems } = await readBash(text);
    if (message === undefined) expect(problems).toEqual([]);
    else expect(problems[0]?.message).toContain(message);
  });
});

describe('PowerShell', () => {
  test.each([
    ['quotes and escapes', `az 'a''b $c' "d $e \`$f" g\`"h`, [`az | a'b $c | d $e $f | g"h`]],
    ['typographic quotes', 'az “a b” ‘c’', ['az | a b | c']],
    ['continued lines', 'az a `\n  --b c', ['az | a | --b | c']],
    ['an equals sign', 'az --name=$vm --x="y"', ['az | --name=$vm | --x=y']],
    ['members are not known', 'az $vm.Name "$vm.Name"', ['az | <$vm.Name> | $vm.Name']],
    ['scopes and letter case', `az $Script:VM \${Vm}`, ['az | $vm | $vm']],
    ['the environment', 'az $env:VM', ['az | $env:vm']],
    ['lists', 'az a, b,c', ['az | [a, b, c]']],
    ['arrays over several lines', "$a = @(\n 'b' # c\n 'd'\n)\naz @a", ['a = [b, d]', 'az | @a']],
    ['adding to a list', "$a += '--b', $c", ['a += [--b, $c]']],
    ['tables', "$t = @{ A = 'b'; C = $d }\nMove-It @t", ['t = {A: b, C: $d}', 'Move-It | @t']],
    ['a colon', 'Move-It -A:b', ['Move-It | -A:b']],
    [
      'comments and here-strings are no commands',
      '<# az a #>\n# az b\n$t = @"\naz c\n"@\naz d',
      ['t = az c', 'az | d'],
    ],
    ['a here-string in a here-string', '$t = @"\n$(@"\nx\n"@)\n"@\naz d', ['t = <@"\n$(@"\nx\n"@)\n"@>', 'az | d']],
    ['a number of bytes is computed', '$a = 16GB', ['16GB', 'a = ?']],
    ['a command as a value', '$a = az b | ConvertFrom-Json', ['az | b', 'ConvertFrom-Json', 'a = ?']],
    ['calls', "& az a; & 'az.cmd' b", ['az | a', 'az.cmd | b']],
    ['redirections are no arguments', 'az a 2>&1 > x.txt', ['az | a']],
    ['conditions', 'if ($a) { az b } else { az c }', ['block', '  az | b', 'block', '  az | c']],
    ['loops', 'foreach ($a in $b) { az $a }', ['block', '  a = ?', '  az | $a']],
    [
      'cases',
      "switch ($a) { 'b' { az b } default { az c } }",
      ['block', '  block', '    az | b', '  block', '    az | c'],
    ],
    ['functions', 'function F { param([string]$A = "x", $B) az $A }', ['function f(a,b)', '  az | $a']],
    ['parameters in the head', 'function F([int] $A, [string[]]$B = "x") { az $A }', ['function f(a,b)', '  az | $a']],
    ['a function without a body', 'function F; az a', ['az | a']],
    [
      'comments and attributes before the parameters',
      'function F {\n  # why\n  <# and #>\n  [CmdletBinding()]\n  param($A)\n  az $A\n}',
      ['function f(a)', '  az | $a'],
    ],
    ['what is caught', 'try { az a } catch [A.B], [C] { az b }', ['block', '  az | a', 'block', '  az | b']],
    ['each of a list', 'foreach ($v in $list) { az $v }', ['block', '  v = ?', '  az | $v']],
    ['types before a variable and a value', '[Dictionary[string, int[]]] $a = [string] "b"', ['a = b']],
    ['several variables at once', '$a, $b = 1, 2', ['[1, 2]', 'a = ?', 'b = ?']],
    ['a member is not the variable', "$a.b = 'c'", ['a = ?']],
    ['several patterns of a switch', 'switch ($a) { b, c { az d } }', ['block', '  block', '    az | d']],
    ['what stops the parsing', 'az a --% b "c', ['az | a']],
    ['entries in one line', "$t = @{ A = 'b' ; C = 'd' }", ['t = {A: b, C: d}']],
    ['script blocks', 'Invoke-It -Do { az a }', ['block', '  az | a', 'Invoke-It | -Do | <{ az a }>']],
    ['a pipe on the next line', 'az a\n  | B', ['az | a', 'B']],
    ['a ternary', '$a = $b ? 0 : 1\naz c', ['a = ?', 'az | c']],
    ['another script', '. ./x.ps1', ['include']],
  ])('%s', (_, text, expected) => {
    expect(outline(readPowerShell(text).statements)).toEqual(expected);
  });

  test('places are those of the words', () => {
    const text = `az 'ä😀' "ü$x" b`;
    expect(spans(text, readPowerShell(text))).toEqual(['az', "'ä😀'", '"ü$x"', 'b']);
  });

  test('comments are kept', () => {
    const text = 'az a # why\n<# and\nthis #>';
    const { comments } = readPowerShell(text);
    expect(comments.map(({ span: { start, end } }) => text.slice(start, end))).toEqual(['# why', '<# and\nthis #>']);
  });

  test.each([
    ['if ($a) { az b', '}'],
    ['az "a', '"'],
    ["$a = @'\nb", "'@"],
    ['az (a', ')'],
  ])('what is never closed: %s', (text, missing) => {
    expect(readPowerShell(text).problems[0]?.message).toContain(`the missing ${missing}.`);
  });

  test.each([
    'az $( $[ @{ @( (',
    '@{a',
    '$',
    '"$',
    '`',
    '<#',
    '@"',
    '& ',
    'function',
    'switch (',
    '|',
    'if',
    '@{ a = ',
  ])('broken text never throws: %s', (text) => {
    expect(() => readPowerShell(text)).not.toThrow();
  });
});
