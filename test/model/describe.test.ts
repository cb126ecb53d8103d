import { expect, describe as group, test } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import { describe, idsInWords } from '../../src/model/describe.ts';
import type { Estate } from '../../src/model/estate.ts';
import type { Resource } from '../../src/model/resource.ts';
import { stopApplyStart } from '../../src/model/virtual-machine.ts';
import { resourceOf } from './resources.ts';

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

/** A resource of a type with a name and a scope; a text in brackets is an expression. */
function resource(type: string, name: string, scope?: string) {
  const plain = resourceOf({ type, name, scope: scope ?? null });
  const field = plain.body.get('scope');
  return scope === undefined ? plain : { ...plain, scope: field };
}

const network = 'Microsoft.AzureStackHCI/logicalNetworks';
const instance = 'Microsoft.AzureStackHCI/virtualMachineInstances';
const machines = 'Microsoft.HybridCompute/machines';

group('how messages name a resource', () => {
  test.each([
    [network, 'lnet-app', undefined, 'logical network "lnet-app"'],
    [network, '[concat(parameters(\'site\'),"-lnet")]', undefined, 'logical network "[parameters(\'site\')]"'],
    [network, '[guid()]', undefined, 'logical network "[guid()]"'],
    ['Microsoft.AzureStackHCI/publicIPAddresses', 'pip', undefined, 'public IP address "pip"'],
    [instance, 'default', `${machines}/app-01`, 'virtual machine "app-01"'],
    [instance, 'default', `[concat("${machines}/",parameters('name'))]`, 'virtual machine "[parameters(\'name\')]"'],
  ])('%s %s %s', (type, name, scope, wanted) => {
    expect(describe(resource(type, name, scope))).toBe(wanted);
  });
});

group('how a VM is changed that has to be off for it', () => {
  const change = (after: Resource, before = after): Change => ({ before, after, pairedBy: 'id' });
  const vm = resource(instance, 'default', `${machines}/app-01`);
  const steps = (one: Change, live: Resource[] = []) => stopApplyStart(one, { live } as unknown as Estate);

  test('as commands, with the names filled in', () => {
    const id = `/subscriptions/s/resourceGroups/rg app/providers/${machines}/app-01`;
    expect(steps(change(vm, resource(instance, 'default', id)))).toBe(
      "Stop it (az stack-hci-vm stop --name app-01 --resource-group 'rg app'), apply the change, " +
        "start it again (az stack-hci-vm start --name app-01 --resource-group 'rg app')",
    );
  });

  test('with the resource group from the live state', () => {
    const id = `/subscriptions/s/resourceGroups/rg-live/providers/${machines}/app-01`;
    expect(steps(change(vm), [resource(instance, 'default', id)])).toContain('--resource-group rg-live)');
  });

  test('with a gap for what is not known', () => {
    expect(steps(change(vm))).toContain('--name app-01 --resource-group <resource group>)');
    const unknown = resource(instance, 'default', "[concat(parameters('name'))]");
    expect(steps(change(unknown))).toContain('--name <name> ');
  });
});
