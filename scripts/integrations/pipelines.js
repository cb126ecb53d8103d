/**
 * Runs the step of the Azure Pipelines template as its agent does, and that of the job of GitLab, on a pull request
 * of a user. Run `npm run compile` first.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { check, isShownIn, must, npmTools, root, run, temporaryFolder, UserRepository } from './tools.js';

const folder = temporaryFolder('pipelines');
const command = `${process.execPath} ${join(root, 'dist/cli.cjs')}`;

// The newest that runs on Node 20.
const gitlabCi = join(npmTools('gitlab', ['gitlab-ci-local@4.61.1']), 'node_modules/gitlab-ci-local/src/index.js');

const user = new UserRepository(join(folder, 'user'));
user.commit('Networks');
const target = user.git('rev-parse', 'HEAD').trim();

/** Checks out what a pull request comes to: the merge of one change with its target. */
function mergeOf(/** @type {string} */ name, /** @type {() => void} */ change) {
  user.git('checkout', '--quiet', '-B', name, 'main');
  change();
  user.commit(name);
  user.git('checkout', '--quiet', '--detach', 'main');
  user.git('merge', '--quiet', '--no-ff', '--message', `Merge ${name}`, name);
}

/**
 * The script of the template, with its parameters.
 *
 * @param {Record<string, string>} given
 */
function azure(given, reason = 'PullRequest') {
  /** @typedef {{ bash?: string, env?: Record<string, string> }} Step */
  /** @type {{ parameters: { name: string, default: string }[], steps: Step[] }} */
  const template = parse(readFileSync(join(root, 'integrations/azure-pipelines/azlocal-lint.yml'), 'utf8'));
  const values = {
    ...Object.fromEntries(template.parameters.map(({ name, default: value }) => [name, value])),
    ...given,
  };
  const { bash = '', env = {} } = template.steps.find((step) => step.bash !== undefined) ?? {};
  assert.doesNotMatch(bash, /\$\{\{/, 'an expression in a script is an injection');
  const script = join(folder, 'script.sh');
  writeFileSync(script, bash);
  const staging = join(folder, 'staging');
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(join(folder, 'temp'), { recursive: true });
  const answer = run('bash', ['--noprofile', '--norc', script], {
    cwd: user.folder,
    env: {
      BUILD_REASON: reason,
      BUILD_ARTIFACTSTAGINGDIRECTORY: staging,
      AGENT_TEMPDIRECTORY: join(folder, 'temp'),
      ...Object.fromEntries(
        Object.entries(env).map(([name, text]) => [
          name,
          text.replace(/\$\{\{ parameters\.(\w+) \}\}/g, (_, parameter) => values[parameter] ?? ''),
        ]),
      ),
    },
  });
  return { ...answer, sarif: join(staging, 'sarif/azlocal-lint.sarif') };
}

/**
 * The script of GitLab's job for a merge request, as gitlab-ci-local reads it (to run it, that wants rsync) and as a runner runs it: its lines are one
 * script of bash that ends at the first failure.
 *
 * @param {string} branch
 */
function gitlab(branch) {
  user.git('checkout', '--quiet', branch);
  cpSync(join(root, 'integrations/gitlab/.gitlab-ci.yml'), join(user.folder, '.gitlab-ci.yml'));
  const preview = must(process.execPath, [gitlabCi, '--preview'], { cwd: user.folder });
  rmSync(join(user.folder, '.gitlab-ci-local'), { recursive: true, force: true });
  /** @type {{ script: string[], artifacts: { reports: Record<string, string> } }} */
  const job = parse(preview)['azlocal-lint'];
  const { codequality = '', junit = '' } = job.artifacts.reports;
  const answer = run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', job.script.join('\n')], {
    cwd: user.folder,
    env: { AZLOCAL_LINT: command, CI_MERGE_REQUEST_DIFF_BASE_SHA: target },
  });
  const read = (/** @type {string} */ name) => readFileSync(join(user.folder, name), 'utf8');
  return { ...answer, codequality: read(codequality), junit: read(junit) };
}

try {
  await check('Azure Pipelines: a VLAN is an issue at the line, with summary and SARIF', () => {
    mergeOf('vlan', () => user.changeVlan());
    const { status, output, sarif } = azure({ command });
    assert.equal(status, 1, output);
    assert.match(
      output,
      /^##vso\[task\.logissue type=error;sourcepath=networks\/network\.parameters\.prod\.json;linenumber=15;columnnumber=16;code=AZL1104;\]/m,
    );
    const [, summary = ''] = /^##vso\[task\.uploadsummary\](.*)$/m.exec(output) ?? [];
    assert.match(readFileSync(summary, 'utf8'), /^## azlocal-lint: 🔴 1 error/);
    assert.match(readFileSync(sarif, 'utf8'), /"ruleId": "AZL1104"/);
    isShownIn('docs/azure-pipelines.md', output.slice(0, output.indexOf('##vso[task.uploadsummary]')));
  });

  await check('Azure Pipelines: parameters reach the command line as they are written', () => {
    const passed = azure({ command, failOn: 'none', paths: 'networks\n!networks/*.json\n', base: 'main' }, 'Manual');
    assert.equal(passed.status, 0, passed.output);
    assert.doesNotMatch(passed.output, /AZL1104/);
    const odd = azure({ command, arguments: '--rule\nAZL1104=warning\n', paths: '$(touch pwned)\n.' });
    assert.equal(odd.status, 2, odd.output);
    assert.ok(!existsSync(join(user.folder, 'pwned')));
  });

  await check('Azure Pipelines: without the target nothing passes; a tag passes', () => {
    user.git('checkout', '--quiet', 'vlan');
    const { status, output } = azure({ command });
    assert.equal(status, 2);
    assert.match(output, /^##vso\[task\.logissue type=error\]The target .* fetchDepth/m);
    mergeOf('tag', () => user.changeTag());
    assert.equal(azure({ command }).status, 0);
  });

  await check('GitLab: a VLAN fails the job and is in both reports; a tag passes', () => {
    const failed = gitlab('vlan');
    assert.equal(failed.status, 1, failed.output);
    assert.match(failed.output, /AZL1104/);
    assert.match(failed.codequality, /"check_name": "AZL1104"/);
    assert.match(failed.junit, /<testcase name="AZL1104 /);
    isShownIn('docs/gitlab.md', failed.output);
    const passed = gitlab('tag');
    assert.equal(passed.status, 0, passed.output);
    assert.equal(passed.codequality, '[]\n');
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
