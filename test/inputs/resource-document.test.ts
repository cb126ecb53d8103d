import { describe, expect, test } from 'vitest';
import { isResource, readResources } from '../../src/inputs/resource-document.ts';
import type { Document } from '../../src/source/place.ts';
import { SourceFile } from '../../src/source/source-file.ts';

const read = (value: unknown, origin: 'declared' | 'live' = 'declared') => {
  const document: Document = { file: new SourceFile('a.yaml', ''), value, locate: () => ({ start: 0, end: 0 }) };
  return readResources(document, origin);
};
const one = (value: object) => {
  const resources = read(value);
  expect(resources).toHaveLength(1);
  return resources[0] as (typeof resources)[number];
};

const network = { type: 'Microsoft.AzureStackHCI/logicalNetworks', name: 'lnet' };
const provider = '/subscriptions/sub/resourcegroups/rg/providers';
const networkId = `${provider}/microsoft.azurestackhci/logicalnetworks/lnet`;
const machineId = `${provider}/microsoft.hybridcompute/machines/vm1`;
const instanceId = `${machineId}/providers/microsoft.azurestackhci/virtualmachineinstances/default`;
const instance = { type: 'Microsoft.AzureStackHCI/virtualMachineInstances', name: 'default' };

describe('what is a resource', () => {
  test.each([
    [{ type: 'Microsoft.AzureStackHCI/logicalNetworks' }, true],
    [{ TYPE: 'microsoft.azurestackhci/virtualmachineinstances/guestagents' }, true],
    [{ type: 'object' }, false],
    [{ type: 'application/json' }, false],
    [{ type: 'Microsoft.AzureStackHCI' }, false],
    [{ type: ['Microsoft.AzureStackHCI/logicalNetworks'] }, false],
    [[network], false],
    [null, false],
    ['Microsoft.AzureStackHCI/logicalNetworks', false],
  ])('%j: %s', (value, wanted) => {
    expect(isResource(value)).toBe(wanted);
  });
});

describe('where resources stand', () => {
  test.each([
    ['alone', network, ['']],
    ['in a list, beside others', [network, 1, null, { type: 'object' }, network], ['0', '4']],
    ['below resources', { resources: [network] }, ['resources.0']],
    ['below value, as REST lists them', { value: [network, network] }, ['value.0', 'value.1']],
    ['below data, as Resource Graph lists them', { data: [network] }, ['data.0']],
    ['nowhere', { resources: { a: network }, other: [network] }, []],
    ['nowhere in a text', 'resources', []],
  ])('%s', (_, value, wanted) => {
    expect(read(value).map((resource) => resource.at.path.join('.'))).toEqual(wanted);
  });
});

describe('who a resource is', () => {
  const table: [string, object, string | undefined][] = [
    ['by its own id', { ...network, id: networkId.toUpperCase() }, networkId],
    ['by an id with spaces around it', { ...network, id: ` ${networkId} ` }, networkId],
    ['not by an id that is none', { ...network, id: 'lnet' }, undefined],
    ['by group and name', { ...network, subscription: 'Sub', resourceGroup: 'Rg' }, networkId],
    ['not without its group', { ...network, subscription: 'sub' }, undefined],
    ['not by null', { ...network, id: null, subscription: null, resourceGroup: null }, undefined],
    ['not without its name', { type: network.type, subscription: 'sub', resourceGroup: 'rg' }, undefined],
    ['by the id of what it extends', { ...instance, scope: machineId }, instanceId],
    [
      'by a short scope and its group',
      { ...instance, scope: 'Microsoft.HybridCompute/machines/vm1', subscription: 'sub', resourceGroup: 'rg' },
      instanceId,
    ],
    ['not by a short scope alone', { ...instance, scope: 'Microsoft.HybridCompute/machines/vm1' }, undefined],
    ['not by half a scope', { ...instance, scope: 'vm1', subscription: 'sub', resourceGroup: 'rg' }, undefined],
    ['not by a scope that is no text', { ...instance, scope: 7, subscription: 'sub', resourceGroup: 'rg' }, undefined],
    [
      'by its full name',
      { type: `${instance.type}/guestAgents`, name: 'default/default', scope: machineId },
      `${instanceId}/guestagents/default`,
    ],
  ];
  test.each(table)('%s', (_, value, id) => {
    expect(one(value).id).toBe(id);
  });

  test('an id tells what is not told otherwise', () => {
    const resource = one({ ...instance, name: null, id: instanceId, resourceGroup: null, scope: null });
    expect(resource.name.string).toBe('default');
    expect(resource.resourceGroup.string).toBe('rg');
    expect(resource.subscription.string).toBe('sub');
    expect(resource.scope.string).toBe(machineId);
  });

  test('what is told wins over the id', () => {
    expect(one({ ...network, id: networkId, resourceGroup: 'RG' }).resourceGroup.string).toBe('RG');
  });

  test('read-back output names a child by its last segment; the id has the whole name', () => {
    const type = 'microsoft.azurestackhci/virtualmachineinstances/guestagents';
    expect(one({ type, name: 'default', id: `${instanceId}/guestAgents/default` }).name.string).toBe('default/default');
  });

  test('a null scope is no scope', () => {
    expect(one({ ...network, scope: null }).scope.state).toBe('absent');
  });

  test('a type has the spelling of its description; what was written stays beside it', () => {
    const resource = one({ ...network, type: 'microsoft.azurestackhci/logicalnetworks' });
    expect(resource.type).toBe('Microsoft.AzureStackHCI/logicalNetworks');
    expect(resource.writtenType.string).toBe('microsoft.azurestackhci/logicalnetworks');
    expect(one({ ...network, type: 'Microsoft.AzureStackHCI/logicalNetwork' }).type).toBe(
      'Microsoft.AzureStackHCI/logicalNetwork',
    );
  });

  test('an origin is passed along', () => {
    expect(read([network], 'live')[0]?.origin).toBe('live');
  });
});
