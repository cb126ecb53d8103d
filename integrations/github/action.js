/**
 * The step of action.yml: one run of the command line beside it writes annotations, the SARIF log and the summary. The
 * inputs are variables (`INPUT_…`), as is everything else that GitHub says (`GITHUB_…`). Ends with 0, whatever is found: the
 * exit code is an output, so that the log can be uploaded before the job fails.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const env = process.env;
const say = (/** @type {string} */ text) => process.stdout.write(text);

const input = (/** @type {string} */ name) => (env[`INPUT_${name}`] ?? '').trim();
const lines = (/** @type {string} */ name) =>
  input(name)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** @param {string} name @param {string} value */
function output(name, value) {
  const end = randomUUID();
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
}

/** @param {...string} args */
function git(...args) {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8', env: { ...env, GIT_TERMINAL_PROMPT: '0' } });
  return status === 0 ? stdout.trim() : undefined;
}
const commitOf = (/** @type {string} */ ref) => git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);

/**
 * The arguments that say what to compare with. For a pull request GitHub checks out its merge with the target, whose first
 * parent is that target: nothing older is needed. `actions/checkout` leaves that parent out unless told otherwise, and it
 * is fetched. When something else is checked out, the history says where the branch left the target.
 */
function base() {
  const wanted = input('BASE');
  if (wanted !== '') return ['--base', wanted, '--merge-base'];
  const target = env.GITHUB_BASE_REF;
  if (!target) return [];
  if (env.GITHUB_EVENT_NAME === 'pull_request' && env.GITHUB_SHA && commitOf('HEAD') === env.GITHUB_SHA) {
    if (commitOf('HEAD^2') === undefined) git('fetch', '--quiet', '--no-tags', '--depth=2', 'origin', env.GITHUB_SHA);
    if (commitOf('HEAD^2') !== undefined) return ['--base', 'git:HEAD^1'];
  }
  if (commitOf(`origin/${target}`) !== undefined) return ['--base', `git:origin/${target}`, '--merge-base'];
  say(
    `::error title=azlocal-lint::The target of this pull request, "${target}", is not in the clone, and could not be fetched. Give actions/checkout "fetch-depth: 0".\n`,
  );
  return undefined;
}

/** Whether this run is of a pull request from a fork, whose token may not upload anything. */
function isFork() {
  if (!env.GITHUB_EVENT_PATH || !existsSync(env.GITHUB_EVENT_PATH)) return false;
  const { pull_request: request } = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
  return request !== undefined && request.head?.repo?.full_name !== env.GITHUB_REPOSITORY;
}

/** Runs the command line; what people read goes to the log in a group, in which no line is a command. */
function lint(/** @type {readonly string[]} */ compareWith, /** @type {string} */ sarif) {
  const folder = mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), 'azlocal-lint-'));
  const [text, summary] = [join(folder, 'report.txt'), join(folder, 'summary.md')];
  const option = (/** @type {string} */ flag, /** @type {string} */ name) =>
    input(name) === '' ? [] : [flag, input(name)];
  const formats = [
    'github',
    `text:${text}`,
    `sarif:${sarif}`,
    ...(input('SUMMARY') === 'false' ? [] : [`markdown:${summary}`]),
  ];
  const args = [
    ...compareWith,
    ...option('--config', 'CONFIG'),
    ...option('--preset', 'PRESET'),
    ...option('--fail-on', 'FAIL_ON'),
    ...formats.flatMap((format) => ['--format', format]),
    ...lines('ARGUMENTS'),
    '--',
    ...lines('PATHS'),
  ];
  rmSync(sarif, { force: true });
  const { status, error } = spawnSync(process.execPath, [cli, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw error;
  if (existsSync(text)) {
    const end = randomUUID();
    say(`::group::Report\n::stop-commands::${end}\n${readFileSync(text, 'utf8')}\n::${end}::\n::endgroup::\n`);
  }
  if (existsSync(summary) && env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, readFileSync(summary));
  rmSync(folder, { recursive: true });
  return status ?? 3;
}

const sarif = input('SARIF_FILE') || 'azlocal-lint.sarif';
const compareWith = base();
const code = compareWith === undefined ? 2 : lint(compareWith, sarif);
const hasLog = code !== 2 && existsSync(sarif);
const wantsUpload = hasLog && input('UPLOAD_SARIF') === 'true';
if (wantsUpload && isFork()) {
  say(
    '::notice title=azlocal-lint::A pull request from a fork may not upload to code scanning: see the annotations.\n',
  );
}
output('exit-code', String(code));
output('sarif-file', hasLog ? resolve(sarif) : '');
output('upload', String(wantsUpload && !isFork()));
