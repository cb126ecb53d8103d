import { expect, test } from 'vitest';
import { lint, SourceFile } from '../../src/index.ts';
import { read as fixtureText } from '../support/fixtures.ts';
import { ourType, read, said } from './read.ts';

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const network = `type: ${ourType}\nname: a\n`;
const typed = `"type": "${ourType}", "name": "a"`;

/** The resources of a fixture, so many times each and all under one name. */
function copies(fixture: string, count: number): string {
  const template = JSON.parse(fixtureText(fixture).text.replace(/^ *\/\/.*$/gm, ''));
  const loops = template.resources.map((one: object, index: number) => ({
    ...one,
    copy: { name: `copy-${index}`, count },
  }));
  return JSON.stringify({ ...template, resources: loops });
}

/** Sizes at which anything but linear work would take minutes: then the test runs out of time. */
const large: readonly (readonly [what: string, path: string, text: string, said: string])[] = [
  ['a line of 15 MB in JSON', 'a.json', `{ ${typed}, "x": "${'a'.repeat(15_000_000)}" }`, ''],
  ['a line of 15 MB in YAML', 'a.yaml', `${network}x: ${'a'.repeat(15_000_000)}\n`, ''],
  ['a word of 5 MB in a script', 'a.sh', `az stack-hci-vm create --name ${'a'.repeat(5_000_000)}\n`, ''],
  ['a text that is never closed', 'a.json', `{ ${typed}, "x": "${'\n'.repeat(5_000_000)}`, 'AZL8001'],
  ['100,000 properties of a resource', 'a.json', `{ ${typed}, ${times(100_000, (index) => `"key${index}": 1`)} }`, ''],
  ['50,000 keys of a mapping', 'a.yaml', `${network}${times(50_000, (index) => `key${index}: 1\n`).join('')}`, ''],
  ['one key 50,000 times', 'a.yaml', `${network}${'k: 1\n'.repeat(50_000)}`, 'AZL8001'],
  ['one property 200,000 times', 'a.json', `{ ${typed}, ${times(200_000, () => '"k": 1')} }`, 'AZL8001'],
  ['50,000 errors in YAML', 'a.yaml', `${network}${'"\n'.repeat(50_000)}`, 'AZL8001'],
  ['200,000 brackets that close nothing', 'a.json', `{ ${typed}, ${'[}'.repeat(200_000)}`, 'AZL8001'],
  [
    '10,000 blocks that nobody closes',
    'a.tf',
    'resource "azurerm_stack_hci_logical_network" "a" {\n'.repeat(10_000),
    'AZL5002',
  ],
  ['a word that begins a million times', 'a.json', `{ "x": "${'microsoft'.repeat(1_000_000)}"`, 'AZL8003'],
  ['a command that begins a million times', 'a.sh', `echo ${'terraform '.repeat(300_000)}\n`, 'AZL8003'],
  [
    'functions that call each other, eight times each',
    'a.sh',
    `az stack-hci-vm show\n${times(9, (level) => `f${level}() { ${`f${level + 1}; `.repeat(8)}}\n`).join('')}f9() { az stack-hci-vm show; }\nf0\n`,
    'AZL8008',
  ],
  ['150,000 aliases', 'a.yaml', `${network}a: &a 1\nb: [${'*a,'.repeat(150_000)}]\n`, 'AZL8008'],
];

test.each(large)('%s', { timeout: 60_000 }, async (_, path, text, expected) => {
  const report = await read(path, text);
  expect(said(report)).not.toContain('AZL8005');
  if (expected !== '') expect(said(report)).toContain(expected);
  else expect(report.resources).toBeGreaterThan(0);
});

test.each([
  ['lists', (index: number) => `[${times(10, () => `*a${index}`)}]`],
  ['merged mappings', (index: number) => `{ <<: [${times(10, () => `*a${index}`)}], b: *a${index} }`],
])('%s that multiply by ten, thirty times over', async (_, level) => {
  const bomb = times(30, (index) => `a${index + 1}: &a${index + 1} ${level(index)}\n`).join('');
  const report = await read('a.yaml', `${network}a0: &a0 { x: 1 }\n${bomb}`);
  expect(report.failures).toEqual([
    { path: 'a.yaml', message: expect.stringContaining('aliases repeat more than 100000 values') },
  ]);
  expect(said(report)).toContain('AZL8008');
});

test('a value that contains itself', async () => {
  expect(said(await read('a.yaml', `${network}x: &x [*x]\n`))).toContain('AZL8001');
});

test.each(['1e400', '-1e400', '9'.repeat(400), `0.${'0'.repeat(400)}1`, '9007199254740993', '-0'])(
  'a number that no number can hold: %.9s',
  async (number) => {
    const report = await read(
      'a.json',
      `{ ${typed}, "properties": { "subnets": [{ "properties": { "vlan": ${number} } }] } }`,
    );
    expect(said(report)).not.toContain('AZL8005');
    expect(report.failures).toEqual([]);
    expect(report.resources).toBe(1);
  },
);

test('700 resources of one name, by all rules', { timeout: 60_000 }, async () => {
  const file = new SourceFile('a.json', copies('fixtures/os-disk-snapshot/good.arm.json', 700));
  const { resources, failures } = await lint({ files: [file] }, { preset: 'strict' });
  expect([resources, failures]).toEqual([5, []]);
});
