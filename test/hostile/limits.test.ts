import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { command, type Ended, folderWith, outcomes, run, spec } from './command.ts';

/** A rule of a user that does something to the thread it runs in when it meets the network called "stuck". */
const ruleThat = (does: string): string => `export default {
  id: 'AZL9001', name: 'own', title: 'Own', severity: 'warning', remedy: 'None.',
  limitation: { statement: 'Own.', page: 'https://wiki.example/own', heading: 'Own', readOn: '2026-11-24' },
  types: ['Microsoft.AzureStackHCI/logicalNetworks'],
  *resource(network) {
    if (network.name.string.startsWith('stuck')) { ${does} }
    yield { at: network.at, message: 'seen "' + network.name.string + '"' };
  },
};`;

const named = (name: string): string => spec.replace('lnet', name);
const seen = ({ stdout }: Ended): string[] =>
  (JSON.parse(stdout).findings as { path: string; ruleId: string; message: string }[]).map(
    ({ path, ruleId, message }) => `${path} ${ruleId}: ${message}`,
  );

const lint = (does: string, files: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> =>
  run(folderWith({ ...files, 'rule.mjs': ruleThat(does) }), [
    ...['--format', 'json', '--preset', 'seed', '--rule', 'AZL1001=off', '--rules', 'rule.mjs', ...args],
  ]);

const files = { 'a.yaml': named('fine'), 'b.yaml': named('stuck'), 'c.yaml': named('well') };

test.each([
  ['never ends', 'for (;;);', 'took longer than 1 s (limit --timeout), and was stopped. Nothing of it is reported'],
  ['ends the process', 'process.exit(0);', 'ended the process. Nothing of it is reported'],
  [
    'takes all memory',
    'const all = []; for (;;) all.push(new Array(1_000_000).fill(all.length));',
    'took more memory than there is (limit), and was stopped. Nothing of it is reported',
  ],
])('a rule that %s loses one file, which is named', { timeout: 120_000 }, async (_, does, words) => {
  const timeout = /memory/.test(words) ? '60' : '1';
  const ended = await lint(does, files, '--timeout', timeout);
  expect(ended).toMatchObject({ code: 3, signal: null, stderr: '' });
  const message = `checking it in rule AZL9001 own ${words}`;
  expect(outcomes(ended)).toEqual(['checked a.yaml', `failed b.yaml: ${message}`, 'checked c.yaml']);
  expect(seen(ended)).toEqual([
    'a.yaml AZL9001: seen "fine"',
    `b.yaml AZL8008: C${message.slice(1)}.`,
    'c.yaml AZL9001: seen "well"',
  ]);
});

test('when everything is stuck the run is given up', async () => {
  const all = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`${index}.yaml`, named(`stuck${index}`)]));
  const ended = await lint('for (;;);', all, '--timeout', '1');
  expect(ended.code).toBe(3);
  expect(outcomes(ended).at(-1)).toBe('failed 6.yaml: not checked, because 5 files before it had to be stopped');
  expect(outcomes(ended).filter((outcome) => outcome.includes('longer than 1 s'))).toHaveLength(5);
});

test('what a thread reports is what the process itself reports', async () => {
  const template = {
    'net.yaml': `${named('a')}${'#'.repeat(50)}\n`,
    'before/net.yaml': spec.replace('::/0', '10.0.0.0/24'),
    'broken.yaml': 'logicalNetworks: [',
  };
  const folder = folderWith(template);
  for (const format of ['json', 'sarif', 'junit', 'markdown', 'github', 'gitlab', 'rdjson']) {
    const args = ['--base', 'path:before', '--format', format, '--preset', 'strict', 'net.yaml', 'broken.yaml'];
    const [thread, here] = await Promise.all(
      ['60', '0'].map((timeout) => run(folder, [...args, '--timeout', timeout])),
    );
    expect(thread).toEqual(here);
    expect(here?.code).toBe(1);
  }
});

