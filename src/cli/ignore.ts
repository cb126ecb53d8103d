import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ignore from 'ignore';
import { relativePath } from './paths.ts';
import { UsageError } from './world.ts';

/** Whether a path is meant: relative to the root of the run, a folder with `/` at its end. */
export type PathTest = (path: string) => boolean;

/**
 * Patterns as `.gitignore` has them, and `{a,b}` besides, as one test: later ones win and `!` takes back.
 *
 * @param folder what the patterns are relative to
 */
export function patternTest(patterns: readonly string[], folder: string, root: string): PathTest {
  if (patterns.length === 0) return () => false;
  const matcher = ignore().add(patterns.flatMap((pattern) => alternatives(pattern.replace(/^(!?)\.\//, '$1/'))));
  return (path) => {
    const inside = relativePath(folder, resolve(root, path)) + (path.endsWith('/') ? '/' : '');
    return ignore.isPathValid(inside) && matcher.ignores(inside);
  };
}

/** One pattern may stand for so many: braces multiply, and the configuration may be a stranger's. */
const maximumAlternatives = 1000;

/** `a.{json,yaml}` is `a.json` and `a.yaml`. @throws UsageError for a pattern that stands for very many */
function alternatives(pattern: string): string[] {
  const done: string[] = [];
  const waiting = [pattern];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const braces = /\{([^{},]*,[^{}]*)\}/.exec(one);
    if (braces) {
      const [whole, list = ''] = braces;
      const [before, after] = [one.slice(0, braces.index), one.slice(braces.index + whole.length)];
      // The order counts: a later pattern wins.
      for (const item of list.split(',').reverse()) waiting.push(before + item + after);
    } else done.push(one);
    if (done.length + waiting.length > maximumAlternatives)
      throw new UsageError(
        `the pattern "${pattern}" stands for more than ${maximumAlternatives} others. Write fewer braces.`,
      );
  }
  return done;
}

/** What the `.gitignore` files from one folder downwards say. A deeper file wins over those above it. */
export class GitIgnore {
  readonly #top: string;
  readonly #matchers = new Map<string, ignore.Ignore | undefined>();

  /** @param top the folder above which no `.gitignore` counts */
  constructor(top: string) {
    this.#top = top;
  }

  /** @param path absolute */
  ignores(path: string, kind: 'file' | 'folder'): boolean {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const matcher = this.#matcher(folder);
      const verdict = matcher?.test(relativePath(folder, path) + (kind === 'folder' ? '/' : ''));
      if (verdict?.ignored) return true;
      if (verdict?.unignored || folder === this.#top || folder === dirname(folder)) return false;
    }
  }

  #matcher(folder: string): ignore.Ignore | undefined {
    if (!this.#matchers.has(folder)) this.#matchers.set(folder, readGitIgnore(folder));
    return this.#matchers.get(folder);
  }
}

function readGitIgnore(folder: string): ignore.Ignore | undefined {
  const file = join(folder, '.gitignore');
  try {
    if (existsSync(file)) return ignore().add(readFileSync(file, 'utf8'));
  } catch {
    // What can't be read says nothing.
  }
  return undefined;
}
