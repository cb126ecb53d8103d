import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { nearest } from '../model/nearest.ts';
import { SourceFile } from '../source/source-file.ts';
import { UsageError } from './world.ts';

/** Larger files are not specs; reading them would cost memory for nothing. */
const maximumBytes = 20 * 1024 * 1024;

/** What a folder is searched for. A file that is named is read whatever its name. */
const candidate = /\.(jsonc?|ya?ml|tf)$/i;

/** What was read, and what could not be. */
export interface ReadFiles {
  readonly files: SourceFile[];
  readonly unreadable: { readonly path: string; readonly message: string }[];
}

/** Which paths to leave out, by glob. */
export type Ignore = (path: string) => boolean;

/** The nearest parent with a `.git`, else the folder itself: paths in reports are relative to it. */
export async function repositoryRoot(cwd: string): Promise<string> {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (await exists(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return resolve(cwd);
  }
}

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A path relative to the root, `/` separators; outside the root, as it is. */
export function relativePath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/') || '.';
}

/**
 * Files, folders and globs as sorted absolute paths. Folders are searched for JSON, YAML and Terraform, without what
 * `.gitignore` leaves out, `.git` and `node_modules`; beside a named template its parameter files come along.
 */
export async function findFiles(
  paths: readonly string[],
  cwd: string,
  root: string,
  ignored: Ignore,
): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const info = await stat(absolute).catch(() => undefined);
    if (info?.isDirectory()) for (const file of await walk(absolute, root)) found.add(file);
    else if (info) for (const file of [absolute, ...(await companions(absolute))]) found.add(file);
    else if (/[*?[{]/.test(path)) for (const file of await expand(path, cwd)) found.add(file);
    else throw new UsageError(await missing(path, absolute));
  }
  return [...found].filter((file) => !ignored(relativePath(root, file))).sort();
}

async function missing(path: string, absolute: string): Promise<string> {
  const siblings = await readdir(dirname(absolute)).catch(() => []);
  const meant = nearest(basename(absolute), siblings);
  const hint = meant === undefined ? '' : ` Did you mean "${join(dirname(path), meant)}"?`;
  return `there is no file or folder "${path}".${hint}`;
}

async function expand(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const files = await glob([pattern.split(sep).join('/')], {
    cwd,
    absolute: true,
    dot: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
    expandDirectories: false,
  });
  if (files.length === 0) throw new UsageError(`no file matches "${pattern}".`);
  return files.map((file) => resolve(file));
}

/** The parameter files of a named template, and the template of a named parameter file. */
async function companions(file: string): Promise<string[]> {
  const name = basename(file);
  if (!/\.jsonc?$/i.test(name)) return [];
  const stem = name.replace(/(\.parameters(\.[^.]+)?)?\.jsonc?$/i, '');
  const siblings = await readdir(dirname(file)).catch(() => []);
  const wanted = /\.parameters(\.[^.]+)?\.jsonc?$/i.test(name)
    ? (other: string) => other === `${stem}.json` || other === `${stem}.jsonc`
    : (other: string) => other.startsWith(`${stem}.parameters`) && /\.jsonc?$/i.test(other);
  return siblings.filter((other) => other !== name && wanted(other)).map((other) => join(dirname(file), other));
}

/** Candidate files below a folder. Links to folders are not followed: they lead out of the tree, or in circles. */
async function walk(folder: string, root: string): Promise<string[]> {
  const { default: ignore } = await import('ignore');
  const files: string[] = [];
  const visit = async (
    directory: string,
    rules: readonly { base: string; ignores: (path: string) => boolean }[],
  ): Promise<void> => {
    const own = await readFile(join(directory, '.gitignore'), 'utf8').catch(() => undefined);
    const matcher = own === undefined ? undefined : ignore().add(own);
    const all = matcher ? [...rules, { base: directory, ignores: (path: string) => matcher.ignores(path) }] : rules;
    const isIgnored = (path: string, isFolder: boolean) =>
      all.some(({ base, ignores }) => ignores(relativePath(base, path) + (isFolder ? '/' : '')));
    for (const entry of await readdir(directory, { withFileTypes: true }).catch(() => [])) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== '.git' && entry.name !== 'node_modules' && !isIgnored(path, true)) await visit(path, all);
      } else if (candidate.test(entry.name) && !isIgnored(path, false)) files.push(path);
    }
  };
  await visit(folder, await parentRules(folder, root));
  return files;
}

/** The `.gitignore` files above a folder count for it, too. */
async function parentRules(
  folder: string,
  root: string,
): Promise<{ base: string; ignores: (path: string) => boolean }[]> {
  const { default: ignore } = await import('ignore');
  const rules: { base: string; ignores: (path: string) => boolean }[] = [];
  for (let parent = dirname(folder); parent.startsWith(root) && parent !== folder; parent = dirname(parent)) {
    const text = await readFile(join(parent, '.gitignore'), 'utf8').catch(() => undefined);
    const matcher = text === undefined ? undefined : ignore().add(text);
    if (matcher) rules.push({ base: parent, ignores: (path) => matcher.ignores(path) });
    if (parent === dirname(parent)) break;
  }
  return rules;
}

/** Reads files as text; what can't be read is said, and the others still come back. */
export async function readFiles(paths: readonly string[], root: string): Promise<ReadFiles> {
  const result: ReadFiles = { files: [], unreadable: [] };
  for (const path of paths) {
    const name = relativePath(root, path);
    const text = await readText(path).catch((error: NodeJS.ErrnoException) => ({ message: inWords(error) }));
    if (typeof text === 'string') result.files.push(new SourceFile(name, text));
    else result.unreadable.push({ path: name, message: text.message });
  }
  return result;
}

async function readText(path: string): Promise<string> {
  // A pipe or device would block or never end.
  const info = await lstat(await realpath(path));
  if (!info.isFile()) throw new Error('not a regular file.');
  if (info.size > maximumBytes)
    throw new Error(`larger than ${maximumBytes / 1024 / 1024} MB (limit). Split it, or leave it out with --ignore.`);
  return decode(await readFile(path));
}

/** Bytes as text: UTF-8, or UTF-16 with a byte order mark (PowerShell 5 writes that). */
export function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error('not UTF-8 text. Save it as UTF-8.');
  }
}

function inWords(error: NodeJS.ErrnoException): string {
  const known: Record<string, string> = {
    EACCES: 'no permission to read it.',
    ENOENT: 'it does not exist (any more).',
    ELOOP: 'its links go in circles.',
  };
  return known[error.code ?? ''] ?? error.message;
}