/** Runs the command line in this process, with the shipped command for its threads. */
async function inThread(
  folder: string,
  args: readonly string[],
  thread = join(dirname(command), 'chunks/worker.cjs'),
): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  const code = await main(args, {
    cwd: folder,
    env: {},
    isTerminal: false,
    isErrorTerminal: false,
    width: 100,
    stdout: (text) => {
      said.stdout += text;
    },
    stderr: (text) => {
      said.stderr += text;
    },
    stdin: async () => Buffer.alloc(0),
    today: '2026-11-24',
    worker: thread,
    now: () => 0,
  });
  return { code, signal: null, ...said };
}

const forever = ruleThat('for (;;);');
const stopped = 'hecking it in rule AZL9001 own took longer than 1 s (limit --timeout), and was stopped';

test.each([[['audit', '--preset', 'seed']], [['suppressions']], [['baseline', 'create']]])(
  '%s goes on without the file that is stuck',
  async (args) => {
    const folder = folderWith({ ...files, 'rule.mjs': forever });
    const { code, stdout, stderr } = await inThread(folder, [...args, '--rules', 'rule.mjs', '--timeout', '1']);
    expect(code).toBe(3);
    expect(`${stdout}${stderr}`).toContain(stopped);
  },
);

test('--fix fixes the files that are not stuck', async () => {
  const fixable = 'logicalNetworks: [{ name: a, addressPrefix: 10.0.0.5/24 }]\n';
  const folder = folderWith({ 'a.yaml': fixable, 'b.yaml': named('stuck'), 'rule.mjs': forever });
  const args = [
    '--fix',
    '--preset',
    'strict',
    '--format',
    'json',
    '--rules',
    'rule.mjs',
    '--timeout',
    '1',
    'a.yaml',
    'b.yaml',
  ];
  const ended = await inThread(folder, args);
  expect(outcomes(ended).at(-1)).toContain(stopped);
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).not.toBe(fixable);
});

test('a plan goes on without the file that is stuck', async () => {
  const slowReader = `import { isMainThread } from 'node:worker_threads';
const parse = JSON.parse;
if (!isMainThread) JSON.parse = (text, ...more) => { while (text.includes('stuck')); return parse(text, ...more); };
${forever}`;
  const json = { 'a.yaml': named('a'), 'b.json': '{ "logicalNetworks": [{ "name": "stuck" }] }' };
  const folder = folderWith({ ...json, 'rule.mjs': slowReader });
  const { code, stdout, stderr } = await inThread(folder, ['plan', '--rules', 'rule.mjs', '--timeout', '1']);
  expect(code).toBe(3);
  expect(stdout).toContain('a.yaml');
  expect(stderr).toContain('b.json: checking it took longer than 1 s');
});

test('a thread that takes its time to start is not stuck', async () => {
  const late = `import { isMainThread } from 'node:worker_threads';
const start = Date.now();
if (!isMainThread) while (Date.now() < start + 1500);
${forever}`;
  const folder = folderWith({ 'a.yaml': named('a'), 'rule.mjs': late });
  expect((await inThread(folder, ['--rules', 'rule.mjs', '--timeout', '1'])).code).toBe(1);
});

test.each([
  ['a script', 'a.sh', 'az stack-hci-vm show --name a --resource-group rg\n', 20_000],
  ['Terraform', 'a.tf', 'resource "azurerm_stack_hci_logical_network" "a" {}\n', 20_000],
  ['a pipeline', 'a.yaml', 'steps: [{ run: az stack-hci-vm show }]\n', 20_000],
  ['a spec', 'a.yaml', spec, 1_000_000],
  ['a template', 'a.json', '{ "type": "Microsoft.AzureStackHCI/logicalNetworks", "name": "a" }\n', 1_000_000],
])('%s is checked where it can be stopped when it is large', async (_, path, start, most) => {
  const ofLength = (length: number) =>
    folderWith({ [path]: start.padEnd(length, '\n'), 'thread.mjs': 'process.exit()' });
  const end = async (folder: string) => (await inThread(folder, [path], join(folder, 'thread.mjs'))).stdout;
  expect(await end(ofLength(most))).not.toContain('ended the process');
  expect(await end(ofLength(most + 1))).toContain('ended the process');
});
