import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Repository } from './git.ts';
import { check } from './init/checks.ts';
import { ask, type Choices, confirm, detected } from './init/choices.ts';
import { configuration } from './init/configuration.ts';
import { hook } from './init/hooks.ts';
import type { Piece } from './init/piece.ts';
import { foundText, outcomeText, plannedText } from './init/said.ts';
import { findSpecs } from './init/specs.ts';
import { lookAround, type Surroundings } from './init/surroundings.ts';
import { isTaken, writePieces } from './init/write-pieces.ts';
import { version } from './package.ts';
import { exists, noSuchPath } from './paths.ts';
import { readSettings, type SettingArguments } from './settings.ts';
import { type Conversation, exitCodes, UsageError, type World } from './world.ts';

/** The options of `azlocal-lint init`, as commander hands them over. */
export interface InitArguments extends Pick<SettingArguments, 'release' | 'preset' | 'base' | 'ignore' | 'failOn'> {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly hook?: Choices['hook'];
  readonly check?: Choices['check'];
}

/** `azlocal-lint init [folder]`: configuration, hook and check of pull requests for a repository. @throws UsageError */
export async function initCommand(folder: string, options: InitArguments, world: World): Promise<number> {
  const conversation = await converse(options, world);
  try {
    const surroundings = await lookAround(await existingFolder(folder, world), world.env);
    const { root } = surroundings;
    const checkSpecs = await findSpecs(await readSettings([], options, { ...world, cwd: root }));
    world.stdout(foundText(surroundings, await checkSpecs({})));

    const choices = await choose(options, surroundings, conversation, world);
    const pieces = await piecesOf(choices, surroundings);
    const taken = await Promise.all(pieces.map(({ path }) => isTaken(resolve(root, path))));
    const written = pieces.filter((_, index) => !taken[index]);
    const kept = await Promise.all(
      pieces.filter((_, index) => taken[index]).map((piece) => withoutWhatIsThere(piece, root)),
    );
    if (conversation && written.length > 0) {
      world.stdout(plannedText(written));
      await confirm(written.length, conversation);
    }
    const isDryRun = options.dryRun ?? false;
    if (!isDryRun) await writePieces(written, root);
    const { release, preset } = choices;
    const report = await checkSpecs(surroundings.configuration === undefined ? { release, preset } : {});
    world.stdout(outcomeText({ written, kept, isDryRun, report }));
    return exitCodes.clean;
  } finally {
    conversation?.end();
  }
}

/** Somebody to ask, unless nothing is to be asked. @throws UsageError when nobody is there */
async function converse({ yes, dryRun }: InitArguments, world: World): Promise<Conversation | undefined> {
  if (yes || dryRun) return undefined;
  if (world.converse) return world.converse();
  throw new UsageError(
    'init asks a few questions, and this is no terminal. Add --yes to take what it detects, or --dry-run to see that first.',
  );
}

async function existingFolder(folder: string, { cwd }: World): Promise<string> {
  const path = resolve(cwd, folder);
  const info = await stat(path).catch(() => undefined);
  if (info?.isDirectory()) return path;
  if (info) throw new UsageError(`"${folder}" is a file. Name the folder of a repository.`);
  throw new UsageError(`there is no folder "${folder}".${await noSuchPath(folder, cwd)}`);
}

/** A file that names the linter already needs nothing more. */
async function withoutWhatIsThere(piece: Piece, root: string): Promise<Piece> {
  const text = await readFile(resolve(root, piece.path), 'utf8').catch(() => '');
  const { path, purpose } = piece;
  return text.includes('azlocal-lint') ? { path, purpose, text, next: [] } : piece;
}

/** What is said on the command line, else what is answered, else what was detected. @throws UsageError */
async function choose(
  options: InitArguments,
  surroundings: Surroundings,
  conversation: Conversation | undefined,
  { env }: World,
): Promise<Choices> {
  const { release, preset, base, ignore = [], failOn, hook, check } = options;
  const isBase = async (name: string) =>
    (await exists(resolve(surroundings.root, name))) ||
    (await new Repository(surroundings.root, env).commitOf(name)) !== undefined;
  if (base !== undefined && !(await isBase(base))) {
    throw new UsageError(`--base ${base}: that is neither a commit, a folder nor a file.`);
  }
  if (!surroundings.isRepository && [hook, check].some((word) => word !== undefined && word !== 'none')) {
    throw new UsageError('hooks and checks of pull requests need a git repository. Run "git init" first.');
  }
  const taken = detected(surroundings);
  const choices: Choices = {
    release: release ?? taken.release,
    preset: preset ?? taken.preset,
    base: base ?? taken.base,
    ignore,
    failOn,
    hook: hook ?? taken.hook,
    check: check ?? taken.check,
    upload: false,
  };
  return conversation ? ask(choices, surroundings, conversation, isBase) : choices;
}

/** The files of a set-up. */
async function piecesOf(choices: Choices, surroundings: Surroundings): Promise<Piece[]> {
  const { branch, base, hookPaths, isInstalled } = surroundings;
  const protectedBranch = base?.replace(/^[^/]+\//, '') ?? branch ?? 'main';
  const made = version();
  return [
    configuration(choices, surroundings.configuration, made),
    ...(choices.hook === 'none' ? [] : [hook(choices.hook, hookPaths[choices.hook], made, isInstalled)]),
    ...(choices.check === 'none'
      ? []
      : [check(choices.check, { version: made, branch: protectedBranch, upload: choices.upload })]),
  ];
}
