import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressPlan, audit, type LintInput, SourceFile } from '../../src/index.ts';
import { addressPlanJson, addressPlanText } from '../../src/reporters/address-plan.ts';
import { auditReporters } from '../../src/reporters/audit.ts';
import { reporters } from '../../src/reporters/index.ts';
import { plan } from '../../src/reporters/plan.ts';
import { lint } from '../support/seed.ts';
import { templateWith } from './read.ts';

/** All that a run can print of an input. */
async function printed(input: LintInput): Promise<string> {
  const report = await lint(input, { preset: 'strict' });
  const options = {
    colors: false,
    verbose: true,
    quiet: false,
    explainValues: true,
    width: 500,
    version: '1',
    exitCode: 1,
  };
  const texts = await Promise.all(Object.values(reporters).map(async (load) => (await load())(report, options)));
  const audited = await audit(input, {}, { date: '2026-11-24', version: '1' });
  const audits = await Promise.all(Object.values(auditReporters).map(async (load) => (await load())(audited, options)));
  const { plan: addresses, problems } = await addressPlan(input, {});
  const others = [
    plan(report),
    addressPlanText(addresses, { colors: false }),
    addressPlanJson(addresses, '1'),
    ...problems,
  ];
  expect(report.findings.length + report.failures.length).toBeGreaterThan(0);
  return [...texts, ...audits, ...others].join('\n');
}

const file = (path: string, text: string | object): SourceFile =>
  new SourceFile(path, typeof text === 'string' ? text : JSON.stringify(text));
const id = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers';
const machine = (password: string, extra: object = {}) => ({
  id: `${id}/Microsoft.HybridCompute/machines/vm/providers/Microsoft.AzureStackHCI/virtualMachineInstances/default`,
  type: 'Microsoft.AzureStackHCI/virtualMachineInstances',
  name: 'default',
  properties: { osProfile: { adminPassword: password, adminUsernam: password, computerName: password }, ...extra },
});
const key = '-----BEGIN OPENSSH PRIVATE KEY-----\\ncanary/canary+canary=\\n-----END OPENSSH PRIVATE KEY-----';

/** Each has the word "canary" in its secrets only, on lines of which something is said. */
const leaks: readonly (readonly [what: string, input: LintInput])[] = [
  ['a password of a VM, said again in its other properties', { files: [file('a.json', machine('canary'))] }],
  [
    'a password of the live state',
    {
      files: [file('a.json', machine('x', { hardwareProfile: { vmSize: 'Custom', processors: 1 } }))],
      live: [file('b.json', [machine('canary')])],
    },
  ],
  [
    'a password of the base',
    {
      files: [file('a.json', machine('x'))],
      base: [file('a.json', machine('canary', { networkProfile: { networkInterfaces: [{ id: `${id}/canary` }] } }))],
    },
  ],
  [
    'a password in a what-if',
    {
      files: [],
      whatIf: [
        file('w.json', {
          changes: [
            {
              resourceId: machine('').id,
              changeType: 'Modify',
              before: machine('canary-before'),
              after: machine('canary-after'),
              delta: [
                {
                  path: 'properties.osProfile.adminPassword',
                  propertyChangeType: 'Modify',
                  before: 'canary-before',
                  after: 'canary-after',
                },
              ],
            },
          ],
        }),
      ],
    },
  ],
  [
    'a private key',
    { files: [file('a.json', templateWith({}, { tags: 5, key: `X${key}` }).replaceAll('\\\\n', '\\n'))] },
  ],
  [
    'a private key in YAML',
    { files: [file('a.yaml', `logicalNetworks: [{ name: a, addressPrefix: "::/0", x: "${key}" }]\n`)] },
  ],
  [
    'the signature of an image',
    {
      files: [
        file(
          'a.yaml',
          'type: Microsoft.AzureStackHCI/virtualHardDisks\nname: Disk_1\nproperties: { downloadUrl: "ftp://a.example/x.vhd?sv=1&sig=canary%2Bcanary&se=2", diskSizeG: 1 }\n',
        ),
      ],
    },
  ],
  [
    'a signature in a tag',
    {
      files: [
        file(
          'a.yaml',
          'logicalNetworks: [{ name: "https://a?sig=canary", addressPrefix: "::/0", x: "https://a?sv=1&sig=canary" }]\n',
        ),
      ],
    },
  ],
  [
    'credentials of a proxy',
    {
      files: [
        file(
          'a.json',
          machine('x', {
            httpProxyConfig: { httpProxy: 'http://user:canary@proxy:3128', noProx: 'https://user:canary@other' },
          }),
        ),
      ],
    },
  ],
  [
    'passwords of commands',
    {
      files: [
        file(
          'a.sh',
          'az login --service-principal -u a -p canary-1 --tenant t\nexport ADMIN_PASSWORD=canary-2\naz stack-hci-vm create --name VM_1 --admin-password "canary-3" --computer-name canary-3 --resource-group rg --client-secret canary-4; TOKEN=\'canary-5\'; az stack-hci-vm network nic create --name canary-3 --ip-address ::1\n',
        ),
        file(
          'a.ps1',
          '$Password = "canary-6"; New-AzStackHCIVMVirtualMachine -Name VM_2 -AdminPassword canary-7 -ResourceGroupName rg\n',
        ),
      ],
    },
  ],
  [
    'a parameter file that no template uses',
    {
      files: [
        file(
          'b.parameters.json',
          '{ "parameters": { "adminPassword": { "value": "canary" } }, "adminPassword": "canary", }',
        ),
        file('a.yaml', 'logicalNetworks: [{ name: a, addressPrefix: "::/0", adminPassword: canary }]\n'),
      ],
    },
  ],
];

