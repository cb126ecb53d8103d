import { Field } from '../../model/field.ts';
import { argument } from '../../model/operation.ts';
import type { Parsed } from './commands.ts';
import { assignments, content, type Gives, implied, list, listOf, reference, references, value } from './options.ts';

const ours = 'Microsoft.AzureStackHCI';

/** The options of `az stack-hci-vm create`. Some of them depend on the operating system. */
export function virtualMachine(command: Parsed): Readonly<Record<string, Gives>> {
  const given = (name: string) => argument(command, name);
  const system = given('--os-type').string?.toLowerCase();
  const authentication = given('--authentication-type');
  // Without its type it is Windows, unless it is entered with a key alone.
  const isLinux = system === undefined ? authentication.string?.toLowerCase() === 'ssh' : system === 'linux';
  const configuration = `osProfile.${isLinux ? 'linuxConfiguration' : 'windowsConfiguration'}`;
  return {
    '--size': value('hardwareProfile.vmSize'),
    '--v-cpus-available': value('hardwareProfile.processors'),
    '--processors': value('hardwareProfile.processors'),
    '--memory-mb': value('hardwareProfile.memoryMB'),
    '--maximum-memory-mb': value('hardwareProfile.dynamicMemoryConfig.maximumMemoryMB'),
    '--minimum-memory-mb': value('hardwareProfile.dynamicMemoryConfig.minimumMemoryMB'),
    '--target-memory-buffer': value('hardwareProfile.dynamicMemoryConfig.targetMemoryBuffer'),
    '--hardware-profile': assignments({
      'vm-size': value('hardwareProfile.vmSize'),
      processors: value('hardwareProfile.processors'),
      'memory-mb': value('hardwareProfile.memoryMB'),
      'maximum-memory-mb': value('hardwareProfile.dynamicMemoryConfig.maximumMemoryMB'),
      'minimum-memory-mb': value('hardwareProfile.dynamicMemoryConfig.minimumMemoryMB'),
      'target-memory-buffer': value('hardwareProfile.dynamicMemoryConfig.targetMemoryBuffer'),
    }),
    '--gpus': gpus,
    '--gpu-dda-count': gpuCount('GpuDDA'),
    '--gpu-p-count': gpuCount('GpuP'),
    '--computer-name': value('osProfile.computerName'),
    '--admin-username': value('osProfile.adminUsername'),
    '--admin-password': value('osProfile.adminPassword'),
    ...(isLinux ? { '--authentication-type': passwordAuthentication(configuration) } : {}),
    '--disable-password-authentication': value(`${configuration}.disablePasswordAuthentication`),
    '--ssh-key-values': keys(`${configuration}.ssh.publicKeys`),
    '--enable-agent': value(`${configuration}.provisionVMAgent`),
    '--enable-vm-config-agent': value(`${configuration}.provisionVMConfigAgent`),
    '--security-type': value('securityProfile.securityType'),
    '--enable-vtpm': value('securityProfile.enableTPM'),
    '--enable-secure-boot': value('securityProfile.uefiSettings.secureBootEnabled'),
    '--nics': references('networkProfile.networkInterfaces', 'id', `${ours}/networkInterfaces`),
    '--attach-data-disks': references('storageProfile.dataDisks', 'id', `${ours}/virtualHardDisks`),
    '--image': reference('storageProfile.imageReference', 'id', `${ours}/galleryImages`),
    '--os-type': value('storageProfile.osDisk.osType'),
    '--os-disk-name': osDisk,
    '--storage-path-id': storagePath,
    '--zone': value('placementProfile.zone'),
    '--strict-placement': value('placementProfile.strictPlacementPolicy'),
    '--proxy-configuration': assignments({
      'http-proxy': value('httpProxyConfig.httpProxy'),
      'https-proxy': value('httpProxyConfig.httpsProxy'),
      'no-proxy': list('httpProxyConfig.noProxy'),
      'cert-file-path': content('httpProxyConfig.trustedCa'),
    }),
  };
}

const osDisk: Gives = ({ values: [disk] }, body, group) => {
  if (disk) body.set('storageProfile.osDisk.id', group.reference(`${ours}/virtualHardDisks`, disk));
};

const storagePath: Gives = ({ values: [container] }, body, group) => {
  if (!container) return;
  body.set('storageProfile.vmConfigStoragePathId', group.reference(`${ours}/storageContainers`, container));
};

const gpuList = 'hardwareProfile.virtualMachineGPUs';

/** `GpuDDA,0`: how a GPU is assigned, the size of its partition, and what the command line takes no more: its name. */
const gpus: Gives = ({ values }, body) => {
  for (const [index, field] of values.entries()) {
    const path = `${gpuList}[#${index}]`;
    const [type, size, name] = field.string?.split(',') ?? [];
    // PowerShell takes what has no quotes for two words.
    if (type !== undefined && /^\d+$/.test(type)) continue;
    const part = (text: string) => Field.scalar(text.trim(), field.at).as(field);
    if (type === undefined) body.set(path, Field.unknown(field.canonical(), field, field.at));
    else body.set(`${path}.assignmentType`, part(type));
    if (size !== undefined) body.set(`${path}.partitionSizeMB`, part(size));
    if (name !== undefined) body.set(`${path}.gpuName`, part(name));
  }
};

/** More GPUs than any machine has. */
const maximumGpus = 64;

/** A number of GPUs that are assigned in one way. */
const gpuCount =
  (type: string): Gives =>
  ({ values: [count] }, body) => {
    if (!count) return;
    const { number } = count;
    if (number === undefined || number > maximumGpus) {
      body.set(gpuList, Field.unknown(`${type}*${count.canonical()}`, 'a number of GPUs that is not known', count.at));
      return;
    }
    for (let index = 0; index < number; index++)
      body.set(`${gpuList}[${type}${index}].assignmentType`, implied(type, count.at).as(count));
  };

/** Whether a password is no way in: that is what `ssh` means, other than `password` and `all`. */
const passwordAuthentication =
  (configuration: string): Gives =>
  ({ values: [type] }, body) => {
    const written = type?.string?.toLowerCase();
    if (!type || (written !== undefined && !/^(ssh|password|all)$/.test(written))) return;
    const isOff =
      written === undefined
        ? Field.unknown(`isSsh(${type.canonical()})`, type, type.at)
        : implied(written === 'ssh', type.at).as(type);
    body.set(`${configuration}.disablePasswordAuthentication`, isOff);
  };

/** Public keys, or files that hold them. */
const keys =
  (path: string): Gives =>
  ({ values }, body) => {
    if (values.length === 0) return;
    const written = listOf(values);
    if (!written.isList) {
      body.set(path, written.knownAs());
      return;
    }
    for (const [index, key] of values.entries()) {
      const isKey = /^(ssh-|ecdsa-|sk-)/.test(key.prefix);
      const data = isKey ? key : Field.unknown(`content(${key.canonical()})`, 'the content of a file', key.at);
      body.set(`${path}[#${index}].keyData`, data);
    }
  };
