import { spawn } from 'node:child_process';
import type { Unreadable } from '../engine/lint.ts';
import { nearest } from '../model/nearest.ts';
import { SourceFile } from '../source/source-file.ts';
import type { PathTest } from './ignore.ts';
import { isCandidate } from './paths.ts';
import { checkSize, decode, type ReadFiles, unreadableFile } from './read-files.ts';
import { UsageError, type World } from './world.ts';

/** A git hook's variables: they name the repository of the hook, which need not be the one that is asked. */
const hookVariables = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_NAMESPACE'];

/** A git repository, asked only for what it stores: work tree and index are not touched, and nothing of it is run. */
export class Repository {
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;

  /** @param ofHook whether the repository is the one whose hook this runs in, with the index of that commit */
  constructor(folder: string, env: World['env'], ofHook = false) {
    this.#folder = folder;
    this.#env = { ...env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
    for (const name of hookVariables) if (!ofHook || name !== 'GIT_INDEX_FILE') delete this.#env[name];
  }

  /** The commit that a ref names, or undefined. */
  async commitOf(ref: string): Promise<string | undefined> {
    if (ref.startsWith('-')) return undefined;
    const { code, output } = await this.#git([
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${ref}^{commit}`,
    ]);
    return code === 0 ? output.toString().trim() : undefined;
  }

  /**
   * The specs of a commit, with paths relative to the root of the repository.
   *
   * @throws UsageError when there is no such commit: it says what to do
   */
  async specsOf(ref: string, ignored: PathTest, maximum: number): Promise<ReadFiles> {
    const commit = await this.#existing(ref);
    if (commit === undefined) return { files: [], unreadable: [] };
    return this.#specs(
      await this.#must(['ls-tree', '-r', '-z', '--full-tree', commit]),
      ignored,
      maximum,
      'in the base: ',
    );
  }

  /** The specs of the index, as the next commit will have them. @throws UsageError */
  async stagedSpecs(ignored: PathTest, maximum: number): Promise<ReadFiles> {
    return this.#specs(await this.#must(['ls-files', '--stage', '-z']), ignored, maximum, '');
  }

  /** The last commit that a ref and the present one have in common. @throws UsageError */
  async mergeBase(ref: string): Promise<string> {
    const commit = await this.#existing(ref);
    if (commit === undefined) return ref;
    const { code, output } = await this.#git(['merge-base', commit, 'HEAD']);
    if (code === 0) return output.toString().trim();
    const isShallow = /true/.test((await this.#git(['rev-parse', '--is-shallow-repository'])).output.toString());
    throw new UsageError(
      `"${ref}" and HEAD have no commit in common.${isShallow ? ' The clone is shallow. Fetch the older commits first: git fetch --unshallow' : ''}`,
    );
  }

  /**
   * Paths that differ from a commit: in the index, or in the work tree, new files included. A renamed file is its old
   * and its new path. All of it is new before the first commit.
   *
   * @throws UsageError
   */
  async changedPaths(ref: string, staged: boolean): Promise<string[]> {
    const commit = await this.#existing(ref);
    if (commit === undefined) return this.paths(staged);
    const diff = ['diff', ...(staged ? ['--cached'] : []), '--name-only', '--no-renames', '-z', commit, '--'];
    const untracked = staged ? [] : await this.#lines(['ls-files', '--others', '--exclude-standard', '-z']);
    return [...(await this.#lines(diff)), ...untracked];
  }

  /** All paths of the index, or of the work tree with its new files. @throws UsageError */
  paths(staged: boolean): Promise<string[]> {
    return this.#lines(['ls-files', '-z', ...(staged ? [] : ['--cached', '--others', '--exclude-standard'])]);
  }

  /** Paths of JSON files with a word in them. @throws UsageError */
  async mentioning(word: string, staged: boolean): Promise<string[]> {
    const where = staged ? ['--cached'] : ['--untracked'];
    const args = ['grep', '-lzFi', ...where, '-e', word, '--', '*.json', '*.jsonc'];
    const { code, output, message } = await this.#git(args);
    if (code > 1) throw new UsageError(`git grep failed: ${message}`);
    return output.toString('utf8').split('\0').filter(Boolean);
  }

  /** Where the repository is shared: `origin`, else its first remote, with the ref of its default branch. */
  async remote(): Promise<{ readonly address: string; readonly defaultBranch?: string } | undefined> {
    const names = await this.#words(['remote']);
    const name = names.includes('origin') ? 'origin' : names[0];
    if (name === undefined) return undefined;
    const [address = ''] = await this.#words(['remote', 'get-url', name]);
    // A clone knows it; a remote that was added later leaves it to the usual names.
    const head = await this.#words(['symbolic-ref', '--quiet', '--short', `refs/remotes/${name}/HEAD`]);
    for (const ref of [...head, `${name}/main`, `${name}/master`]) {
      if ((await this.commitOf(ref)) !== undefined) return { address, defaultBranch: ref };
    }
    return { address };
  }

  /** The branch that is checked out, born or not; undefined for a commit that is no branch. */
  async branch(): Promise<string | undefined> {
    return (await this.#words(['symbolic-ref', '--quiet', '--short', 'HEAD']))[0];
  }

  /** The commit of a ref; undefined for HEAD before the first commit. @throws UsageError */
  async #existing(ref: string): Promise<string | undefined> {
    const commit = await this.commitOf(ref);
    if (commit !== undefined || (ref === 'HEAD' && (await this.#isUnborn()))) return commit;
    throw new UsageError(`"${ref}" ${await this.#whyNot(ref)}`);
  }

  async #lines(args: readonly string[]): Promise<string[]> {
    return (await this.#must(args)).toString('utf8').split('\0').filter(Boolean);
  }

  /** The lines of an answer; none when git has no answer. */
  async #words(args: readonly string[]): Promise<string[]> {
    const { code, output } = await this.#git(args);
    return code === 0 ? output.toString().split('\n').filter(Boolean) : [];
  }

