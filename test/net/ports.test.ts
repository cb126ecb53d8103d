import { expect, test } from 'vitest';
import { portMistake } from '../../src/net/ports.ts';

test.each(['*', '0', '65535', '443', '0-65535', ' 8000 - 8080 ', '80-80', ''])(
  '"%s" is a port, or says nothing',
  (text) => {
    expect(portMistake(text)).toBeUndefined();
  },
);

test.each(['80,443', '[80]', '"80"', '$port'])('"%s" may be a list or something else: it is left alone', (text) => {
  expect(portMistake(text)).toBeUndefined();
});

test.each([
  ['65536', 'goes beyond 65535'],
  ['1-65536', 'goes beyond 65535'],
  ['65536-1', 'goes beyond 65535'],
  ['90-80', 'ends before it begins'],
  ['https', 'is no port'],
  ['-1', 'is no port'],
  ['80:90', 'is no port'],
  ['80.5', 'is no port'],
])('"%s" %s', (text, mistake) => {
  expect(portMistake(text)).toBe(mistake);
});
