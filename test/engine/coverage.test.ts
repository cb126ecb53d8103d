import { expect, test } from 'vitest';
import { lint } from '../support/seed.ts';
import { file, network, parameters, template } from './specs.ts';

const coverage = async (...files: Parameters<typeof file>[]) => {
  const report = await lint({ files: files.map((one) => file(...one)) });
  return { ...report.coverage, resources: report.resources };
};
const subnet = (values: object) => ({ subnets: [{ name: 'a', properties: values }] });
const declared = { vlan: { type: 'int' }, prefix: { type: 'string' } };

test('every value that rules look at counts, if it is there', async () => {
  expect(await coverage(['net.yaml', network(805)])).toEqual({ known: 2, unknown: 0, reasons: [], resources: 1 });
});

test('a value without a parameter is unknown, with the reason', async () => {
  const properties = subnet({ vlan: "[parameters('vlan')]", addressPrefix: "[parameters('prefix')]" });
  expect(await coverage(['net.json', template(properties, declared)])).toEqual({
    known: 0,
    unknown: 2,
    reasons: [
      { reason: 'parameter "prefix" has no value', count: 1 },
      { reason: 'parameter "vlan" has no value', count: 1 },
    ],
    resources: 1,
  });
});

test('every deployment counts its values for itself; the resource is declared once', async () => {
  const net = template(subnet({ vlan: "[parameters('vlan')]", addressPrefix: '10.0.0.0/24' }), {
    vlan: { type: 'int' },
  });
  expect(
    await coverage(
      ['net.json', net],
      ['net.parameters.prod.json', parameters({ vlan: 1 })],
      ['net.parameters.test.json', parameters({})],
    ),
  ).toEqual({
    known: 3,
    unknown: 1,
    reasons: [{ reason: 'parameter "vlan" has no value', count: 1 }],
    resources: 1,
  });
});

test('unknown values are listed by file, line, property and resource, whatever order the files come in', async () => {
  const both = { vlan: { type: 'int' }, prefix: { type: 'string' } };
  const one = template(subnet({ vlan: "[parameters('vlan')]", addressPrefix: "[parameters('prefix')]" }), both);
  const twice = template(subnet({ vlan: "[parameters('vlan')]", addressPrefix: "[parameters('vlan')]" }), both, {
    name: "[format('lnet-{0}', copyIndex())]",
    copy: { name: 'c', count: 2 },
  });
  const files = [file('b.json', one), file('a.json', twice), file('c.json', JSON.stringify(one))];
  const deployed = [
    file('b.parameters.prod.json', parameters({ vlan: 1 })),
    file('b.parameters.test.json', parameters({})),
  ];
  const { coverage: all } = await lint({ files: [...files, ...deployed] }, { listUnknown: true });
  const listed = all.unknownValues?.map(({ region, property, resource, environments }) =>
    [region.path, region.start.line, property.split('.').at(-1), resource.name, ...environments].join(' '),
  );
  expect(listed).toMatchInlineSnapshot(`
    [
      "a.json 5 addressPrefix lnet-0",
      "a.json 5 addressPrefix lnet-1",
      "a.json 5 vlan lnet-0",
      "a.json 5 vlan lnet-1",
      "b.json 5 vlan lnet test",
      "b.json 8 addressPrefix lnet prod test",
      "c.json 1 vlan lnet",
      "c.json 1 addressPrefix lnet",
    ]
  `);
});

test('copies are one declaration with the values of each', async () => {
  const net = template(
    subnet({ vlan: 5 }),
    {},
    { name: "[format('lnet-{0}', copyIndex())]", copy: { name: 'c', count: 3 } },
  );
  expect(await coverage(['net.json', net])).toMatchObject({ known: 3, unknown: 0, resources: 1 });
});

test('a machine of a compact spec is one declaration, and so is a Terraform block', async () => {
  expect(
    await coverage(
      ['a.spec.yaml', 'virtualMachines: [{ name: a, processors: 2 }, { name: b, processors: 4 }]'],
      ['a.tf', 'resource "azurerm_stack_hci_logical_network" "a" {}'],
    ),
  ).toMatchObject({ resources: 3 });
});
