import { deploy } from '../../build/arm/index.js';
import { parseExpression } from '../../build/arm/parser.js';
import { isExpression, print } from '../../build/arm/syntax.js';
import { checkType } from '../../build/arm/types.js';
import { Field, Place, SourceFile } from '../../build/index.js';
import { readJson } from '../../build/source/json.js';
import { Unknown } from './values.js';

/** @typedef {{ path: string, text: string }} Source */

/** @typedef {{ message: string, path: (string | number)[] }} Problem */

/**
 * A resource of a deployment, in plain data. What only the deployment knows is an `Unknown`.
 * @typedef {object} Resource
 * @property {string} type
 * @property {unknown} name
 * @property {string | undefined} id
 * @property {string | undefined} symbolicName
 * @property {string | undefined} loop
 * @property {(string | number)[]} path where it stands in the template
 * @property {Resource | undefined} holder the deployment whose template it stands in, or the resource it is written inside of
 * @property {boolean} existing
 * @property {Record<string, unknown>} body
 */

/** @typedef {{ resources: Resource[], outputs: Record<string, unknown>, problems: Problem[] }} Deployed */

/**
 * What this script needs of the evaluator, in plain data: the only place that knows its types.
 * @typedef {object} Engine
 * @property {(source: Source) => unknown} read the value of a JSON text as Azure Resource Manager accepts it
 * @property {(template: Source, parameters: Source[], context: import('./contexts.js').CaseContext) => Deployed} deploy
 * @property {(text: string) => 'text' | 'expression' | 'error'} readText what a string of a template is
 * @property {(text: string) => string} reprint parses an expression and prints it
 * @property {(value: unknown, type: unknown, definitions: unknown) => string[]} typeProblems
 */

/** @param {Source} source */
function document({ path, text }) {
  const [first] = readJson(new SourceFile(path, text)).documents;
  if (!first) throw new Error(`${path} can't be read`);
  return first;
}

/** @param {unknown} value */
const fieldOf = (value) => Field.of(value, new Place(document({ path: 'value.json', text: '{}' })));

/** @type {Engine} */
export const engine = {
  read: (source) => document(source).value,
  deploy(template, parameters, context) {
    const deployment = deploy(document(template), {
      parameters: parameters.map(document),
      context: deploymentContext(context),
    });
    const problems = deployment.problems(true).map(({ at, message }) => ({ message, path: at.path }));
    return {
      resources: resourcesOf(deployment.template.resources(), undefined),
      outputs: outputsOf(deployment),
      problems,
    };
  },
  readText(text) {
    if (!isExpression(text)) return 'text';
    try {
      parseExpression(text);
      return 'expression';
    } catch {
      return 'error';
    }
  },
  reprint: (text) => (isExpression(text) ? `[${print(parseExpression(text))}]` : text),
  typeProblems(value, type, definitions) {
    const options = { languageVersion2: true, subject: 'value' };
    return checkType(fieldOf(value), fieldOf(type), fieldOf(definitions), options).map(({ message }) => message);
  },
};

/**
 * @param {import('./contexts.js').CaseContext} context
 * @returns {import('../../build/arm/index.js').DeploymentContext}
 */
function deploymentContext({ deploymentName, cloud, deployer, location, ...context }) {
  const known = {
    deploymentName,
    cloud,
    deployer,
    location,
    tenant: {
      tenantId: context.tenantId,
      displayName: context.tenantDisplayName,
      countryCode: context.tenantCountryCode,
    },
    managementGroup: { name: context.managementGroup },
    subscription: { subscriptionId: context.subscriptionId, displayName: context.subscriptionDisplayName },
    resourceGroup: { name: context.resourceGroup, location, tags: context.tags },
  };
  // Leaves out what is undefined.
  return JSON.parse(JSON.stringify(known));
}

/**
 * @param {readonly import('../../build/arm/index.js').TemplateResource[]} resources
 * @param {Resource | undefined} holder
 * @returns {Resource[]}
 */
const resourcesOf = (resources, holder) =>
  resources.flatMap(({ type, name, id, at, body, isExisting, options, children, nested }) => {
    const resource = {
      type: type ?? '',
      name: plain(name),
      id: id.string,
      symbolicName: options.symbolicName,
      loop: options.loop,
      path: at.path,
      holder,
      existing: isExisting,
      body: /** @type {Record<string, unknown>} */ (plain(body)),
    };
    return [resource, ...resourcesOf(children, resource), ...resourcesOf(nested?.resources() ?? [], resource)];
  });

/** @param {import('../../build/arm/index.js').Deployment} deployment */
function outputsOf(deployment) {
  const outputs = deployment.outputs();
  return Object.fromEntries(
    outputs.names().map((name) => [name, plain(outputs.memberNamed(name).memberNamed('value'))]),
  );
}

/**
 * A field as plain data, with `Unknown` for what is unknown in it.
 *
 * @param {Field} field
 * @returns {unknown}
 */
function plain(field) {
  if (field.state === 'absent') return undefined;
  if (field.state === 'unknown') return new Unknown(field.term ?? '');
  if (field.isList) return field.items().map(plain);
  if (!field.isObject) return typeof field.value === 'bigint' ? Number(field.value) : field.value;
  return Object.fromEntries(field.names().map((name) => [name, plain(field.memberNamed(name))]));
}