test.each(leaks)('%s', async (_, input) => {
  const text = await printed(input);
  expect(text.split('\n').filter((line) => /canary/i.test(line))).toEqual([]);
});

/** Values that many rules look at, so that many of them speak of whatever stands there. */
const specs = [
  {
    type: 'Microsoft.AzureStackHCI/logicalNetworks',
    apiVersion: '2025-09-01-preview',
    name: 'lnet',
    location: 'eastus',
    extendedLocation: { type: 'CustomLocation', name: `${id}/Microsoft.ExtendedLocation/customLocations/cl` },
    tags: { a: 'b' },
    properties: {
      vmSwitchName: 'x',
      fabricNetworkConfiguration: { resourceId: `${id}/a/b/c` },
      dhcpOptions: { dnsServers: ['10.0.0.1'] },
      subnets: [
        {
          name: 'a',
          properties: {
            addressPrefix: '10.0.0.0/24',
            ipAllocationMethod: 'Static',
            vlan: '5',
            ipPools: [{ name: 'p', start: '10.0.0.4', end: '10.0.0.9', ipPoolType: 'vm' }],
            routeTable: {
              properties: {
                routes: [{ name: 'r', properties: { addressPrefix: '0.0.0.0/0', nextHopIpAddress: '10.0.0.1' } }],
              },
            },
          },
        },
      ],
    },
  },
  {
    type: 'Microsoft.AzureStackHCI/networkInterfaces',
    apiVersion: '2025-09-01-preview',
    name: 'nic',
    location: 'eastus',
    properties: {
      macAddress: '02-00-00-00-00-01',
      dnsSettings: { dnsServers: ['10.0.0.1'] },
      ipConfigurations: [
        {
          name: 'ip',
          properties: {
            privateIPAddress: '10.0.0.5',
            subnet: { id: "[resourceId('Microsoft.AzureStackHCI/logicalNetworks', 'lnet')]" },
          },
        },
      ],
    },
  },
  {
    type: 'Microsoft.AzureStackHCI/virtualHardDisks',
    apiVersion: '2025-09-01-preview',
    name: 'disk',
    location: 'eastus',
    properties: { diskFileFormat: 'vhdx', hyperVGeneration: 'V2', containerId: `${id}/a/b/c`, diskSizeGB: 5 },
  },
  {
    type: 'Microsoft.HybridCompute/machines',
    apiVersion: '2023-10-03-preview',
    name: 'vm',
    location: 'eastus',
    kind: 'HCI',
    identity: { type: 'SystemAssigned' },
  },
  {
    type: 'Microsoft.AzureStackHCI/virtualMachineInstances',
    apiVersion: '2025-09-01-preview',
    name: 'default',
    scope: 'Microsoft.HybridCompute/machines/vm',
    properties: {
      hardwareProfile: { vmSize: 'Custom' },
      osProfile: {
        adminUsername: 'a',
        adminPassword: 'b',
        computerName: 'vm',
        linuxConfiguration: { ssh: { publicKeys: [{ path: '/a', keyData: 'ssh-rsa A' }] } },
      },
      securityProfile: { securityType: 'Standard' },
      storageProfile: { imageReference: { id: `${id}/a/b/c` }, dataDisks: [{ id: 'disk' }] },
      networkProfile: { networkInterfaces: [{ id: 'nic' }] },
    },
  },
];

