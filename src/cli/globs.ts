import ignore from 'ignore';
import { relativePath } from './paths.ts';

/**
 * Whether an absolute path matches one of the globs, which are relative to `folder` and mean what they mean in a
 * `.gitignore` file (`*.json` at any depth, `lab/` and everything in it), with braces beside.
 */
export function matcher(globs: readonly string[], folder: string): (absolute: string) => boolean {
  const patterns = globs.flatMap((glob) => withoutBraces(glob.replace(/^\.\//, '')));
  const { ignores } = { ignores: ignore().add(patterns) };
  return (absolute) => {
    const path = relativePath(folder, absolute);
    return path !== '' && !path.startsWith('../') && ignores.ignores(path);
  };
}

/** `a.{yaml,yml}` as `a.yaml` and `a.yml`: git's patterns have no braces, but people write them. */
export function withoutBraces(glob: string): string[] {
  const match = /\{([^{}]*,[^{}]*)\}/.exec(glob);
  if (!match) return [glob];
  const [before, after] = [glob.slice(0, match.index), glob.slice(match.index + match[0].length)];
  return (match[1] as string).split(',').flatMap((choice) => withoutBraces(before + choice + after));
}
