import { basename, posix, resolve } from 'node:path';
import { areCompanions, isParameterName } from './companions.ts';
import type { Repository } from './git.ts';
import { isCandidate, relativePath } from './paths.ts';

/**
 * Which specs a change is about: the files that differ from a commit, and what depends on them. A parameter file
 * depends on its template and the template on it; a template depends on those that it links to.
 *
 * @param commit what to compare with
 * @param staged whether the index counts, or the work tree
 * @param pairs parameter files and templates that the configuration pairs
 * @param isMeant whether a change of a path is to be looked at
 * @throws UsageError
 */
export async function changedSpecs(
  repository: Repository,
  commit: string,
  staged: boolean,
  pairs: readonly { template(path: string): boolean; parameters(path: string): boolean }[],
  isMeant: (path: string) => boolean,
): Promise<ReadonlySet<string>> {
  const changed = (await repository.changedPaths(commit, staged)).filter((path) => isCandidate(path) && isMeant(path));
  const wanted = new Set(changed);
  if (changed.length === 0) return wanted;
  const all = (await repository.paths(staged)).filter(isCandidate);
  const inFolders = byFolder(all);
  const linking = changed.some(isTemplateName) ? await repository.mentioning('templateLink', staged) : [];
  const open = [...changed];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const callers = linking.length === 0 ? [] : await callersOf(path, repository, staged, linking);
    for (const other of [...callers, ...companionsOf(path, inFolders), ...configured(path, all, pairs)]) {
      if (wanted.has(other)) continue;
      wanted.add(other);
      open.push(other);
    }
  }
  return wanted;
}

const isTemplateName = (path: string): boolean => /\.jsonc?$/i.test(path) && !isParameterName(path);

/** Templates that link to other templates and name this file: its name is in the link, however it is put together. */
async function callersOf(
  path: string,
  repository: Repository,
  staged: boolean,
  linking: readonly string[],
): Promise<string[]> {
  if (!isTemplateName(path)) return [];
  const naming = new Set(await repository.mentioning(basename(path), staged));
  return linking.filter((caller) => caller !== path && naming.has(caller));
}

function byFolder(paths: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = posix.dirname(path);
    const inside = folders.get(folder);
    if (inside) inside.push(path);
    else folders.set(folder, [path]);
  }
  return folders;
}

/** The parameter files beside a template, and the template of a parameter file. */
const companionsOf = (path: string, inFolders: ReadonlyMap<string, readonly string[]>): string[] =>
  (inFolders.get(posix.dirname(path)) ?? []).filter((other) => areCompanions(basename(path), basename(other)));

function configured(
  path: string,
  all: readonly string[],
  pairs: readonly { template(path: string): boolean; parameters(path: string): boolean }[],
): string[] {
  return pairs.flatMap((pair) =>
    all.filter(
      (other) => (pair.template(path) && pair.parameters(other)) || (pair.parameters(path) && pair.template(other)),
    ),
  );
}

/** Whether a path is one of those that were named, or stands below one; every path is when none was named. */
export function isBelow(paths: readonly string[], cwd: string, root: string): (path: string) => boolean {
  const named = paths.map((path) => relativePath(root, resolve(cwd, path)));
  if (named.length === 0 || named.includes('.')) return () => true;
  return (path) => named.some((one) => path === one || path.startsWith(`${one}/`));
}
