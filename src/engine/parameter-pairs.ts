import type { ParametersOf } from '../inputs/index.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { LintInput, LintOptions } from './lint.ts';

/**
 * Says which parameter files belong to a template: those named on the command line, else those that the
 * configuration pairs with it, else those beside it with its name: `x.json` takes `x.parameters.json` and
 * `x.parameters.prod.json`. Several files are several deployments, told apart by the part that differs.
 */
export function parameterPairing(input: LintInput, options: LintOptions): ParametersOf {
  return (template, candidates) => {
    const named = input.parameters ?? [];
    if (named.length > 0)
      return named.map((file) => ({ environment: named.length > 1 ? environmentOf(file) : '', files: [file] }));
    const configured = options.parameterPairs?.find((pair) => pair.template(template.path));
    const files = configured
      ? candidates.filter((file) => configured.parameters(file.path))
      : candidates.filter((file) => isBeside(template.path, file.path));
    return files.map((file) => ({ environment: environmentOf(file), files: [file] }));
  };
}

function isBeside(template: string, parameters: string): boolean {
  const stem = template.replace(/\.jsonc?$/i, '');
  if (stem === template || !parameters.startsWith(`${stem}.parameters`)) return false;
  return /^(\.[^/]+)?\.jsonc?$/i.test(parameters.slice(`${stem}.parameters`.length));
}

/** `vm.parameters.prod.json` is the environment `prod`; `vm.parameters.json` has no name of its own. */
const environmentOf = (file: SourceFile): string => /\.parameters\.([^/]+)\.jsonc?$/i.exec(file.path)?.[1] ?? '';
