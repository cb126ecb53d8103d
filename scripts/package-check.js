/**
 * What users get: packs the compiled project as npm would publish it, checks what is in the package and how it is
 * described, installs it in an empty folder and uses it there. Run `npm run compile` first. Says what it checked; throws
 * at the first thing that is not so.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installTools } from './tools.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'azlocal-lint-package-'));

/** Everything in the package fits one of these, and each of these has something. */
const contents = [
  /^(LICENSE|README\.md|package\.json)$/,
  /^dist\/(cli\.cjs|index\.js|help\.txt)$/,
  /^dist\/chunks\/[a-z0-9-]+\.cjs$/,
  /^dist\/types\/index\.d\.ts$/,
  /^dist\/types\/(arm|engine|inputs|model|rules|source)\/[a-z0-9/-]+\.d\.ts$/,
  /^dist\/examples\.json\.br$/,
  /^dist\/THIRD-PARTY-LICENCES\.txt$/,
  /^dist\/grammars\/(tree-sitter-(bash|terraform)|web-tree-sitter)\.wasm\.br$/,
  /^schemas\/(audit|baseline|config|report|spec)\.schema\.json$/,
];

/** @param {string} what @param {() => unknown} check */
async function test(what, check) {
  await check();
  process.stdout.write(`ok  ${what}\n`);
}

