import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Unreadable } from '../engine/lint.ts';
import { SourceFile } from '../source/source-file.ts';
import { isBelow, linkOut, relativePath } from './paths.ts';

export const bytesPerMegabyte = 1024 * 1024;

/** Larger files are not specs; reading them would cost memory for nothing. `--max-file-size` says otherwise. */
export const maximumBytes = 20 * bytesPerMegabyte;

/** A file that asks for more than it may have: it is reported as a finding, too. */
class LimitError extends Error {}

/** What was read, and what could not be. Paths are relative to the root. */
export interface ReadFiles {
  readonly files: readonly SourceFile[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads files as text; what can't be read is said, and the others still come back. One after the other: to have several on
 * their way takes six times the work.
 */
export async function readFiles(paths: readonly string[], root: string, maximum = maximumBytes): Promise<ReadFiles> {
  const files: SourceFile[] = [];
  const unreadable: Unreadable[] = [];
  for (const path of paths) {
    const name = relativePath(root, path);
    try {
      files.push(new SourceFile(name, readRegularFile(path, root, maximum)));
    } catch (error) {
      unreadable.push(unreadableFile(name, error as NodeJS.ErrnoException));
    }
  }
  return { files, unreadable };
}

/** A file that could not be read, with the reason. */
export const unreadableFile = (path: string, error: NodeJS.ErrnoException): Unreadable => ({
  path,
  message: inWords(error),
  ...(error instanceof LimitError ? { isLimit: true } : {}),
});

/** A pipe or device would block or never end: it is opened without waiting for its other end, and left. */
function readRegularFile(path: string, root: string, maximum: number): string {
  const handle = openInside(path, root);
  try {
    const info = fstatSync(handle);
    if (!info.isFile()) throw new Error(notRegular);
    checkSize(info.size, maximum);
    const bytes = readFileSync(handle);
    // It may have grown in between.
    checkSize(bytes.length, maximum);
    return decode(bytes);
  } finally {
    closeSync(handle);
  }
}

const notRegular = 'not a regular file. For the output of a command, use --stdin.';

// Windows has neither.
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;

/**
 * Opens a file. A link is followed when it stays in the repository, or beside itself: a pull request must not make a
 * checker read, and show, what else is on its machine. Asked again here, because a file can be replaced by a link.
 */
function openInside(path: string, root: string): number {
  try {
    return openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENXIO') throw new Error(notRegular);
    if (code !== 'ELOOP') throw error;
  }
  const target = realpathSync(path);
  if ([root, dirname(path)].some((folder) => isBelow(realpathSync(folder), target)))
    return openSync(target, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  throw new Error(linkOut);
}

/** @throws LimitError */
export function checkSize(bytes: number, maximum: number): void {
  if (bytes <= maximum) return;
  const size = `${maximum / bytesPerMegabyte} MB (limit)`;
  throw new LimitError(`larger than ${size}. Split it, leave it out with --ignore, or raise --max-file-size.`);
}

/** A file or a pipe that the user named to be read to its end. @throws Error in words */
export async function readStream(path: string, maximum = maximumBytes): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(inWords(error));
  });
  checkSize(bytes.length, maximum);
  return decode(bytes);
}

/**
 * Reads a template that another one links to, when it is a file of the repository. Not asynchronous, because it is
 * asked for in the middle of an evaluation; a file that can't be read is one that isn't there.
 */
export function linkedReader(root: string, maximum = maximumBytes): (path: string) => SourceFile | undefined {
  return (path) => {
    try {
      const file = realpathSync(resolve(root, path));
      const info = statSync(file);
      if (!isBelow(realpathSync(root), file) || !info.isFile() || info.size > maximum) return undefined;
      return new SourceFile(path, decode(readFileSync(file)));
    } catch {
      return undefined;
    }
  };
}

/** Bytes as text: UTF-8, or UTF-16 with a byte order mark (PowerShell 5 writes that). @throws Error in words */
export function decode(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  // The first character of every text that we read is in ASCII, so that a zero beside it is half of UTF-16.
  const isUnmarked = encoding === 'utf-8' && bytes.length > 1 && (bytes[0] === 0) !== (bytes[1] === 0);
  if (isUnmarked) throw new Error('UTF-16 text without a byte order mark. Save it as UTF-8.');
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
