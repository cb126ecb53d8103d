import { describe, expect, test } from 'vitest';
import { created, properties } from './created.ts';

const az = (command: string, ...options: string[]) => ['az', command, '-g', 'rg', '-n', 'a', ...options].join(' ');
const network = 'stack-hci-vm network';
const ids = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.AzureStackHCI';

describe('what a command creates has the form of ARM', () => {
  test.each([
    [
      'a logical network',
      az(
        `${network} lnet create`,
        '--ip-allocation-method Static --address-prefixes 10.1.2.0/24 --vlan 805 --gateway 10.1.2.1',
        '--ip-pool-start 10.1.2.10 --ip-pool-end 10.1.2.20 --ip-pool-type vm --dns-servers 10.0.0.1 10.0.0.2',
        `--fabric-netcfg-id ${ids}/x --nsg n --vm-switch-name switch`,
      ),
      {
        subnets: [
          {
            properties: {
              ipAllocationMethod: 'Static',
              addressPrefixes: ['10.1.2.0/24'],
              vlan: '805',
              ipPools: [{ start: '10.1.2.10', end: '10.1.2.20', ipPoolType: 'vm' }],
              routeTable: {
                properties: { routes: [{ properties: { addressPrefix: '0.0.0.0/0', nextHopIpAddress: '10.1.2.1' } }] },
              },
              networkSecurityGroup: { id: 'microsoft.azurestackhci/networksecuritygroups/n' },
            },
          },
        ],
        dhcpOptions: { dnsServers: ['10.0.0.1', '10.0.0.2'] },
        fabricNetworkConfiguration: { resourceId: `${ids}/x` },
        vmSwitchName: 'switch',
      },
    ],
    [
      'pools and routes in JSON, with the names of the command line',
      az(
        `${network} lnet create`,
        `--ip-pools '[{"start":"10.0.0.4","end":"10.0.0.9","ip_pool_type":"vm"}]' --gateway 10.0.0.1`,
        `--routes '[{"name":"r","properties":{"address_prefix":"10.0.0.0/8","next_hop_ip_address":"10.0.0.2"}}]'`,
      ),
      {
        subnets: [
          {
            properties: {
              ipPools: [{ start: '10.0.0.4', end: '10.0.0.9', ipPoolType: 'vm' }],
              routeTable: {
                properties: {
                  routes: [
                    { name: 'r', properties: { addressPrefix: '10.0.0.0/8', nextHopIpAddress: '10.0.0.2' } },
                    { properties: { addressPrefix: '0.0.0.0/0', nextHopIpAddress: '10.0.0.1' } },
                  ],
                },
              },
            },
          },
        ],
      },
    ],
    [
      'subnets in JSON, in place of all other options of the subnet',
      az(`${network} lnet create`, `--vlan 1 --subnets '[{"properties":{"vlan":805}}]'`),
      { subnets: [{ properties: { vlan: 805 } }] },
    ],
    [
      'a network interface',
      az(`${network} nic create`, `--subnet-id ${ids}/logicalNetworks/l --ip-address 10.0.0.4 --mac-address 02-15`),
      {
        ipConfigurations: [
          { properties: { privateIPAddress: '10.0.0.4', subnet: { id: `${ids}/logicalNetworks/l` } } },
        ],
        macAddress: '02-15',
      },
    ],
    [
      'a network interface with its configurations in JSON',
      az(`${network} nic create`, `--ip-address 10.0.0.4 --ip-configurations '[{"name":"c"}]'`),
      { ipConfigurations: [{ name: 'c' }] },
    ],
    [
      'a virtual network',
      az(`${network} vnet create`, '--address-prefixes 10.0.0.0/16 10.1.0.0/16 --dns-servers 10.0.0.1'),
      {
        addressSpace: { addressPrefixes: ['10.0.0.0/16', '10.1.0.0/16'] },
        dhcpOptions: { dnsServers: ['10.0.0.1'] },
      },
    ],
    [
      'a subnet',
      az(`${network} vnet subnet create`, '--vnet-name v --address-prefix 10.0.0.0/24 --nat-gateway /n --nsg /g'),
      {
        addressPrefix: '10.0.0.0/24',
        networkSecurityGroup: { id: '/g' },
        natGateway: { resourceId: '/n' },
      },
    ],
    [
      'a security rule',
      az(
        `${network} nsg rule create`,
        '--nsg-name g --priority 100 --access Deny --direction Inbound --protocol Tcp --description why',
        '--source-port-ranges "*" --source-address-prefixes 10.0.0.0/8',
        '--destination-port-ranges 80 443 --destination-address-prefixes "*"',
      ),
      {
        priority: '100',
        access: 'Deny',
        direction: 'Inbound',
        protocol: 'Tcp',
        description: 'why',
        sourcePortRanges: ['*'],
        sourceAddressPrefixes: ['10.0.0.0/8'],
        destinationPortRanges: ['80', '443'],
        destinationAddressPrefixes: ['*'],
      },
    ],
    ['a logical network of which nothing is said', az(`${network} lnet create`), { subnets: [{ properties: {} }] }],
    [
      'a network interface of which nothing is said',
      az(`${network} nic create`),
      { ipConfigurations: [{ properties: {} }] },
    ],
    ['a security group', az(`${network} nsg create`), {}],
    [
      'a public address',
      az(`${network} public-ip create`, '--version IPv4 --allocation-scope /l --ip-address 10.0.0.9'),
      { publicIPAddressVersion: 'IPv4', ipAllocationScope: '/l', ipAddress: '10.0.0.9' },
    ],
    [
      'a NAT gateway',
      az(
        `${network} nat create`,
        `--public-ip-address-ids /p --inbound-nat-rules '[{"name":"ssh","protocol":"Tcp","frontend_port":50000,"backend_port":22,"backend_ip_config_id":"/c","public_ip_id":"/p"}]'`,
      ),
      {
        publicIPAddresses: [{ resourceId: '/p' }],
        inboundNATRules: [
          {
            name: 'ssh',
            properties: {
              protocol: 'Tcp',
              frontendPort: 50000,
              backendPort: 22,
              backendIPConfiguration: { resourceId: '/c' },
              publicIPAddress: { resourceId: '/p' },
            },
          },
        ],
      },
    ],
    [
      'a load balancer, from lists that belong together',
      az(
        `${network} lb create`,
        '--frontend-ip-config-names f1 f2 --fip-priv-addrs 10.0.0.4 --frontend-ip-allocation-methods Static Dynamic',
        '--frontend-ip-subnet-ids /s1 /s2 --frontend-ip-public-ip-ids "" /p2',
        `--backend-pool-names b --backend-pool-backend-addresses '[{"name":"n","admin_state":"Up","network_interface_ip_configuration":"/c"}]'`,
        '--backend-pool-logical-network-ids /l --lb-rule-names r --lb-rule-frontend-ip-config-names f1',
        '--lb-rule-backend-pool-names b --lb-rule-frontend-ports 80 --lb-rule-backend-ports 8080 --lb-rule-protocols Tcp',
        '--lb-rule-probe-names p --lb-rule-load-distributions Default --lb-rule-idle-timeouts 4 --probe-names p',
        '--probe-protocols Http --probe-ports 80 --probe-request-paths / --probe-intervals 5 --probe-num-probes 2',
      ),
      {
        frontendIPConfigurations: [
          {
            name: 'f1',
            properties: {
              privateIPAddress: '10.0.0.4',
              privateIPAllocationMethod: 'Static',
              subnet: { resourceId: '/s1' },
            },
          },
          {
            name: 'f2',
            properties: {
              privateIPAllocationMethod: 'Dynamic',
              subnet: { resourceId: '/s2' },
              publicIPAddress: { resourceId: '/p2' },
            },
          },
        ],
        backendAddressPools: [
          {
            name: 'b',
            properties: {
              loadBalancerBackendAddresses: [
                {
                  name: 'n',
                  properties: { adminState: 'Up', networkInterfaceIPConfiguration: { resourceId: '/c' } },
                },
              ],
              logicalNetwork: { id: '/l' },
            },
          },
        ],
        loadBalancingRules: [
          {
            name: 'r',
            properties: {
              frontendIPConfiguration: { name: 'f1' },
              backendAddressPool: { name: 'b' },
              probe: { name: 'p' },
              frontendPort: '80',
              backendPort: '8080',
              protocol: 'Tcp',
              loadDistribution: 'Default',
              idleTimeoutInMinutes: '4',
            },
          },
        ],
        probes: [
          {
            name: 'p',
            properties: { protocol: 'Http', port: '80', requestPath: '/', intervalInSeconds: '5', numberOfProbes: '2' },
          },
        ],
      },
    ],
    [
      'a disk from a snapshot',
      az('stack-hci-vm disk create', '--size-gb 20 --dynamic false --source-resource-id /s --storage-path-id /c'),
      {
        diskSizeGB: '20',
        dynamic: 'false',
        creationData: { sourceResourceId: '/s', createOption: 'Copy' },
        containerId: '/c',
      },
    ],
    [
      'a disk that is downloaded',
      az('stack-hci-vm disk create', '--download-url https://a/b --disk-file-format vhdx --max-shares 2'),
      { diskFileFormat: 'vhdx', downloadUrl: 'https://a/b', maxShares: '2' },
    ],
    [
      'a snapshot',
      az('stack-hci-vm snapshot create', '--source-resource-id /d'),
      { creationData: { sourceResourceId: '/d', createOption: 'Copy' } },
    ],
    [
      'an image',
      az('stack-hci-vm image create', '--os-type Linux --image-path https://a/b'),
      { osType: 'Linux', imagePath: 'https://a/b' },
    ],
    [
      'an image of the marketplace',
      az('stack-hci-vm image create', '--os-type Linux --urn p:o:s:latest'),
      { osType: 'Linux', identifier: { publisher: 'p', offer: 'o', sku: 's' }, version: { name: 'latest' } },
    ],
    [
      'a VM',
      az(
        'stack-hci-vm create',
        '--os-type linux --nics n --attach-data-disks d1 d2 --image /i --computer-name c --admin-username u',
        '--hardware-profile memory-mb=8192 processors=4 maximum-memory-mb=9000 --gpus GpuDDA,0 GpuDDA,0',
        '--zone 1 –strict-placement true --security-type TrustedLaunch --enable-vtpm true --enable-secure-boot true',
        '--proxy-configuration http_proxy=http://p https_proxy=http://q no_proxy=localhost,10.0.0.1',
        '--authentication-type ssh --ssh-key-values "ssh-rsa AAAA" --enable-agent --storage-path-id /c',
      ),
      {
        hardwareProfile: {
          memoryMB: '8192',
          processors: '4',
          dynamicMemoryConfig: { maximumMemoryMB: '9000' },
          virtualMachineGPUs: [
            { assignmentType: 'GpuDDA', partitionSizeMB: '0' },
            { assignmentType: 'GpuDDA', partitionSizeMB: '0' },
          ],
        },
        osProfile: {
          computerName: 'c',
          adminUsername: 'u',
          linuxConfiguration: {
            disablePasswordAuthentication: true,
            ssh: { publicKeys: [{ keyData: 'ssh-rsa AAAA' }] },
            provisionVMAgent: true,
          },
        },
        securityProfile: {
          securityType: 'TrustedLaunch',
          enableTPM: 'true',
          uefiSettings: { secureBootEnabled: 'true' },
        },
        networkProfile: { networkInterfaces: [{ id: 'microsoft.azurestackhci/networkinterfaces/n' }] },
        storageProfile: {
          dataDisks: [
            { id: 'microsoft.azurestackhci/virtualharddisks/d1' },
            { id: 'microsoft.azurestackhci/virtualharddisks/d2' },
          ],
          imageReference: { id: '/i' },
          osDisk: { osType: 'linux' },
          vmConfigStoragePathId: '/c',
        },
        placementProfile: { zone: '1', strictPlacementPolicy: 'true' },
        httpProxyConfig: { httpProxy: 'http://p', httpsProxy: 'http://q', noProxy: ['localhost', '10.0.0.1'] },
      },
    ],
    [
      'GPUs by their number',
      az('stack-hci-vm create', '--gpu-dda-count 2'),
      { hardwareProfile: { virtualMachineGPUs: [{ assignmentType: 'GpuDDA' }, { assignmentType: 'GpuDDA' }] } },
    ],
    [
      'an isolation domain',
      'az networkfabric l3domain create -g rg --resource-name a --nf-id /f --redistribute-connected-subnets True',
      { networkFabricId: '/f', redistributeConnectedSubnets: 'True' },
    ],
    [
      'an internal network',
      `az networkfabric internalnetwork create -g rg --l3domain d --resource-name a --vlan-id 805 --mtu 1500 --connected-ipv4-subnets '[{"prefix":"10.1.2.0/24"}]' --bgp-configuration '{"peerASN":65001}'`,
      {
        vlanId: '805',
        mtu: '1500',
        connectedIPv4Subnets: [{ prefix: '10.1.2.0/24' }],
        bgpConfiguration: { peerASN: 65001 },
      },
    ],
    [
      'an external network',
      `az networkfabric externalnetwork create -g rg --l3domain d --resource-name a --peering-option OptionA --option-a-properties '{"vlanId":501}'`,
      { peeringOption: 'OptionA', optionAProperties: { vlanId: 501 } },
    ],
  ])('%s', async (_, text, expected) => {
    expect(await properties(text)).toEqual(expected);
  });

  test('with what stands beside the properties', async () => {
    const [disk] = await created(
      az('stack-hci-vm disk create', '--subscription s --location eastus --custom-location /cl --tags a=b c=d'),
    );
    expect(disk?.id).toBe(`${ids}/virtualHardDisks/a`.toLowerCase());
    expect(disk?.body.plain()).toEqual({
      type: 'Microsoft.AzureStackHCI/virtualHardDisks',
      name: 'a',
      location: 'eastus',
      extendedLocation: { type: 'CustomLocation', name: '/cl' },
      tags: { a: 'b', c: 'd' },
      properties: {},
    });
  });

  test('a VM is a machine and an instance of it', async () => {
    const resources = await created(az('stack-hci-vm create', '--subscription s --location eastus'));
    expect(resources.map(({ type, name }) => `${type} ${name.string}`)).toEqual([
      'Microsoft.HybridCompute/machines a',
      'Microsoft.AzureStackHCI/virtualMachineInstances default',
    ]);
    expect(resources[0]?.body.get('kind').string).toBe('HCI');
    expect(resources[1]?.scope.string).toBe(resources[0]?.id);
  });

  test.each([
    [`${network} vnet subnet create`, '--vnet-name v', 'Microsoft.AzureStackHCI/virtualNetworks/subnets'],
    [`${network} nsg rule create`, '--nsg-name v', 'Microsoft.AzureStackHCI/networkSecurityGroups/securityRules'],
    [`${network} nat inbound-rule create`, '--nat-gateway-name v', 'Microsoft.AzureStackHCI/natGateways/inboundRules'],
    [
      'networkfabric internalnetwork create',
      '--l3-isolation-domain-name v',
      'Microsoft.ManagedNetworkFabric/l3IsolationDomains/internalNetworks',
    ],
  ])('%s names its parent', async (command, parent, type) => {
    const [child] = await created(az(command, parent));
    expect(child?.type).toBe(type);
    expect(child?.name.string).toBe('v/a');
  });

  test('an image of the marketplace has a type of its own', async () => {
    const [image] = await created(az('stack-hci-vm image create', '--offer o'));
    expect(image?.type).toBe('Microsoft.AzureStackHCI/marketplaceGalleryImages');
  });
});

