import { defineRule } from '../engine/rule.ts';
import { notOneOf } from '../model/allowed.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { imageType, marketplaceImageType } from '../model/image.ts';

/** The operating system of an image. */
export default defineRule({
  id: 'AZL4204',
  name: 'image-of-other-system',
  title: 'Operating system of an image is neither Windows nor Linux',
  severity: 'error',
  limitation: documented(
    'virtual-machine-image-storage-account',
    'Set deployment parameters',
    'The operating system of an image is Windows or Linux.',
  ),
  remedy: 'Write `Windows` or `Linux`.',
  types: [imageType, marketplaceImageType],

  *resource(image) {
    const system = image.body.get('properties.osType');
    if (!notOneOf(system, ['Windows', 'Linux'])) return;
    yield {
      ...pointAt(system),
      message: `${describe(image)} is of operating system "${system.string}". It must be "Windows" or "Linux". Write one of them.`,
    };
  },
});
