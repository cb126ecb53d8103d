/**
 * What only a real process can show, with the compiled command line: git hooks, pipes that close early, signals, a full
 * disk. Run `npm run compile` first. Says what it checked; throws at the first thing that is not so.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'azlocal-lint-process-'));
const git = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main'];

/** @param {string} name @param {string} text */
const write = (name, text) => writeFileSync(join(folder, name), text);
const fabric =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.ManagedNetworkFabric/l3IsolationDomains/a/internalNetworks/app';

const network = (/** @type {number} */ vlan) =>
  `logicalNetworks: [{ name: lnet, ipAllocationMethod: Static, fabricNetworkConfigurationId: ${fabric}, addressPrefix: 10.0.0.0/24, vlan: ${vlan} }]\n`;

/** @param {string} command @param {string[]} args @param {string} [cwd] */
function run(command, args, cwd = folder) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}
/** @param {string[]} args @param {string} [cwd] */
const commit = (args, cwd) => run('git', [...git, 'commit', '--quiet', '--message', 'x', ...args], cwd);

/** @param {string} what @param {() => unknown} check */
async function test(what, check) {
  await check();
  process.stdout.write(`ok  ${what}\n`);
}

/**
 * Starts the command line and does something to it.
 *
 * @param {string[]} args
 * @param {(child: import('node:child_process').ChildProcessWithoutNullStreams) => void} act
 * @returns {Promise<{ code: number | null, signal: string | null, errors: string }>}
 */
const started = (args, act) =>
  new Promise((done) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('close', (code, signal) => done({ code, signal, errors }));
    act(child);
  });

try {
  run('git', [...git, 'init', '--quiet']);
  mkdirSync(join(folder, '.git/hooks'), { recursive: true });
  const hook = join(folder, '.git/hooks/pre-commit');
  writeFileSync(hook, `#!/bin/sh\nexec "${process.execPath}" "${cli}" --quiet --staged\n`);
  chmodSync(hook, 0o755);
  write('net.yaml', network(805));

  await test('a hook lets the first commit pass, and says nothing', () => {
    run('git', ['add', '.']);
    assert.deepEqual(commit([]), { status: 0, stdout: '', stderr: '' });
  });

  await test('a hook stops a change that can never be made, and shows it', () => {
    write('net.yaml', network(806));
    const { status, stdout, stderr } = commit(['--all']);
    assert.equal(status, 1);
    assert.match(stdout + stderr, /net\.yaml\n\s+1:279\s+error\s+AZL1104/);
  });

  await test('a hook works in a folder below, in a linked work tree and with changes that are allowed', () => {
    write('net.yaml', `# ours\n${network(805)}`);
    mkdirSync(join(folder, 'below'));
    assert.equal(commit(['--all'], join(folder, 'below')).status, 0);
    const tree = join(folder, 'tree');
    run('git', [...git, 'worktree', 'add', '--quiet', tree, '-b', 'topic']);
    writeFileSync(join(tree, 'net.yaml'), network(807));
    assert.equal(commit(['--all'], tree).status, 1);
    writeFileSync(join(tree, 'net.yaml'), network(805));
    assert.equal(commit(['--all'], tree).status, 0);
    rmSync(tree, { recursive: true });
  });

  write(
    'many.json',
    JSON.stringify({ logicalNetworks: Array.from({ length: 500 }, () => ({ addressPrefix: '::/0' })) }),
  );

  await test('a reader that closes the pipe early ends nothing badly', async () => {
    const closed = await started(['many.json'], (child) => child.stdout.once('data', () => child.stdout.destroy()));
    assert.deepEqual(closed, { code: 1, signal: null, errors: '' });
  });

  await test('an interrupt ends a run at once and without a word', async () => {
    const waiting = await started(['--stdin'], (child) => setTimeout(() => child.kill('SIGINT'), 500));
    assert.deepEqual(waiting, { code: null, signal: 'SIGINT', errors: '' });
  });

  await test('standard input arrives whole, in pieces', async () => {
    const piped = await started(['--stdin', '--quiet'], (child) => {
      child.stdin.write('logicalNetworks: [{ name: a, ');
      setTimeout(() => child.stdin.end('addressPrefix: "::/0" }]'), 100);
    });
    assert.equal(piped.code, 1);
  });

  await test('a rule that throws outside of a run is a failure, not a finding', () => {
    write(
      'late.mjs',
      "setTimeout(() => { throw new Error('late'); });\nawait new Promise((done) => setTimeout(done, 50));\n",
    );
    const { status, stderr } = run(process.execPath, [cli, '--rules', 'late.mjs']);
    assert.equal(status, 3);
    assert.match(stderr, /late/);
  });

  // Linux has a device that is always full.
  if (existsSync('/dev/full')) {
    await test('a full disk is a failure, not a finding', () => {
      const { status, stderr } = run('sh', ['-c', `"${process.execPath}" "${cli}" net.yaml > /dev/full`]);
      assert.equal(status, 3);
      assert.match(stderr, /^azlocal-lint failed: ENOSPC[^\n]*\n$/);
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
