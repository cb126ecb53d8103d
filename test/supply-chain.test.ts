import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './support/fixtures.ts';

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const lock: { packages: Record<string, Locked> } = readJson('package-lock.json');
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const installedByUsers = packages.filter(([, { dev }]) => !dev);
const names = (entries: typeof packages) => entries.map(([path]) => path.replace(/^.*node_modules\//, ''));

test('the lock file pins the contents of every package', () => {
  expect(names(packages.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')))).toEqual([]);
});

test('the lock file names no host: contents are pinned, where they come from is for npm to say', () => {
  expect(names(packages.filter(([, { resolved }]) => resolved !== undefined))).toEqual([]);
});

test('what users install runs no script and may be used by everybody', () => {
  expect(names(installedByUsers)).toEqual(expect.arrayContaining(Object.keys(readJson('package.json').dependencies)));
  expect(names(installedByUsers.filter(([, { hasInstallScript }]) => hasInstallScript))).toEqual([]);
  expect([...new Set(installedByUsers.map(([, { license }]) => license))].sort()).toEqual([
    'BSD-3-Clause',
    'ISC',
    'MIT',
  ]);
});

test('the package itself has no script that npm would run for users', () => {
  const { scripts } = readJson('package.json');
  for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(name);
});

test('a package that users install is one that a page gives a reason for, or comes with one', () => {
  const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
  const { dependencies, devDependencies } = readJson('package.json');
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) expect(page).toContain(`\`${name}\``);
  expect(page).toContain(`\n${installedByUsers.length} packages.`);
});
