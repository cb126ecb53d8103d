import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest } from '../model/nearest.ts';

/** Path of `absolute` seen from `folder`, with `/` separators; empty when they are the same. */
export const relativePath = (folder: string, absolute: string): string =>
  relative(folder, absolute).split(sep).join('/');

/** Whether `absolute` is `folder` or lies in it. */
export const isInside = (folder: string, absolute: string): boolean => {
  const path = relativePath(folder, absolute);
  return path !== '..' && !path.startsWith('../') && !/^[a-z]:/i.test(path);
};

/** The nearest folder upwards that has a `.git` (a folder, or the file of a worktree), if any. */
export function repositoryRoot(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** The entry beside a path that does not exist whose name is nearest to it, as the user would write it. */
export function nearestSibling(absolute: string, written: string): string | undefined {
  let names: string[];
  try {
    names = readdirSync(dirname(absolute));
  } catch {
    return undefined;
  }
  const name = nearest(basename(absolute), names.sort());
  return name === undefined ? undefined : written.replace(/[^/\\]+[/\\]*$/, () => name);
}

/** Text of a file that the package ships, by its path in the package. Throws when it is not there. */
export const packageFile = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

/** The version of this package. */
export const version = (): string => (JSON.parse(packageFile('package.json')) as { version: string }).version;
