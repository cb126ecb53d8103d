import { describe, expect, test } from 'vitest';
import { buildEstate } from '../../src/engine/build-estate.ts';
import { SourceFile } from '../../src/index.ts';
import { loadFiles } from '../../src/inputs/index.ts';
import { attachmentOf, canMeet, natOf, networkOf } from '../../src/model/nat-gateway.ts';
import { resourcesOf } from '../../src/model/references.ts';
import { compareMentions, type Mention } from '../../src/model/same-resource.ts';

const type = 'Microsoft.AzureStackHCI/virtualNetworks/subnets';
const id = (name: string, group = 'rg-york') =>
  `/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/${group}/providers/Microsoft.AzureStackHCI/natGateways/${name}`;

/** A template with two subnets of one network, each with the NAT gateway that is given, and what else it has. */
const template = (one: string, other: string, more: object = {}) =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { gateway: { type: 'string' }, network: { type: 'string' } },
    resources: [one, other].map((resourceId, index) => ({
      type,
      apiVersion: '2025-09-01-preview',
      name: `[format('{0}/subnet-${index}', parameters('network'))]`,
      properties: { addressPrefix: `10.0.${index}.0/24`, natGateway: { resourceId } },
      ...more,
    })),
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

const own = "[resourceId('Microsoft.AzureStackHCI/natGateways', parameters('gateway'))]";

describe('whether two ids name one resource', () => {
  test.each([
    ['one id in two letter cases', id('nat'), id('NAT', 'RG-York'), 'equal'],
    ['two names', id('nat-a'), id('nat-b'), 'different'],
    ['two groups', id('nat'), id('nat', 'rg-leeds'), 'different'],
    ['one that does not say its group', id('nat'), 'Microsoft.AzureStackHCI/natGateways/nat', 'equal'],
    ['one expression, in one deployment', own, own, 'equal'],
    ['an expression and a name', own, id('nat'), 'unknown'],
    ['two types', id('nat'), id('nat').replace('natGateways', 'publicIPAddresses'), 'different'],
  ])('%s', async (_, one, other, expected) => {
    const estate = await estateOf({ 'net.arm.json': template(one, other) });
    const [a, b] = resourcesOf(estate, type).map((subnet) => attachmentOf(subnet)?.gateway) as [Mention, Mention];
    expect(compareMentions(a, b, estate)).toBe(expected);
    expect(compareMentions(b, a, estate)).toBe(expected);
  });

  test('the same expression in two templates may have two values', async () => {
    const estate = await estateOf({ 'a.arm.json': template(own, own), 'b.arm.json': template(own, own) });
    const subnets = resourcesOf(estate, type);
    const [a, b] = [subnets[0], subnets[2]].map((subnet) => subnet && networkOf(subnet)) as [Mention, Mention];
    expect(a.from.deployment.path).not.toBe(b.from.deployment.path);
    expect(compareMentions(a, b, estate)).toBe('unknown');
  });
});

test('what a condition may leave out stands only beside what has the same condition', async () => {
  const condition = "[equals(parameters('network'), 'a')]";
  const estate = await estateOf({
    'a.arm.json': template(own, own, { condition }),
    'b.arm.json': template(own, own, { name: 'other/web' }),
  });
  const [one, same, always] = resourcesOf(estate, type);
  if (!one || !same || !always) throw new Error('three subnets are expected');
  expect(canMeet(one, same)).toBe(true);
  expect(canMeet(one, always)).toBe(false);
  expect(canMeet(always, one)).toBe(true);
});

describe('whether a network has a NAT gateway', () => {
  const subnet = `type: ${type}
apiVersion: 2025-09-01-preview
name: vnet/web
properties:
  addressPrefix: 10.0.1.0/24
`;
  const attach = 'az stack-hci-vm network vnet subnet update --name web --resource-group rg';
  test.each([
    ['no subnet says so', '', 'none'],
    ['a command attaches one', `${attach} --vnet-name vnet --nat-gateway nat`, 'given'],
    ['a command attaches one to a network of an unknown name', `${attach} --vnet-name $1 --nat-gateway nat`, 'given'],
    ['a command attaches one to another network', `${attach} --vnet-name other --nat-gateway nat`, 'none'],
    ['a command takes it away', `${attach} --vnet-name vnet --nat-gateway ""`, 'none'],
    [
      'a subnet may have options that can not be seen',
      'az stack-hci-vm network vnet subnet create --vnet-name vnet --name lb $more',
      'unknown',
    ],
  ])('%s', async (_, command, expected) => {
    const estate = await estateOf({ 'net.yaml': subnet, 'net.sh': `${command}\n` });
    const [web] = resourcesOf(estate, type);
    const network = web && networkOf(web);
    if (!network) throw new Error('a network is expected');
    expect(natOf(network, estate)).toBe(expected);
  });
});
