import { spawn } from 'node:child_process';
import { relative, sep } from 'node:path';
import { SourceFile } from '../source/source-file.ts';
import { decode } from './files.ts';
import { UsageError } from './world.ts';

const candidate = /\.(jsonc?|ya?ml|tf)$/i;

/** Output of a git command; undefined when it failed. No shell, and nothing of the repository's is run. */
function git(cwd: string, args: readonly string[], input?: string): Promise<Buffer | undefined> {
  return new Promise((done) => {
    const child = spawn('git', ['-C', cwd, ...args], { stdio: ['pipe', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => done(undefined));
    child.on('close', (code) => done(code === 0 ? Buffer.concat(chunks) : undefined));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
}

/** The commit that a ref names, or undefined. */
export async function resolveRef(cwd: string, ref: string): Promise<string | undefined> {
  if (ref.startsWith('-')) return undefined;
  const output = await git(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  return output?.toString().trim() || undefined;
}

/** The specs of a commit, read from git's objects: the work tree and the index are not touched. */
export async function readCommit(root: string, ref: string): Promise<SourceFile[]> {
  const commit = await resolveRef(root, ref);
  if (commit === undefined) throw new UsageError(await unresolved(root, ref));
  const top = (await git(root, ['rev-parse', '--show-toplevel']))?.toString().trim() ?? root;
  const listing = await git(root, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  const entries = (listing?.toString('utf8') ?? '').split('\0').flatMap((line) => {
    const match = /^100\d{3} blob ([0-9a-f]+)\t([\s\S]+)$/.exec(line);
    return match && candidate.test(match[2] as string) ? [{ id: match[1] as string, path: match[2] as string }] : [];
  });
  const blobs = await git(root, ['cat-file', '--batch'], entries.map(({ id }) => `${id}\n`).join(''));
  if (!blobs) throw new UsageError(`git could not read the files of "${ref}".`);
  return contents(blobs, entries).map(({ path, text }) => new SourceFile(inRoot(top, root, path), text));
}

const inRoot = (top: string, root: string, path: string): string => {
  const prefix = relative(top, root).split(sep).join('/');
  return prefix !== '' && path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : path;
};

/** Splits the answer of `git cat-file --batch`: a line `id type size`, the bytes, a line break. */
function contents(answer: Buffer, entries: readonly { path: string }[]): { path: string; text: string }[] {
  const result: { path: string; text: string }[] = [];
  let at = 0;
  for (const { path } of entries) {
    const end = answer.indexOf(10, at);
    if (end < 0) break;
    const size = Number(answer.toString('latin1', at, end).split(' ')[2]);
    try {
      result.push({ path, text: decode(answer.subarray(end + 1, end + 1 + size)) });
    } catch {
      // A file that isn't text in the base can't be compared with; the one of today is complained about.
    }
    at = end + 1 + size + 1;
  }
  return result;
}

async function unresolved(root: string, ref: string): Promise<string> {
  if ((await git(root, ['rev-parse', '--git-dir'])) === undefined) {
    return `--base "${ref}" is neither a file nor a folder, and this is not a git repository.`;
  }
  const shallow = (await git(root, ['rev-parse', '--is-shallow-repository']))?.toString().trim() === 'true';
  const [remote, ...branch] = ref.split('/');
  const fetch =
    branch.length > 0
      ? `git fetch ${shallow ? '--depth=1 ' : ''}${remote} ${branch.join('/')}:refs/remotes/${ref}`
      : `git fetch origin ${ref}`;
  return `--base "${ref}" is neither a file, a folder nor a commit of this repository.${shallow ? ' The clone is shallow.' : ''} Fetch it first: ${fetch}`;
}
