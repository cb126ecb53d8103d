/**
 * Runs the hooks of this project with the real pre-commit, from a clone of the last commit that has made its release, in the
 * repository of a user.
 */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, isShownIn, must, pythonTools, release, root, run, temporaryFolder, UserRepository } from './tools.js';

const preCommit = join(pythonTools('pre-commit', ['pre-commit==4.6.2']), 'bin/pre-commit');
const folder = temporaryFolder('pre-commit');
/** Environments of hooks: outside of what is deleted at the end of a hook, inside of what is at the end of the check. */
const env = { PRE_COMMIT_HOME: join(folder, 'home') };

const site = JSON.stringify({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters: { vlan: { type: 'int', defaultValue: 701 } },
  resources: [
    {
      type: 'Microsoft.AzureStackHCI/logicalNetworks',
      apiVersion: '2025-06-01-preview',
      name: 'lnet-site',
      location: 'eastus',
      properties: { subnets: [{ name: 'site', properties: { vlan: "[parameters('vlan')]" } }] },
    },
  ],
});
const siteParameters = JSON.stringify({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
  contentVersion: '1.0.0.0',
  parameters: { vlan: { value: 702 } },
});

try {
  const hooks = join(folder, 'azlocal-lint');
  let tag = '';
  await check('a clone of the last commit makes its release', () => {
    tag = release(hooks);
  });
  const user = new UserRepository(join(folder, 'user'));
  const here = { cwd: user.folder, env };
  /** @param {...string} args */
  const pre = (...args) => run(preCommit, args, here);

  await check('the manifest is valid, and one with a misspelt language is not', () => {
    const manifest = join(root, '.pre-commit-hooks.yaml');
    must(preCommit, ['validate-manifest', manifest], here);
    const broken = join(folder, 'hooks.yaml');
    writeFileSync(broken, readFileSync(manifest, 'utf8').replace('language: node', 'language: nodejs'));
    const { status, output } = run(preCommit, ['validate-manifest', broken], here);
    assert.equal(status, 1);
    assert.match(output, /nodejs/);
  });

  const example = readFileSync(join(root, 'integrations/pre-commit-config.yaml'), 'utf8');
  assert.match(example, new RegExp(`rev: ${tag}\n`), 'integrations/pre-commit-config.yaml names another version');
  const configuration = example.replace('https://github.com/azlocal-lint/azlocal-lint', `file://${hooks}`);
  user.write('.pre-commit-config.yaml', `${configuration}      - id: azlocal-lint-all\n        stages: [manual]\n`);
  await check('the configuration is valid, and the hook is installed', () => {
    must(preCommit, ['validate-config'], here);
    must(preCommit, ['install', '--install-hooks'], here);
  });

  await check('the first commit passes', () => {
    const { status, output } = user.commit('Networks', env);
    assert.equal(status, 0, output);
  });

  await check('a commit that changes a VLAN is stopped, and the line is shown', () => {
    user.changeVlan();
    const { status, output } = user.commit('VLAN', env);
    assert.equal(status, 1, output);
    assert.match(output, /azlocal-lint\.+Failed\n[\s\S]*prod\.json\n +15:16 +error +AZL1104/);
    isShownIn('docs/pre-commit.md', output);
    user.reset();
  });

  await check('what is checked is what is staged, not what lies in the work tree', () => {
    user.changeVlan();
    user.git('add', '--all');
    user.edit('networks/network.parameters.prod.json', '"value": 1211', '"value": 1201');
    const { status, output } = pre('run');
    assert.equal(status, 1, output);
    assert.match(output, /AZL1104/);
    user.reset();
  });

  await check('a commit that changes a tag passes in silence', () => {
    user.changeTag();
    user.git('add', '--all');
    const { status, output } = pre('run');
    assert.equal(status, 0, output);
    assert.match(output, /^azlocal-lint\.+Passed\n$/);
    assert.equal(user.commit('Tag', env).status, 0);
  });

  await check('a commit without a spec passes in silence', () => {
    user.write('README.md', '# Our networks\n');
    user.write('package.json', '{ "name": "our-networks", "private": true }\n');
    user.git('add', '--all');
    const { status, output } = pre('run', '--verbose');
    assert.equal(status, 0, output);
    assert.match(output, /^azlocal-lint\.+Passed\n- hook id: azlocal-lint\n- duration: [\d.]+s\n$/);
    assert.equal(user.commit('Names', env).status, 0);
  });

  await check('a commit that deletes a parameter file is checked: the default of its template counts again', () => {
    user.write('site/site.json', site);
    user.write('site/site.parameters.json', siteParameters);
    assert.equal(user.commit('A site', env, ['--no-verify']).status, 0);
    rmSync(join(user.folder, 'site/site.parameters.json'));
    const { status, output } = user.commit('No parameters', env);
    assert.equal(status, 1, output);
    assert.match(output, /site\/site\.json\n[\s\S]*AZL1104/);
    user.git('reset', '--quiet', '--hard', 'HEAD~1');
  });

  await check('the hook for the whole tree passes', () => {
    const { status, output } = pre('run', 'azlocal-lint-all', '--hook-stage', 'manual');
    assert.equal(status, 0, output);
    assert.match(output, /^azlocal-lint \(whole tree\)\.+Passed\n$/);
  });

  await check('try-repo runs the hook for the whole tree, and shows what is wrong in it', () => {
    user.edit('networks/network.parameters.prod.json', '"10.20.1.0/24"', '"fd00::/64"');
    user.git('add', '--all');
    const { status, output } = pre('try-repo', hooks, 'azlocal-lint-all', '--ref', tag, '--all-files');
    assert.equal(status, 1, output);
    assert.match(output, /AZL1001/);
    user.reset();
  });

  await check('autoupdate finds the tag', () => {
    const old = must('git', ['rev-list', '--max-parents=0', 'HEAD'], { cwd: hooks }).trim();
    user.edit('.pre-commit-config.yaml', `rev: ${tag}`, `rev: ${old}`);
    must(preCommit, ['autoupdate'], here);
    assert.match(readFileSync(join(user.folder, '.pre-commit-config.yaml'), 'utf8'), new RegExp(`rev: ${tag}\n`));
    user.reset();
  });

  ownTime(user, join(hooks, 'dist/cli.cjs'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Prints how long a run takes that is warm, beside a Node that does nothing: medians of 15.
 *
 * @param {UserRepository} user
 * @param {string} cli
 */
function ownTime(user, cli) {
  user.edit('networks/network.json', '"owner": "networks"', '"owner": "all"');
  user.git('add', '--all');
  const median = (/** @type {readonly string[]} */ args) => {
    const times = Array.from({ length: 15 }, () => {
      const started = performance.now();
      run(process.execPath, args, { cwd: user.folder });
      return performance.now() - started;
    });
    return Math.round(times.sort((one, other) => one - other)[7] ?? 0);
  };
  const nothing = median(['--eval', '0']);
  const whole = median([cli, '--staged', '--quiet']);
  user.reset();
  process.stdout.write(`azlocal-lint --staged --quiet: ${whole} ms, of which Node itself starts in ${nothing} ms\n`);
}
