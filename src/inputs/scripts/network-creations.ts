import { Field } from '../../model/field.ts';
import { type Gives, implied, jsonList, list, reference, references, value } from './options.ts';

const ours = 'Microsoft.AzureStackHCI';

const own = 'subnets[0].properties';

/** A gateway is the next hop of the default route: ARM has no property of that name. */
const gateway =
  (routes: string): Gives =>
  ({ values: [hop] }, body) => {
    if (!hop) return;
    body.set(`${routes}[default].properties.addressPrefix`, implied('0.0.0.0/0', hop.at));
    body.set(`${routes}[default].properties.nextHopIpAddress`, hop);
  };

export const logicalNetwork: Readonly<Record<string, Gives>> = {
  '--subnet-name': value('subnets[0].name'),
  '--ip-allocation-method': value(`${own}.ipAllocationMethod`),
  '--address-prefixes': list(`${own}.addressPrefixes`),
  '--address-prefix': list(`${own}.addressPrefixes`),
  '--vlan': value(`${own}.vlan`),
  '--ip-pool-start': value(`${own}.ipPools[pool].start`),
  '--ip-pool-end': value(`${own}.ipPools[pool].end`),
  '--ip-pool-type': value(`${own}.ipPools[pool].ipPoolType`),
  '--ip-pools': jsonList(`${own}.ipPools`),
  '--routes': jsonList(`${own}.routeTable.properties.routes`),
  '--gateway': gateway(`${own}.routeTable.properties.routes`),
  '--network-security-group': reference(`${own}.networkSecurityGroup`, 'id', `${ours}/networkSecurityGroups`),
  // In place of all that says something of the subnet.
  '--subnets': jsonList('subnets'),
  '--dns-servers': list('dhcpOptions.dnsServers'),
  '--dns-server': list('dhcpOptions.dnsServers'),
  '--fabric-network-configuration-id': value('fabricNetworkConfiguration.resourceId'),
  '--vm-switch-name': value('vmSwitchName'),
};

export const networkInterface: Readonly<Record<string, Gives>> = {
  '--ip-address': value('ipConfigurations[0].properties.privateIPAddress'),
  '--subnet-id': reference('ipConfigurations[0].properties.subnet', 'id', `${ours}/logicalNetworks`),
  // In place of the address and its network.
  '--ip-configurations': jsonList('ipConfigurations'),
  '--mac-address': value('macAddress'),
  '--dns-servers': list('dnsSettings.dnsServers'),
  '--dns-server': list('dnsSettings.dnsServers'),
  '--network-security-group': reference('networkSecurityGroup', 'id', `${ours}/networkSecurityGroups`),
};

/** A subnet of a virtual network. */
export const subnet: Readonly<Record<string, Gives>> = {
  '--address-prefix': value('addressPrefix'),
  '--address-prefixes': value('addressPrefix'),
  '--network-security-group': reference('networkSecurityGroup', 'id', `${ours}/networkSecurityGroups`),
  '--nat-gateway': reference('natGateway', 'resourceId', `${ours}/natGateways`),
  '--routes': jsonList('routeTable.properties.routes'),
};

export const securityRule: Readonly<Record<string, Gives>> = {
  '--priority': value('priority'),
  '--access': value('access'),
  '--direction': value('direction'),
  '--protocol': value('protocol'),
  '--description': value('description'),
  '--source-port-ranges': list('sourcePortRanges'),
  '--source-address-prefixes': list('sourceAddressPrefixes'),
  '--destination-port-ranges': list('destinationPortRanges'),
  '--destination-address-prefixes': list('destinationAddressPrefixes'),
};

/**
 * A rule as `--inbound-nat-rules` has it: flat, with ids by names of its own. Source: create-nat-gateway (2025-12-08).
 */
function inboundRule(rule: Field): Field {
  const id = (name: string) => {
    const field = rule.get(name);
    return field.state === 'absent' ? undefined : Field.record({ resourceId: field }, field.at);
  };
  const properties = {
    protocol: rule.get('protocol'),
    frontendPort: rule.get('frontendPort'),
    backendPort: rule.get('backendPort'),
    backendIPConfiguration: id('backendIpConfigId') ?? id('backendIpConfig'),
    publicIPAddress: id('publicIpId') ?? id('publicIpAddress'),
  };
  return Field.record({ name: rule.get('name'), properties: Field.record(properties, rule.at) }, rule.at);
}

export const natGateway: Readonly<Record<string, Gives>> = {
  '--public-ip-address-ids': references('publicIPAddresses', 'resourceId', `${ours}/publicIPAddresses`),
  '--inbound-nat-rules': jsonList('inboundNATRules', inboundRule),
};

/** An inbound rule of a NAT gateway as a resource of its own. */
export const natRule: Readonly<Record<string, Gives>> = {
  '--protocol': value('protocol'),
  '--frontend-port': value('frontendPort'),
  '--backend-port': value('backendPort'),
  '--backend-ip-config': value('backendIPConfiguration.resourceId'),
  '--public-ip-address': reference('publicIPAddress', 'resourceId', `${ours}/publicIPAddresses`),
};
