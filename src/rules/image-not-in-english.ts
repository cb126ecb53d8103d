import { defineRule } from '../engine/rule.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { imageType, languageOf } from '../model/image.ts';

/** The language of an image, as the name of its file tells it. The rest of its address may be a secret. */
export default defineRule({
  id: 'AZL4205',
  name: 'image-not-in-english',
  title: 'File of an image is named after a language other than English',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'vm-management-prerequisites',
    'Azure Local VM image requirements',
    'Images are made of disks in English (en-us) only.',
  ),
  remedy: 'Make the image from the English (en-us) file, and install a language in the VM.',
  types: [imageType],

  *resource(image) {
    const path = image.body.get('properties.imagePath');
    const language = languageOf(path);
    if (language === undefined) return;
    yield {
      at: path.at,
      message: `${describe(image)} is made from a file that its name says is in "${language}". Images must be in English (en-us). Use the English file.`,
      confidence: 'possible',
    };
  },
});
