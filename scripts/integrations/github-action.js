/**
 * Runs the steps of action.yml as GitHub does, in checkouts as `actions/checkout` makes them, without node_modules. Run
 * `npm run compile` first.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { check, isShownIn, must, root, run, temporaryFolder, UserRepository } from './tools.js';

/** @typedef {{ id?: string, shell?: string, run?: string, uses?: string, if?: string, env?: Record<string, string>, 'working-directory'?: string }} Step */
/** @type {{ inputs: Record<string, { default: string }>, runs: { steps: Step[] } }} */
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));

const folder = temporaryFolder('github-action');
const actionFolder = join(folder, 'action');
for (const part of ['action.yml', 'package.json', 'dist', 'integrations/github']) {
  cpSync(join(root, part), join(actionFolder, part), { recursive: true });
}
const origin = new UserRepository(join(folder, 'origin'));
origin.commit('Networks');
origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');

/**
 * A pull request: the merge with its target that GitHub makes, and its own commit. The target has moved on since.
 *
 * @param {string} name
 * @param {() => void} change
 */
function pullRequest(name, change) {
  origin.git('checkout', '--quiet', '-b', name, 'main');
  change();
  origin.commit(name);
  const head = origin.git('rev-parse', 'HEAD').trim();
  origin.git('checkout', '--quiet', '--detach', 'main');
  origin.git('merge', '--quiet', '--no-ff', '--message', 'Merge', name);
  const merge = origin.git('rev-parse', 'HEAD').trim();
  origin.git('update-ref', `refs/pull/${name}/merge`, merge);
  origin.git('checkout', '--quiet', 'main');
  return { head, merge };
}

let runs = 0;

/**
 * Checks out a commit and runs the steps.
 *
 * @param {{ commit: string, depth?: number, origin?: boolean, inputs?: Record<string, string>, pullRequest?: { from: string, merge: string } }} given
 */
function act({ commit, depth = 1, origin: isReachable = true, inputs = {}, pullRequest: request }) {
  const here = join(folder, `run ${runs++}`);
  const workspace = join(here, 'workspace');
  mkdirSync(workspace, { recursive: true });
  const git = (/** @type {string[]} */ ...args) => must('git', args, { cwd: workspace });
  git('init', '--quiet');
  git('remote', 'add', 'origin', `file://${origin.folder}`);
  if (depth > 0)
    git('fetch', '--quiet', '--no-tags', `--depth=${depth}`, 'origin', `+${commit}:refs/remotes/pull/merge`);
  else git('fetch', '--quiet', 'origin', '+refs/heads/*:refs/remotes/origin/*', commit);
  git('checkout', '--quiet', '--detach', commit);
  if (!isReachable) git('remote', 'set-url', 'origin', 'file:///nowhere');

  const files = { event: join(here, 'event.json'), output: join(here, 'output'), summary: join(here, 'summary.md') };
  const event = request ? { pull_request: { head: { repo: { full_name: request.from } } } } : {};
  writeFileSync(files.event, JSON.stringify(event));
  writeFileSync(files.output, '');
  writeFileSync(files.summary, 'Earlier.\n');
  const variables = {
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: actionFolder,
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'contoso/networks',
    GITHUB_EVENT_NAME: request ? 'pull_request' : 'push',
    GITHUB_EVENT_PATH: files.event,
    GITHUB_SHA: request?.merge ?? commit,
    GITHUB_BASE_REF: request ? 'main' : '',
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: here,
  };
  /** @type {Record<string, string>} */
  const outputs = {};
  const value = (/** @type {string} */ text) =>
    text.replace(/\$\{\{ (inputs|steps\.lint\.outputs)\.([\w-]+) \}\}/g, (_, kind, name) =>
      kind === 'inputs' ? (inputs[name] ?? action.inputs[name]?.default ?? '') : (outputs[name] ?? ''),
    );
  let log = '';
  let status = null;
  for (const step of action.runs.steps) {
    if (step.run === undefined) continue;
    assert.doesNotMatch(step.run, /\$\{\{/, 'an expression in a script is an injection');
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, value(text)]));
    const answer = run('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step.run], {
      cwd: join(workspace, value(step['working-directory'] ?? '.')),
      env: { ...variables, ...env },
    });
    log += answer.output;
    status = answer.status;
    for (const [, name = '', , text = ''] of readFileSync(files.output, 'utf8').matchAll(/^(.+)<<(.+)\n(.*)\n\2$/gm)) {
      outputs[name] = text;
    }
  }
  return { status, log, outputs, summary: readFileSync(files.summary, 'utf8'), workspace };
}

const annotation =
  /^::error file=networks\/network\.parameters\.prod\.json,line=15,endLine=15,col=16,endColumn=20,title=AZL1104 .*::VLAN "1211"/m;

