import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { imageType } from '../model/image.ts';

/** The name of an image, as far as it is known. The page does not speak of letter case; names have none in Azure. */
export default defineRule({
  id: 'AZL4201',
  name: 'image-name-with-windows',
  title: 'Name of an image has the word Windows in it',
  severity: 'error',
  limitation: documented(
    'virtual-machine-image-storage-account',
    'Set deployment parameters',
    'Azure refuses a name of an image that has the word Windows in it.',
  ),
  remedy: 'Name the image differently, for example `ws2025-core`.',
  types: [imageType],

  *resource(image) {
    const { name } = image;
    if (!name.parts?.some((part) => typeof part === 'string' && /windows/i.test(part))) return;
    yield {
      ...pointAt(name),
      message: `${describe(image)} has "windows" in its name. Azure refuses such names. Shorten the word, for example to "win".`,
    };
  },
});
