import { type FileHandle, open, stat } from 'node:fs/promises';
import { SourceFile } from '../source/source-file.ts';

/** A file that could not be read, and why. Its path is as in {@link SourceFile}. */
export interface Unreadable {
  readonly path: string;
  readonly message: string;
}

/** No spec that people write is larger; a larger file is data. */
export const maximumBytes = 20 * 1024 * 1024;

/** Says that a text of `bytes` is beyond {@link maximumBytes}. */
export const tooLarge = (bytes: number): string =>
  `the file has ${Math.ceil(bytes / 1024 / 1024)} MB, and ${maximumBytes / 1024 / 1024} MB is the limit`;

/**
 * Reads a file as text. Never throws: what is no file, too large, not allowed or not text becomes an {@link Unreadable}.
 *
 * @param path how reports call it
 */
export async function readSource(absolute: string, path: string): Promise<SourceFile | Unreadable> {
  let handle: FileHandle | undefined;
  try {
    // Asked before it is opened: opening a FIFO waits for somebody to write to it.
    const { size, isFile } = await statOf(absolute);
    if (!isFile) return { path, message: 'it is not a regular file' };
    if (size > maximumBytes) return { path, message: tooLarge(size) };
    handle = await open(absolute);
    return decode(path, await handle.readFile());
  } catch (error) {
    return { path, message: reasonOf(error) };
  } finally {
    await handle?.close();
  }
}

async function statOf(absolute: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(absolute);
  return { size: found.size, isFile: found.isFile() };
}

/** Bytes as text: UTF-8, or UTF-16 when a byte order mark says so. */
export function decode(path: string, bytes: Uint8Array): SourceFile | Unreadable {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new SourceFile(path, new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return { path, message: `the file is not ${encoding.toUpperCase()} text` };
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it does not exist',
  ELOOP: 'its symbolic links go in a circle',
  EISDIR: 'it is a folder',
};

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return reasons[code] ?? `it can't be read (${code || String(error)})`;
}
