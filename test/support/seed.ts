import { type LintInput, type LintOptions, lint as lintWith, type Report } from '../../src/index.ts';

/** Checks with the rules of the overview page: for tests that are about the engine and need few rules that never change. */
export const lint = (input: LintInput, options: LintOptions = {}): Promise<Report> =>
  lintWith(input, { preset: 'seed', ...options });
