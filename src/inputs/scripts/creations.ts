import { argument } from '../../model/operation.ts';
import type { Parsed } from './commands.ts';
import { fabricCreations } from './fabric-creations.ts';
import { loadBalancer } from './load-balancer.ts';
import { logicalNetwork, natGateway, natRule, networkInterface, securityRule, subnet } from './network-creations.ts';
import { type Gives, implied, list, value } from './options.ts';
import type { ParallelLists } from './parallel-lists.ts';
import { virtualMachine } from './virtual-machine-options.ts';

/** What a command creates. A new option is one line: its name, and where ARM has it. */
export interface Creation {
  readonly type: string | ((command: Parsed) => string);
  /** The option with the name of the parent, for a child. */
  readonly parent?: string;
  /** Whether it is a VM, which is two resources. */
  readonly isMachine?: true;
  /** An object that it has even when no option speaks of it. */
  readonly has?: string;
  /** In the order in which they count: what comes later replaces what came before at its path. */
  readonly options: Readonly<Record<string, Gives>> | ((command: Parsed) => Readonly<Record<string, Gives>>);
  readonly lists?: readonly ParallelLists[];
}

const ours = 'Microsoft.AzureStackHCI';

const storageContainer = `${ours}/storageContainers`;

/** An image of the marketplace is told by what names it there. */
const isFromMarketplace = (command: Parsed): boolean =>
  ['--urn', '--publisher', '--offer', '--sku'].some((name) => argument(command, name).state !== 'absent');

/**
 * Options by the command that takes them, with what they are in ARM. Options that go beyond the documentation of
 * multi-rack deployments are those of the command line all the same.
 * Source: reference of `az stack-hci-vm` (docs of the Azure CLI, 2026-08-21; read 2026-11-24), the pages of multi-rack
 * deployments of 2025-11 to 2026-06, and the 2026-04-01-preview API.
 */
export const creations: Readonly<Record<string, Creation>> = {
  'stack-hci-vm create': { type: `${ours}/virtualMachineInstances`, isMachine: true, options: virtualMachine },
  'stack-hci-vm disk create': {
    type: `${ours}/virtualHardDisks`,
    options: {
      '--size-gb': value('diskSizeGB'),
      '--dynamic': value('dynamic'),
      '--block-size-bytes': value('blockSizeBytes'),
      '--logical-sector-bytes': value('logicalSectorBytes'),
      '--physical-sector-bytes': value('physicalSectorBytes'),
      '--disk-file-format': value('diskFileFormat'),
      '--hyper-vgeneration': value('hyperVGeneration'),
      '--download-url': value('downloadUrl'),
      '--max-shares': value('maxShares'),
      '--source-resource-id': copyOf,
      '--storage-path-id': containerOf,
    },
  },
  'stack-hci-vm snapshot create': {
    type: `${ours}/snapshots`,
    options: { '--source-resource-id': copyOf },
  },
  'stack-hci-vm image create': {
    type: (command) => `${ours}/${isFromMarketplace(command) ? 'marketplaceGalleryImages' : 'galleryImages'}`,
    options: {
      '--os-type': value('osType'),
      '--image-path': value('imagePath'),
      '--urn': urn,
      '--publisher': value('identifier.publisher'),
      '--offer': value('identifier.offer'),
      '--sku': value('identifier.sku'),
      '--version': value('version.name'),
      '--cloud-init-data-source': value('cloudInitDataSource'),
      '--source-vm': value('sourceVirtualMachineId'),
      '--storage-path-id': containerOf,
    },
  },
  'stack-hci-vm network lnet create': {
    type: `${ours}/logicalNetworks`,
    has: 'subnets[0].properties',
    options: logicalNetwork,
  },
  'stack-hci-vm network nic create': {
    type: `${ours}/networkInterfaces`,
    has: 'ipConfigurations[0].properties',
    options: networkInterface,
  },
  'stack-hci-vm network vnet create': {
    type: `${ours}/virtualNetworks`,
    options: {
      '--address-prefixes': list('addressSpace.addressPrefixes'),
      '--dns-servers': list('dhcpOptions.dnsServers'),
    },
  },
  'stack-hci-vm network vnet subnet create': {
    type: `${ours}/virtualNetworks/subnets`,
    parent: '--vnet-name',
    options: subnet,
  },
  'stack-hci-vm network nsg create': { type: `${ours}/networkSecurityGroups`, options: {} },
  'stack-hci-vm network nsg rule create': {
    type: `${ours}/networkSecurityGroups/securityRules`,
    parent: '--nsg-name',
    options: securityRule,
  },
  'stack-hci-vm network public-ip create': {
    type: `${ours}/publicIPAddresses`,
    options: {
      '--version': value('publicIPAddressVersion'),
      '--allocation-scope': value('ipAllocationScope'),
      '--ip-address': value('ipAddress'),
    },
  },
  'stack-hci-vm network nat create': { type: `${ours}/natGateways`, options: natGateway },
  'stack-hci-vm network nat inbound-rule create': {
    type: `${ours}/natGateways/inboundRules`,
    parent: '--nat-gateway-name',
    options: natRule,
  },
  'stack-hci-vm network lb create': { type: `${ours}/loadBalancers`, options: {}, lists: loadBalancer },
  ...fabricCreations,
};

/** A disk or snapshot that is a copy of another. */
function copyOf(...[option, body, group]: Parameters<Gives>): void {
  value('creationData.sourceResourceId')(option, body, group);
  const [source] = option.values;
  if (source) body.set('creationData.createOption', implied('Copy', source.at));
}

/** `publisher:offer:sku:version`. */
function urn(
  ...[
    {
      values: [written],
    },
    body,
  ]: Parameters<Gives>
): void {
  const paths = ['identifier.publisher', 'identifier.offer', 'identifier.sku', 'version.name'];
  for (const [index, part] of (written?.string?.split(':') ?? []).entries()) {
    const path = paths[index];
    if (written && path !== undefined) body.set(path, implied(part, written.at).as(written));
  }
}

function containerOf(...[option, body, group]: Parameters<Gives>): void {
  const [container] = option.values;
  if (container) body.set('containerId', group.reference(storageContainer, container));
}
