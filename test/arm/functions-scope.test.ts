import { describe, expect, test } from 'vitest';
import { evaluated, problemsOf, resultOf, type Told } from './support.ts';

const subscriptionId = '00000000-0000-0000-0000-000000000001';
const guid = '11111111-1111-1111-1111-111111111111';
const group = `/subscriptions/${subscriptionId}/resourceGroups/rg`;

const told: Told = {
  context: {
    deploymentName: 'main',
    subscription: { subscriptionId, displayName: 'Production' },
    resourceGroup: { name: 'rg', location: 'westeurope', tags: { owner: 'me' } },
    tenant: { tenantId: 'tenant-1', displayName: 'Contoso', countryCode: 'NL' },
    managementGroup: { name: 'mg' },
    deployer: { objectId: 'object-1' },
  },
};

const schemaOf = (kind: string) => ({
  $schema: `https://schema.management.azure.com/schemas/2019-08-01/${kind}DeploymentTemplate.json#`,
});

describe('resource ids', () => {
  test.each<[string, string, string]>([
    ["resourceId('Microsoft.A/b', 'n')", `${group}/providers/Microsoft.A/b/n`, 'in the group of the deployment'],
    ["resourceId('Microsoft.A/b/c', 'n', 'm')", `${group}/providers/Microsoft.A/b/n/c/m`, 'a name for each segment'],
    [
      "resourceId('other', 'Microsoft.A/b', 'n')",
      `/subscriptions/${subscriptionId}/resourceGroups/other/providers/Microsoft.A/b/n`,
      'a word before the type is a group',
    ],
    [
      `resourceId('${guid}', 'Microsoft.A/b', 'n')`,
      `/subscriptions/${guid}/providers/Microsoft.A/b/n`,
      'a GUID before the type is a subscription',
    ],
    [
      `resourceId('${guid}', 'other', 'Microsoft.A/b', 'n')`,
      `/subscriptions/${guid}/resourceGroups/other/providers/Microsoft.A/b/n`,
      'or both',
    ],
    ["resourceId('Microsoft.A/b', 'n/m')", '', 'old templates join names: the number must still fit'],
    ["resourceId('Microsoft.A/b/c', 'n/m')", `${group}/providers/Microsoft.A/b/n/c/m`, 'old templates join names'],
    ["RESOURCEID('microsoft.a/B', 'N')", `${group}/providers/microsoft.a/B/N`, 'case is kept'],
    [
      "subscriptionResourceId('Microsoft.A/b', 'n')",
      `/subscriptions/${subscriptionId}/providers/Microsoft.A/b/n`,
      'in the subscription',
    ],
    [
      `subscriptionResourceId('${guid}', 'Microsoft.A/b', 'n')`,
      `/subscriptions/${guid}/providers/Microsoft.A/b/n`,
      'in another',
    ],
    [
      "managementGroupResourceId('Microsoft.A/b', 'n')",
      '/providers/Microsoft.Management/managementGroups/mg/providers/Microsoft.A/b/n',
      'in the management group',
    ],
    ["tenantResourceId('Microsoft.A/b/c', 'n', 'm')", '/providers/Microsoft.A/b/n/c/m', 'in the tenant'],
    [
      "extensionResourceId(resourceId('Microsoft.A/b', 'n'), 'Microsoft.X/y', 'e')",
      `${group}/providers/Microsoft.A/b/n/providers/Microsoft.X/y/e`,
      'of another resource',
    ],
  ])('%s is %s: %s', (expression, expected) => {
    if (expected !== '') expect(resultOf(expression, {}, told)).toBe(expected);
    else expect(problemsOf(expression, {}, told)).toHaveLength(1);
  });

  test.each<[string, string, string]>([
    ['subscription', "resourceId('Microsoft.A/b', 'n')", `/subscriptions/${subscriptionId}/providers/Microsoft.A/b/n`],
    ['managementGroup', "resourceId('Microsoft.A/b', 'n')", '/providers/Microsoft.A/b/n'],
    ['tenant', "resourceId('Microsoft.A/b', 'n')", '/providers/Microsoft.A/b/n'],
  ])('a %s deployment: %s is %s', (kind, expression, expected) =>
    expect(resultOf(expression, schemaOf(kind), told)).toBe(expected),
  );

  test.each<[string, string]>([
    [
      "resourceId('Microsoft.A/b/c', 'n')",
      `resourceId('Microsoft.A/b/c', 'n'): resourceId() needs one name for each segment of "Microsoft.A/b/c" after the first: 2 segments, but 1 name`,
    ],
    [
      "resourceId('Microsoft.A/b', 'n', 'm')",
      `resourceId('Microsoft.A/b', 'n', 'm'): resourceId() needs one name for each segment of "Microsoft.A/b" after the first: 1 segment, but 2 names`,
    ],
    ["resourceId('b', 'n')", "resourceId('b', 'n'): resourceId() needs a resource type, as in 'Microsoft.X/y'"],
    ["resourceId('Microsoft.A/b', createArray())", 'createArray(): resourceId() takes texts, not a list'],
    ["tenantResourceId('A/b', 'n')", `tenantResourceId('A/b', 'n'): "A/b" is no resource type, as in 'Microsoft.X/y'`],
  ])('%s is wrong at %s', (expression, problem) => expect(problemsOf(expression, {}, told)).toEqual([problem]));
});

