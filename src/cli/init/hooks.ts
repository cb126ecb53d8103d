import { projectUrl } from '../../engine/own-rules.ts';
import type { Piece } from './piece.ts';
import type { HookManager } from './words.ts';

interface Description {
  /** Names under which its configuration is looked for; the first is the one that a new file has. */
  readonly files: readonly string[];
  /** What shows that it is in use, beside its configuration. */
  readonly signs: readonly string[];
  text(version: string): string;
  addition(version: string): string;
  readonly install?: string;
}

const command = 'npx --no-install azlocal-lint --quiet --staged';
const extensions = 'json,jsonc,yaml,yml,tf,sh,bash,azcli,ps1,psm1';

const repository = (version: string) => `- repo: ${projectUrl}
  rev: v${version}
  hooks:
    - id: azlocal-lint
`;
const indented = (text: string) => text.replaceAll(/^(?=.)/gm, '  ');

/** For every commit: a pattern would leave out those that only delete files. */
const job = `jobs:
  - name: azlocal-lint
    run: ${command}
`;

/** An entry, not a document: in somebody's file it stands among others. */
const entry = `"*.{${extensions}}": "azlocal-lint --quiet --staged"`;

/** What each of them reads. Read in the manuals of pre-commit 4.6, lefthook 2.2, lint-staged 16.4 and husky 9.1, 2026-11. */
export const descriptions: Readonly<Record<HookManager, Description>> = {
  'pre-commit': {
    files: ['.pre-commit-config.yaml'],
    signs: [],
    text: (version) => `repos:\n${indented(repository(version))}`,
    addition: (version) => indented(repository(version)),
    install: 'pre-commit install',
  },
  lefthook: {
    files: ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml'],
    signs: [],
    text: () => `pre-commit:\n${indented(job)}`,
    addition: () => `pre-commit:\n${indented(job)}`,
    install: 'npx lefthook install',
  },
  'lint-staged': {
    files: ['.lintstagedrc.json', '.lintstagedrc', '.lintstagedrc.yaml', '.lintstagedrc.yml'],
    signs: [],
    text: () => `{\n  ${entry}\n}\n`,
    addition: () => `${entry}\n`,
  },
  husky: {
    files: ['.husky/pre-commit'],
    signs: ['.husky'],
    text: () => `${command}\n`,
    addition: () => `${command}\n`,
    install: 'npx husky',
  },
};

/**
 * The hook of a manager.
 *
 * @param path where its configuration stands, or will
 * @param isInstalled whether package.json has the linter; pre-commit brings its own
 */
export function hook(manager: HookManager, path: string, version: string, isInstalled: boolean): Piece {
  const { text, addition, install } = descriptions[manager];
  const needsPackage = manager !== 'pre-commit' && !isInstalled;
  return {
    path,
    purpose: `hook of ${manager}`,
    text: text(version),
    addition: addition(version),
    next: [
      ...(needsPackage
        ? [['npm install --save-dev azlocal-lint', 'the hook runs the one in node_modules'] as const]
        : []),
      ...(install === undefined ? [] : [[install, 'switches the hook on, once in each clone'] as const]),
    ],
  };
}
