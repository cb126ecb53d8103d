import { readFileSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SourceFile } from '../source/source-file.ts';
import { isBelow, relativePath } from './paths.ts';

/** Larger files are not specs; reading them would cost memory for nothing. */
export const maximumBytes = 20 * 1024 * 1024;

/** What was read, and what could not be. Paths are relative to the root. */
export interface ReadFiles {
  readonly files: readonly SourceFile[];
  readonly unreadable: readonly { readonly path: string; readonly message: string }[];
}

/**
 * Reads files as text; what can't be read is said, and the others still come back. One after the other: to have several on
 * their way takes six times the work.
 */
export async function readFiles(paths: readonly string[], root: string): Promise<ReadFiles> {
  const files: SourceFile[] = [];
  const unreadable: { path: string; message: string }[] = [];
  for (const path of paths) {
    const name = relativePath(root, path);
    try {
      files.push(new SourceFile(name, readRegularFile(path)));
    } catch (error) {
      unreadable.push({ path: name, message: inWords(error as NodeJS.ErrnoException) });
    }
  }
  return { files, unreadable };
}

/** A pipe or device would block or never end. */
function readRegularFile(path: string): string {
  const info = statSync(path);
  if (!info.isFile()) throw new Error('not a regular file. For the output of a command, use --stdin.');
  if (info.size > maximumBytes) throw new Error(tooLarge);
  return decode(readFileSync(path));
}

/** A file or a pipe that the user named to be read to its end. @throws Error in words */
export async function readStream(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(inWords(error));
  });
  if (bytes.length > maximumBytes) throw new Error(tooLarge);
  return decode(bytes);
}

/**
 * Reads a template that another one links to, when it is a file of the repository. Not asynchronous, because it is
 * asked for in the middle of an evaluation; a file that can't be read is one that isn't there.
 */
export function linkedReader(root: string): (path: string) => SourceFile | undefined {
  return (path) => {
    try {
      const file = realpathSync(resolve(root, path));
      const info = statSync(file);
      if (!isBelow(realpathSync(root), file) || !info.isFile() || info.size > maximumBytes) return undefined;
      return new SourceFile(path, decode(readFileSync(file)));
    } catch {
      return undefined;
    }
  };
}

export const tooLarge = `larger than ${maximumBytes / 1024 / 1024} MB (limit). Split it, or leave it out with --ignore.`;

/** Bytes as text: UTF-8, or UTF-16 with a byte order mark (PowerShell 5 writes that). @throws Error in words */
export function decode(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error('not UTF-8 text. Save it as UTF-8.');
  }
}

/** Bytes as text; undefined when they are none. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
}

/** A text in the encoding of the bytes that it replaces. */
export function encode(text: string, like: Uint8Array): Uint8Array {
  const mark = ((like[0] ?? 0) << 8) | (like[1] ?? 0);
  if (mark === 0xfffe) return Buffer.from(text, 'utf16le');
  return mark === 0xfeff ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text);
}

/** The text of a file with its byte order mark. */
export const wholeText = ({ hasByteOrderMark, text }: SourceFile): string =>
  `${hasByteOrderMark ? '\ufeff' : ''}${text}`;

/** An error of the file system in words. */
export function inWords(error: NodeJS.ErrnoException): string {
  const known: Record<string, string> = {
    EACCES: 'permission denied.',
    EPERM: 'permission denied.',
    EROFS: 'the disk is read-only.',
    ENOSPC: 'the disk is full.',
    EISDIR: 'it is a folder.',
    ENOENT: 'it does not exist, or is a link that leads nowhere.',
    EEXIST: 'a part of its path is a file, not a folder.',
    ENOTDIR: 'a part of its path is a file, not a folder.',
    ELOOP: 'its links go in circles.',
    ENAMETOOLONG: 'its path is too long to be read.',
  };
  return known[error.code ?? ''] ?? error.message;
}
