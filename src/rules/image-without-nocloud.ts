import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { imageType } from '../model/image.ts';

/** What cloud-init of a Linux image reads. That the property means the data source of the page is our reading. */
export default defineRule({
  id: 'AZL4206',
  name: 'image-without-nocloud',
  title: 'Linux image is declared with a cloud-init data source other than NoCloud',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'vm-management-prerequisites',
    'Azure Local VM image requirements',
    'A Linux image has cloud-init with its data source NoCloud, by which a VM is configured when it is created.',
  ),
  remedy: 'Prepare the image with the NoCloud data source, and leave `cloudInitDataSource` out or set it to `NoCloud`.',
  types: [imageType],

  *resource(image) {
    const source = image.body.get('properties.cloudInitDataSource');
    const isWindows = image.body.get('properties.osType').string?.toLowerCase() === 'windows';
    if (isWindows || source.string?.toLowerCase() !== 'azure') return;
    yield {
      ...pointAt(source),
      message: `${describe(image)} has the cloud-init data source "${source.string}". Linux images need "NoCloud". Prepare the image with it.`,
    };
  },
});
