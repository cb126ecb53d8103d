import { dirname, join, resolve } from 'node:path';
import { type Config, configNames, readConfig } from '../config/config.ts';
import type { Rule } from '../engine/rule.ts';
import { SourceFile } from '../source/source-file.ts';
import { exists, leadsOut, noSuchPath, relativePath } from './paths.ts';
import { readStream } from './read-files.ts';
import { UsageError } from './world.ts';

/** A configuration, the folder that its paths are relative to, and its name as seen from here when there is one. */
export interface FoundConfig {
  readonly config: Config;
  readonly folder: string;
  readonly name?: string;
}

/**
 * The configuration, and the folder that its paths are relative to.
 *
 * @param wanted a path, false for none, anything else for the nearest one upwards, not beyond the repository
 * @throws UsageError with every complaint
 */
export async function findConfig(
  wanted: string | boolean | undefined,
  rules: readonly Rule[],
  root: string,
  cwd: string,
): Promise<FoundConfig> {
  if (wanted === false) return { config: {}, folder: root };
  const path = typeof wanted === 'string' ? resolve(cwd, wanted) : await nearestConfig(root, cwd);
  if (path === undefined) return { config: {}, folder: root };
  if (typeof wanted === 'string' && !(await exists(path))) {
    throw new UsageError(`--config ${wanted}: there is no such file.${await noSuchPath(wanted, cwd)}`);
  }
  const name = relativePath(cwd, path);
  if (typeof wanted !== 'string' && leadsOut(root, path))
    throw new UsageError(
      `the configuration ${name} is a link that leads out of the repository. Name it with --config.`,
    );
  const text = await readStream(path).catch((error: Error) => {
    throw new UsageError(`the configuration ${name} can't be read: ${error.message}`);
  });
  // Findings about it have paths from the root, as all findings; complaints go to who typed the command.
  const result = await readConfig(new SourceFile(relativePath(root, path), text), rules, name);
  if ('complaints' in result) throw new UsageError(`the configuration is not right.\n${result.complaints.join('\n')}`);
  return { config: result.config, folder: dirname(path), name };
}

async function nearestConfig(root: string, cwd: string): Promise<string | undefined> {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    for (const name of configNames) if (await exists(join(folder, name))) return join(folder, name);
    if (folder === root || dirname(folder) === folder) return undefined;
  }
}
