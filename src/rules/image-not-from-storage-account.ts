import { defineRule } from '../engine/rule.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { blobSource, imageType } from '../model/image.ts';

const must = 'It must be the SAS URL of a page blob in a storage account';

/** Where an image comes from. Messages don't show it: it may be a secret. */
export default defineRule({
  id: 'AZL4202',
  name: 'image-not-from-storage-account',
  title: 'Image is made from something other than a SAS URL of a storage account',
  severity: 'error',
  limitation: documented(
    'virtual-machine-image-storage-account',
    'Prerequisites',
    'An image is made from a VHD or VHDX that was uploaded to a storage account as a page blob.',
  ),
  also: [
    documented(
      'virtual-machine-image-storage-account',
      'Set deployment parameters',
      'The path of the image is the SAS URL of the blob.',
    ),
  ],
  remedy: 'Upload the file to a storage account as a page blob, and give its SAS URL as a secure parameter.',
  types: [imageType],

  *resource(image) {
    const path = image.body.get('properties.imagePath');
    const kind = blobSource(path);
    if (kind === 'local path') {
      yield {
        at: path.at,
        message: `${describe(image)} is made from a path of a machine or share. ${must}. Upload the file first.`,
      };
    } else if (kind === 'url without signature') {
      yield {
        at: path.at,
        message: `${describe(image)} is made from a URL without a signature. ${must}. Add the SAS token.`,
        severity: 'warning',
      };
    }
  },
});
