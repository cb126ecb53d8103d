/**
 * What the checks of the integrations share: a folder of tools, installed once and never into the project; git
 * repositories of a user, and of a release.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../fixtures.js';

export { root };

const toolsFolder = join(tmpdir(), 'azlocal-lint-tools');

/**
 * Somebody who is not the person at this machine, and none of their settings: neither git's nor those of a hook or a pipeline
 * that this runs in.
 */
const stranger = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(GIT_|GITHUB_|PRE_COMMIT)/.test(name))),
  GIT_AUTHOR_NAME: 'someone',
  GIT_AUTHOR_EMAIL: 'someone@example.com',
  GIT_COMMITTER_NAME: 'someone',
  GIT_COMMITTER_EMAIL: 'someone@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'init.defaultBranch',
  GIT_CONFIG_VALUE_0: 'main',
  NO_COLOR: '1',
  npm_config_prefer_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
};

/**
 * What a command answered; `output` is both streams.
 * @typedef {{ status: number | null, stdout: string, stderr: string, output: string }} Answer
 */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Readonly<Record<string, string>> }} [options]
 * @returns {Answer}
 */
export function run(command, args, { cwd = root, env = {} } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: { ...stranger, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  return { status, stdout, stderr, output: stdout + stderr };
}

/**
 * The same, for a command that must succeed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Readonly<Record<string, string>> }} [options]
 */
export function must(command, args, options) {
  const answer = run(command, args, options);
  if (answer.status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${answer.status}:\n${answer.output}`);
  return answer.stdout;
}

/**
 * Installs something once: again only when what is wanted has changed.
 *
 * @param {string} name of its folder
 * @param {readonly string[]} wanted
 * @param {(target: string) => void} install
 */
function once(name, wanted, install) {
  const target = join(toolsFolder, name);
  const list = join(target, 'installed.txt');
  const text = `${wanted.join('\n')}\n`;
  if (!existsSync(list) || readFileSync(list, 'utf8') !== text) {
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    install(target);
    writeFileSync(list, text);
  }
  return target;
}

/**
 * Packages of npm.
 *
 * @param {string} name of their folder
 * @param {readonly string[]} packages each with its version
 * @returns where they are
 */
export const npmTools = (name, packages) =>
  once(name, packages, (target) =>
    must('npm', [
      'install',
      '--prefix',
      target,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--no-save',
      ...packages,
    ]),
  );

/**
 * Packages of Python, in an environment of their own; archives of sources are not installed but unpacked.
 *
 * @param {string} name of their folder
 * @param {readonly string[]} packages each with its version
 * @param {readonly string[]} [sources]
 * @returns where they are
 */
export const pythonTools = (name, packages, sources = []) =>
  once(name, [...packages, ...sources], (target) => {
    must('python3', ['-m', 'venv', target]);
    const pip = join(target, 'bin/pip');
    const quiet = ['--quiet', '--disable-pip-version-check'];
    must(pip, ['install', ...quiet, ...packages]);
    for (const source of sources) {
      must(pip, ['download', ...quiet, '--no-deps', '--no-binary', ':all:', '--dest', join(target, 'sources'), source]);
      must('tar', [
        '-xzf',
        join(target, 'sources', `${source.replace('==', '-')}.tar.gz`),
        '-C',
        join(target, 'sources'),
      ]);
    }
  });

/**
 * A program that is written in Go.
 *
 * @param {string} name of its folder
 * @param {string} module
 * @param {string} command its package
 * @param {string} version
 * @returns {{ program: string, sources: string }} what to run, and the folder of the module
 */
export function goTool(name, module, command, version) {
  const target = once(name, [`${command}@${version}`], (cwd) => {
    must('go', ['mod', 'init', 'tools'], { cwd });
    must('go', ['get', '-tool', `${command}@${version}`], { cwd });
    must('go', ['install', command], { cwd, env: { GOBIN: cwd } });
  });
  return {
    program: join(target, command.split('/').at(-1) ?? ''),
    sources: must('go', ['list', '-m', '-f', '{{.Dir}}', module], { cwd: target }).trim(),
  };
}

/** @param {string} name */
export const temporaryFolder = (name) => mkdtempSync(join(tmpdir(), `azlocal-lint-${name}-`));

/** A git repository of somebody who uses the linter, with a template, its parameter file and things that are no specs. */
export class UserRepository {
  /** @param {string} folder */
  constructor(folder) {
    /** @readonly @type {string} */
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    this.git('init', '--quiet');
    const contoso = join(root, 'fixtures/contoso/before/networks');
    for (const name of ['network.json', 'network.parameters.prod.json']) {
      cpSync(join(contoso, name), join(folder, 'networks', name));
    }
    this.write('README.md', '# Networks\n');
    this.write('package.json', '{ "name": "networks", "private": true }\n');
  }

  /** @param {...string} args */
  git(...args) {
    return must('git', args, { cwd: this.folder });
  }

  /** @param {string} path @param {string} text */
  write(path, text) {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** @param {string} path @param {string} before @param {string} after */
  edit(path, before, after) {
    const text = readFileSync(join(this.folder, path), 'utf8');
    if (!text.includes(before)) throw new Error(`${path} has no ${before}`);
    this.write(path, text.replace(before, after));
  }

  /** The change that Azure Local refuses: of a VLAN, in the parameter file. */
  changeVlan() {
    this.edit('networks/network.parameters.prod.json', '"value": 1201', '"value": 1211');
  }

  /** A change that is fine: of a tag, in the template. */
  changeTag() {
    this.edit('networks/network.json', '"owner": "platform"', '"owner": "networks"');
  }

  /**
   * Commits everything, with the hooks that there are.
   *
   * @param {string} message
   * @param {Readonly<Record<string, string>>} [env]
   * @param {readonly string[]} [options]
   */
  commit(message, env = {}, options = []) {
    this.git('add', '--all');
    return run('git', ['commit', '--quiet', '--message', message, ...options], { cwd: this.folder, env });
  }

  /** Back to the last commit. */
  reset() {
    this.git('reset', '--quiet', '--hard');
    this.git('clean', '--quiet', '--force', '-d');
  }
}

/**
 * Makes a clone of the last commit, and there its release.
 *
 * @param {string} folder
 * @returns the tag
 */
export function release(folder) {
  must('git', ['clone', '--quiet', root, folder]);
  must('git', ['checkout', '--quiet', '-B', 'main'], { cwd: folder });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n');
  must('bash', ['scripts/release.sh'], { cwd: folder });
  return must('git', ['describe', '--tags', '--abbrev=0'], { cwd: folder }).trim();
}

/**
 * Says what was checked; throws when it is not so.
 *
 * @param {string} what
 * @param {() => unknown} check
 */
export async function check(what, check) {
  const started = performance.now();
  await check();
  process.stdout.write(`ok  ${what} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
}

/**
 * Fails when a page doesn't show what a run prints, but for how long it took.
 *
 * @param {string} page
 * @param {string} printed
 */
export function isShownIn(page, printed) {
  const timeless = (/** @type {string} */ text) => text.replace(/ in [\d.]+ m?s$/gm, ' in …');
  const shown = readFileSync(join(root, page), 'utf8');
  if (!timeless(shown).includes(timeless(printed.trim()))) throw new Error(`${page} does not show:\n${printed}`);
}