describe('what is not known is unknown, and what is not given absent', () => {
  const lnet = (...options: string[]) => created(az(`${network} lnet create`, ...options));
  test.each([
    ['a file', '--subnets @subnets.json', 'subnets', 'unknown'],
    ['the shorthand of the command line', '--subnets "[{name:a}]"', 'subnets', 'unknown'],
    ['a variable', '--subnets "$s"', 'subnets', 'unknown'],
    ['a list in a variable', '--dns-servers $d', 'dhcpOptions.dnsServers', 'unknown'],
    ['an option that is not given', '--vlan 1', 'dhcpOptions', 'absent'],
    ['no gateway', '--vlan 1 --no-gateway true', 'vmSwitchName', 'absent'],
  ])('%s', async (_, options, path, state) => {
    const [resource] = await lnet(options);
    expect(resource?.body.get(`properties.${path}`).state).toBe(state);
  });

  test('a variable in JSON is unknown, the rest of the JSON is not', async () => {
    const [resource] = await lnet(
      `--subnets '[{"name":"a-'"$n"'","properties":{"vlan":'"$vlan"',"addressPrefix":"10.0.0.0/24"}}]'`,
    );
    const [subnet] = resource?.body.all('properties.subnets[]') ?? [];
    expect(subnet?.get('name').prefix).toBe('a-');
    expect(subnet?.get('properties.vlan').state).toBe('unknown');
    expect(subnet?.get('properties.addressPrefix').string).toBe('10.0.0.0/24');
  });

  test('names of a load balancer that are a list of unknown length leave nothing in its place', async () => {
    const [resource] = await created(
      az(
        `${network} lb create`,
        '--probe-names $names --probe-ports 80 81 --lb-rule-names r --lb-rule-backend-ports $p',
      ),
    );
    expect(resource?.body.get('properties.probes').state).toBe('unknown');
    const [rule] = resource?.body.all('properties.loadBalancingRules[]') ?? [];
    expect(rule?.get('properties.backendPort').state).toBe('unknown');
  });

  test('one name of a load balancer that is not known is one item all the same', async () => {
    const [resource] = await created(
      az(`${network} lb create`, '--frontend-ip-config-names $n --frontend-ip-private-addresses 10.0.0.4'),
    );
    const [frontend] = resource?.body.all('properties.frontendIPConfigurations[]') ?? [];
    expect(frontend?.get('name').state).toBe('unknown');
    expect(frontend?.get('properties.privateIPAddress').string).toBe('10.0.0.4');
  });

  test('a key in a file', async () => {
    const [, vm] = await created(az('stack-hci-vm create', '--authentication-type ssh --ssh-key-values ~/.ssh/id.pub'));
    const [key] = vm?.body.all('properties.osProfile.linuxConfiguration.ssh.publicKeys[].keyData') ?? [];
    expect(key?.state).toBe('unknown');
  });
});

