import { entryOf } from './table.ts';

/*
 * What cmdlets do, in the words of the Azure CLI. Source: the reference of Az.StackHCIVM in Azure/azure-powershell
 * (src/StackHCIVM/StackHCIVM/help, read 2026-11-24). It has no cmdlets for virtual networks, NAT gateways, load
 * balancers, public addresses, snapshots and GPUs.
 */

/** Commands by the names of cmdlets, lower case. */
export const cmdlets: Readonly<Record<string, string>> = {
  'add-azstackhcivmvirtualmachinenetworkinterface': 'stack-hci-vm nic add',
  'remove-azstackhcivmvirtualmachinenetworkinterface': 'stack-hci-vm nic remove',
  'add-azstackhcivmvirtualmachinedatadisk': 'stack-hci-vm disk attach',
  'remove-azstackhcivmvirtualmachinedatadisk': 'stack-hci-vm disk detach',
  'new-azstackhcivmvirtualmachine': 'stack-hci-vm create',
  'update-azstackhcivmvirtualmachine': 'stack-hci-vm update',
  'remove-azstackhcivmvirtualmachine': 'stack-hci-vm delete',
  'start-azstackhcivmvirtualmachine': 'stack-hci-vm start',
  'restart-azstackhcivmvirtualmachine': 'stack-hci-vm restart',
  'stop-azstackhcivmvirtualmachine': 'stack-hci-vm stop',
  'suspend-azstackhcivmvirtualmachine': 'stack-hci-vm pause',
  'save-azstackhcivmvirtualmachine': 'stack-hci-vm save',
  'new-azstackhcivmimage': 'stack-hci-vm image create',
  'update-azstackhcivmimage': 'stack-hci-vm image update',
  'remove-azstackhcivmimage': 'stack-hci-vm image delete',
  'new-azstackhcivmvirtualharddisk': 'stack-hci-vm disk create',
  'update-azstackhcivmvirtualharddisk': 'stack-hci-vm disk update',
  'remove-azstackhcivmvirtualharddisk': 'stack-hci-vm disk delete',
  'new-azstackhcivmstoragepath': 'stack-hci-vm storagepath create',
  'update-azstackhcivmstoragepath': 'stack-hci-vm storagepath update',
  'remove-azstackhcivmstoragepath': 'stack-hci-vm storagepath delete',
  'new-azstackhcivmlogicalnetwork': 'stack-hci-vm network lnet create',
  'update-azstackhcivmlogicalnetwork': 'stack-hci-vm network lnet update',
  'remove-azstackhcivmlogicalnetwork': 'stack-hci-vm network lnet delete',
  'new-azstackhcivmnetworkinterface': 'stack-hci-vm network nic create',
  'update-azstackhcivmnetworkinterface': 'stack-hci-vm network nic update',
  'remove-azstackhcivmnetworkinterface': 'stack-hci-vm network nic delete',
  'new-azstackhcivmnetworksecuritygroup': 'stack-hci-vm network nsg create',
  'update-azstackhcivmnetworksecuritygrouptag': 'stack-hci-vm network nsg update',
  'remove-azstackhcivmnetworksecuritygroup': 'stack-hci-vm network nsg delete',
  'new-azstackhcivmsecurityrule': 'stack-hci-vm network nsg rule create',
  'update-azstackhcivmsecurityrule': 'stack-hci-vm network nsg rule update',
  'remove-azstackhcivmsecurityrule': 'stack-hci-vm network nsg rule delete',
  'move-azresource': 'resource move',
  'new-azresourcegroupdeployment': 'deployment group create',
  'new-azdeployment': 'deployment sub create',
  'new-azsubscriptiondeployment': 'deployment sub create',
  'invoke-azresourceaction': 'resource invoke-action',
  'invoke-azrestmethod': 'rest',
  'invoke-azrest': 'rest',
  'invoke-restmethod': 'rest',
  'invoke-webrequest': 'rest',
};

