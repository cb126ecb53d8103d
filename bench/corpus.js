/** Texts to measure with: the same on every machine, every time. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

const group = '/subscriptions/6f1d2c3b-4a59-4e87-9c10-2b7d8e5f0a11/resourceGroups/rg-york/providers';
const place = {
  location: "[parameters('location')]",
  extendedLocation: { type: 'CustomLocation', name: "[variables('customLocation')]" },
};
const apiVersion = '2025-09-01-preview';

/**
 * A logical network, two network interfaces of a copy loop, and a machine: about 4.5 KB as formatted JSON.
 *
 * @param {number} number that no other unit of the corpus has: it has a prefix of its own
 * @param {number} faults findings to plant
 */
function unit(number, faults) {
  const prefix = `10.${(number >> 8) & 255}.${number & 255}`;
  const name = `app-${number}`;
  const network = `[resourceId('Microsoft.AzureStackHCI/logicalNetworks', format('lnet-{0}', '${name}'))]`;
  return [
    {
      type: 'Microsoft.AzureStackHCI/logicalNetworks',
      apiVersion,
      name: `[format('lnet-{0}', '${name}')]`,
      ...place,
      tags: "[union(variables('tags'), createObject('application', parameters('application')))]",
      properties: {
        fabricNetworkConfiguration: {
          resourceId: `[concat(variables('fabric'), '/internalNetworks/${name}')]`,
        },
        dhcpOptions: {
          dnsServers: ['10.255.0.10', '10.255.0.11', ...Array.from({ length: faults }, (_, index) => `dns-${index}`)],
        },
        subnets: [
          {
            name: 'default',
            properties: {
              ipAllocationMethod: 'Static',
              addressPrefix: `${prefix}.0/24`,
              vlan: 600 + (number % 2000),
              ipPools: [{ name: 'machines', ipPoolType: 'vm', start: `${prefix}.20`, end: `${prefix}.149` }],
            },
          },
        ],
      },
    },
    {
      type: 'Microsoft.AzureStackHCI/networkInterfaces',
      apiVersion,
      name: `[format('nic-{0}-{1}', '${name}', copyIndex())]`,
      ...place,
      copy: { name: `nics-${name}`, count: 2 },
      dependsOn: [network],
      properties: {
        ipConfigurations: [
          {
            name: 'default',
            properties: {
              privateIPAddress: `[format('${prefix}.{0}', add(21, copyIndex()))]`,
              subnet: { id: network },
            },
          },
        ],
      },
    },
    {
      type: 'Microsoft.HybridCompute/machines',
      apiVersion: '2025-01-13',
      name: `vm-${number}`,
      kind: 'HCI',
      location: "[parameters('location')]",
      identity: { type: 'SystemAssigned' },
    },
    {
      type: 'Microsoft.AzureStackHCI/virtualMachineInstances',
      apiVersion,
      name: 'default',
      scope: `[resourceId('Microsoft.HybridCompute/machines', 'vm-${number}')]`,
      extendedLocation: place.extendedLocation,
      dependsOn: [
        `[resourceId('Microsoft.HybridCompute/machines', 'vm-${number}')]`,
        `[resourceId('Microsoft.AzureStackHCI/networkInterfaces', 'nic-${name}-0')]`,
      ],
      properties: {
        hardwareProfile: { vmSize: 'Custom', processors: "[parameters('processors')]", memoryMB: 8192 },
        httpProxyConfig: {
          httpProxy: "[parameters('proxy')]",
          httpsProxy: "[parameters('proxy')]",
          noProxy: ['localhost', '127.0.0.1', '.svc', '10.0.0.0/8', '.contoso.com', `${prefix}.0/24`],
        },
        osProfile: {
          computerName: `vm-${number}`,
          adminUsername: 'york',
          adminPassword: "[parameters('adminPassword')]",
          windowsConfiguration: { provisionVMAgent: true, provisionVMConfigAgent: true },
        },
        storageProfile: {
          imageReference: { id: "[variables('image')]" },
          dataDisks: [],
        },
        networkProfile: {
          networkInterfaces: [
            { id: `[resourceId('Microsoft.AzureStackHCI/networkInterfaces', 'nic-${name}-0')]` },
            { id: `[resourceId('Microsoft.AzureStackHCI/networkInterfaces', 'nic-${name}-1')]` },
          ],
        },
      },
    },
  ];
}

const parameters = {
  location: { type: 'string', defaultValue: 'eastus' },
  application: { type: 'string', defaultValue: 'app', minLength: 2, maxLength: 20 },
  processors: { type: 'int', defaultValue: 4, allowedValues: [2, 4, 8] },
  proxy: { type: 'string', defaultValue: 'http://proxy.york.contoso.com:3128' },
  adminPassword: { type: 'secureString' },
};
const variables = {
  tags: { owner: 'york', environment: 'production' },
  customLocation: `${group}/Microsoft.ExtendedLocation/customLocations/york`,
  fabric: `${group}/Microsoft.ManagedNetworkFabric/l3IsolationDomains/york`,
  image: `${group}/Microsoft.AzureStackHCI/galleryImages/windows-server`,
};

/**
 * An ARM template with parameters, variables, expressions and copy loops. One of one unit has about 5 KB.
 *
 * @param {number} seed of the file: templates with different ones share no address
 * @param {{ units?: number, faults?: number }} [shape] faults are findings for each unit
 */
export const template = (seed, { units = 1, faults = 0 } = {}) => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters,
  variables,
  resources: Array.from({ length: units }, (_, index) => unit(seed * units + index, faults)).flat(),
});

/** About 5 KB of somebody else's JSON. @param {number} seed */
export const otherJson = (seed) => ({
  $schema: 'https://example.com/other.json',
  values: Array.from({ length: 40 }, (_, index) => ({
    name: `value ${seed} ${index}`,
    enabled: index % 3 === 0,
    index,
  })),
});

/** @param {unknown} value */
export const asJson = (value) => `${JSON.stringify(value, null, 2)}\n`;
/** @param {unknown} value */
export const asYaml = (value) => stringify(value, { lineWidth: 0 });

/**
 * Writes a folder of files, at most 500 in each folder below it.
 *
 * @param {string} folder
 * @param {number} count
 * @param {(index: number) => string} textOf
 * @param {string} [extension]
 */
export function writeCorpus(folder, count, textOf, extension = 'json') {
  for (let index = 0; index < count; index++) {
    const below = join(folder, `team-${Math.floor(index / 500)}`);
    if (index % 500 === 0) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `spec-${index}.${extension}`), textOf(index));
  }
  return folder;
}
