import { describe, expect, test } from 'vitest';
import { buildEstate } from '../../src/engine/build-estate.ts';
import { SourceFile } from '../../src/index.ts';
import { loadFiles, loadLive } from '../../src/inputs/index.ts';
import { claimsOf, clashOf } from '../../src/model/address-claims.ts';
import type { Estate } from '../../src/model/estate.ts';
import { displayName } from '../../src/model/identity.ts';
import { demandOn } from '../../src/model/pool-demand.ts';

const prefix =
  '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-a/providers/Microsoft.AzureStackHCI';

const network = (pools = '') =>
  `type: Microsoft.AzureStackHCI/logicalNetworks\nname: lnet\nproperties:\n  subnets:\n    - properties:\n        addressPrefix: 10.0.0.0/24\n        ipPools: [${pools}]\n`;

const nic = (name: string, address?: string, id = `${prefix}/logicalNetworks/lnet`) =>
  `type: Microsoft.AzureStackHCI/networkInterfaces\nname: ${name}\nproperties:\n  ipConfigurations:\n    - properties:\n        ${address === undefined ? '' : `privateIPAddress: ${address}\n        `}subnet: { id: '${id}' }\n`;

async function estateOf(documents: readonly string[], live: readonly object[] = []): Promise<Estate> {
  const files = documents.map((text, index) => new SourceFile(`${String(index).padStart(5, '0')}.yaml`, text));
  const told = await loadLive([new SourceFile('live.json', JSON.stringify(live))]);
  return buildEstate(await loadFiles(files, () => []), [], told, false);
}

/** Who clashes with whom: `later with earlier`. */
const clashes = (estate: Estate): string[] =>
  estate.resources.flatMap((resource) =>
    claimsOf(resource, estate).flatMap((claim) => {
      const other = clashOf(claim, estate);
      return other ? [`${displayName(resource)} with ${displayName(other.from)}`] : [];
    }),
  );

describe('an address that is claimed twice', () => {
  test.each([
    ['on a network of the run', [network(), nic('a', '10.0.0.9'), nic('b', '10.0.0.9')], ['b with a']],
    [
      'on a network elsewhere, in another case',
      [nic('a', '10.0.0.9'), nic('b', '10.0.0.9', `${prefix.toUpperCase()}/logicalnetworks/LNET`)],
      ['b with a'],
    ],
    ['on two networks', [nic('a', '10.0.0.9'), nic('b', '10.0.0.9', `${prefix}/logicalNetworks/other`)], []],
    ['by one interface in two files', [nic('a', '10.0.0.9'), nic('a', '10.0.0.9')], []],
    [
      'by ids that only the deployment knows, in two files',
      [nic('a', '10.0.0.9', '{{ id }}'), nic('b', '10.0.0.9', '{{ id }}')],
      [],
    ],
    ['three times', [nic('a', '10.0.0.9'), nic('b', '10.0.0.9'), nic('c', '10.0.0.9')], ['b with a', 'c with a']],
    ['by those that ask for none', [nic('a'), nic('b')], []],
  ])('%s', async (_, documents, expected) => {
    expect(clashes(await estateOf(documents))).toEqual(expected);
  });

  test('by what is deployed already', async () => {
    const deployed = {
      id: `${prefix}/networkInterfaces/old`,
      name: 'old',
      type: 'microsoft.azurestackhci/networkinterfaces',
      properties: {
        ipConfigurations: [
          { properties: { privateIPAddress: '10.0.0.9', subnet: { id: `${prefix}/logicalNetworks/lnet` } } },
        ],
      },
    };
    expect(clashes(await estateOf([nic('a', '10.0.0.9')], [deployed]))).toEqual(['a with old']);
    expect(clashes(await estateOf([nic('old', '10.0.0.9')], [deployed]))).toEqual([]);
  });

  test('is found in an estate of many without looking at all pairs', async () => {
    const count = 3_000;
    const documents = Array.from({ length: count }, (_, index) => nic(`n${index}`, '10.0.0.9'));
    const estate = await estateOf([network(), ...documents]);
    const started = performance.now();
    expect(clashes(estate).length).toBe(count - 1);
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

describe('what is wanted of the pools of a network', () => {
  const demand = async (...documents: string[]) => {
    const estate = await estateOf(documents);
    const [first] = estate.resources;
    return first && demandOn(first, estate);
  };

  test.each([
    [
      'overlapping pools count once',
      ['{ start: 10.0.0.10, end: 10.0.0.19 }, { start: 10.0.0.15, end: 10.0.0.20 }'],
      [],
      11,
      0,
    ],
    ['any and one of its own', ['{ start: 10.0.0.10, end: 10.0.0.11 }'], [nic('a'), nic('b', '10.0.0.10')], 2, 2],
    [
      'one address twice',
      ['{ start: 10.0.0.10, end: 10.0.0.11 }'],
      [nic('a', '10.0.0.10'), nic('b', '10.0.0.10')],
      2,
      1,
    ],
    ['one outside', ['{ start: 10.0.0.10, end: 10.0.0.11 }'], [nic('a', '10.0.0.99')], 2, 0],
    ['one that is not known', ['{ start: 10.0.0.10, end: 10.0.0.11 }'], [nic('a', "'{{ address }}'")], 2, 0],
    ['one in two files', ['{ start: 10.0.0.10, end: 10.0.0.11 }'], [nic('a'), nic('a')], 2, 1],
  ])('%s', async (_, pools, nics, available, wanted) => {
    expect(await demand(network(pools.join()), ...nics)).toEqual({ available, wanted });
  });

  test.each([
    ['without pools', ''],
    ['with a bound that is not known', "{ start: 10.0.0.10, end: '{{ end }}' }"],
  ])('%s nothing can be said', async (_, pools) => {
    expect(await demand(network(pools), nic('a'))).toBeUndefined();
  });
});
