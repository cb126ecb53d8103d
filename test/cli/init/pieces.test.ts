import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { check } from '../../../src/cli/init/checks.ts';
import type { Choices } from '../../../src/cli/init/choices.ts';
import { configuration } from '../../../src/cli/init/configuration.ts';
import { descriptions, hook } from '../../../src/cli/init/hooks.ts';
import { hookManagers, hosts } from '../../../src/cli/init/words.ts';
import { readConfig } from '../../../src/config/config.ts';
import { presets } from '../../../src/engine/rule.ts';
import { SourceFile } from '../../../src/index.ts';
import { releases } from '../../../src/model/release.ts';
import { root } from '../../support/fixtures.ts';

const choices: Choices = {
  release: '1.4',
  preset: 'recommended',
  base: undefined,
  ignore: [],
  failOn: undefined,
  hook: 'none',
  check: 'none',
  upload: false,
};

const readBack = async (chosen: Partial<Choices>) => {
  const { path, text } = configuration({ ...choices, ...chosen }, undefined, '0.1.0');
  return readConfig(new SourceFile(path, text), []);
};

describe('the configuration is read back as it was chosen', () => {
  test.each(releases.flatMap((release) => presets.map((preset) => ({ release, preset }))))(
    '$release $preset',
    async (chosen) => expect(await readBack(chosen)).toEqual({ config: chosen }),
  );

  test('with all that is optional, and what YAML would take for something else', async () => {
    const chosen = { base: 'yes: "no" # \\ null', ignore: ['*.old', '!a b', "it's, [x]"], failOn: 'none' } as const;
    const { release, preset } = choices;
    expect(await readBack(chosen)).toEqual({ config: { release, preset, ...chosen } });
  });
});

describe('every file is what its reader can read', () => {
  test.each(hookManagers)('hook of %s', (manager) => {
    const { text, addition } = hook(manager, descriptions[manager].files[0] as string, '1.2.3', true);
    expect(text).toContain('azlocal-lint');
    expect(() => parse(text)).not.toThrow();
    // What is added is a part of the whole, so that it fits in where the rest of it is.
    expect(text.replaceAll(/\s/g, '')).toContain(addition?.replaceAll(/\s/g, ''));
  });

  test.each(hosts)('check on %s', (host) => {
    const { text } = check(host, { version: '1.2.3', branch: 'release/#1', upload: false });
    expect(text).toMatch(/azlocal-lint@v?1\.2\.3/);
    expect(parse(text)).toBeTypeOf('object');
  });

  test('a workflow asks for no more than it needs, and guards a branch of any name', () => {
    const workflow = (upload: boolean) =>
      parse(check('github', { version: '1.2.3', branch: 'release/#1', upload }).text);
    expect(workflow(false).permissions).toEqual({ contents: 'read' });
    expect(workflow(true).permissions).toEqual({ contents: 'read', 'security-events': 'write', actions: 'read' });
    expect(workflow(true).on.push.branches).toEqual(['release/#1']);
  });
});

test('the page for beginners shows what really happens', () => {
  const page = readFileSync(join(root, 'docs/getting-started.md'), 'utf8');
  const session = readFileSync(join(root, 'test/cli/scenarios/init/getting-started.scenario'), 'utf8');
  const shown = [...page.matchAll(/```(?:text|console)\n([\s\S]*?)```/g)].map((match) => match[1] as string);
  expect(shown.length).toBeGreaterThan(2);
  for (const block of shown) expect(session.replaceAll('<folder>', '/home/you/networks')).toContain(block);
});
