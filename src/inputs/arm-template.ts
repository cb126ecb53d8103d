import { deploy, type TemplateProblem, type TemplateResource } from '../arm/index.ts';
import { Field } from '../model/field.ts';
import type { Deployment, Resource } from '../model/resource.ts';
import type { Document, Place } from '../source/place.ts';

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

/** The template inside the answer of an export over REST (`{ template: … }`); any other document as it is. */
export function exportedTemplate(document: Document): Document {
  const { value } = document;
  if (value === null || typeof value !== 'object' || !('template' in value) || !isTemplate(value.template))
    return document;
  return {
    file: document.file,
    value: value.template,
    locate: (path, part, within) => document.locate(['template', ...path], part, within),
  };
}

/** Whether a document is a parameter file. */
export const isParameterFile = (value: unknown): boolean => /deploymentparameters\.json/.test(schemaOf(value));

/** What to evaluate a template with. */
export interface TemplateOptions {
  /** Parameter files, a later one wins. */
  readonly parameters?: readonly Document[];
  /** What tells this deployment of the template from others. */
  readonly environment?: string;
  /** Name of the resource group that it is deployed to. */
  readonly resourceGroup?: string;
  /** Reads a file of the repository that a template links to; undefined when there is none. */
  readonly read?: (path: string) => Document | undefined;
}

/** What a template deploys with the given parameters. */
export interface EvaluatedTemplate {
  readonly deployment: Deployment;
  readonly resources: readonly Resource[];
  /** Errors of the template and of its parameter values; found when asked for. Empty for a template of other services. */
  readonly problems: readonly TemplateProblem[];
  readonly notes: readonly string[];
  /** Limits that were hit so far: values are evaluated when they are asked for. */
  readonly limits: readonly string[];
  /** Paths of the linked templates that are part of it. */
  readonly linked: readonly string[];
  /** Where values of secure parameters are written. */
  readonly secrets: readonly Place[];
}

/** Evaluates a template with the given parameters. */
export function evaluateTemplate(document: Document, options: TemplateOptions = {}): EvaluatedTemplate {
  const { parameters = [], environment = '', resourceGroup, read } = options;
  const deployed = deploy(document, {
    parameters,
    ...(resourceGroup === undefined ? {} : { context: { resourceGroup: { name: resourceGroup } } }),
    ...(read ? { read } : {}),
  });
  const deployment = { path: document.file.path, environment, hasParameters: parameters.length > 0 };
  const resources = deployed
    .resources()
    .filter((resource) => resource.type !== undefined && !resource.isDeployment)
    .map((resource) => toResource(resource, deployment));
  const isOurs = resources.some(({ type, origin }) => origin === 'declared' && isAzureLocal(type));
  return {
    deployment,
    resources,
    // All that it deploys is evaluated for this: a base, or a share that others judge, is not asked.
    get problems() {
      return isOurs ? deployed.problems(true) : [];
    },
    notes: deployed.notes,
    get limits() {
      return deployed.limits;
    },
    linked: deployed.linked,
    secrets: deployed.secrets(),
  };
}

/** Types of the platform itself: errors in templates of other services are not this linter's business. */
const isAzureLocal = (type: string): boolean => /^microsoft\.azurestackhci\//i.test(type);

function toResource(resource: TemplateResource, deployment: Deployment): Resource {
  const { type = '', name, id, body, at, extended, condition } = resource;
  const { subscriptionId, resourceGroup } = resource.options.target;
  return {
    type,
    writtenType: body.get('type'),
    apiVersion: body.get('apiVersion'),
    name,
    scope: extended,
    subscription: told(subscriptionId, at),
    resourceGroup: told(resourceGroup, at),
    id: id.string?.toLowerCase(),
    body,
    at,
    deployment,
    ...(condition ? { condition: condition.term ?? '' } : {}),
    origin: resource.isExisting ? 'existing' : 'declared',
  };
}

/** Where a template is deployed to is not said in it: absent, unless a deployment in it says so. */
const told = (field: Field, at: Place): Field =>
  field.term === 'subscription().subscriptionid' || field.term === 'resourcegroup().name' ? Field.absent(at) : field;
