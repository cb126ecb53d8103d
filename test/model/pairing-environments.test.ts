import { describe, expect, test } from 'vitest';
import { pairs, reasons, type Sketch } from './sketches.ts';

const prod = { file: 'net.json', environment: 'prod' };
const stage = { file: 'net.json', environment: 'stage' };
const plain = { file: 'net.json' };

describe('environments', () => {
  const table: [string, Sketch[], Sketch[], string[]][] = [
    ['one is renamed', [prod], [stage], ['net.json prod lnet-app -> net.json stage lnet-app (type and name)']],
    ['parameter files are new', [plain], [prod], ['net.json lnet-app -> net.json prod lnet-app (type and name)']],
    ['parameter files are gone', [prod], [plain], ['net.json prod lnet-app -> net.json lnet-app (type and name)']],
    [
      'one is new, beside one that stays',
      [prod],
      [prod, stage],
      ['net.json prod lnet-app -> net.json prod lnet-app (name)'],
    ],
    [
      'the resource goes from one into another that is new: they are two',
      [prod, { ...prod, name: 'other' }],
      [{ ...prod, name: 'other' }, stage],
      ['net.json prod other -> net.json prod other (name)'],
    ],
    [
      'the resource goes from one into another that was there',
      [prod, { ...stage, name: 'other' }],
      [stage, { ...stage, name: 'other' }],
      ['net.json stage other -> net.json stage other (name)'],
    ],
    [
      'the file is renamed, each stays itself',
      [prod, stage],
      [
        { ...stage, file: 'network.json' },
        { ...prod, file: 'network.json' },
      ],
      [
        'net.json stage lnet-app -> network.json stage lnet-app (name)',
        'net.json prod lnet-app -> network.json prod lnet-app (name)',
      ],
    ],
    [
      'a resource goes from a template into a document',
      [prod, { ...prod, name: 'other' }],
      [{ file: 'lnet.yaml' }, { ...prod, name: 'other' }],
      [
        'net.json prod other -> net.json prod other (name)',
        'net.json prod lnet-app -> lnet.yaml lnet-app (type and name)',
      ],
    ],
  ];
  test.each(table)('%s', (_, before, after, wanted) => {
    expect(pairs(before, after)).toEqual({ changes: wanted, moves: [] });
  });
});

describe('resource groups with the same names', () => {
  const a = { group: 'rg-a', file: 'a.yaml' };
  const b = { group: 'rg-b', file: 'b.yaml' };

  test('each stays itself', () => {
    expect(pairs([a, b], [b, a]).changes).toEqual([
      'rg-b b.yaml lnet-app -> rg-b b.yaml lnet-app (name)',
      'rg-a a.yaml lnet-app -> rg-a a.yaml lnet-app (name)',
    ]);
  });

  test('which of two was meant is not guessed', () => {
    expect(pairs([a, b], [{ file: 'c.yaml' }])).toEqual({ changes: [], moves: [] });
    expect(reasons([a, b], [{ file: 'c.yaml' }])).toEqual(['c.yaml lnet-app: 2 candidates in a.yaml, b.yaml']);
  });
});

describe('why a resource is not paired', () => {
  const table: [string, Sketch[], Sketch[], string[]][] = [
    ['two in the base', [plain, plain], [plain], ['net.json lnet-app: 2 candidates in net.json']],
    [
      'two now',
      [{}],
      [prod, stage],
      [
        'net.json prod lnet-app: 2 resources would fit the one in network.yaml',
        'net.json stage lnet-app: 2 resources would fit the one in network.yaml',
      ],
    ],
    [
      'another subscription',
      [{ subscription: 's1', group: 'rg' }],
      [{ subscription: 's2', group: 'rg' }],
      ['rg network.yaml lnet-app: the one in network.yaml is of another subscription'],
    ],
    [
      'another environment',
      [prod, { ...prod, name: 'other' }],
      [{ ...prod, name: 'other' }, stage],
      ['net.json stage lnet-app: the one in net.json is of another environment'],
    ],
    ['nothing is said of what is new', [{}], [{ name: 'new' }, {}], []],
  ];
  test.each(table)('%s', (_, before, after, wanted) => {
    expect(reasons(before, after)).toEqual(wanted);
  });
});
