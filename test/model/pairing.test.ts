import { describe, expect, test } from 'vitest';
import { parseResourceId, resourceId } from '../../src/model/resource.ts';
import { instance, network, pairs, type Sketch } from './sketches.ts';

const here = { subscription: 'sub-1', group: 'rg-prod' };

describe('a resource is paired with itself', () => {
  const table: [string, Sketch[], Sketch[], string[]][] = [
    [
      'by id, in any case',
      [{ ...here }],
      [{ subscription: 'SUB-1', group: 'RG-Prod', name: 'LNET-App' }],
      ['rg-prod network.yaml lnet-app -> RG-Prod network.yaml LNET-App (id)'],
    ],
    [
      'by id, wherever the file has gone',
      [{ ...here, file: 'old/a.yaml' }],
      [{ ...here, file: 'new/b.yaml' }],
      ['rg-prod old/a.yaml lnet-app -> rg-prod new/b.yaml lnet-app (id)'],
    ],
    [
      'by name, when subscription and group are not told',
      [{}],
      [{}],
      ['network.yaml lnet-app -> network.yaml lnet-app (name)'],
    ],
    [
      'by name, when the group is the same expression',
      [{ group: '[resourceGroup().name]' }],
      [{ group: '[resourceGroup().name]' }],
      ['network.yaml lnet-app -> network.yaml lnet-app (name)'],
    ],
    [
      'by expression, when the name is unknown',
      [{ name: "[parameters('name')]" }],
      [{ name: "[parameters('name')]" }],
      ["network.yaml [parameters('name')] -> network.yaml [parameters('name')] (name)"],
    ],
    [
      'by name, when the file moved',
      [{ file: 'a.json' }],
      [{ file: 'b/a.json' }],
      ['a.json lnet-app -> b/a.json lnet-app (name)'],
    ],
    [
      'by name, when the base did not tell the group',
      [{}],
      [{ ...here }],
      ['network.yaml lnet-app -> rg-prod network.yaml lnet-app (type and name)'],
    ],
    [
      'by file first, when two files have the same name',
      [{ file: 'a.json' }, { file: 'b.json' }],
      [{ file: 'b.json' }, { file: 'a.json' }],
      ['b.json lnet-app -> b.json lnet-app (name)', 'a.json lnet-app -> a.json lnet-app (name)'],
    ],
    [
      'by file first, when two files tell their groups now',
      [{ file: 'a.json' }, { file: 'b.json' }],
      [
        { file: 'a.json', group: 'rg-a' },
        { file: 'b.json', group: 'rg-b' },
      ],
      [
        'a.json lnet-app -> rg-a a.json lnet-app (type and name)',
        'b.json lnet-app -> rg-b b.json lnet-app (type and name)',
      ],
    ],
    [
      'by environment',
      [{ environment: 'prod' }, { environment: 'test' }],
      [{ environment: 'test' }, { environment: 'prod' }],
      [
        'network.yaml test lnet-app -> network.yaml test lnet-app (name)',
        'network.yaml prod lnet-app -> network.yaml prod lnet-app (name)',
      ],
    ],
    [
      'and a new environment is new',
      [{ environment: 'prod' }],
      [{ environment: 'prod' }, { environment: 'test' }],
      ['network.yaml prod lnet-app -> network.yaml prod lnet-app (name)'],
    ],
    [
      'when its parameter file got a name',
      [{ environment: '' }],
      [{ environment: 'prod' }],
      ['network.yaml lnet-app -> network.yaml prod lnet-app (type and name)'],
    ],
    [
      'copy by copy',
      [{ name: 'disk-0' }, { name: 'disk-1' }],
      [{ name: 'disk-0' }, { name: 'disk-1' }, { name: 'disk-2' }],
      ['network.yaml disk-0 -> network.yaml disk-0 (name)', 'network.yaml disk-1 -> network.yaml disk-1 (name)'],
    ],
    [
      'by what it extends',
      [
        { type: instance, name: 'default', scope: 'Microsoft.HybridCompute/machines/a' },
        { type: instance, name: 'default', scope: 'Microsoft.HybridCompute/machines/b' },
      ],
      [{ type: instance, name: 'default', scope: 'microsoft.hybridcompute/machines/B' }],
      ['network.yaml default -> network.yaml default (name)'],
    ],
  ];
  test.each(table)('%s', (_, before, after, wanted) => {
    expect(pairs(before, after)).toEqual({ changes: wanted, moves: [] });
  });
});

