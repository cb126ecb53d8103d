import type { Field } from './field.ts';

/** An image that VMs are made from, from a file or from a VM. */
export const imageType = 'Microsoft.AzureStackHCI/galleryImages';

/** An image of the Azure Marketplace. */
export const marketplaceImageType = 'Microsoft.AzureStackHCI/marketplaceGalleryImages';

/** What a blob is to be downloaded from, as far as its text tells; `unknown` for what may be either. */
export type BlobSource = 'local path' | 'url without signature' | 'unknown';

const localPath = /^(?:[a-z]:[\\/]|\\\\|\/(?!\/)|\.{1,2}[\\/]|file:)/i;

/** Reads the address of a blob. The documentation has it in quotes within quotes. */
export function blobSource({ string, prefix }: Field): BlobSource {
  if (localPath.test(unquoted(string ?? prefix))) return 'local path';
  if (string === undefined || !/^https?:\/\//i.test(unquoted(string))) return 'unknown';
  return /[?&"]sig=/i.test(string) ? 'unknown' : 'url without signature';
}

const unquoted = (text: string): string => text.trim().replace(/^["']+/, '');

/** Languages that Microsoft's images of Windows and Windows Server come in, but for English. */
const languages =
  'ar-sa bg-bg cs-cz da-dk de-de el-gr es-es es-mx et-ee fi-fi fr-ca fr-fr he-il hr-hr hu-hu it-it ja-jp ko-kr lt-lt lv-lv nb-no nl-nl pl-pl pt-br pt-pt ro-ro ru-ru sk-sk sl-si sv-se th-th tr-tr uk-ua zh-cn zh-hk zh-tw';

const language = new RegExp(`(?<![a-z0-9])(${languages.replaceAll(' ', '|')})(?![a-z0-9])`, 'i');

/** The language that the name of an image's file says it is in, when that is another than English. */
export function languageOf({ parts = [] }: Field): string | undefined {
  const text = parts.map((part) => (typeof part === 'string' ? part : '…')).join('');
  const [address = ''] = text.split('?');
  return language.exec(address.split(/[\\/]/).at(-1) ?? '')?.[1];
}
