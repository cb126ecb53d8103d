import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './support/fixtures.ts';

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const lock: { packages: Record<string, Locked> } = readJson('package-lock.json');
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const names = (entries: typeof packages) => entries.map(([path]) => path.replace(/^.*node_modules\//, ''));

test('the lock file pins the contents of every package', () => {
  expect(names(packages.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')))).toEqual([]);
});

test('the lock file names no host: contents are pinned, where they come from is for npm to say', () => {
  expect(names(packages.filter(([, { resolved }]) => resolved !== undefined))).toEqual([]);
});

test('users install nothing with it: what it needs is in it', () => {
  expect(readJson('package.json')).not.toHaveProperty('dependencies');
  expect(names(packages.filter(([, { dev, devOptional }]) => !dev && !devOptional))).toEqual([]);
});

test('the package itself has no script that npm would run for users', () => {
  const { scripts } = readJson('package.json');
  for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(name);
});

test('what it is built on is on a page, with the reason', () => {
  const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
  for (const name of Object.keys(readJson('package.json').devDependencies)) expect(page).toContain(`\`${name}\``);
});