describe('scopes', () => {
  test.each<[string, unknown]>([
    ['resourceGroup().id', group],
    ['resourceGroup().name', 'rg'],
    ['resourceGroup().location', 'westeurope'],
    ['resourceGroup().tags.owner', 'me'],
    ['resourceGroup().type', 'Microsoft.Resources/resourceGroups'],
    ['resourceGroup().properties.provisioningState', 'Succeeded'],
    ['subscription().id', `/subscriptions/${subscriptionId}`],
    ['subscription().displayName', 'Production'],
    ['subscription().tenantId', 'tenant-1'],
    ['tenant().id', '/tenants/tenant-1'],
    ['tenant().countryCode', 'NL'],
    ['deployment().name', 'main'],
    ['deployment().properties.template.contentVersion', '1.0.0.0'],
    ['deployer().objectId', 'object-1'],
    ['environment().suffixes.storage', 'core.windows.net'],
    ['environment().name', 'AzureCloud'],
  ])('%s is %j', (expression, expected) => expect(resultOf(expression, {}, told)).toEqual(expected));

  test.each<[string, string, string]>([
    [
      'subscription',
      'resourceGroup()',
      'resourceGroup(): resourceGroup() has no value here: the template is not deployed to a resource group',
    ],
    [
      'managementGroup',
      'subscription()',
      'subscription(): subscription() has no value here: the template is not deployed to a subscription',
    ],
    [
      'tenant',
      'managementGroup()',
      'managementGroup(): managementGroup() has no value here: the template is not deployed to a management group',
    ],
  ])('in a %s deployment %s is wrong', (kind, expression, problem) =>
    expect(problemsOf(expression, schemaOf(kind), told)).toEqual([problem]),
  );

  test.each<[string, string, unknown]>([
    ['subscription', 'subscription().subscriptionId', subscriptionId],
    ['managementGroup', 'managementGroup().id', '/providers/Microsoft.Management/managementGroups/mg'],
    ['managementGroup', 'tenant().tenantId', 'tenant-1'],
  ])('in a %s deployment %s is %j', (kind, expression, expected) =>
    expect(resultOf(expression, schemaOf(kind), told)).toEqual(expected),
  );
});

describe('what only the deployment knows', () => {
  test.each<[string, string]>([
    ['resourceGroup().location', 'the location of the resource group is only known during deployment'],
    ['resourceGroup().name', 'the resource group is only known during deployment'],
    ['subscription().subscriptionId', 'the subscription is only known during deployment'],
    ['deployment().name', 'the name of the deployment is only known during deployment'],
    ['deployer().objectId', 'who deploys is only known during deployment'],
    ["reference('x').y", 'reference() is only known during deployment'],
    ["listKeys('x', '2020-01-01').keys[0].value", 'listKeys() is only known during deployment'],
    ["listAnythingElse('x', '2020-01-01')", 'listAnythingElse() is only known during deployment'],
    ['newGuid()', 'newGuid() is only known during deployment'],
    ["utcNow('d')", 'utcNow() is only known during deployment'],
    ["pickZones('Microsoft.A', 'b', 'westeurope')", 'pickZones() is only known during deployment'],
    ["externalInputs('x')", 'an external input is only known during deployment'],
    ["concat('a-', resourceGroup().location)", 'the location of the resource group is only known during deployment'],
    ["createArray('a', createObject('k', newGuid()))[1].k", 'newGuid() is only known during deployment'],
    ["string(createArray('a', createObject('k', newGuid())))", 'newGuid() is only known during deployment'],
  ])('%s: %s', (expression, reason) => {
    const { field, problems } = evaluated(`[${expression}]`);
    expect([field.state, field.reason, problems]).toEqual(['unknown', reason, []]);
  });

  test('fail() stops where it is reached', () =>
    expect(problemsOf("if(equals(1, 1), fail(concat('no ', 'way')), 'x')")).toEqual([
      "fail(concat('no ', 'way')): the template stops here: no way",
    ]));
});
