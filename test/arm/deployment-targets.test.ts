import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/model/field.ts';
import { deployed, deploymentOf, inner, outputsOf, shown, type Told, templateOf } from './support.ts';

const told: Told = {
  context: {
    subscription: { subscriptionId: 'S', displayName: 'Production' },
    resourceGroup: { name: 'G', location: 'westeurope', tags: { owner: 'me' } },
  },
};

const deploy = (sections: object, more: Told = told) => deployed(templateOf(sections), more);

const textOf = (field: Field | undefined): string | undefined =>
  field?.parts?.map((part) => (typeof part === 'string' ? part : '?')).join('');

const named = (name: string) => ({ type: 'Microsoft.A/b', apiVersion: '2022-09-01', name });

describe('where it is deployed to', () => {
  const ids = {
    own: '[resourceGroup().id]',
    id: "[resourceId('Microsoft.A/b', 'x')]",
    location: '[resourceGroup().location]',
    subscription: '[subscription().displayName]',
  };
  const resultOf = (rest: object, own: object, more: Told = told) => {
    const properties = { ...inner, ...(rest as { properties?: object }).properties };
    const all = deploy(
      {
        parameters: { unknown: { type: 'string' } },
        resources: [
          deploymentOf({ resources: [named('x')], ...outputsOf(own as typeof ids) }, { ...rest, properties }),
        ],
      },
      more,
    );
    expect(all.problems(true).map(shown)).toEqual([]);
    const [first, second] = all.resources();
    const results = Object.keys(own).map((name) => first?.nested?.outputs().get(`${name}.value`));
    return { first, second, results };
  };

  test.each<[object, (string | undefined)[], string, string]>([
    [
      {},
      [
        '/subscriptions/S/resourceGroups/G',
        '/subscriptions/S/resourceGroups/G/providers/Microsoft.A/b/x',
        'westeurope',
        'Production',
      ],
      '/subscriptions/S/resourceGroups/G/providers/Microsoft.A/b/x',
      'the same group',
    ],
    [
      { resourceGroup: 'H' },
      [
        '/subscriptions/S/resourceGroups/H',
        '/subscriptions/S/resourceGroups/H/providers/Microsoft.A/b/x',
        undefined,
        'Production',
      ],
      '/subscriptions/S/resourceGroups/H/providers/Microsoft.A/b/x',
      'another group',
    ],
    [
      { resourceGroup: 'H', subscriptionId: 'T' },
      [
        '/subscriptions/T/resourceGroups/H',
        '/subscriptions/T/resourceGroups/H/providers/Microsoft.A/b/x',
        undefined,
        undefined,
      ],
      '/subscriptions/T/resourceGroups/H/providers/Microsoft.A/b/x',
      'of another subscription',
    ],
    [
      { resourceGroup: "[parameters('unknown')]" },
      [
        '/subscriptions/S/resourceGroups/?',
        '/subscriptions/S/resourceGroups/?/providers/Microsoft.A/b/x',
        undefined,
        'Production',
      ],
      '/subscriptions/S/resourceGroups/?/providers/Microsoft.A/b/x',
      'an unknown group',
    ],
    [
      { resourceGroup: '' },
      [
        '/subscriptions/S/resourceGroups/G',
        '/subscriptions/S/resourceGroups/G/providers/Microsoft.A/b/x',
        'westeurope',
        'Production',
      ],
      '/subscriptions/S/resourceGroups/G/providers/Microsoft.A/b/x',
      'an empty text says nothing',
    ],
    [
      { scope: '/subscriptions/T/resourceGroups/H' },
      [
        '/subscriptions/T/resourceGroups/H',
        '/subscriptions/T/resourceGroups/H/providers/Microsoft.A/b/x',
        undefined,
        undefined,
      ],
      '/subscriptions/T/resourceGroups/H/providers/Microsoft.A/b/x',
      'by id',
    ],
    [
      { scope: "[format('/subscriptions/{0}/resourceGroups/H', parameters('unknown'))]" },
      [
        '/subscriptions/?/resourceGroups/H',
        '/subscriptions/?/resourceGroups/H/providers/Microsoft.A/b/x',
        undefined,
        undefined,
      ],
      '/subscriptions/?/resourceGroups/H/providers/Microsoft.A/b/x',
      'by an id known in part',
    ],
  ])('%j: %j', (rest, expected, id) => {
    const { second, results } = resultOf(rest, ids);
    expect(
      results.map((field) => (field?.state === 'unknown' && field.prefix === '' ? undefined : textOf(field))),
    ).toEqual(expected);
    expect(textOf(second?.id)).toBe(id);
  });

  const plain = { id: "[resourceId('Microsoft.A/b', 'x')]", location: '[deployment().location]' };
  test.each<[object, string, string | undefined, string]>([
    [{ subscriptionId: 'T', location: 'here' }, '/subscriptions/T/providers/Microsoft.A/b/x', 'here', 'a subscription'],
    [
      { scope: '/subscriptions/T', location: 'here' },
      '/subscriptions/T/providers/Microsoft.A/b/x',
      'here',
      'a subscription by id',
    ],
    [
      { scope: '[subscription().id]', location: "[concat('he', 're')]" },
      '/subscriptions/S/providers/Microsoft.A/b/x',
      'here',
      'its own subscription',
    ],
    [
      { scope: 'Microsoft.Management/managementGroups/M', location: 'here' },
      '/providers/Microsoft.Management/managementGroups/M/providers/Microsoft.A/b/x',
      'here',
      'a management group',
    ],
    [
      { scope: "[tenantResourceId('Microsoft.Management/managementGroups', 'M')]" },
      '/providers/Microsoft.Management/managementGroups/M/providers/Microsoft.A/b/x',
      undefined,
      'a management group by id',
    ],
    [
      { scope: "[concat('Microsoft.Management/managementGroups/', parameters('unknown'))]" },
      '/providers/Microsoft.Management/managementGroups/?/providers/Microsoft.A/b/x',
      undefined,
      'an unknown management group',
    ],
    [{ scope: '/', location: 'here' }, '/providers/Microsoft.A/b/x', 'here', 'the tenant'],
  ])('%j: %s', (rest, id, location) => {
    const { second, results } = resultOf(rest, plain);
    expect(textOf(second?.id)).toBe(id);
    expect(results[1]?.string).toBe(location);
  });

  test('in outer scope functions speak of the group around, but resources go to the other', () => {
    const template = { resources: [{ ...named('x'), tags: { group: '[resourceGroup().name]' } }] };
    const [, found] = deploy({ resources: [deploymentOf(template, { resourceGroup: 'H' })] }).resources();
    expect([found?.id.string, found?.body.get('tags.group').string]).toEqual([
      '/subscriptions/S/resourceGroups/H/providers/Microsoft.A/b/x',
      'G',
    ]);
  });

  test('what is unknown of one group is not what is unknown of another', () => {
    const template = outputsOf({ location: '[resourceGroup().location]' });
    const equal = "[equals(reference('dep').outputs.location.value, resourceGroup().location)]";
    const equalIn = (resourceGroup: string) =>
      deploy({ resources: [deploymentOf(template, { resourceGroup, properties: inner })], ...outputsOf({ equal }) }, {})
        .outputs()
        .get('equal.value')
        .plain();
    expect([equalIn(''), equalIn('H')]).toEqual([true, undefined]);
  });
});

describe('what it is called', () => {
  test('the name of the inner deployment, and in outer scope of the one around', () => {
    const template = outputsOf({ name: '[deployment().name]' });
    const nameIn = (properties: object) =>
      deploy({ resources: [deploymentOf(template, { properties })] }, { context: { deploymentName: 'main' } })
        .resources()[0]
        ?.nested?.outputs()
        .get('name.value').string;
    expect([nameIn(inner), nameIn({})]).toEqual(['dep', 'main']);
  });
});
