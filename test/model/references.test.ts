import { describe, expect, test } from 'vitest';
import { buildEstate } from '../../src/engine/build-estate.ts';
import { SourceFile } from '../../src/index.ts';
import { loadFiles } from '../../src/inputs/index.ts';
import { follow, links, referenceId, standTogether } from '../../src/model/references.ts';

const network = 'Microsoft.AzureStackHCI/logicalNetworks';
const id = (name: string, group = 'rg-a') =>
  `/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/${group}/providers/${network}/${name}`;

/** A template with a network and an interface whose subnet is `subnet`. */
const template = (name: string, subnet: string) =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { network: { type: 'string' }, group: { type: 'string' } },
    resources: [
      { type: network, apiVersion: '2025-09-01-preview', name, location: 'eastus', properties: {} },
      {
        type: 'Microsoft.AzureStackHCI/networkInterfaces',
        apiVersion: '2025-09-01-preview',
        name: 'nic',
        location: 'eastus',
        properties: { ipConfigurations: [{ name: 'one', properties: { subnet: { id: subnet } } }] },
      },
    ],
  });

const estateOf = async (files: Record<string, string>) =>
  buildEstate(
    await loadFiles(
      Object.entries(files).map(([path, text]) => new SourceFile(path, text)),
      () => [],
    ),
    [],
    [],
    false,
  );

const path = 'properties.ipConfigurations[].properties.subnet.id';

describe('where a reference leads', () => {
  test.each([
    [
      'the same parameter as the name',
      "[parameters('network')]",
      `[resourceId('${network}', parameters('network'))]`,
      'found',
    ],
    ['a literal name', 'lnet', `[resourceId('${network}', 'LNET')]`, 'found'],
    ['a full id of a network whose group is not known', 'lnet', id('lnet'), 'found'],
    ['another parameter', 'lnet', `[resourceId('${network}', parameters('network'))]`, 'unknown'],
    [
      'a name beside a network without a known one',
      "[parameters('network')]",
      `[resourceId('${network}', 'lnet')]`,
      'unknown',
    ],
    ['a group that is a parameter', 'lnet', `[resourceId(parameters('group'), '${network}', 'lnet')]`, 'unknown'],
    ['a name that nothing has', 'lnet', `[resourceId('${network}', 'other')]`, 'outside'],
    ['a parameter instead of an id', 'lnet', "[parameters('network')]", 'unknown'],
    ['nothing', 'lnet', '[null()]', 'absent'],
  ])('%s', async (_, name, subnet, state) => {
    const estate = await estateOf({ 'a.json': template(name, subnet) });
    const nic = estate.resources.find((one) => one.type.endsWith('networkInterfaces'));
    const [field] = nic?.body.all(path) ?? [];
    expect(nic && field && follow(field, nic, estate).state).toBe(state);
  });

  const document = (name: string, more: string) => `type: ${network}\nname: ${name}\n${more}\nproperties: {}\n`;
  const nicTo = (subnet: string) =>
    `type: Microsoft.AzureStackHCI/networkInterfaces\nname: nic\nproperties:\n  ipConfigurations:\n    - name: one\n      properties:\n        subnet:\n          id: ${subnet}\n`;
  const subscription = 'subscription: 00000000-0000-0000-0000-000000000001';

  test.each([
    ['the group that is written', `resourceGroup: rg-a\n${subscription}`, 'found'],
    ['no group written', '', 'found'],
    ['another group', `resourceGroup: rg-b\n${subscription}`, 'outside'],
  ])('between documents: %s', async (_, more, state) => {
    const estate = await estateOf({ 'a.yaml': document('lnet', more), 'b.yaml': nicTo(id('lnet')) });
    const nic = estate.resources.find((one) => one.type.endsWith('networkInterfaces'));
    const [field] = nic?.body.all(path) ?? [];
    expect(nic && field && follow(field, nic, estate).state).toBe(state);
    expect(links(estate, 'microsoft.azurestackhci/NETWORKINTERFACES', path).length).toBe(state === 'found' ? 1 : 0);
  });

  test('ids are read in part', async () => {
    const estate = await estateOf({
      'a.json': template(
        'lnet',
        `[resourceId('Microsoft.AzureStackHCI/virtualNetworks/subnets', parameters('network'), 'S1')]`,
      ),
    });
    const [field] = estate.resources[1]?.body.all(path) ?? [];
    expect(field && referenceId(field)).toMatchObject({
      type: 'microsoft.azurestackhci/virtualnetworks/subnets',
      name: "[[parameters('network')]]/s1",
    });
  });

  test('two files of one network tell of one; two environments never stand together', async () => {
    const estate = await estateOf({
      'a.yaml': document('lnet', ''),
      'b.yaml': document('lnet', ''),
      'c.yaml': document('other', ''),
    });
    const [a, b, c] = estate.resources;
    if (!a || !b || !c) throw new Error('three networks expected');
    expect(standTogether(a, b)).toBe(false);
    expect(standTogether(a, c)).toBe(true);
    const prod = { ...c, deployment: { ...c.deployment, environment: 'prod' } };
    const dev = { ...a, deployment: { ...a.deployment, environment: 'dev' } };
    expect(standTogether(dev, prod)).toBe(false);
  });
});
