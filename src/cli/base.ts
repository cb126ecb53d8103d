import { resolve } from 'node:path';
import { findFiles } from './find-files.ts';
import { Repository } from './git.ts';
import { exists } from './paths.ts';
import { type ReadFiles, readFiles } from './read-files.ts';
import type { Settings } from './settings.ts';
import { UsageError, type World } from './world.ts';

/** The older specs; `isHere` when they are files, which a search for the specs of today finds as well. */
export type Base = ReadFiles & { readonly isHere: boolean };

/**
 * The older specs to compare with: a path, or a commit; `path:` and `git:` say which when both exist.
 *
 * @param folder what a path is relative to
 * @param only paths of a commit that are asked for
 * @throws UsageError
 */
export async function readBase(
  base: string,
  folder: string,
  { root, ignored, mergeBase, changes, maximumBytes }: Settings,
  world: World,
  only: (path: string) => boolean = () => true,
): Promise<Base> {
  const [, kind, name = base] = /^(path|git):(.*)$/s.exec(base) ?? [];
  if (name === '') throw new UsageError('--base is empty. Name a file, a folder or a git ref, such as origin/main.');
  const repository = new Repository(root, world.env, changes === 'index');
  const isPath = kind !== 'git' && (await exists(resolve(folder, name)));
  if (isPath && kind === undefined && (await repository.commitOf(name)) !== undefined) {
    throw new UsageError(
      `--base "${name}" is a path and a git ref. Say which: --base path:${name} or --base git:${name}`,
    );
  }
  if (kind === 'git' || (kind === undefined && !isPath)) {
    const commit = mergeBase ? await repository.mergeBase(name) : name;
    const specs = await repository.specsOf(commit, (path) => !only(path) || ignored(path), maximumBytes);
    return { ...specs, isHere: false };
  }
  // A folder of older specs is often ignored, so that it isn't checked itself.
  const found = await findFiles([name], folder, root, () => false);
  const read = await readFiles(found.files, root, maximumBytes);
  return { files: read.files, unreadable: [...found.unreadable, ...read.unreadable], isHere: true };
}
