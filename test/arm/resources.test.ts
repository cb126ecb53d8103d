import { describe, expect, test } from 'vitest';
import type { TemplateResource } from '../../src/arm/index.ts';
import type { Field } from '../../src/model/field.ts';
import { deployed, shown, type Told, templateOf } from './support.ts';

const type = 'Microsoft.AzureStackHCI/logicalNetworks';
const apiVersion = '2025-04-01';
const network = (rest: object) => ({ type, apiVersion, name: 'lnet', ...rest });

const told: Told = { context: { subscription: { subscriptionId: 'S' }, resourceGroup: { name: 'G' } } };
const group = '/subscriptions/S/resourceGroups/G';

const resourcesOf = (resources: unknown, sections: object = {}, more: Told = told): readonly TemplateResource[] =>
  deployed(templateOf({ ...sections, resources }), more).resources();

/** The known and unknown parts of a text. */
const textOf = (field: Field): string =>
  field.parts?.map((part) => (typeof part === 'string' ? part : '?')).join('') ?? '?';

const namesOf = (resources: readonly TemplateResource[]) => resources.map(({ name }) => textOf(name));
const idsOf = (resources: readonly TemplateResource[]) => resources.map(({ id }) => textOf(id));

describe('loops', () => {
  test.each<[object, string[], string]>([
    [
      { name: "[concat('n', copyIndex())]", copy: { name: 'all', count: 3 } },
      ['n0', 'n1', 'n2'],
      'the index counts from 0',
    ],
    [{ name: "[concat('n', copyIndex(1))]", copy: { name: 'all', count: 2 } }, ['n1', 'n2'], 'or from elsewhere'],
    [
      { name: "[concat('n', copyIndex('ALL', 5))]", copy: { name: 'all', count: "[length(variables('list'))]" } },
      ['n5', 'n6'],
      'by name, in any case',
    ],
    [{ name: "[variables('list')[copyIndex()]]", copy: { name: 'all', count: 2 } }, ['x', 'y'], 'names from a list'],
    [{ name: "[concat('n', copyIndex())]", copy: { name: 'all', count: 0 } }, [], 'no turn'],
    [
      { name: "[concat('n', copyIndex())]", Copy: { Name: 'all', Count: '2', mode: 'Serial', batchSize: 1 } },
      ['n0', 'n1'],
      'in batches, a count as text, properties in any case',
    ],
    [
      { name: "[concat('n', copyIndex())]", copy: { name: 'all', count: "[parameters('count')]" } },
      ['n?'],
      'one stands for an unknown number',
    ],
    [
      {
        name: "[concat('n', copyIndex())]",
        condition: '[not(equals(copyIndex(), 1))]',
        copy: { name: 'all', count: 3 },
      },
      ['n0', 'n2'],
      'each has its own condition',
    ],
  ])('%j makes %j: %s', (rest, names) => {
    const sections = { variables: { list: ['x', 'y'] }, parameters: { count: { type: 'int' } } };
    expect(namesOf(resourcesOf([network(rest)], sections))).toEqual(names);
  });

  test('a loop in properties knows its own index and that of the resource', () => {
    const [, second] = resourcesOf([
      network({
        name: "[concat('n', copyIndex())]",
        copy: { name: 'networks', count: 2 },
        properties: {
          vlan: '[copyIndex()]',
          copy: [
            {
              name: 'subnets',
              count: 2,
              input: {
                name: "[format('{0}-{1}-{2}', copyIndex(), copyIndex('networks'), copyIndex('subnets', 10))]",
                copy: [{ name: 'pools', count: 1, input: "[add(copyIndex('subnets'), copyIndex('pools'))]" }],
              },
            },
          ],
        },
      }),
    ]);
    expect(second?.body.get('properties').plain()).toEqual({
      vlan: 1,
      subnets: [
        { name: '1-1-10', pools: [0] },
        { name: '1-1-11', pools: [1] },
      ],
    });
  });

  test('outputs have loops, too', () => {
    const outputs = { names: { type: 'array', copy: { count: 2, input: "[concat('n', copyIndex())]" } } };
    expect(deployed(templateOf({ outputs })).outputs().get('names.value').plain()).toEqual(['n0', 'n1']);
  });

  test.each<[object, string]>([
    [{ copy: { name: 'all', count: -1 } }, '-1: the count of a copy loop must be a whole number that is not negative'],
    [
      { copy: { name: 'all', count: "[concat('x')]" } },
      `"[concat('x')]": the count of a copy loop must be a whole number that is not negative`,
    ],
    [{ tags: { a: '[copyIndex()]' } }, 'copyIndex(): copyIndex() stands outside a copy loop'],
    [
      { copy: { name: 'all', count: 1 }, tags: { a: "[copyIndex('al')]" } },
      `copyIndex('al'): copyIndex() stands outside a copy loop named "al"`,
    ],
    [
      { properties: { copy: [{ name: 'l', count: '[sub(0, 1)]', input: 1 }] } },
      '"[sub(0, 1)]": the count of a copy loop must be a whole number that is not negative',
    ],
  ])('%j: %s', (rest, problem) => {
    const problems = deployed(templateOf({ resources: [network(rest)] }))
      .problems(true)
      .map(shown);
    expect(problems.map(({ text, message }) => `${text}: ${message}`)).toEqual([problem]);
  });
});