  /** Reads what a listing of `ls-tree` or `ls-files --stage` names. */
  async #specs(listing: Buffer, ignored: PathTest, maximum: number, from: string): Promise<ReadFiles> {
    const entries = listing
      .toString('utf8')
      .split('\0')
      .flatMap((line) => {
        const [, id, path] = /^100\d{3} (?:blob )?([0-9a-f]+)(?: \d)?\t([\s\S]+)$/.exec(line) ?? [];
        return id !== undefined && path !== undefined && isCandidate(path) && !ignored(path) ? [{ id, path }] : [];
      });
    if (entries.length === 0) return { files: [], unreadable: [] };
    const ask = (how: string, of: readonly { id: string }[]) =>
      this.#must(['cat-file', how], of.map(({ id }) => `${id}\n`).join(''));
    const files: SourceFile[] = [];
    const unreadable: Unreadable[] = [];
    const attempt = (path: string, read: () => void): boolean => {
      try {
        read();
        return true;
      } catch (error) {
        const reason = unreadableFile(path, error as Error);
        unreadable.push({ ...reason, message: `${from}${reason.message}` });
        return false;
      }
    };
    // Asked first: what is too large is not even read.
    const infos = (await ask('--batch-check', entries)).toString('latin1').split('\n');
    const small = entries.filter(({ path }, index) =>
      attempt(path, () => checkSize(sizeOf(infos[index] as string), maximum)),
    );
    const answer = await ask('--batch', small);
    let at = 0;
    for (const { path } of small) {
      const start = answer.indexOf(10, at) + 1;
      const end = start + sizeOf(answer.toString('latin1', at, start - 1));
      attempt(path, () => files.push(new SourceFile(path, decode(answer.subarray(start, end)))));
      at = end + 1;
    }
    return { files, unreadable };
  }

  /** Before the first commit there is nothing to compare with, and so nothing that can't be changed. */
  async #isUnborn(): Promise<boolean> {
    return (await this.#git(['symbolic-ref', '--quiet', 'HEAD'])).code === 0;
  }

  async #whyNot(ref: string): Promise<string> {
    const { code, message } = await this.#git(['rev-parse', '--git-dir']);
    if (/not a git repository/.test(message)) return 'is neither a file nor a folder, and this is no git repository.';
    if (code !== 0) return `is neither a file nor a folder, and git can't be asked: ${message}`;
    const refs = await this.#words(['for-each-ref', '--format=%(refname:short)']);
    const meant = refs.find((known) => known.endsWith(`/${ref}`)) ?? nearest(ref, refs);
    const [remote] = await this.#words(['remote']);
    const isShallow = (await this.#words(['rev-parse', '--is-shallow-repository']))[0] === 'true';
    const said = [
      'is neither a file, a folder nor a commit of this repository.',
      meant === undefined ? '' : `Did you mean "${meant}"?`,
      isShallow ? 'The clone is shallow.' : '',
      remote !== undefined && (isShallow || meant === undefined) ? fetchHint(ref, remote, isShallow) : '',
    ];
    return said.filter((sentence) => sentence !== '').join(' ');
  }

  async #must(args: readonly string[], input?: string): Promise<Buffer> {
    const { code, output, message } = await this.#git(args, input);
    if (code !== 0) throw new UsageError(`git ${args[0]} failed: ${message}`);
    return output;
  }

  #git(args: readonly string[], input = ''): Promise<{ code: number; output: Buffer; message: string }> {
    return new Promise((done) => {
      const child = spawn('git', ['-C', this.#folder, ...args], { env: this.#env });
      const [output, errors]: [Buffer[], Buffer[]] = [[], []];
      child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
      child.on('error', () =>
        done({ code: 127, output: Buffer.alloc(0), message: 'there is no git on this machine.' }),
      );
      child.on('close', (code) =>
        done({ code: code ?? 1, output: Buffer.concat(output), message: Buffer.concat(errors).toString().trim() }),
      );
      // A git that ends early closes its input; its exit code says why.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
    });
  }
}

/** How to get a commit, and for a branch also the ref: a clone that was made for one branch does not map the others. */
function fetchHint(ref: string, remote: string, isShallow: boolean): string {
  if (/[~^@:]/.test(ref)) return isShallow ? 'Fetch the older commits first: git fetch --unshallow' : '';
  if (/^[0-9a-f]{40,64}$/.test(ref))
    return `Fetch it first: git fetch ${isShallow ? '--depth=1 ' : ''}${remote} ${ref}`;
  const branch = ref.startsWith(`${remote}/`) ? ref.slice(remote.length + 1) : ref;
  const fetch = `git fetch ${isShallow ? '--depth=1 ' : ''}${remote} ${branch}:refs/remotes/${remote}/${branch}`;
  return `Fetch it first: ${fetch}${ref === branch ? ` and use --base ${remote}/${branch}` : ''}`;
}

/** The bytes of a blob, from what `git cat-file` says of it: `id type size`, or `id missing`. @throws Error in words */
function sizeOf(info: string): number {
  const [, type, size] = info.split(' ');
  if (type !== 'blob') throw new Error('git does not have its content.');
  return Number(size);
}