describe('every value stands where its option has it', () => {
  const text = az(`${network} lnet create`, '--vlan 805 --ip-pool-start 10.0.0.4 --gateway 10.0.0.1 --nsg n');
  test.each([
    ['subnets[].properties.vlan', '805'],
    ['subnets[].properties.ipPools', '10.0.0.4'],
    ['subnets[].properties.ipPools[].start', '10.0.0.4'],
    ['subnets[].properties.routeTable.properties.routes[].properties.nextHopIpAddress', '10.0.0.1'],
    ['subnets[].properties.networkSecurityGroup.id', 'n'],
  ])('%s', async (path, shown) => {
    const [resource] = await created(text);
    const [field] = resource?.body.all(`properties.${path}`) ?? [];
    const { start, end } = field?.at.span() ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe(shown);
  });

  test('what is not given is missing from the command', async () => {
    const [resource] = await created(text);
    const [subnet] = resource?.body.all('properties.subnets[]') ?? [];
    const { start, end } = subnet?.get('properties.ipAllocationMethod').at.span() ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe(text);
  });
});

describe('the cmdlets of Az.StackHCIVM have parameters of their own', () => {
  test.each([
    [
      'a VM',
      'New-AzStackHCIVMVirtualMachine -Name a -NicName n -DataDiskName d -VmMemoryInMB 8192 -VmProcessor 4 -OsType Linux -ImageId /i -ProvisionVMAgent:$false -EnableTpm',
      {
        hardwareProfile: { processors: '4', memoryMB: '8192' },
        osProfile: { linuxConfiguration: { provisionVMAgent: 'false' } },
        securityProfile: { enableTPM: true },
        networkProfile: { networkInterfaces: [{ id: 'microsoft.azurestackhci/networkinterfaces/n' }] },
        storageProfile: {
          dataDisks: [{ id: 'microsoft.azurestackhci/virtualharddisks/d' }],
          imageReference: { id: '/i' },
          osDisk: { osType: 'Linux' },
        },
      },
    ],
    [
      'a logical network',
      "New-AzStackHCIVMLogicalNetwork -Name a -AddressPrefix '10.0.0.0/24' -VMSwitchName s -IpPool @{start='10.0.0.4';end='10.0.0.9'} -DnsServer '10.0.0.1','10.0.0.2'",
      {
        subnets: [{ properties: { addressPrefixes: ['10.0.0.0/24'] } }],
        dhcpOptions: { dnsServers: ['10.0.0.1', '10.0.0.2'] },
        vmSwitchName: 's',
      },
    ],
    [
      'a network interface of a network in another group',
      'New-AzStackHCIVMNetworkInterface -Name a -ResourceGroupName rg -SubscriptionId s -SubnetName l -SubnetResourceGroup other',
      {
        ipConfigurations: [
          {
            properties: {
              subnet: {
                id: '/subscriptions/s/resourcegroups/other/providers/microsoft.azurestackhci/logicalnetworks/l',
              },
            },
          },
        ],
      },
    ],
    [
      'a security rule',
      "New-AzStackHCIVMSecurityRule -Name a -NetworkSecurityGroupName g -Priority 100 -DestinationPortRange '80','443'",
      { priority: '100', destinationPortRanges: ['80', '443'] },
    ],
  ])('%s', async (_, text, expected) => {
    const actual = await properties(text, 'a.ps1');
    expect(actual).toMatchObject(expected);
  });
});

