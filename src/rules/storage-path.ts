import { defineRule } from '../engine/rule.ts';
import { isBlank } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';

const container = 'Microsoft.AzureStackHCI/storageContainers';

/** Where a storage path is named, by the end of the type. */
const paths: Readonly<Record<string, string>> = {
  virtualmachineinstances: 'properties.storageProfile.vmConfigStoragePathId',
  virtualharddisks: 'properties.containerId',
  galleryimages: 'properties.containerId',
  marketplacegalleryimages: 'properties.containerId',
};

const advice = 'those belong to hyperconverged deployments, and multi-rack ones document none. Leave it out.';

/**
 * A storage path, which hyperconverged deployments have. The pages on VMs, disks and images of multi-rack deployments have
 * none (theirs is a storage appliance); none says that one is refused, and the page on GPUs still shows the option.
 */
export default defineRule({
  id: 'AZL3035',
  name: 'storage-path',
  title: 'Storage path is named',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create a Windows VM',
    'VMs are created without a storage path: neither the options nor the template of the page have one.',
  ),
  remedy: 'Leave the storage path out.',
  types: [container, ...Object.keys(paths).map((type) => `Microsoft.AzureStackHCI/${type}`)],

  *resource(resource) {
    const ending = resource.type.split('/').at(-1)?.toLowerCase() ?? '';
    const path = paths[ending];
    const field = path === undefined ? resource.name : resource.body.get(path);
    // A parameter may be left empty; an id that is made of parts names one in any case.
    if (isBlank(field) || (field.state === 'unknown' && !field.parts)) return;
    const option = path?.split('.').at(-1);
    const has =
      option === undefined
        ? `${describe(resource)} is a storage path`
        : `${describe(resource)} names a storage path (${option})`;
    yield {
      // It is to be left out: where it is used matters, not where its value comes from.
      at: field.via[0] ?? field.at,
      value: field,
      message: `${has}; ${advice}`,
      confidence: 'possible',
    };
  },

  *operation(command) {
    if (command.kind !== 'command' || command.isDeclaration) return; // what it creates speaks for itself
    if (!command.verb.startsWith('stack-hci-vm storagepath ')) return;
    yield { at: command.at, message: `"${command.subject}" manages storage paths; ${advice}`, confidence: 'possible' };
  },
});