describe('conditions', () => {
  test.each<[unknown, boolean, string]>([
    [true, true, 'true'],
    [false, false, 'false'],
    ["[equals('a', 'b')]", false, 'an expression'],
    ["[parameters('deploy')]", true, 'an unknown one'],
    ['false', false, 'as text'],
  ])('%j: declared is %s (%s)', (condition, isDeclared) => {
    const sections = { parameters: { deploy: { type: 'bool' } } };
    const found = resourcesOf([network({ condition })], sections);
    expect(found.length > 0).toBe(isDeclared);
    expect(found[0]?.condition?.term).toBe(condition === "[parameters('deploy')]" ? "parameters('deploy')" : undefined);
  });

  test('does not reach children: each has its own', () => {
    const child = { type: 'subnets', apiVersion, name: 'child' };
    const found = resourcesOf([
      network({ condition: false, resources: [child, { ...child, name: 'no', condition: false }] }),
    ]);
    expect(namesOf(found)).toEqual(['lnet/child']);
  });

  test('what an unknown condition may rule out is no error', () => {
    const sections = { parameters: { deploy: { type: 'bool' } }, variables: { none: [], bad: '[first(1)]' } };
    const properties = { a: "[variables('none')[0]]", b: "[variables('bad')]" };
    const problems = (condition: unknown) =>
      deployed(templateOf({ ...sections, resources: [network({ condition, properties })] })).problems(true).length;
    expect(problems("[parameters('deploy')]")).toBe(0);
    expect(problems(true)).toBe(2);
    expect(problems(false)).toBe(0);
  });
});