try {
  const vlan = pullRequest('vlan', () => origin.changeVlan());
  const tag = pullRequest('tag', () => origin.changeTag());
  const own = { from: 'contoso/networks', merge: vlan.merge };

  await check('a pull request that changes a VLAN: annotation, summary and log, from the shallowest checkout', () => {
    const { status, log, outputs, summary, workspace } = act({ commit: vlan.merge, pullRequest: own });
    assert.equal(status, 1, log);
    assert.match(log, annotation);
    assert.match(summary, /^Earlier\.\n## azlocal-lint: 🔴 1 error\n[\s\S]*The way out: a replacement plan/);
    assert.deepEqual(outputs, {
      'exit-code': '1',
      'sarif-file': join(workspace, 'azlocal-lint.sarif'),
      upload: 'false',
    });
    assert.match(readFileSync(join(workspace, 'azlocal-lint.sarif'), 'utf8'), /"ruleId": "AZL1104"/);
    isShownIn('docs/github.md', log.slice(0, log.indexOf('::stop-commands')));
  });

  await check('the log is uploaded when that is asked for, and never from a fork, which gets its annotations', () => {
    const inputs = { 'upload-sarif': 'true' };
    assert.equal(act({ commit: vlan.merge, pullRequest: own, inputs }).outputs.upload, 'true');
    const fork = act({ commit: vlan.merge, pullRequest: { from: 'someone/networks', merge: vlan.merge }, inputs });
    assert.equal(fork.outputs.upload, 'false');
    assert.match(fork.log, /^::notice .*from a fork may not upload/m);
    assert.match(fork.log, annotation);
    assert.equal(fork.status, 1);
  });

  await check('a pull request that changes a tag passes without an annotation', () => {
    const { status, log, summary } = act({ commit: tag.merge, pullRequest: { ...own, merge: tag.merge } });
    assert.equal(status, 0, log);
    assert.doesNotMatch(log, /^::(error|warning|notice)/m);
    assert.match(summary, /no problems found/);
  });

  await check('what is no merge is compared with where it left the target', () => {
    const { status, log } = act({ commit: vlan.head, depth: 0, pullRequest: own });
    assert.equal(status, 1, log);
    assert.match(log, annotation);
  });

  await check('without the target nothing passes: the error says what to do', () => {
    const { status, log, outputs } = act({ commit: vlan.merge, pullRequest: own, origin: false });
    assert.equal(status, 2, log);
    assert.match(log, /^::error .*could not be fetched\. Give actions\/checkout "fetch-depth: 0"\.$/m);
    assert.deepEqual(outputs, { 'exit-code': '2', 'sarif-file': '', upload: 'false' });
  });

  await check('a push has no base unless one is given', () => {
    assert.equal(act({ commit: vlan.head }).status, 0);
    const { status, log } = act({ commit: vlan.head, depth: 0, inputs: { base: 'origin/main' } });
    assert.equal(status, 1, log);
    assert.match(log, annotation);
  });

  await check('inputs reach the command line as they are written, whatever is in them', () => {
    const { status, log, workspace } = act({
      commit: vlan.merge,
      pullRequest: own,
      inputs: { paths: '$(touch pwned)\n"; touch pwned; "\n--version', 'fail-on': 'none', summary: 'false' },
    });
    assert.equal(status, 2, log);
    assert.ok(!existsSync(join(workspace, 'pwned')));
    const inputs = {
      'fail-on': 'none',
      'sarif-file': 'out/a b.sarif',
      arguments: '--rule\nAZL1104=warning',
      summary: 'false',
    };
    const quiet = act({ commit: vlan.merge, pullRequest: own, inputs });
    assert.equal(quiet.status, 0, quiet.log);
    assert.match(quiet.log, /^::warning .*AZL1104/m);
    assert.equal(quiet.outputs['sarif-file'], join(quiet.workspace, 'out/a b.sarif'));
    assert.equal(quiet.summary, 'Earlier.\n');
  });

  await check('scripts and Terraform are read without node_modules, and their text is no command', () => {
    const evil = pullRequest('scripts', () => {
      origin.write(
        'a.sh',
        'az resource move --destination-group "\n::error::pwned\n" --ids /subscriptions/0/resourceGroups/rg/providers/Microsoft.AzureStackHCI/logicalNetworks/a\n',
      );
      origin.write(
        'a.tf',
        'resource "azapi_resource" "a" {\n  type = "Microsoft.AzureStackHCI/logicalNetworks@2025-06-01-preview"\n}\n',
      );
    });
    const { log } = act({ commit: evil.merge, pullRequest: { ...own, merge: evil.merge } });
    assert.match(log, /AZL5001/);
    assert.match(log, /AZL5002/);
    const outside = log.replace(/::stop-commands::(.+)\n[\s\S]*\n::\1::/, '');
    assert.doesNotMatch(outside, /^::error::pwned/m);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
