import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MergeError, mergeSarif } from '../reporters/merge-sarif.ts';
import { writeWhole } from './output.ts';
import { noSuchPath } from './paths.ts';
import { exitCodes, UsageError, type World } from './world.ts';

/** `azlocal-lint merge <logs…>`: one SARIF log of several. @throws UsageError */
export async function mergeCommand(
  paths: readonly string[],
  options: { readonly output?: string },
  world: World,
): Promise<number> {
  const logs = await Promise.all(
    paths.map(async (path) => {
      const text = await readFile(resolve(world.cwd, path), 'utf8').catch(async () => {
        throw new UsageError(`merge: ${path} can't be read.${await noSuchPath(path, world.cwd)}`);
      });
      return { path, text };
    }),
  );
  const merged = mergedOrUsageError(logs);
  if (options.output === undefined) world.stdout(merged);
  else await writeWhole(options.output, merged, world.cwd);
  return exitCodes.clean;
}

function mergedOrUsageError(logs: Parameters<typeof mergeSarif>[0]): string {
  try {
    return mergeSarif(logs);
  } catch (error) {
    if (error instanceof MergeError) throw new UsageError(`merge: ${error.message}.`);
    throw error;
  }
}
