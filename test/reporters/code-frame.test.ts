import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/index.ts';
import { codeFrame } from '../../src/reporters/code-frame.ts';
import { displayWidth } from '../../src/reporters/terminal.ts';
import { region } from './reports.ts';

const plain = { red: (text: string) => text, dim: (text: string) => text };
const frame = (text: string, at: string, width = 60) =>
  codeFrame(new SourceFile('a.yaml', text), region(at), width, plain);

describe('the span is underlined', () => {
  test.each([
    ['in the first line', 'vlan: 806\nx: 1', '1:7-10', ['> 1 | vlan: 806', '    |       ^^^']],
    [
      'in the last line, without a line break',
      'x: 1\nvlan: 806',
      '2:7-10',
      ['  1 | x: 1', '> 2 | vlan: 806', '    |       ^^^'],
    ],
    ['with CRLF', 'x: 1\r\nvlan: 806\r\n', '2:7-10', ['  1 | x: 1', '> 2 | vlan: 806', '    |       ^^^']],
    ['after tabs', '\t\tvlan:\t806', '1:9-12', ['> 1 |   vlan: 806', '    |         ^^^']],
    ['after wide letters', '名前: { vlan: 806 }', '1:13-16', ['> 1 | 名前: { vlan: 806 }', '    |               ^^^']],
    ['over wide letters', 'name: 名前', '1:7-9', ['> 1 | name: 名前', '    |       ^^^^']],
    ['after an emoji', '"😀": 806', '1:7-10', ['> 1 | "😀": 806', '    |       ^^^']],
    ['over an accent written apart', 'u\u0308: x', '1:1-3', ['> 1 | u\u0308: x', '    | ^']],
    ['after a control character', 'a: \x1b[2J806', '1:8-11', ['> 1 | a: \\x1b[2J806', '    |           ^^^']],
    ['with a place between two characters', 'a: ', '1:4-4', ['> 1 | a: ', '    |    ^']],
    [
      'to the end of the line, for a span of several lines',
      'a: [1,\n  2]',
      '1:4-2:5',
      ['> 1 | a: [1,', '    |    ^^^'],
    ],
    ['in a file with a byte order mark', '\ufeffvlan: 806', '1:7-10', ['> 1 | vlan: 806', '    |       ^^^']],
  ])('%s', (_, text, at, wanted) => {
    expect(frame(text, at)).toEqual(wanted);
  });

  test('with line numbers of different length', () => {
    const text = `${'\n'.repeat(8)}x: 1\nvlan: 806`;
    expect(frame(text, '10:7-10')).toEqual(['   9 | x: 1', '> 10 | vlan: 806', '     |       ^^^']);
  });

  test('in colour, without moving anything', () => {
    const marks = { red: (text: string) => `<${text}>`, dim: (text: string) => `(${text})` };
    expect(codeFrame(new SourceFile('a', 'x\nvlan: 806'), region('2:7-10'), 60, marks)).toEqual([
      '(  1 | x)',
      '<>> 2 | vlan: 806',
      '    |       <^^^>',
    ]);
  });
});

describe('nothing is shown', () => {
  test.each([
    ['for a file as a whole', 'a: 1', '1:1-1'],
    ['for an empty line', 'a: 1\n\n', '2:1-1'],
    ['beyond the end', 'a: 1', '7:1-2'],
  ])('%s', (_, text, at) => {
    expect(frame(text, at)).toEqual([]);
  });
});

describe('a long line is cut around the span', () => {
  const long = `{"a":"${'x'.repeat(500)}","vlan":806,"b":"${'y'.repeat(500)}"}`;
  const column = long.indexOf('806') + 1;

  test('on both sides', () => {
    expect(frame(long, `1:${column}-${column + 3}`, 50)).toEqual([
      '> 1 | …xxxxx","vlan":806,"b":"yyyyyyyyyyyyyyyyyyy…',
      '    |                ^^^',
    ]);
  });

  test('when the span itself is longer than the row', () => {
    const [row, underline] = frame(long, `1:6-${long.length}`, 30);
    expect(row).toMatch(/^> 1 \| \{"a":"x+…$/);
    expect(underline).toMatch(/^ {4}\| {6}\^+$/);
  });

  test('and so is the line above, at the same column', () => {
    const rows = frame(`${'z'.repeat(600)}\n${long}`, `2:${column}-${column + 3}`, 50);
    expect(rows[0]).toMatch(/^ {2}1 \| …z+…$/);
    expect(rows).toHaveLength(3);
    expect(frame(`short\n${long}`, `2:${column}-${column + 3}`, 50)).toHaveLength(2);
  });

  test.each([30, 40, 80, 200])('and never wider than %i columns', (width) => {
    const texts = [
      long,
      long.replaceAll('x', '名'),
      long.replaceAll('x', '😀'),
      `${long}\n`,
      long.replaceAll('y', '\x07'),
    ];
    for (const text of texts) {
      const start = text.indexOf('806') + 1;
      for (const at of [`1:${start}-${start + 3}`, `1:2-${text.length}`, '1:1-2']) {
        for (const row of frame(text, at, width)) expect(displayWidth(row)).toBeLessThanOrEqual(width);
      }
    }
  });

  test('quickly, however long it is', () => {
    const huge = `{"a":"${'x'.repeat(5_000_000)}","vlan":806}`;
    const start = performance.now();
    expect(frame(huge, `1:${huge.indexOf('806') + 1}-${huge.length}`)).toHaveLength(2);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
