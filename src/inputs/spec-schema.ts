/**
 * The JSON Schema (draft-07, which editors know best) of the compact spec: the one description of its vocabulary.
 * `schemas/spec.schema.json` is this object as a file; `spec-shape.ts` checks specs against it.
 *
 * Where the words of the command line are open (an allocation method, a VM size), so is the schema: it gives
 * examples for completion instead of a closed list, because what it does not know is not wrong.
 */
type Schema = Readonly<Record<string, unknown>>;

const text = (description: string, ...examples: string[]): Schema => ({
  description,
  type: 'string',
  ...(examples.length > 0 ? { examples } : {}),
});

const texts = (description: string, ...examples: string[]): Schema => ({
  description,
  type: 'array',
  items: { type: 'string' },
  ...(examples.length > 0 ? { examples: [examples] } : {}),
});

const wholeNumber = (description: string, ...examples: number[]): Schema => ({
  description,
  type: 'integer',
  examples,
});

const truth = (description: string): Schema => ({ description, type: 'boolean' });

const listOf = (definition: string, description: string): Schema => ({
  description,
  type: 'array',
  items: { $ref: `#/definitions/${definition}` },
});

const object = (description: string, required: readonly string[], properties: Schema): Schema => ({
  description,
  type: 'object',
  required,
  additionalProperties: false,
  properties,
});

const subscriptionId = '00000000-0000-0000-0000-000000000000';

/** What the top of a spec says for all its entries, and an entry may say for itself. */
const inherited: Schema = {
  subscription: text('Id of the subscription.', subscriptionId),
  resourceGroup: text('Name of the resource group.', 'rg-branch'),
  location: text('Azure region that the resources are registered in.', 'eastus'),
  customLocation: text(
    'ARM id of the custom location.',
    `/subscriptions/${subscriptionId}/resourceGroups/rg-branch/providers/Microsoft.ExtendedLocation/customLocations/branch`,
  ),
  tags: {
    description: 'Tags, name to value.',
    type: 'object',
    additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
    examples: [{ environment: 'prod' }],
  },
};

const networkSecurityGroup = text('Name or ARM id of the network security group.', 'nsg-app');

const definitions: Schema = {
  logicalNetwork: object('A logical network with its one subnet.', ['name'], {
    name: text('Name of the logical network.', 'lnet-app'),
    ...inherited,
    subnetName: text('Name of the subnet.', 'default'),
    ipAllocationMethod: text('How addresses are given out.', 'Static'),
    addressPrefix: text('The IPv4 address space as a prefix.', '10.20.1.0/24'),
    addressPrefixes: {
      description: 'The IPv4 address space as the command line takes it: one prefix, or a list.',
      type: ['string', 'array'],
      items: { type: 'string' },
      examples: [['10.20.1.0/24']],
    },
    vlan: wholeNumber('VLAN id; that of the Layer 3 internal network.', 1201),
    ipPools: listOf('ipPool', 'Address pools. In place of `ipPoolStart`, `ipPoolEnd` and `ipPoolType`.'),
    ipPoolStart: text('First address of the one pool.', '10.20.1.20'),
    ipPoolEnd: text('Last address of the one pool.', '10.20.1.199'),
    ipPoolType: text('What the one pool is for.', 'vm'),
    gateway: text('Default gateway: the next hop of the route 0.0.0.0/0.', '10.20.1.1'),
    routes: listOf('route', 'Routes other than the default route.'),
    dnsServers: texts('IPv4 addresses of DNS servers.', '10.20.0.10', '10.20.0.11'),
    networkSecurityGroup,
    fabricNetworkConfigurationId: text(
      'ARM id of the Layer 3 internal network of the fabric.',
      `/subscriptions/${subscriptionId}/resourceGroups/rg-fabric/providers/Microsoft.ManagedNetworkFabric/l3IsolationDomains/workloads/internalNetworks/app`,
    ),
    vmSwitchName: text('Name of the virtual switch (hyperconverged deployments).', 'ConvergedSwitch(compute)'),
  }),
  ipPool: object('An address pool.', ['start', 'end'], {
    name: text('Name of the pool.', 'pool-1'),
    start: text('First address.', '10.20.1.20'),
    end: text('Last address.', '10.20.1.199'),
    type: text('What the pool is for.', 'vm'),
  }),
  route: object('A route.', ['addressPrefix', 'nextHop'], {
    name: text('Name of the route.', 'to-datacentre'),
    addressPrefix: text('Destination as a prefix.', '10.0.0.0/8'),
    nextHop: text('Address of the next hop.', '10.20.1.1'),
  }),
  networkInterface: object('A network interface.', ['name'], {
    name: text('Name of the network interface.', 'app-01-nic'),
    ...inherited,
    subnetId: text('Name or ARM id of the logical network. The word of the command line; wins over `logicalNetwork`.'),
    logicalNetwork: text('Name or ARM id of the logical network.', 'lnet-app'),
    ipAddress: text('IPv4 address; without it the platform takes one from the pool.', '10.20.1.21'),
    macAddress: text('MAC address; without it the platform gives one.', '02-15-5d-00-00-01'),
    dnsServers: texts('IPv4 addresses of DNS servers.', '10.20.0.10'),
    networkSecurityGroup,
  }),
  virtualHardDisk: object('A data disk.', ['name'], {
    name: text('Name of the disk.', 'app-01-data'),
    ...inherited,
    sizeGb: wholeNumber('Size in GB.', 128),
    dynamic: truth('Whether the disk grows as it fills.'),
  }),
  virtualMachine: object('A virtual machine: the Arc machine and the instance that extends it.', ['name'], {
    name: text('Name of the machine, in lower case.', 'app-01'),
    ...inherited,
    osType: {
      description: 'Operating system; Windows when not given.',
      type: 'string',
      enum: ['Windows', 'Linux'],
    },
    image: text('Name or ARM id of the gallery image.', 'ubuntu-24-04'),
    vmSize: text('Named size, or `Custom` with `processors` and `memoryMb`.', 'Custom'),
    processors: wholeNumber('Number of virtual processors.', 4),
    memoryMb: wholeNumber('Memory in MB.', 8192),
    computerName: text('Host name inside the guest.', 'app-01'),
    adminUsername: text('Name of the local administrator.', 'azureuser'),
    enableAgent: truth('Whether guest management is on (the Arc agent is installed at creation).'),
    enableVmConfigAgent: truth('Whether the VM configuration agent is installed at creation.'),
    nics: texts('Names or ARM ids of the network interfaces, all that the machine will ever have.', 'app-01-nic'),
    disks: texts('Names or ARM ids of the data disks.', 'app-01-data'),
  }),
};

/** The schema of a compact spec. Top level: collections, what entries inherit, and `x-` words of one's own. */
export const specSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'azlocal-lint compact spec',
  description: 'Azure Local virtual machines and their networks, in the words of `az stack-hci-vm`.',
  type: 'object',
  additionalProperties: false,
  patternProperties: { '^x-': {} },
  properties: {
    $schema: text('Address of this schema.'),
    ...inherited,
    logicalNetworks: listOf('logicalNetwork', 'Logical networks.'),
    networkInterfaces: listOf('networkInterface', 'Network interfaces.'),
    virtualHardDisks: listOf('virtualHardDisk', 'Data disks.'),
    virtualMachines: listOf('virtualMachine', 'Virtual machines.'),
  },
  definitions,
} as const;
