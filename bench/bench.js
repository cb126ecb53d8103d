/**
 * Measures the built package: `npm run compile`, then
 *
 *   npm run bench                   a table of ratios
 *   npm run bench -- --only yaml    the cases with a word in their name
 *   npm run bench -- --write        the table in docs/performance.md as well
 *   npm run bench -- --peers        compare with Spectral and ESLint, which it installs in a folder of its own
 *
 * All figures are ratios to something that is measured in the same run, in turn, so that the machine's speed drops out.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cases } from './cases.js';
import { inTurn, peakMemory } from './measure.js';
import { peerRows } from './peers.js';

const { values } = parseArgs({
  options: { only: { type: 'string' }, write: { type: 'boolean' }, peers: { type: 'boolean' } },
});
const page = fileURLToPath(new URL('../docs/performance.md', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'azlocal-lint-bench-'));

/** Fails when a run did not find what was planted: speed is worth nothing without it. @param {import('./cases.js').Case} one */
function checkFindings({ name, ours, findings }) {
  if (findings === undefined) return;
  const report = join(folder, 'found.json');
  spawnSync(process.execPath, [...ours.args, '--format', `json:${report}`]);
  const found = JSON.parse(readFileSync(report, 'utf8')).findings.length;
  if (found !== findings) throw new Error(`${name}: ${found} findings, but ${findings} were planted`);
}

/** @param {import('./cases.js').Case} one */
function row({ name, base, hold, ours, floor, rounds, kind, of = 1 }) {
  const bar = hold ?? '';
  if (kind === 'memory') {
    const ratio = peakMemory(ours) / peakMemory(floor);
    return [name, base, bar, ratio.toFixed(2), ''];
  }
  const [, ratios] = inTurn([floor, ours], rounds);
  const { cpu = Number.NaN, wall = Number.NaN } = ratios ?? {};
  return [name, base, bar, (cpu / of).toFixed(2), (wall / of).toFixed(2)];
}

/** @type {string[]} */
const lines = [];
const say = (/** @type {readonly unknown[]} */ cells) => {
  const line = `| ${cells.join(' | ')} |`;
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
try {
  if (values.peers) {
    for (const cells of peerRows(folder)) say(cells);
  } else {
    say(['what', 'base', 'hold', 'CPU or memory', 'wall']);
    say(['---', '---', '--:', '--:', '--:']);
    for (const one of cases(folder)) {
      if (values.only !== undefined && !one.name.includes(values.only)) continue;
      checkFindings(one);
      say(row(one));
    }
  }
  if (values.write) {
    const mark = values.peers ? 'peers' : 'ratios';
    const [start, end] = [`<!-- ${mark} -->`, `<!-- end of ${mark} -->`];
    const text = readFileSync(page, 'utf8');
    const [before = '', rest = ''] = text.split(start);
    writeFileSync(page, `${before}${start}\n${lines.join('\n')}\n${end}${rest.split(end)[1]}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
