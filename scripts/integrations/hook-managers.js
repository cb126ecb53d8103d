/**
 * Runs the recipes for lefthook, husky and lint-staged in the repository of a user, with the package of this project as npm
 * packs it. Run `npm run compile` first.
 */
import assert from 'node:assert/strict';
import { cpSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { check, must, npmTools, root, temporaryFolder, UserRepository } from './tools.js';

// The newest that run on Node 20.
const tools = npmTools('hook-managers', ['lefthook@2.2.2', 'husky@9.1.7', 'lint-staged@16.4.0']);
const folder = temporaryFolder('hook-managers');

/**
 * What a user has after `npm install --save-dev azlocal-lint` and a hook manager.
 *
 * @param {string} name
 * @param {string} tarball
 */
function userOf(name, tarball) {
  const user = new UserRepository(join(folder, name));
  user.write('.gitignore', 'node_modules/\n');
  user.commit('Networks');
  must('npm', ['install', '--ignore-scripts', '--no-save', tarball], { cwd: user.folder });
  for (const entry of readdirSync(join(tools, 'node_modules'))) {
    if (/^(\.bin|azlocal-lint)$/.test(entry)) continue;
    rmSync(join(user.folder, 'node_modules', entry), { recursive: true, force: true });
    symlinkSync(join(tools, 'node_modules', entry), join(user.folder, 'node_modules', entry));
  }
  for (const bin of ['lefthook', 'husky', 'lint-staged']) {
    cpSync(join(tools, 'node_modules/.bin', bin), join(user.folder, 'node_modules/.bin', bin), {
      verbatimSymlinks: true,
    });
  }
  return user;
}

/**
 * A VLAN stops the commit, a tag doesn't, and neither does a commit without a spec.
 *
 * @param {string} name
 * @param {UserRepository} user
 */
async function holds(name, user) {
  await check(`${name}: stops a commit that changes a VLAN, and lets others pass`, () => {
    user.changeVlan();
    const stopped = user.commit('VLAN');
    assert.equal(stopped.status, 1, stopped.output);
    assert.match(stopped.output, /networks\/network\.parameters\.prod\.json\n +15:16 +error +AZL1104/);
    user.reset();
    for (const [what, change] of /** @type {const} */ ([
      ['Tag', () => user.changeTag()],
      ['Words', () => user.write('README.md', '# Our networks\n')],
    ])) {
      change();
      const passed = user.commit(what);
      assert.equal(passed.status, 0, passed.output);
      assert.doesNotMatch(passed.output, /AZL|checked/);
    }
  });
}

try {
  const packed = must('npm', ['pack', '--silent', '--pack-destination', folder]).trim();
  const tarball = join(folder, packed);

  const lefthook = userOf('lefthook', tarball);
  cpSync(join(root, 'integrations/lefthook.yml'), join(lefthook.folder, 'lefthook.yml'));
  lefthook.commit('lefthook');
  must('npx', ['--no-install', 'lefthook', 'install'], { cwd: lefthook.folder });
  await holds('lefthook', lefthook);

  const husky = userOf('husky', tarball);
  must('npx', ['--no-install', 'husky'], { cwd: husky.folder });
  cpSync(join(root, 'integrations/husky/pre-commit'), join(husky.folder, '.husky/pre-commit'));
  assert.equal(husky.commit('husky').status, 0);
  await holds('husky', husky);

  const lintStaged = userOf('lint-staged', tarball);
  must('npx', ['--no-install', 'husky'], { cwd: lintStaged.folder });
  lintStaged.write('.husky/pre-commit', 'lint-staged\n');
  cpSync(join(root, 'integrations/lint-staged.config.mjs'), join(lintStaged.folder, 'lint-staged.config.mjs'));
  assert.equal(lintStaged.commit('lint-staged').status, 0);
  await holds('lint-staged under husky', lintStaged);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
