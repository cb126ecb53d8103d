import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { bundleCommand } from '../../scripts/command.js';

/** The command line as it is shipped, made once for each file of tests: what only a real process shows is tested with it. */
export const command = fileURLToPath(
  new URL(`../../node_modules/.cache/azlocal-lint/${process.pid}/cli.cjs`, import.meta.url),
);
await bundleCommand(dirname(command));

const folders = [dirname(command)];
afterAll(() => {
  // Not by Node: there are names in it that it can't take.
  spawnSync('rm', ['-rf', ...folders]);
});

/** A folder of its own for a test, with these files. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'azlocal-lint-hostile-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** How a process ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command in a folder. One that hangs is killed: then its signal is SIGKILL.
 *
 * @param act what happens to it while it runs
 */
export function run(
  folder: string,
  args: readonly string[],
  act: (child: ChildProcessWithoutNullStreams) => void = (child) => child.stdin.end(),
  how: { readonly uid?: number } = {},
): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [command, ...args], { cwd: folder, ...how });
    const hung = setTimeout(() => child.kill('SIGKILL'), 60_000);
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('close', (code, signal) => {
      clearTimeout(hung);
      done({ code, signal, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
    act(child);
  });
}

/** The files and failures of a JSON report: `checked a.yaml`, `failed b.yaml: why`. */
export function outcomes({ stdout }: Ended): string[] {
  const { files } = JSON.parse(stdout) as { files: { path: string; outcome: string; reason: string }[] };
  return files.map(({ path, outcome, reason }) => `${outcome} ${path}${outcome === 'checked' ? '' : `: ${reason}`}`);
}

/** A spec with one finding. */
export const spec = 'logicalNetworks: [{ name: lnet, addressPrefix: "::/0" }]\n';

export const remove = (path: string): void => rmSync(path, { recursive: true, force: true });
