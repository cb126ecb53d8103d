import { describe, expect, test } from 'vitest';
import { displayWidth, visible, wrapped } from '../../src/reporters/terminal.ts';

describe('what a terminal or a CI system would act on is made visible', () => {
  test.each([
    ['a colour', '\x1b[31mred', '\\x1b[31mred'],
    ['a link or a title', '\x1b]0;title\x07', '\\x1b]0;title\\x07'],
    ['an eight-bit escape', '\x9b2J', '\\x9b2J'],
    ['a backspace', 'a\bb', 'a\\x08b'],
    ['a delete', 'a\x7f', 'a\\x7f'],
    ['line breaks', 'a\r\nb\nc\rd', 'a⏎b⏎c⏎d'],
    ['separators of lines', 'a\u2028b\u2029', 'a\\u2028b\\u2029'],
    ['turned text', 'a\u202eb\u2066c', 'a\\u202eb\\u2066c'],
    ['a command of Azure Pipelines', 'x ##vso[task.setvariable]', 'x \\x23#vso[task.setvariable]'],
    ['one in capitals', '##VSO[task.complete]', '\\x23#VSO[task.complete]'],
    ['an older command', '##[error]x', '\\x23#[error]x'],
  ])('%s', (_, text, wanted) => {
    expect(visible(text)).toBe(wanted);
  });

  test.each(['a\tb', 'ü 😀 名前', '## heading', '::1', '[x](y)', '#[x'])('%s is left alone', (text) => {
    expect(visible(text)).toBe(text);
  });
});

test.each([
  ['abc', 3],
  ['ü', 1],
  ['u\u0308', 1],
  ['名前', 4],
  ['한글', 4],
  ['！', 2],
  ['😀', 2],
  ['👩‍👩‍👧', 2],
  ['❤️', 2],
  ['\u200d', 0],
  ['', 0],
])('%s takes %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

describe('words in rows', () => {
  test.each([
    ['a bb ccc', 4, ['a bb', 'ccc']],
    ['a word-that-is-too-long b', 6, ['a', 'word-that-is-too-long', 'b']],
    ['名前 名前', 8, ['名前', '名前']],
    ['', 5, ['']],
    // GitHub Actions would obey a row that starts like a command.
    ['aaaa ::error::x', 4, ['aaaa ::error::x']],
  ])('%j in %i columns', (text, width, rows) => {
    expect(wrapped(text, width)).toEqual(rows);
  });
});
