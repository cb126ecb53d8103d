import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contextOf, parameterDefaultsOf } from './contexts.js';
import { check } from './expectations.js';
import { isObject, pathText, shown } from './values.js';
import { plainView, psruleView } from './views.js';

/** @typedef {import('./cases.js').Case} Case */
/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('./engine.js').Source} Source */
/** @typedef {import('./expectations.js').Result} Result */

/** Kinds whose sources are Bicep, which nothing here reads. */
export const notApplicable = new Set([
  'arm-to-bicep-pair',
  'bicep-compiled',
  'bicep-evaluated',
  'bicep-snapshot',
  'bicep-to-arm-pair',
  'bicepparam-compiled',
  'bicepparam-to-json-pair',
]);

/**
 * How the cases of each kind are checked.
 *
 * @type {Record<string, (testCase: Case, engine: Engine, folder: string) => Result[]>}
 */
export const kinds = {
  outputs: checkDeployment,
  'expanded-resources': checkDeployment,
  error: checkError,
  'type-validation': checkTypes,
  'expression-syntax': checkText,
  'expression-text': checkText,
  'bicep-expression': checkExpression,
};

/**
 * @param {Case} testCase
 * @param {Engine} engine
 * @param {string} folder
 */
function checkDeployment(testCase, engine, folder) {
  const deployed = deploy(testCase, engine, folder);
  const { authority, kind, expectedOutputs = {}, expect = [] } = testCase;
  const isPsrule = authority === 'imitation' && kind === 'expanded-resources';
  const view = isPsrule ? psruleView(deployed, contextOf(testCase).deploymentName ?? '') : plainView(deployed);
  const outputs = Object.entries(expectedOutputs).map(([name, equals]) => ({
    path: ['outputs', name, 'value'],
    equals,
  }));
  const results = [...outputs, ...expect].map((expectation) => check(expectation, view));
  // What the platform itself has evaluated has no errors; others put up with some.
  if (authority !== 'engine' && authority !== 'docs') return results;
  const errors = deployed.problems.map(({ message, path }) => `${pathText(path)}: ${message}`);
  return [...results, { path: 'errors', holds: errors.length === 0, expected: 'none', got: errors.join('; ') }];
}

/** @type {typeof checkDeployment} */
function checkError(testCase, engine, folder) {
  const { outputs, problems } = deploy(testCase, engine, folder);
  return [
    { path: 'errors', holds: problems.length > 0, expected: 'an error', got: `none, and outputs ${shown(outputs)}` },
  ];
}

/** @type {typeof checkDeployment} */
function checkTypes({ accept = [], reject = [], type, definitions }, engine) {
  const problems = (/** @type {unknown} */ value) => engine.typeProblems(value, type, definitions);
  return [
    ...accept.map((value) => {
      const found = problems(value);
      return { path: shown(value), holds: found.length === 0, expected: 'accepted', got: found.join('; ') };
    }),
    ...reject.map((value) => ({
      path: shown(value),
      holds: problems(value).length > 0,
      expected: 'refused',
      got: 'accepted',
    })),
  ];
}

/**
 * Only whether there is an error: the wording is that of another tool.
 *
 * @type {typeof checkDeployment}
 */
function checkText(testCase, engine) {
  const text = testCase.text ?? testCase.expression ?? '';
  const expected = expectedReading(testCase);
  const got = engine.readText(text);
  return [{ path: shown(text), holds: got === expected, expected, got }];
}

/** @param {Case} testCase */
function expectedReading({ fileSays, errors, messages }) {
  if (fileSays === undefined) return (errors ?? messages ?? []).length > 0 ? 'error' : 'expression';
  return /invalid/.test(fileSays) ? 'error' : /not expressions/.test(fileSays) ? 'text' : 'expression';
}

/** @type {typeof checkDeployment} */
function checkExpression({ arm = '' }, engine) {
  const got = engine.reprint(arm);
  return [{ path: 'arm', holds: withoutSpace(got) === withoutSpace(arm), expected: shown(arm), got: shown(got) }];
}

const withoutSpace = (/** @type {string} */ text) => text.replace(/\s+/g, '');

/**
 * @param {Case} testCase
 * @param {Engine} engine
 * @param {string} folder
 */
function deploy(testCase, engine, folder) {
  const template = sourceOf(testCase.template, 'template.json', folder);
  const defaults = parameterDefaults(testCase, engine.read(template));
  // Even without any value a parameter file is given: a case is a deployment, and defaults are meant to be used.
  const given = parametersOf(testCase.parameters ?? {}, folder);
  return engine.deploy(template, [...defaults, given], contextOf(testCase));
}

/**
 * @param {unknown} value an object, or a path of a file
 * @param {string} name
 * @param {string} folder
 * @returns {Source}
 */
function sourceOf(value, name, folder) {
  if (typeof value !== 'string') return { path: name, text: JSON.stringify(value) };
  return { path: value, text: readFileSync(join(folder, value), 'utf8') };
}

/**
 * Values are given as a parameter file does, or plainly.
 *
 * @param {unknown} parameters
 * @param {string} folder
 */
function parametersOf(parameters, folder) {
  if (!isObject(parameters)) return sourceOf(parameters, 'parameters.json', folder);
  const entries = Object.entries(parameters).map(([name, value]) => {
    const isEntry = isObject(value) && ('value' in value || 'reference' in value);
    return [name, isEntry ? value : { value }];
  });
  return sourceOf({ parameters: Object.fromEntries(entries) }, 'parameters.json', folder);
}

/**
 * @param {Case} testCase
 * @param {unknown} template
 * @returns {Source[]}
 */
function parameterDefaults(testCase, template) {
  const defaults = Object.entries(parameterDefaultsOf(testCase));
  const declared = isObject(template) && isObject(template.parameters) ? template.parameters : {};
  const needed = defaults.filter(([name]) => {
    const declaration = declared[name];
    return isObject(declaration) && !('defaultValue' in declaration);
  });
  return needed.length === 0 ? [] : [parametersOf(Object.fromEntries(needed), '')];
}
