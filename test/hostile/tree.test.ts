import { spawnSync } from 'node:child_process';
import { chmodSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, outcomes, remove, run, spec } from './command.ts';

const json = ['--format', 'json', '--preset', 'seed'];
const notRegular = 'not a regular file. For the output of a command, use --stdin.';
const outside = 'a link that leads out of the repository. Name what it leads to, or leave it out with --ignore.';
const sh = (folder: string, line: string) => expect(spawnSync('sh', ['-c', line], { cwd: folder }).status).toBe(0);

describe('what is no file', () => {
  test('pipes, sockets, devices and folders with the names of specs are named, and nothing waits for them', async () => {
    const folder = folderWith({ 'a.yaml': spec, 'folder.yaml/b.yaml': spec });
    sh(folder, 'mkfifo pipe.yaml && ln -s /dev/zero zero.json');
    const server = createServer().listen(join(folder, 'socket.json'));
    const ended = await run(folder, json, () => undefined);
    server.close();
    expect(ended.code).toBe(3);
    expect(outcomes(ended)).toEqual([
      'checked a.yaml',
      'checked folder.yaml/b.yaml',
      `failed pipe.yaml: ${notRegular}`,
      `failed socket.json: ${notRegular}`,
      `failed zero.json: ${outside}`,
    ]);
  });

  test('a pipe that is named', async () => {
    const folder = folderWith();
    sh(folder, 'mkfifo pipe.yaml');
    expect(outcomes(await run(folder, [...json, 'pipe.yaml']))).toEqual([`failed pipe.yaml: ${notRegular}`]);
  });
});

describe('links', () => {
  test('in circles, to nowhere, to folders above, and out of the repository', async () => {
    const other = folderWith({ 'secret.yaml': spec });
    const folder = folderWith({ 'a/b.yaml': spec });
    symlinkSync('one.yaml', join(folder, 'two.yaml'));
    symlinkSync('two.yaml', join(folder, 'one.yaml'));
    symlinkSync('nowhere', join(folder, 'nowhere.yaml'));
    symlinkSync('..', join(folder, 'a/above'));
    symlinkSync('a/b.yaml', join(folder, 'inside.yaml'));
    symlinkSync(join(other, 'secret.yaml'), join(folder, 'out.yaml'));
    symlinkSync(other, join(folder, 'elsewhere'));
    const ended = await run(folder, json);
    expect(ended.code).toBe(3);
    expect(outcomes(ended)).toEqual([
      'checked a/b.yaml',
      'checked inside.yaml',
      'failed nowhere.yaml: it does not exist, or is a link that leads nowhere.',
      'failed one.yaml: its links go in circles.',
      `failed out.yaml: ${outside}`,
      'failed two.yaml: its links go in circles.',
    ]);
  });

  test('a template that links out of the repository gets nothing from there', async () => {
    const canary =
      '{ "resources": [{ "type": "Microsoft.AzureStackHCI/logicalNetworks", "name": "canary", "properties": { "dhcpOptions": { "dnsServers": ["::1"] } } }] }';
    const folder = folderWith({ 'out/secret.json': canary, 'repository/.git/HEAD': '' });
    const link = (path: string) => ({
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2022-09-01',
      name: path,
      properties: { mode: 'Incremental', templateLink: { relativePath: path } },
    });
    const paths = ['../out/secret.json', '../../../../etc/passwd', 'link.json', join(folder, 'out/secret.json')];
    const resources = [...paths.map(link), { type: 'Microsoft.AzureStackHCI/logicalNetworks', name: 'own' }];
    const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
    const repository = join(folder, 'repository');
    writeFileSync(
      join(repository, 'main.json'),
      JSON.stringify({ $schema: schema, contentVersion: '1.0.0.0', resources }),
    );
    symlinkSync(join(folder, 'out/secret.json'), join(repository, 'link.json'));
    const ended = await run(repository, ['main.json', '--format', 'json']);
    expect(outcomes(ended)).toEqual(['checked main.json']);
    expect(ended.stdout).toContain('not read: it is not in this repository');
    expect(ended.stdout).toContain('not read: there is no template at link.json');
    expect(ended.stdout).not.toMatch(/canary|root:/);
  });
});

