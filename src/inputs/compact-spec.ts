import { Field } from '../model/field.ts';
import { type Resource, resourceId } from '../model/resource.ts';
import { type Document, Place } from '../source/place.ts';
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

/** The resources of one entry of a collection, written in the same words elsewhere: as options of a command. */
export const resourcesOf = (collection: keyof typeof collections, item: Field, document: Document): Resource[] =>
  collections[collection](item, new Group(Field.absent(item.at), item, document));

/** What an entry inherits from the top of the spec, and how its references become ARM ids. */
class Group {
  readonly subscription: Field;
  readonly resourceGroup: Field;
  readonly #spec: Field;
  readonly #item: Field;
  readonly #document: Document;

  constructor(spec: Field, item: Field, document: Document) {
    this.#spec = spec;
    this.#item = item;
    this.#document = document;
    this.subscription = this.setting('subscription');
    this.resourceGroup = this.setting('resourceGroup');
  }

  setting(name: string): Field {
    const own = this.#item.get(name);
    return own.isMissing ? this.#spec.get(name) : own;
  }

  /** A name or ARM id, as an ARM id when that can be built, otherwise as the provider path of the name. */
  reference(type: string, field: Field): Field {
    const written = field.string;
    if (written === undefined || written.startsWith('/')) return field;
    const [subscription, resourceGroup] = [this.subscription.string, this.resourceGroup.string];
    const id = resourceId(type, written, { subscription, resourceGroup }) ?? `${type}/${written}`.toLowerCase();
    return Field.scalar(id, field.at);
  }

  resource(type: string, name: Field, properties: Field, scope?: Field): Resource {
    const item = this.#item;
    const [subscription, resourceGroup] = [this.subscription.string, this.resourceGroup.string];
    const scopeField = scope ?? Field.absent(item.at);
    const place = scope === undefined ? { subscription, resourceGroup } : { scope: scope.string };
    const absolute = scope === undefined || scope.string?.startsWith('/');
    const id = absolute && name.string !== undefined ? resourceId(type, name.string, place) : undefined;
    const typeField = Field.scalar(type, item.at);
    const customLocation = this.setting('customLocation');
    const body = Field.record(
      {
        type: typeField,
        name,
        location: scope === undefined ? this.setting('location') : undefined,
        extendedLocation: customLocation.isMissing
          ? undefined
          : Field.record(
              { type: Field.scalar('CustomLocation', customLocation.at), name: customLocation },
              customLocation.at,
            ),
        tags: scope === undefined ? this.setting('tags') : undefined,
        properties,
      },
      item.at,
    );
    return {
      type,
      writtenType: typeField,
      apiVersion: Field.absent(item.at),
      name,
      scope: scopeField,
      subscription: this.subscription,
      resourceGroup: this.resourceGroup,
      id,
      body,
      at: item.at,
      deployment: { path: this.#document.file.path, environment: '' },
      origin: 'declared',
      isFormChecked: true,
    };
  }
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

/** A virtual machine is two resources: the machine, and the instance that extends it. */
function virtualMachine(item: Field, group: Group): Resource[] {
  const name = item.get('name');
  const machineType = 'Microsoft.HybridCompute/machines';
  const machine = group.resource(machineType, name, Field.record({}, item.at));
  const scope =
    name.string === undefined
      ? name
      : Field.scalar(machine.id ?? `${machineType}/${name.string}`.toLowerCase(), name.at);
  const instance = group.resource(
    'Microsoft.AzureStackHCI/virtualMachineInstances',
    name.string === undefined ? name : Field.scalar('default', name.at),
    instanceProperties(item, group),
    scope,
  );
  return [machine, instance];
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

/** A list of names or ids as ARM's list of `{ id }` under `property`. */
function references(group: Group, list: Field, type: string, property: string): Field {
  if (list.state === 'absent') return list;
  if (!list.isList) return Field.record({ [property]: list }, list.at);
  const ids = list.items().map((item) => Field.record({ id: group.reference(type, item) }, item.at));
  return Field.record({ [property]: Field.list(ids, list.at) }, list.at);
}

const identified = (group: Group, type: string, field: Field): Field => wrapped('id', group.reference(type, field));

const wrapped = (name: string, field: Field): Field =>
  field.state === 'absent' ? field : Field.record({ [name]: field }, field.at);
