import { resolve } from 'node:path';
import type { LintInput } from '../engine/lint.ts';
import { counted } from '../reporters/reporter.ts';
import { SourceFile } from '../source/source-file.ts';
import { type Base, readBase } from './base.ts';
import { changedSpecs, isBelow } from './changed.ts';
import { companions, type FoundFiles, findFiles } from './find-files.ts';
import { Repository } from './git.ts';
import type { PathTest } from './ignore.ts';
import { exists, noSuchPath, relativePath } from './paths.ts';
import type { Progress } from './progress.ts';
import {
  checkSize,
  decode,
  linkedReader,
  type ReadFiles,
  readFiles,
  readStream,
  unreadableFile,
} from './read-files.ts';
import type { Settings } from './settings.ts';
import { UsageError, type World } from './world.ts';

/** What the command line says of what to check. */
export interface InputArguments {
  readonly live?: readonly string[];
  readonly whatIf?: readonly string[];
  readonly parameters?: readonly string[];
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
}

/** Reads all that a run needs: specs, base, live state, parameters. @throws UsageError */
export async function readInput(
  options: InputArguments,
  settings: Settings,
  world: World,
  progress: Progress,
): Promise<LintInput> {
  if (settings.changes) return readChanges(options, settings, world, progress);
  const { root, maximumBytes } = settings;
  progress.step(settings.base ? `Reading the base ${settings.base.name}` : 'Looking for specs');
  const base = settings.base && (await readBase(settings.base.name, settings.base.folder, settings, world));
  const found = await findSpecs(options, settings, base, world);
  progress.step(`Reading ${counted(found.files.length, 'file')}`);
  const read = await readFiles(found.files, root, maximumBytes);
  const stdin = readsStdin(options) ? await readStdin(options, settings, world) : undefined;
  return {
    files: [...read.files, ...(stdin?.files ?? [])],
    skipped: found.skipped,
    unreadable: [...found.unreadable, ...read.unreadable, ...(stdin?.unreadable ?? []), ...(base?.unreadable ?? [])],
    readLinked: linkedReader(root, maximumBytes),
    ...(base ? { base: base.files } : {}),
    ...(await readAllNamed(options, settings, world.cwd)),
  };
}

/** Reads what differs from a commit, and what depends on it: the index or the work tree, and the same of the base. */
async function readChanges(
  options: InputArguments,
  settings: Settings,
  world: World,
  progress: Progress,
): Promise<LintInput> {
  const {
    root,
    maximumBytes,
    base: { name, folder } = { name: 'git:HEAD', folder: world.cwd },
    paths,
    ignored,
    check,
  } = settings;
  if (readsStdin(options)) throw new UsageError('--stdin reads one spec: leave out --staged and --changed-since.');
  const staged = settings.changes === 'index';
  progress.step(staged ? 'Looking at what is staged' : `Looking for changes since ${name.replace(/^git:/, '')}`);
  const repository = new Repository(root, world.env, staged);
  const ref = name.startsWith('path:') ? 'HEAD' : name.replace(/^git:/, '');
  const commit = settings.mergeBase ? await repository.mergeBase(ref) : ref;
  const isMeant = isBelow(paths, world.cwd, root);
  const wanted = await changedSpecs(repository, commit, staged, check.parameterPairs ?? [], isMeant);
  const isLeftOut = (path: string) => !wanted.has(path) || ignored(path);
  const here = staged ? [] : (await repository.paths(false)).filter((path) => !isLeftOut(path));
  const read = staged
    ? await repository.stagedSpecs(isLeftOut, maximumBytes)
    : await readFiles(
        here.map((path) => resolve(root, path)),
        root,
        maximumBytes,
      );
  const base = await readBase(name, folder, settings, world, (path) => wanted.has(path));
  return {
    files: read.files,
    unreadable: [...read.unreadable, ...base.unreadable],
    readLinked: linkedReader(root, maximumBytes),
    base: base.files,
    ...(await readAllNamed(options, settings, world.cwd)),
  };
}

