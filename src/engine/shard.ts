import type { LoadedFile } from '../inputs/index.ts';
import type { Estate } from '../model/estate.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { LintInput } from './lint.ts';
import { compareText } from './order.ts';

/** One of the shares that a run is split into: `index` from 1 to `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** What one share of a run judges. The rules see all the rest, too. */
export interface Share {
  /** Whether something stands in a file of this share. What is no spec, such as a base, is the business of the first. */
  readonly isOf: (something: { readonly file: SourceFile }) => boolean;
  readonly estate: Estate;
  readonly files: readonly LoadedFile[];
  /** Files that were not read. */
  readonly unread: Pick<LintInput, 'unreadable' | 'skipped'>;
}

/**
 * The share of a run: each file is in exactly one, those that could not be read too. Neighbours by name are in different
 * ones, because they are most often alike in size.
 */
export function shareOf(
  shard: Shard | undefined,
  loaded: readonly LoadedFile[],
  estate: Estate,
  { unreadable = [], skipped = [] }: LintInput,
): Share {
  if (!shard) return { isOf: () => true, estate, files: loaded, unread: { unreadable, skipped } };
  const paths = [...loaded.map(({ file }) => file), ...unreadable, ...skipped].map(({ path }) => path);
  const places = new Map([...new Set(paths)].sort(compareText).map((path, place) => [path, place % shard.count]));
  const isMine = (path: string) => (places.get(path) ?? 0) === shard.index - 1;
  const isOf = ({ file }: { readonly file: SourceFile }) => isMine(file.path);
  const { resources, operations, changes, moves, unpaired } = estate;
  return {
    isOf,
    estate: {
      ...estate,
      resources: resources.filter(({ at }) => isOf(at)),
      operations: operations.filter(({ at }) => isOf(at)),
      changes: changes.filter(({ after }) => isOf(after.at)),
      moves: moves.filter(({ after }) => isOf(after.at)),
      unpaired: unpaired.filter(({ after }) => isOf(after.at)),
    },
    files: loaded.filter(isOf),
    unread: {
      unreadable: unreadable.filter(({ path }) => isMine(path)),
      skipped: skipped.filter(({ path }) => isMine(path)),
    },
  };
}
