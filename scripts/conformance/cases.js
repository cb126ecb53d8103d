import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A step into a value: a property, an index (-1 is the last), or the first item that has these properties.
 * @typedef {string | number | { where: Record<string, unknown> }} Step
 */

/**
 * What must hold of the value at `path`: one of `equals`, `count`, `hasKey` with `is`, `startsWith`; with `sourcePathOf`
 * the value is the path of a resource in its template; `validationIssue` is an error that is reported inside it.
 * @typedef {object} Expectation
 * @property {Step[]} [path]
 * @property {unknown} [equals]
 * @property {number} [count]
 * @property {string} [hasKey]
 * @property {boolean} [is]
 * @property {string} [startsWith]
 * @property {Step[]} [sourcePathOf]
 * @property {unknown} [validationIssue]
 * @property {string} [disputed] why it should not be trusted
 */

/**
 * A case of a suite. Which of the properties it has depends on its kind.
 * @typedef {object} Case
 * @property {string} name
 * @property {string} kind
 * @property {string} [authority] who says so: engine, docs, imitation, tool
 * @property {string} [disputed] why it should not be trusted
 * @property {Record<string, unknown>} [context] what the deployment is known to be: subscription, resource group …
 * @property {string} [needsOptions] name of settings of the tool that the case was taken from
 * @property {unknown} [template] an object, or a path of a file
 * @property {unknown} [parameters] values by name, or a path of a parameter file
 * @property {Record<string, unknown>} [expectedOutputs]
 * @property {Expectation[]} [expect]
 * @property {unknown} [definitions]
 * @property {unknown} [type]
 * @property {unknown[]} [accept]
 * @property {unknown[]} [reject]
 * @property {string} [text]
 * @property {string} [expression]
 * @property {string} [fileSays]
 * @property {unknown[]} [errors]
 * @property {unknown[]} [messages]
 * @property {string} [arm]
 */

/** @typedef {{ name: string, cases: Case[] }} Suite */

/** The script was called in a way that can't work; exit code 2. */
export class WrongCall extends Error {}

/**
 * The suites of a folder, in order of name: one for each file in `cases/`.
 *
 * @param {string} folder
 * @returns {Suite[]}
 */
export function readSuites(folder) {
  const cases = join(folder, 'cases');
  if (!existsSync(cases)) throw new WrongCall(`${folder} has no folder "cases"`);
  const files = readdirSync(cases).filter((file) => file.endsWith('.json'));
  if (files.length === 0) throw new WrongCall(`${cases} has no JSON file`);
  return files.sort().map((file) => {
    const list = parse(join(cases, file));
    if (!Array.isArray(list)) throw new WrongCall(`${join(cases, file)} is not a list of cases`);
    return { name: file.replace(/\.json$/, ''), cases: list };
  });
}

/**
 * Our own disputes: the reason by name of the case, or by name and path of an expectation.
 * @typedef {Record<string, string | Record<string, string>>} Disputes
 */

/** @param {string} path @returns {any} */
export function parse(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new WrongCall(`${path}: ${error instanceof Error ? error.message : error}`);
  }
}