/** Live state, what-if answers and parameters that options name. */
async function readAllNamed(
  options: InputArguments,
  settings: Settings,
  cwd: string,
): Promise<Pick<LintInput, 'live' | 'whatIf' | 'parameters'>> {
  const live = await readNamed('--live', options.live, settings, cwd);
  const whatIf = await readNamed('--what-if', options.whatIf, settings, cwd);
  const parameters = await readNamed('--parameters', options.parameters, settings, cwd);
  return { ...(live ? { live } : {}), ...(whatIf ? { whatIf } : {}), ...(parameters ? { parameters } : {}) };
}

const readsStdin = ({ stdin, stdinFilename }: InputArguments): boolean => stdin === true || stdinFilename !== undefined;

async function findSpecs(
  options: InputArguments,
  settings: Settings,
  base: Base | undefined,
  world: World,
): Promise<FoundFiles> {
  const { root, paths, ignored } = settings;
  if (readsStdin(options) && paths.length > 0) {
    throw new UsageError('--stdin reads one spec from standard input: name no other paths with it.');
  }
  const stdinFile = options.stdinFilename === undefined ? [] : [resolve(world.cwd, options.stdinFilename)];
  const beside = await Promise.all(stdinFile.map(companions));
  const found = readsStdin(options)
    ? { files: beside.flat(), skipped: [], unreadable: [] }
    : await findFiles(paths.length > 0 ? paths : ['.'], world.cwd, root, ignored);
  const paired = await pairedFiles([...found.files, ...stdinFile], settings);
  const files = new Set([...found.files, ...paired]);
  for (const file of stdinFile) files.delete(file);

  // Older specs that stand in a folder that is searched are what to compare with, not what to check.
  const older = new Set(base?.isHere ? base.files.map(({ path }) => resolve(root, path)) : []);
  const leftOut = found.files.filter((file) => older.has(file));
  return {
    files: [...files].filter((file) => !older.has(file)),
    skipped: [
      ...found.skipped,
      ...leftOut.map((file) => ({ path: relativePath(root, file), reason: 'part of the base' })),
    ],
    unreadable: found.unreadable,
  };
}

/** Templates and parameter files that the configuration pairs: one of them brings the others along. */
async function pairedFiles(files: readonly string[], { root, folder, ignored, check }: Settings): Promise<string[]> {
  const belongs =
    ({ template, parameters }: { template: PathTest; parameters: PathTest }) =>
    (file: string) => {
      const path = relativePath(root, file);
      return template(path) || parameters(path);
    };
  const tests = (check.parameterPairs ?? []).map(belongs).filter((test) => files.some(test));
  if (tests.length === 0) return [];
  const found = await findFiles(['.'], folder, root, ignored);
  return found.files.filter((file) => tests.some((test) => test(file)));
}

/** One spec from standard input; without a name, its first character tells JSON from YAML. */
async function readStdin(
  { stdinFilename }: InputArguments,
  { root, maximumBytes }: Settings,
  { cwd, stdin }: World,
): Promise<ReadFiles> {
  const bytes = await stdin();
  const pathOf = (name: string) => relativePath(root, resolve(cwd, name));
  try {
    checkSize(bytes.length, maximumBytes);
    const text = decode(bytes);
    const path = pathOf(stdinFilename ?? (/^\uFEFF?\s*([{[]|\/[/*]|$)/.test(text) ? 'stdin.json' : 'stdin.yaml'));
    return { files: [new SourceFile(path, text)], unreadable: [] };
  } catch (error) {
    const path = pathOf(stdinFilename ?? 'stdin.json');
    return { files: [], unreadable: [unreadableFile(path, error as Error)] };
  }
}

/** Files that an option names. They may be pipes: `--live <(az stack-hci-vm show …)`. @throws UsageError */
async function readNamed(
  flag: string,
  paths: readonly string[] | undefined,
  { root, maximumBytes }: Settings,
  cwd: string,
): Promise<SourceFile[] | undefined> {
  if (paths === undefined) return undefined;
  return Promise.all(
    paths.map(async (path) => {
      const absolute = resolve(cwd, path);
      if (path === '' || !(await exists(absolute)))
        throw new UsageError(`${flag} ${path}: there is no such file.${await noSuchPath(path, cwd)}`);
      const text = await readStream(absolute, maximumBytes).catch((error: Error) => {
        throw new UsageError(`${flag} ${path}: ${error.message}`);
      });
      return new SourceFile(relativePath(root, absolute), text);
    }),
  );
}
