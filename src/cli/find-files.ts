import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { areCompanions } from './companions.ts';
import { GitIgnore, type PathTest } from './ignore.ts';
import { isCandidate, leadsOut, linkOut, noSuchPath, relativePath, repositoryOf } from './paths.ts';
import { inWords } from './read-files.ts';
import { UsageError } from './world.ts';

/** Files to read, by absolute path in order, and what was said on the way. */
export interface FoundFiles {
  readonly files: readonly string[];
  /** Files that were named and are left out, relative to the root. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** Folders that can't be listed, relative to the root. */
  readonly unreadable: readonly { readonly path: string; readonly message: string }[];
}

/**
 * The files that paths mean: a file, whatever its name; a folder, searched for JSON, YAML, Terraform and scripts; a glob.
 * Searches keep out of `.git`, `node_modules` and what a `.gitignore` leaves out. Beside a named template its
 * parameter files come along.
 *
 * @param ignored what the user leaves out, of named files as well: hooks name whatever was changed
 * @throws UsageError for a path that doesn't exist and a glob that matches nothing
 */
export async function findFiles(
  paths: readonly string[],
  cwd: string,
  root: string,
  ignored: PathTest,
): Promise<FoundFiles> {
  const search = new Search(cwd, root, ignored);
  for (const path of paths) await search.add(path);
  return {
    files: [...search.files].sort(),
    skipped: [...search.ignored].sort().map((path) => ({ path, reason: 'left out by an ignore pattern' })),
    unreadable: search.unreadable,
  };
}

class Search {
  readonly files = new Set<string>();
  readonly ignored = new Set<string>();
  readonly unreadable: { path: string; message: string }[] = [];
  readonly #cwd: string;
  readonly #root: string;
  readonly #isIgnored: PathTest;

  constructor(cwd: string, root: string, isIgnored: PathTest) {
    this.#cwd = cwd;
    this.#root = root;
    this.#isIgnored = isIgnored;
  }

  async add(path: string): Promise<void> {
    if (path === '') throw new UsageError('a path is empty. For this folder, write "."');
    const absolute = resolve(this.#cwd, path);
    const found = look(absolute);
    if (found.exists && leadsOut(this.#root, absolute)) this.#refuse(absolute);
    else if (found.isDirectory()) this.#walk(absolute, await searchedFrom(absolute));
    else if (found.exists) for (const file of [absolute, ...(await companions(absolute))]) this.#name(file);
    else if (/[*?[{]/.test(path)) await this.#expand(path);
    else if (found.reason !== undefined) throw new UsageError(`"${path}": ${found.reason}`);
    else throw new UsageError(`there is no file or folder "${path}".${await hint(path, this.#cwd)}`);
  }

  #name(file: string): void {
    const path = relativePath(this.#root, file);
    if (this.#isIgnored(path)) this.ignored.add(path);
    else if (leadsOut(this.#root, file)) this.#refuse(file);
    else this.files.add(file);
  }

  #refuse(path: string): void {
    this.unreadable.push({ path: relativePath(this.#root, path), message: linkOut });
  }

  /** Links to folders are not followed: they lead out of the tree, or in circles. */
  #walk(folder: string, gitIgnore: GitIgnore): void {
    for (const entry of this.#entries(folder)) {
      const path = join(folder, entry.name);
      const relative = relativePath(this.#root, path);
      if (entry.isDirectory()) {
        if (entry.name === '.git' || entry.name === 'node_modules' || this.#isIgnored(`${relative}/`)) continue;
        if (!gitIgnore.ignores(path, 'folder')) this.#walk(path, gitIgnore);
      } else if (isCandidate(entry.name) && !this.#isIgnored(relative)) {
        if (entry.isSymbolicLink() && look(path).isDirectory()) continue;
        if (gitIgnore.ignores(path, 'file')) continue;
        if (entry.isSymbolicLink() && leadsOut(this.#root, path)) this.#refuse(path);
        else this.files.add(path);
      }
    }
  }

  #entries(folder: string): Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.unreadable.push({
        path: relativePath(this.#root, folder),
        message: inWords(error as NodeJS.ErrnoException),
      });
      return [];
    }
  }

  async #expand(pattern: string): Promise<void> {
    const { glob } = await import('tinyglobby');
    const matches = await glob([pattern.split(sep).join('/')], {
      cwd: this.#cwd,
      absolute: true,
      ignore: ['**/node_modules/**', '**/.git/**'],
      expandDirectories: false,
      followSymbolicLinks: false,
    });
    if (matches.length === 0) throw new UsageError(`no file matches "${pattern}".${backslashHint(pattern)}`);
    // `specs/*` means the specs in there, but `*.template` means what it says.
    const namesExtension = /\.[^.*?/]+$/.test(pattern);
    const files = matches.map((match) => resolve(match)).filter((file) => namesExtension || isCandidate(file));
    const gitIgnore = new GitIgnore((await repositoryOf(this.#cwd)) ?? this.#cwd);
    let kept = 0;
    for (const file of files) {
      if (gitIgnore.ignores(file, 'file')) continue;
      this.#name(file);
      kept++;
    }
    if (kept === 0)
      throw new UsageError(`all that matches "${pattern}" is left out by .gitignore, or is no spec by its name.`);
  }
}

/** The rules for a search; a folder that is named is searched, even when `.gitignore` leaves it out. */
async function searchedFrom(folder: string): Promise<GitIgnore> {
  const root = (await repositoryOf(folder)) ?? folder;
  const above = new GitIgnore(root);
  return root !== folder && above.ignores(folder, 'folder') ? new GitIgnore(folder) : above;
}

/** What stands at a path. A link that leads nowhere is there: reading it will say what is wrong. */
function look(path: string): { exists: boolean; isDirectory(): boolean; reason?: string } {
  try {
    const info = statSync(path, { throwIfNoEntry: false }) ?? lstatSync(path);
    return { exists: true, isDirectory: () => info.isDirectory() };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Links that go in circles are there, too.
    if (code === 'ELOOP') return { exists: true, isDirectory: () => false };
    const isAbsent = code === 'ENOENT' || code === 'ENOTDIR';
    return {
      exists: false,
      isDirectory: () => false,
      ...(isAbsent ? {} : { reason: inWords(error as NodeJS.ErrnoException) }),
    };
  }
}

async function hint(path: string, cwd: string): Promise<string> {
  if (path === '-') return ' For standard input, use --stdin.';
  return noSuchPath(path, cwd);
}

const backslashHint = (pattern: string): string =>
  sep === '/' && pattern.includes('\\') ? ' In a glob, folders are separated by "/".' : '';

/** The parameter files of a named template, and the template of a named parameter file. */
export async function companions(file: string): Promise<string[]> {
  const siblings = await readdir(dirname(file)).catch(() => []);
  return siblings.filter((other) => areCompanions(basename(file), other)).map((other) => join(dirname(file), other));
}
