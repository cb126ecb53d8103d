import type { Command } from '../../model/operation.ts';
import type { Resource } from '../../model/resource.ts';
import type { SyntaxProblem } from '../../source/place.ts';
import type { SourceFile } from '../../source/source-file.ts';

/** The languages of scripts. */
export type Language = 'bash' | 'powershell';

/** What a script does, and what of that concerns Azure Local. */
export interface ReadScript {
  readonly operations: readonly Command[];
  /** Templates that it deploys. */
  readonly deployments: readonly TemplateDeployment[];
  readonly resources: readonly Resource[];
  readonly problems: readonly SyntaxProblem[];
  readonly limits: readonly string[];
}

/** One deployment of a template, as far as a script says it. Paths are as written. */
export interface TemplateDeployment {
  readonly template: string;
  readonly parameterFiles: readonly string[];
  readonly resourceGroup: string | undefined;
}

/** The language of a script by its name; undefined for what is no script. */
export function languageOf(path: string): Language | undefined {
  if (/\.(sh|bash|azcli)$/i.test(path)) return 'bash';
  return /\.psm?1$/i.test(path) ? 'powershell' : undefined;
}

/** Whether a file is for make: such files are read when they are named. */
export const isMakefile = (file: SourceFile): boolean => /(^|\/)(GNU)?makefile$|\.mk$/i.test(file.path);

/** Whether a file is a text with code blocks: such files are read when they are named. */
export const isMarkdown = (file: SourceFile): boolean => /\.md$/i.test(file.path);
