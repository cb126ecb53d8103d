import { existsSync } from 'node:fs';
import { WrongCall } from './cases.js';
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

/** @param {string} file */
const compiled = (file) => new URL(`../../dist/${file}`, import.meta.url);

/**
 * The evaluator as it is compiled.
 *
 * @returns {Promise<Engine>}
 */
export async function loadEngine() {
  if (!existsSync(compiled('arm/index.js'))) throw new WrongCall('nothing is compiled: run `npm run compile` first');
  /** @type {any[]} */
  const modules = await Promise.all(
    ['arm/index.js', 'arm/parser.js', 'arm/syntax.js', 'arm/types.js', 'index.js', 'source/json.js'].map(
      (file) => import(compiled(file).href),
    ),
  );
  const [{ deploy }, { parseExpression }, { isExpression, print }, { checkType }, library, { readJson }] = modules;
  const { Field, Place, SourceFile } = library;

  const document = (/** @type {Source} */ { path, text }) => {
    const [first] = readJson(new SourceFile(path, text)).documents;
    if (!first) throw new WrongCall(`${path} can't be read`);
    return first;
  };
  const fieldOf = (/** @type {unknown} */ value) =>
    Field.of(value, new Place(document({ path: 'value.json', text: JSON.stringify(value) ?? 'null' })));

  return {
    read: (source) => document(source).value,
    deploy(template, parameters, context) {
      const deployment = deploy(document(template), {
        parameters: parameters.map(document),
        context: deploymentContext(context),
      });
      deployment.evaluateAll();
      return {
        resources: deployment.resources.map(resourceOf),
        outputs: /** @type {Record<string, unknown>} */ (plain(deployment.outputs())),
        problems: deployment.problems().map(problemOf),
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
    typeProblems: (value, type, definitions) =>
      checkType(fieldOf(value), fieldOf(type), definitions === undefined ? undefined : fieldOf(definitions), {
        languageVersion2: true,
        subject: 'value',
      }).map((/** @type {{ message: string }} */ { message }) => message),
  };
}

/** @param {import('./contexts.js').CaseContext} context */
function deploymentContext(context) {
  const { subscriptionId, resourceGroup, managementGroup, tenantId, deploymentName, cloud, deployer } = context;
  return withoutUndefined({
    subscription:
      subscriptionId && withoutUndefined({ subscriptionId, tenantId, displayName: context.subscriptionDisplayName }),
    resourceGroup:
      resourceGroup && withoutUndefined({ name: resourceGroup, location: context.location, tags: context.tags }),
    managementGroup: managementGroup && { name: managementGroup },
    tenant:
      tenantId &&
      withoutUndefined({ tenantId, displayName: context.tenantDisplayName, countryCode: context.tenantCountryCode }),
    deploymentName,
    cloud,
    deployer,
  });
}

/** @param {Record<string, unknown>} object */
const withoutUndefined = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== ''));

/** @param {any} resource @returns {Resource} */
const resourceOf = ({ type, name, id, symbolicName, loop, at, existing, body }) => ({
  type,
  name: plain(name),
  id: typeof id === 'string' ? id : id?.string,
  symbolicName,
  loop,
  path: at.path,
  existing,
  body: /** @type {Record<string, unknown>} */ (plain(body)),
});

/** @param {any} problem @returns {Problem} */
const problemOf = ({ at, message }) => ({ message, path: at.path });

/**
 * A field as plain data, with `Unknown` for what is unknown in it.
 *
 * @param {any} field
 * @returns {unknown}
 */
function plain(field) {
  if (field.state === 'absent') return undefined;
  if (field.state === 'unknown') return new Unknown(field.term);
  if (field.isList) return field.items().map(plain);
  if (!field.isObject) return typeof field.value === 'bigint' ? Number(field.value) : field.value;
  return Object.fromEntries(field.names().map((/** @type {string} */ name) => [name, plain(field.memberNamed(name))]));
}
