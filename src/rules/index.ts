import type { Rule } from '../engine/rule.ts';
import allocatedAddressWrittenLater from './allocated-address-written-later.ts';
import dashInsteadOfHyphen from './dash-instead-of-hyphen.ts';
import dataDisksChangedWhileRunning from './data-disks-changed-while-running.ts';
import diskDownloadWithoutSignature from './disk-download-without-signature.ts';
import diskShrunk from './disk-shrunk.ts';
import diskTooLarge from './disk-too-large.ts';
import diskTypeChanged from './disk-type-changed.ts';
import dynamicDisk from './dynamic-disk.ts';
import guestManagementEnabledLater from './guest-management-enabled-later.ts';
import imageNameWithWindows from './image-name-with-windows.ts';
import imageNotFromStorageAccount from './image-not-from-storage-account.ts';
import imageNotInEnglish from './image-not-in-english.ts';
import imageOfOtherSystem from './image-of-other-system.ts';
import imageWithoutNocloud from './image-without-nocloud.ts';
import ipPoolsUsedUp from './ip-pools-used-up.ts';
import ipv6Address from './ipv6-address.ts';
import logicalNetworkAddressSpaceChanged from './logical-network-address-space-changed.ts';
import logicalNetworkFabricChanged from './logical-network-fabric-changed.ts';
import logicalNetworkGatewayChanged from './logical-network-gateway-changed.ts';
import logicalNetworkIpPoolsChanged from './logical-network-ip-pools-changed.ts';
import logicalNetworkVlanChanged from './logical-network-vlan-changed.ts';
import macAddressChanged from './mac-address-changed.ts';
import marketplaceImage from './marketplace-image.ts';
import networkInterfaceTagsChanged from './network-interface-tags-changed.ts';
import networkInterfacesChanged from './network-interfaces-changed.ts';
import osDiskSnapshot from './os-disk-snapshot.ts';
import resourceGroupInOtherRegion from './resource-group-in-other-region.ts';
import resourceGroupMove from './resource-group-move.ts';
import restoredDiskTooSmall from './restored-disk-too-small.ts';
import restoredDiskWithoutSize from './restored-disk-without-size.ts';
import snapshotChanged from './snapshot-changed.ts';
import snapshotSourceNotADisk from './snapshot-source-not-a-disk.ts';
import storagePath from './storage-path.ts';
import terraform from './terraform.ts';
import undocumentedCommand from './undocumented-command.ts';
import vmResizedWhileRunning from './vm-resized-while-running.ts';

/** All built-in rules, in order of id. Ids are never reused. */
export const rules: readonly Rule[] = [
  ipv6Address,
  logicalNetworkGatewayChanged,
  logicalNetworkIpPoolsChanged,
  logicalNetworkAddressSpaceChanged,
  logicalNetworkVlanChanged,
  logicalNetworkFabricChanged,
  guestManagementEnabledLater,
  networkInterfacesChanged,
  vmResizedWhileRunning,
  dataDisksChangedWhileRunning,
  diskTooLarge,
  diskShrunk,
  diskTypeChanged,
  dynamicDisk,
  storagePath,
  diskDownloadWithoutSignature,
  osDiskSnapshot,
  snapshotSourceNotADisk,
  restoredDiskWithoutSize,
  restoredDiskTooSmall,
  snapshotChanged,
  imageNameWithWindows,
  imageNotFromStorageAccount,
  marketplaceImage,
  imageOfOtherSystem,
  imageNotInEnglish,
  imageWithoutNocloud,
  resourceGroupMove,
  terraform,
  networkInterfaceTagsChanged,
  macAddressChanged,
  allocatedAddressWrittenLater,
  ipPoolsUsedUp,
  undocumentedCommand,
  dashInsteadOfHyphen,
  resourceGroupInOtherRegion,
];
