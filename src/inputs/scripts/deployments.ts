import { posix } from 'node:path';
import { argument, type Command } from '../../model/operation.ts';
import type { SourceFile } from '../../source/source-file.ts';
import type { TemplateDeployment } from './language.ts';

/**
 * The template that a command deploys, with its parameter files and its resource group, as far as they are known.
 * A deployment to a subscription has no group.
 * Source: references of `az deployment group create` and `az deployment sub create` (read 2026-11-24).
 */
export function deploymentOf(command: Command): TemplateDeployment[] {
  const [, scope] = /^deployment (?:(group|sub) )?create$/.exec(command.verb) ?? [undefined, 'none'];
  if (scope === 'none') return [];
  const template = argument(command, '--template-file', '-f').string;
  if (template === undefined) return [];
  const given = ['--parameters', '-p', '--template-parameter-file'].flatMap(
    (name) => command.options.get(name)?.values ?? [],
  );
  return [
    {
      template,
      // Values can be given by name, too: those stay unknown here.
      parameterFiles: given.flatMap(({ string = '' }) =>
        /^@?[^=]+\.jsonc?$/i.test(string) ? [string.replace(/^@/, '')] : [],
      ),
      resourceGroup: scope === 'sub' ? undefined : argument(command, '--resource-group').string,
    },
  ];
}

/** A deployment of a template of the run, with its files. */
export interface FoundDeployment {
  readonly template: SourceFile;
  readonly parameters: readonly SourceFile[];
  readonly resourceGroup: string | undefined;
}

/** Finds the files of a script's deployments: beside the script, or from the root, where pipelines run. */
export function filesOf(
  script: SourceFile,
  deployments: readonly TemplateDeployment[],
  files: ReadonlyMap<string, SourceFile>,
): FoundDeployment[] {
  const find = (path: string): SourceFile | undefined => {
    const written = path.replaceAll('\\', '/');
    const beside = posix.normalize(posix.join(posix.dirname(script.path), written));
    return files.get(beside) ?? files.get(posix.normalize(written));
  };
  return deployments.flatMap(({ template, parameterFiles, resourceGroup }) => {
    const found = find(template);
    const parameters = parameterFiles.map(find);
    // With a file that can't be had, nobody knows what is deployed.
    if (!found || parameters.includes(undefined)) return [];
    return [{ template: found, parameters: parameters as SourceFile[], resourceGroup }];
  });
}
