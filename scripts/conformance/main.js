import { fileURLToPath } from 'node:url';
import { parse, readSuites, WrongCall } from './cases.js';
import { report } from './report.js';
import { run } from './run.js';

/** What we dispute ourselves, each with its reason. */
const ownDisputes = fileURLToPath(new URL('../conformance-disputed.json', import.meta.url));

/**
 * Runs all cases of a folder.
 *
 * @param {readonly string[]} args arguments of the command line
 * @param {() => Promise<import('./engine.js').Engine>} loadEngine
 * @returns {Promise<{ exitCode: 0 | 1 | 2, output: string }>} the output is an error message when the exit code is 2
 */
export async function main(args, loadEngine) {
  try {
    const [folder] = args;
    if (folder === undefined || args.length > 1) throw new WrongCall('usage: npm run conformance -- DIR');
    const read = readSuites(folder);
    const engine = await loadEngine();
    const disputes = parse(ownDisputes);
    const suites = read.map(({ name, cases }) => ({
      name,
      outcomes: cases.map((testCase) => run(testCase, engine, folder, disputes)),
    }));
    const hasFailed = suites.some(({ outcomes }) => outcomes.some(({ verdict }) => verdict === 'failed'));
    return { exitCode: hasFailed ? 1 : 0, output: report(suites) };
  } catch (error) {
    if (error instanceof WrongCall) return { exitCode: 2, output: `${error.message}\n` };
    throw error;
  }
}
