import { defineRule } from '../engine/rule.ts';
import { describe } from '../model/describe.ts';
import { diskType } from '../model/disk.ts';
import { documented } from '../model/documentation.ts';
import { blobSource } from '../model/image.ts';

/** Where a disk is downloaded from. Messages don't show it: it may be a secret. */
export default defineRule({
  id: 'AZL4007',
  name: 'disk-download-without-signature',
  title: 'Disk is downloaded from something other than a SAS URL',
  severity: 'warning',
  limitation: documented(
    'manage-data-disks',
    'Download the managed disk',
    'The address that a managed disk of Azure is downloaded from is its SAS URL.',
  ),
  remedy: 'Give the URL that `az disk grant-access` prints; pass it as a secure parameter.',
  types: [diskType],

  *resource(disk) {
    const source = disk.body.get('properties.downloadUrl');
    const kind = blobSource(source);
    if (kind === 'unknown') return;
    const is = kind === 'local path' ? 'a path' : 'a URL without a signature';
    yield {
      at: source.at,
      message: `${describe(disk)} is downloaded from ${is}. It must be the SAS URL of a managed disk. Use the one that "az disk grant-access" prints.`,
    };
  },
});