/** Options by the names of parameters, lower case, where they are not the same but for hyphens. */
const parameterNames: Readonly<Record<string, string>> = {
  destinationresourcegroupname: '--destination-group',
  resourcegroupname: '--resource-group',
  resourceid: '--ids',
  subscriptionid: '--subscription',
  customlocationid: '--custom-location',
  vmname: '--vm-name',
  virtualmachinename: '--name',
  logicalnetworkname: '--name',
  networkinterfacename: '--name',
  virtualharddiskname: '--name',
  securityrulename: '--name',
  tag: '--tags',
  addressprefix: '--address-prefixes',
  dnsserver: '--dns-servers',
  ippool: '--ip-pools',
  ipconfiguration: '--ip-configurations',
  route: '--routes',
  subnet: '--subnets',
  vmswitchname: '--vm-switch-name',
  networksecuritygroupname: '--nsg-name',
  sourceaddressprefix: '--source-address-prefixes',
  sourceportrange: '--source-port-ranges',
  destinationaddressprefix: '--destination-address-prefixes',
  destinationportrange: '--destination-port-ranges',
  nicid: '--nics',
  nicname: '--nics',
  datadiskid: '--disks',
  datadiskname: '--disks',
  blocksizebyte: '--block-size-bytes',
  logicalsectorbyte: '--logical-sector-bytes',
  physicalsectorbyte: '--physical-sector-bytes',
  storagepathname: '--storage-path-id',
  imageid: '--image',
  imagename: '--image',
  osdiskid: '--os-disk-name',
  osdiskname: '--os-disk-name',
  ostype: '--os-type',
  urn: '--urn',
  vmmemoryinmb: '--memory-mb',
  vmprocessor: '--v-cpus-available',
  vmsize: '--size',
  dynamicmemorymaximummemoryinmb: '--maximum-memory-mb',
  dynamicmemoryminimummemoryinmb: '--minimum-memory-mb',
  dynamicmemorytargetbuffer: '--target-memory-buffer',
  provisionvmagent: '--enable-agent',
  provisionvmconfigagent: '--enable-vm-config-agent',
  enabletpm: '--enable-vtpm',
  securebootenabled: '--enable-secure-boot',
  sshpublickey: '--ssh-key-values',
};

/** Parameters that mean something else in the cmdlet for one command. */
const ownNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'stack-hci-vm create': { datadiskid: '--attach-data-disks', datadiskname: '--attach-data-disks' },
  'stack-hci-vm image create': { imagename: '--name' },
  'stack-hci-vm network nic create': { subnetname: '--subnet-id' },
  'stack-hci-vm network nsg create': { networksecuritygroupname: '--name' },
};

/** The option of the Azure CLI that a parameter of a cmdlet is, by the command that the cmdlet runs. */
export function parameterName(verb: string, parameter: string): string {
  const key = parameter.toLowerCase();
  const kebab = parameter.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  return entryOf(ownNames[verb] ?? {}, key) ?? entryOf(parameterNames, key) ?? `--${kebab}`;
}

const hyperVNouns =
  'VM|VMAssignableDevice|VMBios|VMCheckpoint|VMComPort|VMConnectAccess|VMConsoleSupport|VMEventing|VMDvdDrive|VMFailover|VMFibreChannelHba|VMFile|VMFirmware|VMFloppyDiskDrive|VMGpuPartitionAdapter|VMGroup|VMGroupMember|VMHardDiskDrive|VMHost\\w*|VMIdeController|VMIntegrationService|VMKeyProtector|VMMemory|VMMigration|VMMigrationNetwork|VMNetworkAdapter\\w*|VMPartitionableGpu|VMProcessor|VMRemoteFx\\w*|VMReplication\\w*|VMResourceMetering|VMResourcePool|VMSan|VMScsiController|VMSecurity|VMSnapshot|VMStorage|VMStoragePath|VMSwitch|VMSwitchTeam\\w*|VMSwitchExtension\\w*|VMSystemSwitchExtension\\w*|VMTPM|VMVideo';

const clusterNouns =
  'Cluster|ClusterGroup|ClusterGroupSet|ClusterNode|ClusterResource|ClusterResourceDependency|ClusterSharedVolume\\w*|ClusterVirtualMachineRole|ClusterVMMonitoredItem|ClusterOwnerNode|ClusterParameter|ClusterQuorum|ClusterNetwork|ClusterNetworkInterface|ClusterDisk|ClusterAffinityRule|ClusterVirtualMachineConfiguration';

/**
 * Cmdlets of the modules Hyper-V and FailoverClusters, by their nouns. Those for virtual disks are left out: images are
 * made with them before Azure has anything to do with it. Source: references of both modules for
 * Windows Server 2022 (MicrosoftDocs/windows-powershell-docs, read 2026-11-24).
 */
export const hyperV = new RegExp(
  `^(?:Hyper-V\\\\|FailoverClusters\\\\)?(?:Add|Checkpoint|Clear|Compare|Complete|Connect|Copy|Debug|Disable|Disconnect|Dismount|Enable|Export|Get|Grant|Import|Measure|Mount|Move|New|Remove|Rename|Repair|Reset|Restart|Restore|Resume|Revoke|Save|Set|Start|Stop|Suspend|Test|Update|Wait)-(?:${hyperVNouns}|${clusterNouns})$`,
  'i',
);
