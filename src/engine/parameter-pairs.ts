import type { ParametersOf } from '../inputs/index.ts';
import type { LintInput, LintOptions } from './lint.ts';

/**
 * Says which parameter files belong to a template: those that apply to all, else those that the configuration pairs
 * with it, else those beside it with its name: `x.json` takes `x.parameters.json` and `x.parameters.prod.json`,
 * and `template.json` a `parameters.json`.
 * Several files are several deployments.
 */
export function parameterPairing(input: LintInput, options: LintOptions): ParametersOf {
  return (template, candidates) => {
    // A base that has its own version of a named file is deployed with that.
    const own = (path: string) => candidates.find((candidate) => candidate.path === path);
    const named = input.parameters?.map((file) => own(file.path) ?? file);
    const configured = options.parameterPairs?.find((pair) => pair.template(template.path));
    const beside = candidates.filter(({ path }) => isBeside(template.path)(path));
    const files =
      named ??
      (configured
        ? candidates.filter(({ path }) => configured.parameters(path))
        : beside.length > 0
          ? beside
          : candidates.filter(({ path }) => path === portalParameters(template.path)));
    const environments = environmentsOf(files.map(({ path }) => path));
    return files.map((file, index) => ({ environment: environments[index] ?? '', files: [file] }));
  };
}

const isBeside = (template: string) => {
  const stem = template.replace(/\.jsonc?$/i, '');
  return (parameters: string): boolean =>
    stem !== template &&
    parameters.startsWith(`${stem}.parameters`) &&
    /^(\.[^/]+)?\.jsonc?$/i.test(parameters.slice(`${stem}.parameters`.length));
};

/** The portal and the quickstarts put `parameters.json` beside a template of one of these names. */
const portalParameters = (template: string): string | undefined =>
  /(^|\/)(template|azuredeploy|mainTemplate)\.json$/.test(template)
    ? template.replace(/(?<![^/])[^/]+$/, 'parameters.json')
    : undefined;

/**
 * What tells the deployments of a template apart: the word in `x.parameters.prod.json`, else the parts of the paths
 * that differ (`prod` of `environments/prod/x.json`). `x.parameters.json` has no word of its own.
 */
function environmentsOf(paths: readonly string[]): string[] {
  const words = paths.map((path) => /\.parameters\.([^/]+)\.jsonc?$/i.exec(path)?.[1] ?? '');
  if (new Set(words).size === paths.length) return words;
  const split = paths.map((path) => path.replace(/(\.parameters)?\.jsonc?$/i, '').split('/'));
  const differs = (index: number) => new Set(split.map((parts) => parts[index])).size > 1;
  return split.map((parts) => parts.filter((_, index) => differs(index)).join('/'));
}
