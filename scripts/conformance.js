/**
 * Checks the evaluator of ARM templates against cases that are kept outside the project.
 *
 *   npm run conformance -- DIR
 *
 * DIR has `cases/*.json`, lists of cases with what must come out, and `files/`, the templates that they name. Prints what
 * failed, a table, and last one line `N passed, M failed, K disputed`. Exit code 0 when nothing failed, 1 when something
 * did, 2 for a call that can't work. What we dispute ourselves stands with its reason in conformance-disputed.json.
 */
import { loadEngine } from './conformance/engine.js';
import { main } from './conformance/main.js';

const { exitCode, output } = await main(process.argv.slice(2), loadEngine);
(exitCode === 2 ? process.stderr : process.stdout).write(output);
process.exitCode = exitCode;
