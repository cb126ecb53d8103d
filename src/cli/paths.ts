import { existsSync, realpathSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { nearest } from '../model/nearest.ts';

/** What a folder is searched for. A file that is named is read whatever its name. */
export const isCandidate = (path: string): boolean => /\.(jsonc?|ya?ml|tf|sh|bash|azcli|psm?1)$/i.test(path);

export const exists = async (path: string): Promise<boolean> => existsSync(path);

/** Whether a folder is another one or stands above it. */
export const isAbove = (folder: string, other: string): boolean => !/^\.\.(\/|$)/.test(relativePath(folder, other));

/** The root of the repository that a folder stands in: itself or the nearest parent with a `.git`. */
export async function repositoryOf(folder: string): Promise<string | undefined> {
  for (let parent = folder; ; parent = dirname(parent)) {
    if (await exists(join(parent, '.git'))) return parent;
    if (dirname(parent) === parent) return undefined;
  }
}

/** A path relative to a folder, with `/` separators; the folder itself is `.`. */
export const relativePath = (folder: string, path: string): string =>
  relative(folder, path).split(sep).join('/') || '.';

/** Whether a path is a folder or something in it, as both are written. */
export const isBelow = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/**
 * Whether something of the repository is a link to what isn't: a stranger's pull request could have a file of this
 * machine shown in a report. A link that leads nowhere is found out when it is read.
 */
export function leadsOut(root: string, path: string): boolean {
  if (!isBelow(root, path)) return false;
  try {
    return !isBelow(realpathSync.native(root), realpathSync.native(path));
  } catch {
    return false;
  }
}

/** What to say of such a link. */
export const linkOut = 'a link that leads out of the repository. Name what it leads to, or leave it out with --ignore.';

/** What to say of a path that doesn't exist, as it was written: with the name beside it that was probably meant. */
export async function noSuchPath(written: string, cwd: string): Promise<string> {
  const slashes = written.replaceAll('\\', '/');
  if (slashes !== written && (await exists(resolve(cwd, slashes)))) return didYouMean(slashes);
  const absolute = resolve(cwd, written);
  const meant = nearest(basename(absolute), await readdir(dirname(absolute)).catch(() => []));
  return meant === undefined ? '' : didYouMean(join(dirname(written), meant).split(sep).join('/'));
}

const didYouMean = (word: string): string => ` Did you mean "${word}"?`;
