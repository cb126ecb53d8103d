import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/index.ts';
import { type Format, reporters } from '../../src/reporters/index.ts';
import { finding, options, region, report } from './reports.ts';

const as = async (format: Format, ...args: Parameters<typeof report>) =>
  (await reporters[format]())(report(...args), options);

/** What a spec may hold to make a host act. */
const hostile = 'a\n::error::b\r##vso[task.complete]%0A;]<script>&"`|](http://x) @team \u001b[31m\u0000\ufffe';

const named = (more: Partial<Finding> = {}) => finding({ message: hostile, region: region('2:3-9', hostile), ...more });

/** Control characters of a text, as numbers. */
const controlsIn = (text: string) => [...text].map((character) => character.charCodeAt(0)).filter((code) => code < 32);

describe('text from a spec makes no host act', () => {
  test.each(['github', 'azure'] as const)('%s: one line for each finding, and no command but ours', async (format) => {
    const lines = (await as(format, [named(), named({ severity: 'note' })])).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    const commands = lines.join('\n').match(/^::\w+ |##vso\[[\w.]+/gm);
    expect(commands).toEqual(format === 'github' ? ['::error ', '::notice '] : ['##vso[task.logissue']);
    expect(controlsIn(lines.join(''))).toEqual([]);
  });

  test('github: a comma or colon in a path ends no property', async () => {
    const [line] = (await as('github', [finding({ region: region('1:1-4', 'a,line=9:b.yaml') })])).split('\n');
    expect(line).toContain('::error file=a%2Cline=9%3Ab.yaml,line=1,endLine=1,col=1,endColumn=4,title=');
  });

  test('azure: a bracket or semicolon in a path ends no property', async () => {
    const line = await as('azure', [finding({ region: region('1:1-4', 'a];b.yaml') })]);
    expect(line).toContain('sourcepath=a%5D%3Bb.yaml;linenumber=1;');
  });

  test('junit: well-formed XML 1.0 without control characters', async () => {
    const xml = await as('junit', [named({ message: `${hostile}\ud800` })]);
    expect(controlsIn(xml.replaceAll('\n', ''))).toEqual([]);
    expect(xml).not.toMatch(/\p{Surrogate}|[\ufffe\uffff]/u);
    expect(xml.replace(/&(amp|lt|gt|quot);/g, '').match(/&/)).toBeNull();
    expect(xml).not.toContain('<script>');
  });

  test('markdown: no markup, mention or link of its own', async () => {
    const text = await as('markdown', [named()], { [hostile]: `a\n${hostile}` });
    const prose = text.replace(/(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
    expect(prose).not.toContain('<script>');
    expect(prose).not.toMatch(/(?<!\\)@team/);
    expect(prose).not.toMatch(/(?<!\\)\]\(http:\/\/x/);
  });

  test.each(['gitlab', 'rdjson'] as const)('%s is JSON', async (format) => {
    const written = JSON.parse(await as(format, [named()]));
    const { description, message } = format === 'gitlab' ? written[0] : written.diagnostics[0];
    expect(controlsIn(description ?? message)).toEqual([]);
  });
});

describe('limits of the hosts', () => {
  const many = (severity: Finding['severity'], count: number) =>
    Array.from({ length: count }, (_, line) => finding({ severity, region: region(`${line + 1}:1-2`) }));

  test('github: ten annotations of a level, the rest as lines, and it says so', async () => {
    const lines = (await as('github', [...many('error', 12), ...many('warning', 3)])).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(3);
    expect(lines.slice(-3)).toEqual([
      '2 more findings of 15, which GitHub has no room to show as annotations:',
      'a.yaml:11:1: error AZL1104: VLAN "806" is changed.',
      'a.yaml:12:1: error AZL1104: VLAN "806" is changed.',
    ]);
  });

  test('markdown: what fits into a comment, and how many do not', async () => {
    const text = await as('markdown', many('error', 2_000));
    expect(text.length).toBeLessThan(65_536);
    const shown = text.match(/^\| 🔴/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(50);
    expect(text).toContain(`**${2_000 - shown} more findings, for which a comment has no room:**`);
  });
});

describe('what is not checked is said in every format', () => {
  const failures = [{ path: 'huge.json', message: 'is too large' }, { message: 'a rule failed' }];

  test.each(['github', 'azure', 'gitlab', 'junit', 'markdown', 'rdjson'] as const)('%s', async (format) => {
    const text = await as(format, [], {}, { failures });
    expect(text).toContain('huge.json');
    expect(text).toContain('is too large');
    expect(text).toContain('a rule failed');
  });
});

test('rdjson counts bytes of UTF-8', async () => {
  const text = await as('rdjson', [finding({ region: region('1:8-9') })], { 'a.yaml': 'näme: "ü😀x"\n' });
  expect(JSON.parse(text).diagnostics[0].location.range).toEqual({
    start: { line: 1, column: 9 },
    end: { line: 1, column: 11 },
  });
});

test('junit: a checked file without findings passes, a skipped one is no test, notes do not fail', async () => {
  const files = [
    { path: 'clean.yaml', outcome: 'checked' as const, reason: '' },
    { path: 'other.yaml', outcome: 'skipped' as const, reason: '' },
  ];
  const xml = await as('junit', [finding({ severity: 'note' })], {}, { files });
  expect(xml).toContain('<testsuites name="azlocal-lint" tests="2" failures="0" errors="0">');
  expect(xml).toContain('<testcase name="no findings" classname="clean.yaml"/>');
  expect(xml).not.toContain('other.yaml');
  expect(xml).toContain('<system-out>a.yaml:1:1 AZL1104: VLAN &quot;806&quot; is changed.</system-out>');
});
