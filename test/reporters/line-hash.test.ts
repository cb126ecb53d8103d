import { describe, expect, test } from 'vitest';
import { primaryLocationLineHash } from '../../src/reporters/line-hash.ts';

const hashes = (text: string): string[] => {
  const lines = text.split(/\r\n|\r|\n/).map((_, index) => index + 1);
  const found = primaryLocationLineHash(text, new Set(lines));
  return lines.map((line) => found.get(line) ?? 'none');
};

// The published test vectors of github/codeql-action (src/fingerprints.test.ts, read 2026-11-24).
describe("GitHub's vectors", () => {
  const greetings = [
    'e9496ae3ebfced30:1',
    'fb7c023a8b9ccb3f:1',
    'ce8ba1a563dcdaca:1',
    'e20e36e16fcb0cc8:1',
    'b3edc88f2938467e:1',
    'c8e28b0b4002a3a0:1',
    'c129715d7a2bc9a3:1',
  ];
  test.each([
    ['nothing', '', ['c129715d7a2bc9a3:1']],
    [
      'spaces and tabs',
      ' a\nb\n  \t\tc\n d',
      ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1'],
    ],
    ['line feeds', ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n', greetings],
    ['carriage returns', ' hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r', greetings],
    ['both', ' hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n', greetings],
    ['all kinds', ' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n', greetings],
    [
      'equal lines',
      'Lorem ipsum dolor sit amet.\n'.repeat(10),
      [
        ...[1, 2, 3, 4, 5, 6].map((count) => `a7f2ff13bc495cf2:${count}`),
        'a7f2ff1481e87703:1',
        'a9cf91f7bbf1862b:1',
        '55ec222b86bcae53:1',
        'cc97dc7b1d7d8f7b:1',
        'c129715d7a2bc9a3:1',
      ],
    ],
  ])('%s', (_, text, wanted) => {
    expect(hashes(text)).toEqual(wanted);
  });
});

// Confirmed by Sarif.Multitool 5.7.0 (`rewrite --insert RollingHashPartialFingerprints`), but for the byte order mark.
describe('vectors of our own', () => {
  test.each([
    ['kind: vm\nname: a\nkind: vm\n', { 1: '8444459441169c9f:1', 2: '14cdd0ab1b883fa2:1', 3: '417bd77481af17c0:1' }],
    ['kind: vm\r\nname: a\r\nkind: vm\r\n', { 1: '8444459441169c9f:1', 3: '417bd77481af17c0:1' }],
    ['kind: vm\n\n\nname: "ü 😀"', { 1: '1f47ea8f03493250:1', 2: 'e85bb8c39b6b4233:1', 4: 'bdb9692641bf46ff:1' }],
    [
      '- { vlan: 10, name: lab }\n'.repeat(30),
      { 1: 'd648ffd04e821e89:1', 2: 'd648ffd04e821e89:2', 20: 'd648ffd04e821e89:20', 30: 'c11980ee0d3728:1' },
    ],
    ['\ufeffkind: vm\nname: a\n', { 1: '35984c0987f865b9:1', 2: 'a6b6ede492fce51:1' }],
  ])('%j', (text, wanted) => {
    for (const [line, hash] of Object.entries(wanted)) expect(hashes(text)[Number(line) - 1]).toBe(hash);
  });
});

test('only the wanted lines are hashed', () => {
  expect([...primaryLocationLineHash('a\nb\nc', new Set([2, 9])).keys()]).toEqual([2]);
});
