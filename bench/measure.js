import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ args: string[], cwd?: string, env?: Record<string, string> }} Command a program of Node with its arguments
 * @typedef {{ cpu: number, wall: number }} Time seconds; CPU is user and system together
 */

/** Certificates that a company's machine loads at every start of Node would hide what we add: a third of what they take. */
const { NODE_EXTRA_CA_CERTS: _, ...clean } = process.env;

const memoryProbe = fileURLToPath(new URL('peak-memory.cjs', import.meta.url));

/** @param {number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** @param {Command} command @returns {Time} */
function once({ args, cwd, env }) {
  const timed = 'TIMEFORMAT="%3U %3S %3R"; time "$0" "$@" >/dev/null 2>&1';
  const child = spawnSync('bash', ['-c', timed, process.execPath, ...args], {
    encoding: 'utf8',
    env: { ...clean, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  const [user = Number.NaN, system = Number.NaN, wall = Number.NaN] = child.stderr.trim().split(/\s+/).map(Number);
  return { cpu: user + system, wall };
}

/**
 * Runs commands in turn (A B C A B C), so that what else the machine does meets all of them.
 *
 * @param {readonly Command[]} commands the first is the base
 * @param {number} rounds
 * @returns {{ cpu: number, wall: number, times: Time }[]} for each command the median of the ratios of every round to the
 *   base, and the median times
 */
export function inTurn(commands, rounds) {
  /** @type {Time[][]} */
  const runs = [];
  for (let round = 0; round < rounds; round++) runs.push(commands.map(once));
  return commands.map((_, index) => {
    const of = (/** @type {'cpu' | 'wall'} */ kind) =>
      median(runs.map((run) => Number(run[index]?.[kind]) / Number(run[0]?.[kind])));
    const time = (/** @type {'cpu' | 'wall'} */ kind) => median(runs.map((run) => Number(run[index]?.[kind])));
    return { cpu: of('cpu'), wall: of('wall'), times: { cpu: time('cpu'), wall: time('wall') } };
  });
}

/** The most memory that a command held, in MiB: median of three runs. @param {Command} command */
export function peakMemory({ args, cwd, env }) {
  const run = () => {
    const child = spawnSync(process.execPath, ['--require', memoryProbe, ...args], {
      encoding: 'utf8',
      env: { ...clean, ...env },
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
    });
    return Number(child.output[3]) / 1024;
  };
  return median([run(), run(), run()]);
}
