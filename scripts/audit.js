/**
 * Fails when a dependency has a known vulnerability. Not every registry answers that question (a mirror may not): then
 * it says so, and what it could not find out is no failure.
 */
import { spawnSync } from 'node:child_process';

const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8' });
/** @type {{ message?: string, metadata?: { vulnerabilities: { total: number } } }} */
const answer = JSON.parse(stdout);
const total = answer.metadata?.vulnerabilities.total;

if (total === undefined) process.stdout.write(`not audited: ${answer.message ?? 'the registry did not answer'}\n`);
else if (total === 0) process.stdout.write('no known vulnerabilities\n');
else {
  process.stderr.write(`${total} known vulnerabilities: see \`npm audit\`\n`);
  process.exitCode = 1;
}