/** Runs a program that must succeed; its output is in the error when it does not. */
function run(/** @type {string} */ program, /** @type {string[]} */ args, cwd = work) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, `${program} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

try {
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], {
    cwd: root,
    encoding: 'utf8',
  });
  /** @type {[{ filename: string, files: { path: string, mode: number }[], unpackedSize: number }]} */
  const [{ filename, files, unpackedSize }] = JSON.parse(packed);
  const tarball = join(work, filename);

  await test(`${files.length} files, ${(unpackedSize / 2 ** 20).toFixed(1)} MB: what is meant, and nothing else`, () => {
    const paths = files.map(({ path }) => path);
    assert.deepEqual(
      paths.filter((path) => !contents.some((pattern) => pattern.test(path))),
      [],
    );
    assert.deepEqual(
      contents.filter((pattern) => !paths.some((path) => pattern.test(path))),
      [],
    );
    assert.equal(files.find(({ path }) => path === 'dist/cli.cjs')?.mode, 0o755);
  });

  const tools = installTools('package', { publint: '0.3.25', '@arethetypeswrong/cli': '0.18.5' });
  await test('publint finds nothing to say', () => run(join(tools, '.bin/publint'), ['run', '--strict', tarball]));
  // Only ES modules: CommonJS loads them with `require` from Node 20.19 on.
  await test('the types are right', () => run(join(tools, '.bin/attw'), [tarball, '--profile', 'esm-only']));

  const consumer = join(work, 'consumer');
  const write = (/** @type {string} */ name, /** @type {string} */ text) => writeFileSync(join(consumer, name), text);
  const command = join(consumer, 'node_modules/.bin/azlocal-lint');
  /** @param {number} code @param {RegExp} output @param {string[]} args */
  const prints = (code, output, ...args) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: consumer, encoding: 'utf8' });
    assert.match(stdout, output);
    assert.deepEqual({ status, stderr }, { status: code, stderr: '' });
  };
  mkdirSync(consumer);
  write('package.json', JSON.stringify({ private: true, type: 'module' }));

  await test('installs in an empty folder, without scripts and without anything else', () => {
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--engine-strict', tarball], consumer);
    const installed = readdirSync(join(consumer, 'node_modules')).filter((name) => !name.startsWith('.'));
    assert.deepEqual(installed, ['azlocal-lint']);
  });

  await test('each of its parts may be loaded by itself: nothing starts, nothing is printed', () => {
    const chunks = join(consumer, 'node_modules/azlocal-lint/dist/chunks');
    for (const name of readdirSync(chunks)) {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', `require('./${name}')`], {
        cwd: chunks,
        encoding: 'utf8',
      });
      assert.deepEqual({ name, status, stdout, stderr }, { name, status: 0, stdout: '', stderr: '' });
    }
  });

  await test('the command says its version and explains a rule', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    prints(0, new RegExp(`^${version.replaceAll('.', '\\.')}\n$`), '--version');
    prints(0, /^AZL1104 logical-network-vlan-changed[\s\S]*learn\.microsoft\.com/, 'explain', 'AZL1104');
    prints(0, /"\$schema"/, 'schema', 'config');
  });

  await test('its help is what commander writes, for whom it has nothing prepared', () => {
    const help = run(command, ['--help']);
    assert.match(help, /^Usage: azlocal-lint/);
    assert.equal(help, run(command, ['--verbose', '--help']));
    assert.equal(help, run(command, ['help']));
  });

  await test('it has the rules as they are written', async () => {
    const written = (await import('../build/rules/index.js')).rules;
    const { rules } = await import(new URL('../dist/index.js', import.meta.url).href);
    assert.equal(JSON.stringify(rules), JSON.stringify(written));
    assert.deepEqual(rules.map(Object.keys), written.map(Object.keys));
  });

  await test('it loads what a run comes to, and no more', () => {
    write('list.cjs', "process.on('exit', () => process.stderr.write(Object.keys(require.cache).join('\\n')));");
    write('other.json', '{ "name": "somebody else’s" }\n');
    write('ours.json', '{ "logicalNetworks": [] }\n');
    const cli = join(consumer, 'node_modules/azlocal-lint/dist/cli.cjs');
    const loadedBy = (/** @type {string[]} */ ...args) =>
      spawnSync(process.execPath, ['--require', './list.cjs', cli, ...args], { cwd: consumer, encoding: 'utf8' })
        .stderr.split('\n')
        .flatMap((file) => /chunks[\\/](.+)\.cjs$/.exec(file)?.[1] ?? []);
    assert.deepEqual(loadedBy('--version'), ['package']);
    assert.deepEqual(loadedBy('--help'), ['package']);
    const others = loadedBy('--no-config', 'other.json');
    assert.ok(others.includes('run'));
    assert.deepEqual(
      others.filter((name) => !['lint-command', 'package', 'rolldown-runtime', 'run'].includes(name)),
      [],
    );
    const ours = loadedBy('--no-config', 'ours.json');
    assert.ok(ours.includes('template'));
    for (const part of ['ajv', 'commander', 'commands', 'rules-texts', 'yaml']) assert.ok(!ours.includes(part), part);
  });

  await test('it reads YAML, JSON, Terraform, bash and PowerShell, and writes every format', () => {
    write('net.yaml', 'logicalNetworks: [{ name: lnet, addressPrefix: "fd00::/64" }]\n');
    write('net.json', '{ "logicalNetworks": [{ "name": "lnet", "addressPrefix": "fd00::/64" }] }\n');
    write('main.tf', 'resource "azurerm_stack_hci_logical_network" "a" {\n  name = "a"\n}\n');
    write('make.sh', 'az stack-hci-vm network lnet create --name a --address-prefixes "fd00::/64"\n');
    write('make.ps1', "New-AzStackHciVMLogicalNetwork -Name 'a' -AddressPrefix 'fd00::/64'\n");
    for (const [name, rule] of [
      ['net.yaml', 'AZL1001'],
      ['net.json', 'AZL1001'],
      ['main.tf', 'AZL5002'],
      ['make.sh', 'AZL1001'],
      ['make.ps1', 'AZL1001'],
    ])
      prints(1, new RegExp(`error {2}${rule}`), /** @type {string} */ (name));
    for (const format of ['json', 'sarif', 'markdown', 'github', 'azure', 'gitlab', 'junit', 'rdjson'])
      prints(1, /fd00::\/64/, '--format', format, 'net.yaml');
  });

  await test('a rule of a user finds the package that it imports, with the classes that it is given', () => {
    write(
      'rule.js',
      `import { defineRule, Field, Place, rules } from 'azlocal-lint';
       export default defineRule({
         ...rules[0], id: 'AZL9001', name: 'ours',
         *resource(network, context) {
           if (network.body instanceof Field && network.at instanceof Place) yield* rules[0].resource(network, context);
         },
       });`,
    );
    prints(1, /error {2}AZL9001 ours/, '--rules', 'rule.js', 'net.yaml');
  });

  await test('the library is an import and a require away', () => {
    const use = `lint({ files: [new SourceFile('net.yaml', 'logicalNetworks: [{ addressPrefix: "::/0" }]')] })
      .then(({ findings }) => process.stdout.write(findings.map(({ ruleId }) => ruleId).join()));`;
    write('use.mjs', `import { lint, SourceFile } from 'azlocal-lint';\n${use}`);
    write('use.cjs', `const { lint, SourceFile } = require('azlocal-lint');\n${use}`);
    for (const name of ['use.mjs', 'use.cjs'])
      assert.match(run(process.execPath, ['--no-warnings', name], consumer), /AZL1001/);
  });

  await test('its types stand alone in a strict program', () => {
    write(
      'typed.ts',
      `import { defineRule, type Finding, lint, type Report, rules, SourceFile } from 'azlocal-lint';
import schema from 'azlocal-lint/schemas/report.schema.json' with { type: 'json' };

export const report: Report = await lint({ files: [new SourceFile('a.yaml', '')], base: [] }, { preset: 'strict' });
export const first: Finding | undefined = report.findings[0];
export const names: string[] = rules.map(({ name }) => name).concat(schema.title);
export const rule = defineRule({
  ...rules[0]!,
  *resource(network) {
    if (network.body.get('tags').state === 'absent') yield { at: network.at, message: 'no tags' };
  },
});
// @ts-expect-error A preset that is none.
await lint({ files: [] }, { preset: 'none' });
`,
    );
    const compilerOptions = {
      module: 'NodeNext',
      target: 'ES2022',
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      resolveJsonModule: true,
      noEmit: true,
      types: [],
    };
    write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['typed.ts'] }));
    run(join(root, 'node_modules/.bin/tsc'), ['-p', '.'], consumer);
  });
} finally {
  rmSync(work, { recursive: true, force: true });
}
