import { evaluate } from '../arm/template.ts';
import type { Resource } from '../model/resource.ts';
import type { Document } from '../source/place.ts';

const schemaOf = (value: unknown): string => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return '';
  const name = Object.keys(value).find((key) => key.toLowerCase() === '$schema');
  const schema = name === undefined ? undefined : (value as Record<string, unknown>)[name];
  return typeof schema === 'string' ? schema.toLowerCase() : '';
};

/**
 * Whether a document is a deployment template: by its `$schema` (of any scope), or because its `resources` have types
 * and api-versions and it has the frame of a template.
 */
export function isTemplate(value: unknown): boolean {
  const schema = schemaOf(value);
  if (schema !== '') return /deploymenttemplate\.json/.test(schema);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  const names = Object.keys(value).map((name) => name.toLowerCase());
  if (
    !names.includes('resources') ||
    !['contentversion', 'parameters', 'variables'].some((name) => names.includes(name))
  )
    return false;
  const resources = Object.entries(value).find(([name]) => name.toLowerCase() === 'resources')?.[1];
  const list: unknown[] = resources !== null && typeof resources === 'object' ? Object.values(resources) : [];
  return list.some((one) => one !== null && typeof one === 'object' && 'type' in one && 'apiVersion' in one);
}

/** Whether a document is a parameter file. */
export const isParameterFile = (value: unknown): boolean => /deploymentparameters\.json/.test(schemaOf(value));

/** What to evaluate a template with. */
export interface TemplateOptions {
  /** Parameter files, a later one wins. */
  readonly parameters?: readonly Document[];
  /** What tells this deployment of the template from others. */
  readonly environment?: string;
}

/** The resources that a template deploys with the given parameters. */
export function evaluateTemplate(
  document: Document,
  options: TemplateOptions = {},
): { resources: readonly Resource[]; notes: readonly string[]; limits: readonly string[] } {
  return evaluate(document, options.parameters ?? [], options.environment ?? '');
}
