import { Field } from '../../model/field.ts';
import { type Gives, jsonList, reference, value } from './options.ts';
import type { ParallelLists } from './parallel-lists.ts';

const ours = 'Microsoft.AzureStackHCI';

/** One value below the properties of an item. */
const at = (name: string) => (path: string) => value(`${path}.${name}`);

/** A reference below the properties of an item. */
const to = (name: string, property: string, type: string) => (path: string) =>
  reference(`${path}.${name}`, property, `${ours}/${type}`);

/** An item of the same load balancer, by its name. */
const named =
  (name: string) =>
  (path: string): Gives =>
    value(`${path}.${name}.name`);

/** An address of a pool as the command line has it: flat. */
function backendAddress(address: Field): Field {
  const configuration = address.get('networkInterfaceIpConfiguration');
  const properties = {
    adminState: address.get('adminState'),
    networkInterfaceIPConfiguration:
      configuration.state === 'absent' || configuration.isObject
        ? configuration
        : Field.record({ resourceId: configuration }, configuration.at),
  };
  return Field.record({ name: address.get('name'), properties: Field.record(properties, address.at) }, address.at);
}

/** The lists of `az stack-hci-vm network lb create`, each with the names that its other options follow. */
export const loadBalancer: readonly ParallelLists[] = [
  {
    path: 'frontendIPConfigurations',
    names: '--frontend-ip-config-names',
    options: {
      '--frontend-ip-private-addresses': at('privateIPAddress'),
      '--frontend-ip-allocation-methods': at('privateIPAllocationMethod'),
      '--frontend-ip-subnet-ids': to('subnet', 'resourceId', 'virtualNetworks/subnets'),
      '--frontend-ip-public-ip-ids': to('publicIPAddress', 'resourceId', 'publicIPAddresses'),
    },
  },
  {
    path: 'backendAddressPools',
    names: '--backend-pool-names',
    options: {
      '--backend-pool-backend-addresses': (path) => jsonList(`${path}.loadBalancerBackendAddresses`, backendAddress),
      '--backend-pool-virtual-network-ids': to('virtualNetwork', 'resourceId', 'virtualNetworks'),
      '--backend-pool-logical-network-ids': to('logicalNetwork', 'id', 'logicalNetworks'),
    },
  },
  {
    path: 'loadBalancingRules',
    names: '--lb-rule-names',
    options: {
      '--lb-rule-frontend-ip-config-names': named('frontendIPConfiguration'),
      '--lb-rule-backend-pool-names': named('backendAddressPool'),
      '--lb-rule-probe-names': named('probe'),
      '--lb-rule-frontend-ports': at('frontendPort'),
      '--lb-rule-backend-ports': at('backendPort'),
      '--lb-rule-protocols': at('protocol'),
      '--lb-rule-load-distributions': at('loadDistribution'),
      '--lb-rule-idle-timeouts': at('idleTimeoutInMinutes'),
    },
  },
  {
    path: 'probes',
    names: '--probe-names',
    options: {
      '--probe-protocols': at('protocol'),
      '--probe-ports': at('port'),
      '--probe-request-paths': at('requestPath'),
      '--probe-intervals': at('intervalInSeconds'),
      '--probe-num-probes': at('numberOfProbes'),
    },
  },
];
