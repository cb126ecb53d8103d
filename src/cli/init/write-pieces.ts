import { lstat, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { writeWhole } from '../output.ts';
import { UsageError } from '../world.ts';
import type { Piece } from './piece.ts';

/** Whether something stands at a path: a link that leads nowhere is somebody's as well. */
export const isTaken = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/**
 * Writes new files, each whole or not at all; none takes the place of another.
 *
 * @throws UsageError for a file that can't be written: it names those that were
 */
export async function writePieces(pieces: readonly Piece[], root: string): Promise<void> {
  const written: string[] = [];
  for (const { path, text } of pieces) {
    try {
      if (await isTaken(join(root, path))) throw new UsageError(`${path} has come to be there in the meantime.`);
      if (!(await staysInside(join(root, path), root))) {
        throw new UsageError(`${path} can't be written: a link on its path leads out of the repository.`);
      }
      await writeWhole(path, text, root);
    } catch (error) {
      const before = written.length === 0 ? 'Nothing was written.' : `Written before that: ${written.join(', ')}.`;
      throw error instanceof UsageError ? new UsageError(`${error.message} ${before}`) : error;
    }
    written.push(path);
  }
}

/** Whether the folders on a path that exist are inside the root. */
async function staysInside(path: string, root: string): Promise<boolean> {
  const top = await realpath(root);
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const real = await realpath(folder).catch(() => undefined);
    if (real !== undefined) return real === top || real.startsWith(top.endsWith(sep) ? top : top + sep);
    if (folder === dirname(folder)) return false;
  }
}
