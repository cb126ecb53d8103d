import { defineRule } from '../engine/rule.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { follow, referenceId } from '../model/references.ts';

const containerType = 'Microsoft.AzureStackHCI/storageContainers';
const advice =
  'Storage paths come from hyperconverged deployments; multi-rack deployments have no step for them. Leave it out.';

/** Where hyperconverged deployments keep disks and images: no page says that it is refused, and one sample still has it. */
export default defineRule({
  id: 'AZL4006',
  name: 'storage-path',
  title: 'Storage path is used, as on hyperconverged deployments',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create Azure Local VMs',
    'Disks, images and VMs of multi-rack deployments are created without a storage path; hyperconverged deployments choose one.',
  ),
  remedy: 'Leave storage paths out: the storage of the deployment is chosen by the platform.',
  types: ['Microsoft.AzureStackHCI/*'],

  *resource(resource, { estate }) {
    if (resource.type === containerType) {
      yield { at: resource.writtenType.at, message: `${describe(resource)} is a storage path. ${advice}` };
    }
    for (const path of ['properties.containerId', 'properties.storageProfile.vmConfigStoragePathId']) {
      const container = resource.body.get(path);
      // What only the deployment knows may be nothing; a storage path that is declared here speaks for itself.
      if (isBlank(container) || (container.string === undefined && !referenceId(container))) continue;
      if (follow(container, resource, estate).state === 'found') continue;
      const name = path.split('.').at(-1);
      yield { ...pointAt(container), message: `${describe(resource)} names a storage path in "${name}". ${advice}` };
    }
  },

  *operation(command) {
    if (command.kind !== 'command' || !/^stack-hci-vm storagepath (create|update)$/.test(command.verb)) return;
    if (command.isDeclaration) return; // it is a resource, which speaks
    yield { at: command.at, message: `"${command.subject}" manages a storage path. ${advice}` };
  },
});