describe('ids', () => {
  const lock = { type: 'Microsoft.Authorization/locks', apiVersion, name: 'l' };
  const instance = { type: 'Microsoft.AzureStackHCI/virtualMachineInstances', apiVersion, name: 'default' };
  const machine = `${group}/providers/Microsoft.HybridCompute/machines/vm`;

  test.each<[unknown, string[], string]>([
    [[network({})], [`${group}/providers/${type}/lnet`], 'a resource'],
    [
      [network({ resources: [{ type: 'subnets', apiVersion, name: 'a' }] })],
      [`${group}/providers/${type}/lnet`, `${group}/providers/${type}/lnet/subnets/a`],
      'one inside another',
    ],
    [
      [network({ resources: [{ type: `${type}/subnets`, apiVersion, name: 'lnet/a' }] })],
      [`${group}/providers/${type}/lnet`, `${group}/providers/${type}/lnet/subnets/a`],
      'one inside another with its whole type and name',
    ],
    [
      [network({ type: `${type}/subnets`, name: 'lnet/a' })],
      [`${group}/providers/${type}/lnet/subnets/a`],
      'a child at the top',
    ],
    [
      [network({ type: `${type}/subnets`, name: "[concat(parameters('unknown'), '/a')]" })],
      [`${group}/providers/${type}/?/subnets/a`],
      'a child of an unknown name',
    ],
    [
      [{ ...instance, scope: "[resourceId('Microsoft.HybridCompute/machines', 'vm')]" }],
      [`${machine}/providers/${instance.type}/default`],
      'an extension by id',
    ],
    [
      [{ ...instance, scope: "[format('Microsoft.HybridCompute/machines/{0}', 'vm')]" }],
      [`${machine}/providers/${instance.type}/default`],
      'an extension by type and name',
    ],
    [
      [{ ...instance, scope: "[concat('Microsoft.HybridCompute/machines', '/', parameters('unknown'))]" }],
      [`${group}/providers/Microsoft.HybridCompute/machines/?/providers/${instance.type}/default`],
      'of an unknown machine',
    ],
    [[{ ...instance, scope: "[parameters('unknown')]" }], [`?/providers/${instance.type}/default`], 'an unknown scope'],
    [
      [
        {
          ...instance,
          scope: 'Microsoft.HybridCompute/machines/vm',
          resources: [{ type: 'hybridIdentityMetadata', apiVersion, name: 'x' }],
        },
      ],
      [
        `${machine}/providers/${instance.type}/default`,
        `${machine}/providers/${instance.type}/default/hybridIdentityMetadata/x`,
      ],
      'a child of an extension',
    ],
    [
      [{ ...lock, type: `${type}/providers/locks`, name: 'lnet/Microsoft.Authorization/l' }],
      [`${group}/providers/${type}/lnet/providers/Microsoft.Authorization/locks/l`],
      'an extension in the old notation',
    ],
    [
      [{ ...lock, type: `${type}/subnets/providers/locks`, name: 'lnet/a/Microsoft.Authorization/l' }],
      [`${group}/providers/${type}/lnet/subnets/a/providers/Microsoft.Authorization/locks/l`],
      'of a child',
    ],
    [[{ ...lock, scope: '/' }], ['/providers/Microsoft.Authorization/locks/l'], 'in the tenant'],
    [[network({ name: 'a/b' })], ['?'], 'a name that does not fit the type'],
  ])('%# %j: %s', (resources, ids) => {
    const sections = { parameters: { unknown: { type: 'string' } } };
    expect(idsOf(resourcesOf(resources, sections))).toEqual(ids);
  });

  test.each<[string, object, string]>([
    ['subscription', { type: 'Microsoft.Resources/resourceGroups', name: 'g' }, '/subscriptions/S/resourceGroups/g'],
    ['subscription', {}, `/subscriptions/S/providers/${type}/lnet`],
    ['managementGroup', {}, `/providers/Microsoft.Management/managementGroups/M/providers/${type}/lnet`],
    ['tenant', {}, `/providers/${type}/lnet`],
  ])('in a %s deployment %j has the id %s', (kind, rest, id) => {
    const $schema = `https://schema.management.azure.com/schemas/2019-08-01/${kind}DeploymentTemplate.json#`;
    const context = { subscription: { subscriptionId: 'S' }, managementGroup: { name: 'M' } };
    expect(idsOf(resourcesOf([network(rest)], { $schema }, { context }))).toEqual([id]);
  });

  test('the notation of an extension does not change what it is', () => {
    const [old] = resourcesOf([{ ...lock, type: `${type}/providers/locks`, name: 'lnet/Microsoft.Authorization/l' }]);
    expect([old?.type, old?.name.string, old?.extended.string]).toEqual([lock.type, 'l', `${type}/lnet`]);
  });

  test('without a context ids made in different ways are still the same', () => {
    const [one, two] = resourcesOf(
      [network({}), network({ name: "[last(split(resourceId('Microsoft.A/b', 'lnet'), '/'))]" })],
      {},
      {},
    ) as [TemplateResource, TemplateResource];
    expect(one.id.canonical()).toBe(two.id.canonical());
  });
});

