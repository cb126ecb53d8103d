import { expect, test } from 'vitest';
import { idsInWords } from '../../src/model/describe.ts';

const id = (group: string, network: string) =>
  `/subscriptions/s/resourceGroups/${group}/providers/Microsoft.ManagedNetworkFabric/l3IsolationDomains/a/internalNetworks/${network}`;

test.each([
  ['names that differ', id('rg', 'app'), id('rg', 'web'), 'l3IsolationDomains/a/internalNetworks/'],
  ['names that differ, in two groups', id('rg', 'app'), id('other', 'web'), 'l3IsolationDomains/a/internalNetworks/'],
])('%s tell ids apart', (_, one, other, start) => {
  expect(idsInWords(one, other)).toEqual([`${start}app`, `${start}web`]);
});

test.each([
  [id('rg', 'app'), id('other', 'app')],
  [id('rg', 'app'), id('other', 'APP')],
])('ids of one name are shown whole: %s, %s', (one, other) => {
  expect(idsInWords(one, other)).toEqual([one, other]);
});

test('what is no id is shown as it is', () => {
  expect(idsInWords('none', id('rg', 'app'))).toEqual(['none', 'l3IsolationDomains/a/internalNetworks/app']);
});