type Step = string | number;
const textsOf = (value: unknown, path: readonly Step[] = []): (readonly Step[])[] =>
  typeof value === 'string'
    ? [path]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, item]) =>
          textsOf(item, [...path, Array.isArray(value) ? Number(name) : name]),
        )
      : [];

/** A copy with another value at a path. */
function changed(value: unknown, [step, ...rest]: readonly Step[], put: unknown): unknown {
  if (step === undefined) return put;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? changed(item, rest, put) : item));
  const object = value as Record<string, unknown>;
  return { ...object, [step]: changed(object[step], rest, put) };
}

describe('a secure parameter used anywhere in a template', () => {
  const positions = textsOf(specs).filter((path) => !/^(type|apiVersion)$/.test(String(path.at(-1))));
  const secrets = [
    'canary',
    '::1/canary',
    '10.0.0.300-Canary',
    '"canary"\\',
    'a/canary/b',
    '<canary>',
    '5 canary',
    'ca nary%canary',
  ];
  const uses = [
    "[parameters('secret')]",
    "[concat('x', parameters('secret'))]",
    "[toUpper(parameters('secret'))]",
    "[base64(parameters('secret'))]",
    "[uriComponent(parameters('secret'))]",
    "[parameters('object').inner[0]]",
    "[format('{0}-{1}', parameters('secret'), parameters('object').inner[0])]",
  ];
  const secretly = fc.record({
    position: fc.constantFrom(...positions),
    use: fc.constantFrom(...uses),
    secret: fc.constantFrom(...secrets),
    isDefault: fc.boolean(),
  });

  test('is in no report', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(secretly, async ({ position, use, secret, isDefault }) => {
        const parameters = {
          secret: { type: 'securestring', minLength: 50, ...(isDefault ? { defaultValue: secret } : {}) },
          object: { type: 'secureObject', ...(isDefault ? { defaultValue: { inner: [secret] } } : {}) },
        };
        const resources = changed(specs, position, use);
        const given = {
          $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
          parameters: { secret: { value: secret }, object: { value: { inner: [secret] } }, nobody: { value: 1 } },
        };
        const files = [
          file('a.json', templateWith({ parameters, resources })),
          ...(isDefault ? [] : [file('a.parameters.prod.json', given)]),
        ];
        const text = await printed({ files, base: [file('a.json', templateWith({ resources: specs }))] });
        const hidden = [
          secret,
          JSON.stringify(secret).slice(1, -1),
          Buffer.from(secret).toString('base64').replace(/=+$/, ''),
          encodeURIComponent(secret),
        ];
        const found = hidden.filter((one) => text.toLowerCase().includes(one.toLowerCase()));
        expect({ position, use, found }).toEqual({ position, use, found: [] });
      }),
      { numRuns: 150 },
    );
  });
});

test('what refers to a secret can be seen', async () => {
  const text = await printed({
    files: [
      file(
        'a.yaml',
        'logicalNetworks: [{ name: a, addressPrefix: "::/0", passwordAuthentication: true, adminPassword: "[reference]", token: $TOKEN }]\n',
      ),
    ],
  });
  expect(text).toContain('passwordAuthentication: true');
  expect(text).toContain('[reference]');
  expect(text).toContain('$TOKEN');
});
