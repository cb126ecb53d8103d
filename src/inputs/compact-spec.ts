import { Field } from '../model/field.ts';
import type { Resource } from '../model/resource.ts';
import { type Document, Place } from '../source/place.ts';
import { Group, identified, references, wrapped } from './group.ts';
import { filledIn } from './placeholder.ts';

/**
 * The compact spec: an estate in the words of `az stack-hci-vm`, without ARM's envelopes. Its schema is
 * `schemas/spec.schema.json`. Every collection becomes resources of the shape that all rules know; each value
 * keeps the place where it was written.
 */
const collections = {
  logicalNetworks: logicalNetwork,
  networkInterfaces: networkInterface,
  virtualHardDisks: virtualHardDisk,
  virtualMachines: virtualMachine,
} as const;

/** The resources that a compact spec declares. */
export function readCompactSpec(document: Document): Resource[] {
  const spec = filledIn(document.value, new Place(document));
  const resources: Resource[] = [];
  for (const [collection, build] of Object.entries(collections)) {
    for (const item of spec.get(collection).items()) {
      if (item.isObject) resources.push(...build(item, new Group(spec, item, document)));
    }
  }
  return resources;
}

function logicalNetwork(item: Field, group: Group): Resource[] {
  const prefixes = item.get('addressPrefixes');
  const gateway = item.get('gateway');
  const subnet = Field.record(
    {
      ipAllocationMethod: item.get('ipAllocationMethod'),
      addressPrefix: item.get('addressPrefix'),
      addressPrefixes: prefixes.string === undefined ? prefixes : Field.list([prefixes], prefixes.at),
      vlan: item.get('vlan'),
      ipPools: ipPools(item),
      routeTable: routeTable(item, gateway),
      networkSecurityGroup: identified(
        group,
        'Microsoft.AzureStackHCI/networkSecurityGroups',
        item.get('networkSecurityGroup'),
      ),
    },
    item.at,
  );
  const fabric = item.get('fabricNetworkConfigurationId');
  const properties = Field.record(
    {
      subnets: Field.list([Field.record({ name: item.get('subnetName'), properties: subnet }, item.at)], item.at),
      dhcpOptions: wrapped('dnsServers', item.get('dnsServers')),
      fabricNetworkConfiguration: wrapped('resourceId', fabric),
      vmSwitchName: item.get('vmSwitchName'),
    },
    item.at,
  );
  return [group.resource('Microsoft.AzureStackHCI/logicalNetworks', item.get('name'), properties)];
}

/** The CLI takes one pool as start, end and type; a spec may also list several. */
function ipPools(item: Field): Field {
  const pools = item.get('ipPools');
  if (!pools.isMissing) {
    return pools.isList ? Field.list(pools.items().map(ipPool), pools.at) : pools;
  }
  const [start, end] = [item.get('ipPoolStart'), item.get('ipPoolEnd')];
  if (start.isMissing && end.isMissing) return pools;
  const { at } = start.isMissing ? end : start;
  return Field.list([Field.record({ start, end, ipPoolType: item.get('ipPoolType') }, at)], at);
}

const ipPool = (pool: Field): Field =>
  pool.isObject
    ? Field.record(
        { name: pool.get('name'), start: pool.get('start'), end: pool.get('end'), ipPoolType: pool.get('type') },
        pool.at,
      )
    : pool;

/** A gateway is the next hop of the default route: ARM has no property of that name. */
function routeTable(item: Field, gateway: Field): Field {
  const routes = item
    .get('routes')
    .items()
    .map((route) =>
      Field.record(
        {
          name: route.get('name'),
          properties: Field.record(
            { addressPrefix: route.get('addressPrefix'), nextHopIpAddress: route.get('nextHop') },
            route.at,
          ),
        },
        route.at,
      ),
    );
  if (!gateway.isMissing) {
    const properties = { addressPrefix: Field.scalar('0.0.0.0/0', gateway.at), nextHopIpAddress: gateway };
    routes.push(Field.record({ properties: Field.record(properties, gateway.at) }, gateway.at));
  }
  if (routes.length === 0) return Field.absent(item.at);
  const at = gateway.isMissing ? item.get('routes').at : gateway.at;
  return Field.record({ properties: Field.record({ routes: Field.list(routes, at) }, at) }, at);
}

function networkInterface(item: Field, group: Group): Resource[] {
  const subnet = item.get('subnetId');
  const network = subnet.isMissing ? item.get('logicalNetwork') : subnet;
  const configuration = Field.record(
    {
      privateIPAddress: item.get('ipAddress'),
      subnet: identified(group, 'Microsoft.AzureStackHCI/logicalNetworks', network),
    },
    item.at,
  );
  const properties = Field.record(
    {
      ipConfigurations: Field.list([Field.record({ properties: configuration }, item.at)], item.at),
      macAddress: item.get('macAddress'),
      dnsSettings: wrapped('dnsServers', item.get('dnsServers')),
      networkSecurityGroup: identified(
        group,
        'Microsoft.AzureStackHCI/networkSecurityGroups',
        item.get('networkSecurityGroup'),
      ),
    },
    item.at,
  );
  return [group.resource('Microsoft.AzureStackHCI/networkInterfaces', item.get('name'), properties)];
}

function virtualHardDisk(item: Field, group: Group): Resource[] {
  const properties = Field.record({ diskSizeGB: item.get('sizeGb'), dynamic: item.get('dynamic') }, item.at);
  return [group.resource('Microsoft.AzureStackHCI/virtualHardDisks', item.get('name'), properties)];
}

function virtualMachine(item: Field, group: Group): Resource[] {
  return group.virtualMachine(item.get('name'), instanceProperties(item, group));
}

function instanceProperties(item: Field, group: Group): Field {
  const [agent, configurationAgent] = [item.get('enableAgent'), item.get('enableVmConfigAgent')];
  const configuration =
    item.get('osType').string?.toLowerCase() === 'linux' ? 'linuxConfiguration' : 'windowsConfiguration';
  return Field.record(
    {
      hardwareProfile: Field.record(
        { processors: item.get('processors'), memoryMB: item.get('memoryMb'), vmSize: item.get('vmSize') },
        item.at,
      ),
      osProfile: Field.record(
        {
          computerName: item.get('computerName'),
          adminUsername: item.get('adminUsername'),
          [configuration]:
            agent.state === 'absent' && configurationAgent.state === 'absent'
              ? undefined
              : Field.record({ provisionVMAgent: agent, provisionVMConfigAgent: configurationAgent }, agent.at),
        },
        item.at,
      ),
      networkProfile: references(
        group,
        item.get('nics'),
        'Microsoft.AzureStackHCI/networkInterfaces',
        'networkInterfaces',
      ),
      storageProfile: storageProfile(item, group),
    },
    item.at,
  );
}

function storageProfile(item: Field, group: Group): Field {
  const image = item.get('image');
  const disks = item.get('disks');
  const reference = identified(group, 'Microsoft.AzureStackHCI/galleryImages', image);
  const attached = references(group, disks, 'Microsoft.AzureStackHCI/virtualHardDisks', 'dataDisks');
  return Field.record({ imageReference: reference, dataDisks: attached.get('dataDisks') }, item.at);
}
