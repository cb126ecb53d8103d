import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configNames } from '../../config/config.ts';
import { Repository } from '../git.ts';
import { exists, repositoryOf } from '../paths.ts';
import type { World } from '../world.ts';
import { descriptions } from './hooks.ts';
import { type HookManager, type Host, hookManagers, hosts } from './words.ts';

/** What stands around the specs: where a set-up belongs, and what it has to fit in with. */
export interface Surroundings {
  /** The root of the repository, or the folder itself. */
  readonly root: string;
  readonly isRepository: boolean;
  /** The branch that is checked out. */
  readonly branch?: string;
  /** The default branch of the remote, as a ref such as `origin/main`. */
  readonly base?: string;
  /** Which host checks pull requests, and what shows it. */
  readonly host?: { readonly name: Host; readonly sign: string };
  readonly hookManager?: HookManager;
  /** A configuration of this linter that is there already. */
  readonly configuration?: string;
  /** Whether package.json names this linter. */
  readonly isInstalled: boolean;
  /** Where the configuration of a hook manager stands, or will. */
  readonly hookPaths: Readonly<Record<HookManager, string>>;
}

/** Looks around a folder: reads, and changes nothing. */
export async function lookAround(folder: string, env: World['env']): Promise<Surroundings> {
  const repository = await repositoryOf(folder);
  const root = repository ?? folder;
  const git = new Repository(root, env);
  const [remote, branch] = repository === undefined ? [] : await Promise.all([git.remote(), git.branch()]);
  const [host, packageJson] = await Promise.all([hostOf(root, remote?.address), readPackage(root)]);
  const hookPaths = await pathsOfHooks(root, packageJson);
  const hookManager = await hookManagerOf(root, hookPaths);
  const [configuration] = await existing(root, configNames);
  return {
    root,
    isRepository: repository !== undefined,
    isInstalled: 'azlocal-lint' in { ...packageJson.dependencies, ...packageJson.devDependencies },
    hookPaths,
    ...(branch === undefined ? {} : { branch }),
    ...(remote?.defaultBranch === undefined ? {} : { base: remote.defaultBranch }),
    ...(host === undefined ? {} : { host }),
    ...(hookManager === undefined ? {} : { hookManager }),
    ...(configuration === undefined ? {} : { configuration }),
  };
}

const pipelineFiles: Readonly<Record<Host, string>> = {
  github: '.github/workflows',
  azure: 'azure-pipelines.yml',
  gitlab: '.gitlab-ci.yml',
};

/** What runs here already says more than where the code is kept: GitHub's code may be checked by Azure Pipelines. */
async function hostOf(root: string, address: string | undefined): Promise<Surroundings['host']> {
  const files = await existing(root, Object.values(pipelineFiles));
  const running = hosts.filter((name) => files.includes(pipelineFiles[name]));
  const machine = address === undefined ? '' : machineOf(address);
  const keeping = hosts.find((name) => machines[name].test(machine));
  const [only] = running;
  if (only !== undefined && (running.length === 1 || keeping === undefined))
    return { name: only, sign: pipelineFiles[only] };
  return keeping === undefined ? undefined : { name: keeping, sign: `the remote is ${machine}` };
}

/** Hosts of one's own are mostly called after what they run. */
const machines: Readonly<Record<Host, RegExp>> = {
  github: /(^|\.)github\./,
  azure: /(^|\.)(dev\.azure\.com|visualstudio\.com)$/,
  gitlab: /(^|\.)gitlab\./,
};

/** The machine of a remote: of a URL, or of `git@machine:path`. Never the rest, which may have a password in it. */
function machineOf(address: string): string {
  const [, machine = ''] = /^(?:\w+:\/\/)?(?:[^@/]*@)?([^:/]+)/.exec(address) ?? [];
  return machine.toLowerCase();
}

interface Package {
  readonly dependencies?: object;
  readonly devDependencies?: object;
  readonly 'lint-staged'?: unknown;
}

/** package.json; one that can't be read is none: it is not ours to complain about. */
async function readPackage(root: string): Promise<Package> {
  try {
    const read: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}

async function pathsOfHooks(root: string, packageJson: Package): Promise<Surroundings['hookPaths']> {
  const found = async (manager: HookManager): Promise<[HookManager, string]> => {
    const { files } = descriptions[manager];
    const [first] = await existing(root, files);
    const isInPackage = manager === 'lint-staged' && packageJson['lint-staged'] !== undefined;
    return [manager, isInPackage ? 'package.json' : (first ?? (files[0] as string))];
  };
  return Object.fromEntries(await Promise.all(hookManagers.map(found))) as Record<HookManager, string>;
}

/** The manager in use: the first, where one runs another. */
async function hookManagerOf(root: string, paths: Surroundings['hookPaths']): Promise<HookManager | undefined> {
  for (const manager of hookManagers) {
    const signs = await existing(root, [...descriptions[manager].signs, paths[manager]]);
    if (signs.length > 0) return manager;
  }
  return undefined;
}

async function existing(root: string, paths: readonly string[]): Promise<string[]> {
  const are = await Promise.all(paths.map((path) => exists(join(root, path))));
  return paths.filter((_, index) => are[index]);
}
