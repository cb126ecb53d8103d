import { expect, test } from 'vitest';
import { SourceFile } from '../../src/index.ts';
import { lint } from '../support/seed.ts';

const network = (properties: string) =>
  `{ "type": "Microsoft.AzureStackHCI/virtualNetworks", "apiVersion": "2026-01-01-preview", "name": "v", "location": "eastus", "properties": ${properties} }`;

/** What is said of a virtual network that is changed. */
async function said(before: string, after: string): Promise<string[]> {
  const files = (properties: string) => [new SourceFile('a.json', network(properties))];
  const { findings } = await lint({ files: files(after), base: files(before) }, { preset: 'recommended' });
  return findings.filter(({ ruleName }) => ruleName === 'virtual-network-changed').map(({ message }) => message);
}

test.each([
  ['changed', '["10.0.0.0/16"]', '["10.1.0.0/16"]', 'is changed to "10.1.0.0/16"; the base has "10.0.0.0/16"'],
  ['several', '["10.0.0.0/16"]', '["10.0.0.0/16", "10.1.0.0/16"]', '"10.0.0.0/16, 10.1.0.0/16"'],
])('a list that is %s', async (_, before, after, words) => {
  const prefixes = (list: string) => `{ "addressSpace": { "addressPrefixes": ${list} } }`;
  expect((await said(prefixes(before), prefixes(after))).join()).toContain(words);
});

test('what is removed or added', async () => {
  const space = '{ "addressSpace": { "addressPrefixes": ["10.0.0.0/16"] } }';
  expect((await said(space, '{}')).join()).toMatch(/"10\.0\.0\.0\/16" of virtual network "v" is removed/);
  expect((await said('{}', space)).join()).toMatch(/"10\.0\.0\.0\/16" is added to virtual network "v"/);
});
