#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from './cli/main.ts';
import { exitCodes, helpWidth } from './cli/world.ts';

/** What goes wrong outside of the run must not look like a finding (1): a full disk, a user's rule that throws later. */
function giveUp(error: NodeJS.ErrnoException): never {
  const said = error.code === undefined ? (error.stack ?? error.message) : error.message;
  process.stderr.write(`azlocal-lint failed: ${said}\n`);
  process.exit(exitCodes.incomplete);
}

async function run(): Promise<void> {
  process.on('uncaughtException', giveUp);
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // A reader that has seen enough (`| head`) is no error: the exit code still tells what was found.
      if (error.code !== 'EPIPE') giveUp(error);
    });
  }
  process.exitCode = await main(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    isTerminal: process.stdout.isTTY === true,
    isErrorTerminal: process.stderr.isTTY === true,
    width: process.stdout.columns,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    stdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    today: new Date().toISOString().slice(0, 10),
    // Not before it is asked for: standard input takes time to open.
    get converse() {
      if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
      return async () => (await import('./cli/conversation.ts')).converse(process.stdin, process.stdout);
    },
    help: () => {
      const { columns = helpWidth } = process.stdout;
      return columns === helpWidth ? readFileSync(new URL('help.txt', import.meta.url), 'utf8') : undefined;
    },
    get worker() {
      return fileURLToPath(new URL('chunks/worker.cjs', import.meta.url));
    },
    now: () => performance.now(),
  });
}

// Not awaited at the top: the shipped command is CommonJS.
void run();