describe('an argument that may hold more options leaves open what is not given', () => {
  test.each([
    [`az stack-hci-vm network lnet create -n a --vlan 805 "$@"`, 'a.sh'],
    [`az stack-hci-vm network lnet create -n a --vlan 805 --no-dns-servers $OTHERS`, 'a.sh'],
    [`New-AzStackHCIVMLogicalNetwork -Name a @others -Vlan 805`, 'a.ps1'],
    [
      `$list = @('stack-hci-vm', 'network', 'lnet', 'create', '-n', 'a', '--vlan', '805', '--output', 'none')
if ($gateway) { [void]$list.AddRange(@('--gateway', $gateway)) }
az @list`,
      'a.ps1',
    ],
  ])('%s', async (text, path) => {
    const [network] = await created(text, path);
    expect(network?.body.get('properties.subnets').item(0)?.get('properties.vlan').string).toBe('805');
    expect(network?.body.get('properties.subnets').item(0)?.get('properties.ipAllocationMethod').state).toBe('unknown');
    expect(network?.body.get('properties.fabricNetworkConfiguration.resourceId').state).toBe('unknown');
  });

  test.each([
    `az stack-hci-vm network lnet create -n a --vlan 805`,
    `az stack-hci-vm network lnet create -n "$NAME" --vlan $VLAN`,
    `az stack-hci-vm network lnet create -n a --vlan 805 --dns-servers 10.0.0.1 "10.0.$SITE.2"`,
  ])('%s', async (text) => {
    const [network] = await created(text);
    expect(network?.body.get('properties.fabricNetworkConfiguration.resourceId').state).toBe('absent');
  });
});