describe('what a resource is made of', () => {
  test('the extended location is a part of its body', () => {
    const [found] = resourcesOf([
      network({
        extendedLocation: {
          type: 'CustomLocation',
          name: "[resourceId('Microsoft.ExtendedLocation/customLocations', 'cl')]",
        },
      }),
    ]);
    expect(found?.body.get('extendedLocation.name').string).toBe(
      `${group}/providers/Microsoft.ExtendedLocation/customLocations/cl`,
    );
  });

  test('its type may be written in any case, or made', () => {
    const found = resourcesOf([network({ type: "[concat('Microsoft.AzureStackHCI', '/LogicalNetworks')]" })]);
    expect(found[0]?.type).toBe('Microsoft.AzureStackHCI/LogicalNetworks');
  });

  test('what is no resource is left out', () => expect(resourcesOf([null, 'x', 5, [], network({})])).toHaveLength(1));

  test('property names that are expressions', () => {
    const [found] = resourcesOf([network({ tags: { "[concat('a', 'b')]": 1, '[[x]': 2 } })]);
    expect(found?.body.get('tags').plain()).toEqual({ ab: 1, '[x]': 2 });
  });
});

describe('symbolic names', () => {
  const resources = {
    net: network({ properties: { vlan: 5 } }),
    nets: network({
      name: "[concat('n', copyIndex())]",
      copy: { name: 'nets', count: 2 },
      properties: { vlan: '[copyIndex()]' },
    }),
    there: network({ existing: true, name: 'old', resourceGroup: 'other', properties: { vlan: 9 } }),
    some: network({
      condition: "[parameters('unknown')]",
      name: "[concat('s', copyIndex())]",
      copy: { name: 'some', count: 2 },
    }),
    many: network({ name: "[concat('m', copyIndex())]", copy: { name: 'many', count: "[parameters('unknown')]" } }),
  };
  const outputs = (value: unknown) =>
    deployed(
      templateOf({
        languageVersion: '2.0',
        parameters: { unknown: { type: 'int' } },
        resources,
        outputs: { o: { type: 'object', value } },
      }),
      told,
    );

  test.each<[string, unknown, string]>([
    ["[reference('net').vlan]", 5, 'by symbol'],
    ["[reference('net', '2025-04-01', 'Full').name]", 'lnet', 'in full'],
    ["[reference('net', '2025-04-01', 'full').properties.vlan]", 5, 'its properties'],
    ["[reference('net', '2025-04-01', 'full').resourceId]", `${group}/providers/${type}/lnet`, 'its id'],
    ["[reference('nets[1]').vlan]", 1, 'one of a loop'],
    ["[map(references('nets'), lambda('n', lambdaVariables('n').vlan))]", [0, 1], 'all of a loop'],
    ["[length(references('nets', 'full'))]", 2, 'how many there are'],
    [
      "[resourceInfo('there').id]",
      `/subscriptions/S/resourceGroups/other/providers/${type}/old`,
      'where an existing one is',
    ],
    ["[resourceInfo('net').apiVersion]", apiVersion, 'what is declared'],
    ["[reference('nets').vlan]", undefined, 'a loop is not one'],
    ["[reference('nets[2]').vlan]", undefined, 'beyond the loop'],
    ["[reference('there').vlan]", undefined, 'an existing one may differ'],
    ["[reference('net').state]", undefined, 'what the platform adds'],
    ["[reference('NET').vlan]", undefined, 'symbols have their case'],
    ["[length(references('some'))]", undefined, 'an unknown condition'],
    ["[length(references('many'))]", undefined, 'an unknown count'],
  ])('%s is %j: %s', (value, expected) => {
    const deployment = outputs(value);
    expect(deployment.outputs().get('o.value').plain()).toEqual(expected);
    expect(deployment.problems(true)).toEqual([]);
  });

  test('an existing resource is known to be there already', () => {
    const all = outputs(1).resources();
    expect(all.filter(({ isExisting }) => isExisting).map(({ options }) => options.symbolicName)).toEqual(['there']);
  });
});

