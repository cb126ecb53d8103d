import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { marketplaceImageType } from '../model/image.ts';
import { follow, referenceId } from '../model/references.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

const advice =
  'Multi-rack deployments document images from a storage account only. Make the image from a blob in a storage account.';

/** An image of the Azure Marketplace. No page says that it is refused, and one sample lists one. */
export default defineRule({
  id: 'AZL4203',
  name: 'marketplace-image',
  title: 'Image comes from the Azure Marketplace, as on hyperconverged deployments',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'virtual-machine-manage-image',
    'Manage VM images for Azure Local multi-rack VMs enabled by Azure Arc (preview)',
    'The source of images that the documentation of multi-rack deployments names is a storage account.',
  ),
  remedy: 'Upload the image to a storage account as a page blob, and make a `galleryImages` resource from it.',
  types: [marketplaceImageType, virtualMachineType],

  *resource(resource, { estate }) {
    if (resource.type === marketplaceImageType) {
      yield {
        at: resource.writtenType.at,
        message: `${describe(resource)} comes from the Azure Marketplace. ${advice}`,
      };
      return;
    }
    const image = resource.body.get('properties.storageProfile.imageReference.id');
    if (referenceId(image)?.type !== marketplaceImageType.toLowerCase()) return;
    // An image that is declared here speaks for itself.
    if (follow(image, resource, estate).state === 'found') return;
    yield {
      ...pointAt(image),
      message: `${describe(resource)} is made from an image of the Azure Marketplace. ${advice}`,
    };
  },
});
