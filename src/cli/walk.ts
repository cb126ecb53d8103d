import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isInside, relativePath } from './paths.ts';

/** What a file must be called to be read when a folder is walked. */
export const isCandidate = (path: string): boolean => /\.(jsonc?|ya?ml|tf)$/i.test(path);

/** Never walked, whatever anybody says. */
export const neverWalked = ['node_modules', '.git'];

/** The `.gitignore` files of a tree, read when first asked about their folder. */
export class GitIgnore {
  readonly #root: string;
  readonly #byFolder = new Map<string, Ignore | undefined>();

  /** @param root where to stop looking upwards, absolute */
  constructor(root: string) {
    this.#root = root;
  }

  /**
   * Whether git would ignore a file or folder, by its own name; folders above it have to be asked about themselves.
   * The `.gitignore` file nearest to it that says anything decides.
   *
   * @param top only `.gitignore` files in or below this folder count
   */
  ignores(absolute: string, isFolder: boolean, top = this.#root): boolean {
    for (let folder = dirname(absolute); isInside(top, folder); folder = dirname(folder)) {
      const rules = this.#rulesOf(folder);
      const verdict = rules?.checkIgnore(relativePath(folder, absolute) + (isFolder ? '/' : ''));
      if (verdict?.ignored) return true;
      if (verdict?.unignored) return false;
      if (dirname(folder) === folder) break;
    }
    return false;
  }

  /** Whether git would ignore a file because of its own name or that of a folder above it. */
  ignoresAnywhere(absolute: string, isFolder = false): boolean {
    if (!isInside(this.#root, absolute) || absolute === this.#root) return false;
    return this.ignores(absolute, isFolder) || this.ignoresAnywhere(dirname(absolute), true);
  }

  #rulesOf(folder: string): Ignore | undefined {
    if (!this.#byFolder.has(folder)) this.#byFolder.set(folder, readRules(folder));
    return this.#byFolder.get(folder);
  }
}

function readRules(folder: string): Ignore | undefined {
  const files = [join(folder, '.git', 'info', 'exclude'), join(folder, '.gitignore')].filter((file) => existsSync(file));
  if (files.length === 0) return undefined;
  try {
    return files.reduce((rules, file) => rules.add(readFileSync(file, 'utf8')), ignore());
  } catch {
    return undefined; // a .gitignore that can't be read ignores nothing, as in git
  }
}

/** What to leave out of a walk. */
export interface WalkOptions {
  /** Symbolic links that lead out of this folder are not followed. Absolute. */
  readonly root: string;
  readonly gitIgnore: GitIgnore;
  /** Files and folders that the user does not want. */
  readonly isIgnored: (absolute: string) => boolean;
  /** Called for a folder that can't be listed. */
  readonly failed: (absolute: string) => void;
}

/**
 * The candidate files below a folder, absolute, in no particular order. A folder that is named although git ignores it
 * is walked by its own `.gitignore` files only. Ignored folders are not entered, which a glob library could not be told.
 */
export async function walk(folder: string, options: WalkOptions): Promise<string[]> {
  const { root, gitIgnore, isIgnored, failed } = options;
  const top = gitIgnore.ignoresAnywhere(folder, true) ? folder : undefined;
  const seen = new Set<string>();
  const links: string[] = [];
  const files: string[] = [];

  const wanted = (path: string, isFolder: boolean) => !gitIgnore.ignores(path, isFolder, top) && !isIgnored(path);
  const addFile = (path: string) => {
    if (isCandidate(path) && wanted(path, false)) files.push(path);
  };
  const enter = async (at: string): Promise<void> => {
    const real = realpathSync(at);
    if (seen.has(real)) return;
    seen.add(real);
    const entries = await readdir(at, { withFileTypes: true }).catch(() => failed(at));
    for (const entry of entries ?? []) {
      const path = join(at, entry.name);
      if (entry.isSymbolicLink()) links.push(path);
      else if (!entry.isDirectory()) addFile(path);
      else if (!neverWalked.includes(entry.name) && wanted(path, true)) await enter(path);
    }
  };
  await enter(folder);
  // Links last: what they lead to counts once, under its own name if that is walked too.
  const known = new Set(files.map((file) => realpathSync(file)));
  for (let link = links.shift(); link !== undefined; link = links.shift()) {
    const target = await stat(link).catch(() => undefined);
    const real = target && realpathSync(link);
    if (!real || !isInside(realpathSync(root), real) || known.has(real)) continue;
    if (neverWalked.some((name) => real.split(/[/\\]/).includes(name))) continue;
    known.add(real);
    if (!target.isDirectory()) addFile(link);
    else if (wanted(link, true)) await enter(link);
  }
  return files;
}