describe('references', () => {
  const resources = [
    network({ properties: { vlan: 5, list: [1, 2], deep: { a: 1, open: [{ b: 1 }] }, nothing: null } }),
    network({ name: 'other', type: 'Microsoft.A/b' }),
    network({ name: 'other', type: 'Microsoft.A/c' }),
  ];
  test.each<[string, unknown, string]>([
    ["[reference('lnet').vlan]", 5, 'by name'],
    [`[reference(resourceId('${type}', 'lnet')).vlan]`, 5, 'by id'],
    [`[reference(resourceId('${type}', 'LNET'), '2025-04-01').vlan]`, 5, 'in any case'],
    ["[reference('lnet').list]", [1, 2], 'a list of single values'],
    ["[reference('lnet').deep.a]", 1, 'further in'],
    ["[reference('lnet').deep.open[0].b]", undefined, 'the platform may add to lists of objects'],
    ["[reference('lnet').deep]", undefined, 'and to objects'],
    ["[contains(reference('lnet'), 'vlan')]", true, 'what is declared is there'],
    ["[contains(reference('lnet'), 'state')]", undefined, 'other things may be, too'],
    ["[contains(reference('lnet'), 'nothing')]", undefined, 'null declares nothing'],
    ["[reference('other').x]", undefined, 'a name that two have'],
    ["[reference('missing').x]", undefined, 'of no resource here'],
  ])('%s is %j: %s', (value, expected) => {
    for (const more of [told, {}]) {
      const outputs = { o: { type: 'object', value } };
      const deployment = deployed(templateOf({ resources, outputs }), more);
      expect(deployment.outputs().get('o.value').plain()).toEqual(expected);
      expect(deployment.problems(true)).toEqual([]);
    }
  });

  test('resources that refer to each other end', () => {
    const deployment = deployed(
      templateOf({
        resources: [
          network({ name: 'a', properties: { x: "[reference('b').x]", whole: "[reference('a')]" } }),
          network({ name: 'b', properties: { x: "[reference('a').x]", has: "[contains(reference('b'), 'has')]" } }),
        ],
      }),
    );
    expect(deployment.problems(true)).toEqual([]);
    expect(deployment.limits).toEqual([]);
    expect(deployment.resources()[0]?.body.get('properties.x').state).toBe('unknown');
  });
});

describe('duplicates', () => {
  test.each<[unknown[], number, string]>([
    [[network({}), network({ name: 'LNET' })], 1, 'in any case'],
    [[network({}), network({ name: 'other' })], 0, 'another name'],
    [[network({}), network({ type: `${type}x` })], 0, 'another type'],
    [[network({}), network({ condition: "[parameters('u')]" })], 0, 'a condition may rule one out'],
    [[network({}), network({ existing: true })], 0, 'one that is there already'],
    [[network({ name: "[parameters('u')]" }), network({ name: "[parameters('u')]" })], 0, 'unknown names'],
  ])('%# %s problems: %s', (resources, count) => {
    const problems = deployed(templateOf({ parameters: { u: { type: 'string' } }, resources })).problems(true);
    expect(problems).toHaveLength(count);
    if (count > 0)
      expect(shown(problems[0] as never)).toEqual({
        text: '"LNET"',
        message: `the template declares ${type} "LNET" twice`,
      });
  });
});