describe('nothing is paired', () => {
  const none: [string, Sketch[], Sketch[]][] = [
    ['without a base', [], [{}]],
    ['when the name differs', [{ name: 'a' }], [{ name: 'b' }]],
    ['when the type differs', [{}], [{ type: 'Microsoft.AzureStackHCI/networkInterfaces' }]],
    ['when the names are different expressions', [{ name: "[parameters('a')]" }], [{ name: "[parameters('b')]" }]],
    ['when the name is not unique in the base', [{}, {}], [{}]],
    ['when the name is not unique now', [{}], [{}, {}]],
    ['when the id is not unique', [{ ...here }, { ...here }], [{ ...here }]],
    [
      'when the copies of a loop have one unknown name',
      [{ name: '[x]' }, { name: '[x]' }],
      [{ name: '[x]' }, { name: '[x]' }],
    ],
    ['when the resource has no name', [{ name: undefined as never }], [{ name: undefined as never }]],
    ['when the name is no text', [{ name: 1 }], [{ name: 2 }]],
    [
      'when what it extends is no text',
      [{ type: instance, name: 'default', scope: 1 }],
      [{ type: instance, name: 'default', scope: 2 }],
    ],
    [
      'when it extends another machine',
      [{ type: instance, name: 'default', scope: 'Microsoft.HybridCompute/machines/a' }],
      [{ type: instance, name: 'default', scope: 'Microsoft.HybridCompute/machines/b' }],
    ],
    ['when the subscription is another', [{ ...here }], [{ ...here, subscription: 'sub-2' }]],
    ['when the subscription and the group are others', [{ ...here }], [{ subscription: 'sub-2', group: 'rg-x' }]],
  ];
  test.each(none)('%s', (_, before, after) => {
    expect(pairs(before, after)).toEqual({ changes: [], moves: [] });
  });
});

describe('a move', () => {
  test('is the same type and name in another known group', () => {
    expect(pairs([{ ...here }], [{ ...here, group: 'rg-new' }])).toEqual({
      changes: [],
      moves: ['rg-prod network.yaml lnet-app -> rg-new network.yaml lnet-app'],
    });
  });

  test('is seen across files and renamed environments', () => {
    const after = [{ ...here, group: 'rg-new', file: 'moved.yaml', environment: 'prod' }];
    expect(pairs([{ ...here }], after).moves).toEqual([
      'rg-prod network.yaml lnet-app -> rg-new moved.yaml prod lnet-app',
    ]);
  });

  test('is not one when the old one stays: then the other is new', () => {
    const { changes, moves } = pairs([{ ...here }], [{ ...here }, { ...here, group: 'rg-new' }]);
    expect(changes).toHaveLength(1);
    expect(moves).toEqual([]);
  });

  test('is not one when either group is unknown', () => {
    expect(pairs([{ group: 'rg-prod' }], [{ group: '[resourceGroup().name]' }]).moves).toEqual([]);
  });

  test('is not one when only the case differs', () => {
    expect(pairs([{ group: 'rg-prod' }], [{ group: 'RG-PROD' }]).moves).toEqual([]);
  });
});

test('an ARM id is read back from what builds it', () => {
  const id = resourceId(network, 'lnet-app', { subscription: 'Sub', resourceGroup: 'Rg' }) as string;
  expect(parseResourceId(id)).toEqual({
    subscription: 'sub',
    resourceGroup: 'rg',
    type: network.toLowerCase(),
    name: 'lnet-app',
  });
});
