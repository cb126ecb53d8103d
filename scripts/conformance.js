/**
 * Checks the evaluator of ARM templates against cases that are kept outside the project.
 *
 *   npm run conformance -- DIR
 *
 * DIR has `cases/*.json`, lists of cases with what must come out, and `files/`, the templates that they name. Prints what
 * failed, a table, and last one line `N passed, M failed, K disputed`. Exit code 0 when nothing failed, 1 when something
 * did, 2 for a call that can't work. What we dispute ourselves stands with its reason in conformance-disputed.json.
 */
import { WrongCall } from './conformance/cases.js';
import { main } from './conformance/main.js';

async function loadEngine() {
  try {
    return (await import('./conformance/engine.js')).engine;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new WrongCall('nothing is compiled: run `npm run compile` first');
  }
}

const { exitCode, output } = await main(process.argv.slice(2), loadEngine);
(exitCode === 2 ? process.stderr : process.stdout).write(output);
process.exitCode = exitCode;