describe('what is known of a VM whose options are variables', () => {
  const vm = async (...options: string[]) =>
    (await created(az('stack-hci-vm create', ...options))).at(-1)?.body.get('properties');

  test('the disk of the system and the storage path lead to resources', async () => {
    expect((await vm('--os-disk-name system --storage-path-id path'))?.plain()).toEqual({
      storageProfile: {
        osDisk: { id: 'microsoft.azurestackhci/virtualharddisks/system' },
        vmConfigStoragePathId: 'microsoft.azurestackhci/storagecontainers/path',
      },
    });
  });

  test.each([
    ['a GPU', '--gpus $gpu', 'hardwareProfile.virtualMachineGPUs[]'],
    ['a number of GPUs', '--gpu-dda-count $count', 'hardwareProfile.virtualMachineGPUs'],
    ['more GPUs than any machine has', '--gpu-p-count 1000000', 'hardwareProfile.virtualMachineGPUs'],
    [
      'how to log in',
      '--os-type Linux --authentication-type $type',
      'osProfile.linuxConfiguration.disablePasswordAuthentication',
    ],
    ['keys', '--os-type Linux --ssh-key-values $keys', 'osProfile.linuxConfiguration.ssh.publicKeys'],
  ])('%s is unknown, not absent', async (_, options, path) => {
    expect((await vm(options))?.all(path).map(({ state }) => state)).toEqual(['unknown']);
  });

  test.each([
    ['no path', '--storage-path-id', 'storageProfile.vmConfigStoragePathId'],
    ['no number of GPUs', '--gpu-dda-count', 'hardwareProfile.virtualMachineGPUs'],
    ['no key', '--os-type Linux --ssh-key-values', 'osProfile.linuxConfiguration.ssh.publicKeys'],
    ['no disk', '--os-disk-name', 'storageProfile.osDisk'],
    ['another way to log in', '--os-type Linux --authentication-type card', 'osProfile.linuxConfiguration'],
  ])('%s behind an option gives nothing', async (_, options, path) => {
    expect((await vm(options))?.get(path).state).toBe('absent');
  });
});
