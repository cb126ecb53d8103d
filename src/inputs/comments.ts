import type { Comment } from '../source/comment.ts';
import { jsonComments } from '../source/json-comments.ts';
import type { SourceFile } from '../source/source-file.ts';
import { isMakefile, isMarkdown, languageOf } from './scripts/language.ts';

/**
 * The comments of a file in the order in which they stand, those of scripts in it too: places are in the file. Reads the
 * file again, so that only who asks pays for it.
 */
export async function commentsOf(file: SourceFile): Promise<readonly Comment[]> {
  const language = languageOf(file.path);
  if (language !== undefined || isMakefile(file)) {
    const { commentsOfMakefile, commentsOfScript } = await import('./scripts/index.ts');
    return language === undefined ? commentsOfMakefile(file) : commentsOfScript(file, language);
  }
  if (isMarkdown(file)) return (await import('./scripts/pipelines.ts')).commentsOfMarkdown(file);
  if (/\.ya?ml$/i.test(file.path)) return commentsOfYaml(file);
  if (/\.tf$/i.test(file.path)) return (await import('../source/hcl-comments.ts')).hclComments(file);
  return jsonComments(file);
}

async function commentsOfYaml(file: SourceFile): Promise<readonly Comment[]> {
  const { yamlComments } = await import('../source/yaml-comments.ts');
  const own = yamlComments(file);
  // Only pipelines have scripts in them.
  if (!/\bsteps\b/i.test(file.text)) return own;
  const { readYaml } = await import('../source/yaml.ts');
  const { commentsOfPipeline } = await import('./scripts/pipelines.ts');
  const inner = await Promise.all(readYaml(file).documents.map(commentsOfPipeline));
  return [...own, ...inner.flat()].sort((one, other) => one.span.start - other.span.start);
}