describe('files', () => {
  test('a file that is larger than the limit is not read, whatever its size', async () => {
    const folder = folderWith({ 'a.yaml': spec, 'huge.json': '{' });
    truncateSync(join(folder, 'huge.json'), 2 ** 40);
    const ended = await run(folder, json);
    const reason = 'larger than 20 MB (limit). Split it, leave it out with --ignore, or raise --max-file-size.';
    expect(outcomes(ended)).toEqual(['checked a.yaml', `failed huge.json: ${reason}`]);
    expect(ended.code).toBe(3);
    const { findings } = JSON.parse(ended.stdout);
    expect(findings.map((one: { ruleId: string }) => one.ruleId)).toEqual(['AZL1001', 'AZL8008']);
  });

  test('the limit can be set', async () => {
    const folder = folderWith({ 'a.yaml': `${spec}# ${'a'.repeat(2 ** 20)}\n` });
    expect((await run(folder, [...json, '--max-file-size', '1'])).code).toBe(3);
    expect((await run(folder, [...json, '--max-file-size', '2'])).code).toBe(1);
    const fromStdin = await run(folder, [...json, '--max-file-size', '1', '--stdin'], (child) => {
      child.stdin.on('error', () => undefined);
      child.stdin.end(`${spec}# ${'a'.repeat(2 ** 20)}\n`);
    });
    expect(fromStdin.code).toBe(3);
  });

  test('the limit is also that of what options name, and of what templates link to', async () => {
    const large = `{ "type": "Microsoft.AzureStackHCI/logicalNetworks", "name": "a" }${' '.repeat(2 ** 20)}`;
    const link = {
      ...{ type: 'Microsoft.Resources/deployments', apiVersion: '2022-09-01', name: 'inner' },
      properties: { mode: 'Incremental', templateLink: { relativePath: 'linked.json' } },
    };
    const main = { contentVersion: '1.0.0.0', resources: [link] };
    const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
    const linked = JSON.stringify({
      $schema: schema,
      ...main,
      resources: [{ type: 'Microsoft.AzureStackHCI/logicalNetworks', name: 'a', apiVersion: '2025-09-01-preview' }],
    });
    const folder = folderWith({
      'a.yaml': spec,
      'live.json': large,
      'main.json': JSON.stringify({ $schema: schema, ...main }),
      'linked.json': linked + ' '.repeat(2 ** 20),
    });
    for (const flag of ['--live', '--what-if', '--parameters']) {
      const ended = await run(folder, [...json, '--max-file-size', '1', 'a.yaml', flag, 'live.json']);
      expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('larger than 1 MB (limit)') });
    }
    const of = async (size: string) => outcomes(await run(folder, [...json, '--max-file-size', size, 'main.json']));
    expect(await of('2')).toEqual(['checked main.json']);
    expect((await of('1')).join()).toMatch(/^skipped main.json/);
  });

  test('files that come, go and change while they are read', async () => {
    const folder = folderWith(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`n${index}.yaml`, spec])));
    let at = 0;
    const change = setInterval(() => {
      remove(join(folder, `n${at}.yaml`));
      writeFileSync(join(folder, `n${at + 1}.yaml`), spec.repeat(at % 3));
      at = (at + 7) % 299;
    }, 1);
    const ended = await run(folder, json);
    clearInterval(change);
    expect([0, 1, 3]).toContain(ended.code);
    expect(ended.stderr).toBe('');
    expect(outcomes(ended).length).toBeGreaterThan(50);
  });

  test('folders and files that may not be read', async () => {
    const folder = folderWith({ 'a.yaml': spec, 'closed/b.yaml': spec, 'closed.yaml': spec });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'closed'), 0);
    chmodSync(join(folder, 'closed.yaml'), 0);
    // The superuser may read everything.
    const somebody = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const ended = await run(folder, json, undefined, somebody);
    expect(outcomes(ended)).toEqual([
      'checked a.yaml',
      'failed closed: permission denied.',
      'failed closed.yaml: permission denied.',
    ]);
    expect(ended.code).toBe(3);
  });

  test.each([
    ['UTF-16, as PowerShell 5 writes it', 'utf16le', '\uFEFF', 'checked a.yaml'],
    ['UTF-8 with a byte order mark', 'utf8', '\uFEFF', 'checked a.yaml'],
    [
      'UTF-16 without a byte order mark',
      'utf16le',
      '',
      'failed a.yaml: UTF-16 text without a byte order mark. Save it as UTF-8.',
    ],
    ['bytes that are no UTF-8', 'latin1', '# \u00ff\n', 'failed a.yaml: not UTF-8 text. Save it as UTF-8.'],
  ] as const)('%s', async (_, encoding, before, outcome) => {
    const folder = folderWith({ 'a.yaml': Buffer.from(before + spec, encoding), 'b.yaml': spec });
    expect(outcomes(await run(folder, json))).toEqual([outcome, 'checked b.yaml']);
  });

  test('NUL bytes and half surrogates are part of the text', async () => {
    const half = '{ "logicalNetworks": [{ "name": "\\ud800", "addressPrefix": "::/0" }] }';
    const folder = folderWith({
      'nul.yaml': `# \u0000\n${spec}`,
      'nul.json': half.replace('\\ud800', '\u0000'),
      'half.json': half,
    });
    for (const format of ['text', 'json', 'sarif', 'junit', 'gitlab', 'github', 'markdown']) {
      const ended = await run(folder, ['--format', format, '--preset', 'seed']);
      expect(ended).toMatchObject({ code: 1, stderr: '' });
      expect(ended.stdout).not.toContain('\u0000');
    }
  });

  test('names with line breaks, escape codes and commands', async () => {
    const names = [
      'a\nb.yaml',
      '::error::x.yaml',
      '\u001b[31m.yaml',
      '##vso[task.complete].yaml',
      '-q.yaml',
      '$(touch x).yaml',
      '=1+1.yaml',
    ];
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, spec])));
    expect(outcomes(await run(folder, json)).sort()).toEqual(names.map((name) => `checked ${name}`).sort());
    const text = (await run(folder, ['--preset', 'seed', '--verbose'])).stdout;
    expect(text).not.toContain('\u001b');
    expect(text).not.toMatch(/^\s*::error|##vso\[/m);
  });
});

test.each(['--base', '--changed-since'])('a git ref that begins like an option is no option: %s', async (flag) => {
  const folder = folderWith({ 'a.yaml': spec });
  sh(folder, 'git init -q && git add . && git -c user.name=a -c user.email=a@b commit -qm x');
  for (const ref of ['--output=owned', '-O/bin/sh', '--upload-pack=touch owned', '--end-of-options']) {
    const ended = await run(folder, [...json, `${flag}=${flag === '--base' ? 'git:' : ''}${ref}`]);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(ref);
  }
  expect(spawnSync('ls', { cwd: folder, encoding: 'utf8' }).stdout).toBe('a.yaml\n');
});
