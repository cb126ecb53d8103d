import { type DeploymentContext, deploy, type TemplateProblem } from '../../src/arm/index.ts';
import type { Field } from '../../src/model/field.ts';
import { readJson } from '../../src/source/json.ts';
import type { Document } from '../../src/source/place.ts';
import { SourceFile } from '../../src/source/source-file.ts';

/** A JSON text as a document. */
export function documentOf(text: string, path = 'template.json'): Document {
  const [document] = readJson(new SourceFile(path, text)).documents;
  if (!document) throw new Error(`no JSON: ${text}`);
  return document;
}

/** Plain data as a document, written with one property on each line. */
export const documentFrom = (value: unknown, path?: string): Document =>
  documentOf(JSON.stringify(value, undefined, 1), path);

const schemas = 'https://schema.management.azure.com/schemas/2019-04-01/';

/** A template of some sections, deployed to a resource group unless it says otherwise. */
export const templateOf = (sections: object): object => ({
  $schema: `${schemas}deploymentTemplate.json#`,
  contentVersion: '1.0.0.0',
  resources: [],
  ...sections,
});

/** A parameter file with these values. */
export const parametersOf = (values: Readonly<Record<string, unknown>>, path = 'template.parameters.json'): Document =>
  documentFrom(
    {
      $schema: `${schemas}deploymentParameters.json#`,
      contentVersion: '1.0.0.0',
      parameters: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
    },
    path,
  );

/** What a deployment is told beside its template. */
export interface Told {
  /** Values in a parameter file. */
  readonly given?: Readonly<Record<string, unknown>>;
  readonly context?: DeploymentContext;
  /** Text of the files that a template may link to, by path. */
  readonly files?: Readonly<Record<string, unknown>>;
}

/** Deploys a template: as plain data, or as the text of its file. */
export function deployed(template: object | string, { given, context, files = {} }: Told = {}) {
  const document = typeof template === 'string' ? documentOf(template) : documentFrom(template);
  return deploy(document, {
    ...(given ? { parameters: [parametersOf(given)] } : {}),
    ...(context ? { context } : {}),
    read: (path) => (path in files ? documentFrom(files[path], path) : undefined),
  });
}

/** A problem as tests read it: the text it points at, quotes included when it is a whole string. */
export const shown = ({ at, message }: TemplateProblem): { text: string; message: string } => {
  const { start, end } = at.span();
  return { text: at.file.text.slice(start, end), message };
};

/** Line and column of a problem, as people read them. */
export function positionOf({ at }: TemplateProblem): string {
  const { line, column } = at.file.position(at.span().start);
  return `${line}:${column}`;
}

/** What became of a value: the field, its plain value when all of it is known, and what was wrong. */
export interface Evaluated {
  readonly field: Field;
  readonly value: unknown;
  /** Messages of the problems, each after the text that it points at. */
  readonly problems: readonly { text: string; message: string }[];
  readonly limits: readonly string[];
}

/** Evaluates a value, most often an expression, as an output of a template with these other sections. */
export function evaluated(value: unknown, sections: object = {}, told: Told = {}): Evaluated {
  const deployment = deployed(templateOf({ outputs: { out: { type: 'object', value } }, ...sections }), told);
  const field = deployment.outputs().get('out.value');
  const plain = field.plain();
  const problems = deployment.problems(false).map(shown);
  return { field, value: plain, problems, limits: deployment.limits };
}

/** The value of an expression, without its brackets; everything in it must be right and known. */
export function resultOf(expression: string, sections: object = {}, told: Told = {}): unknown {
  const { value, problems, limits } = evaluated(`[${expression}]`, sections, told);
  if (problems.length > 0 || limits.length > 0) throw new Error(JSON.stringify({ problems, limits }));
  return value;
}

/** What is wrong with an expression: `part: message` for each problem, the part in the words of the expression. */
export const problemsOf = (expression: string, sections: object = {}, told: Told = {}): string[] =>
  evaluated(`[${expression}]`, sections, told).problems.map(({ text, message }) => `${text}: ${message}`);

/** A deployment of a template. */
export const deploymentOf = (template: object, { properties = {}, ...rest }: Record<string, unknown> = {}) => ({
  type: 'Microsoft.Resources/deployments',
  apiVersion: '2022-09-01',
  name: 'dep',
  properties: { mode: 'Incremental', template: templateOf(template), ...(properties as object) },
  ...rest,
});

/** For the expressions of a nested template to belong to it. */
export const inner = { expressionEvaluationOptions: { scope: 'inner' } };

/** A template with an output of each value. */
export const outputsOf = (values: Readonly<Record<string, unknown>>) => ({
  outputs: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { type: 'object', value }])),
});
