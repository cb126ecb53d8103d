import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { ruleNamed, unknownRule, unknownWord } from '../../src/engine/unknown.ts';
import { rules } from '../../src/rules/index.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { root } from '../support/fixtures.ts';

/*
 * What a configuration does, and what is said of a wrong one, is shown in test/cli/scenarios/configuration*.scenario.
 */

const read = (path: string, text: string) => readConfig(new SourceFile(path, text), rules);

test('the configuration that README.md shows is right, and its rules come back by id', async () => {
  const page = readFileSync(join(root, 'README.md'), 'utf8');
  const [, example = ''] = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(page) ?? [];
  expect(await read('azlocal-lint.yaml', example)).toEqual({
    config: {
      preset: 'strict',
      release: '1.4',
      base: 'origin/main',
      baseline: 'azlocal-lint-baseline.json',
      failOn: 'warning',
      rules: { AZL3003: 'off' },
      overrides: [{ paths: ['lab/**'], rules: { AZL1001: 'warning' } }],
      parameters: [{ template: 'network/*.json', files: ['environments/*/network.json'] }],
      ignore: ['vendor/**', '!vendor/ours/**'],
    },
  });
});

describe('complaints', () => {
  test('come in the order of the file, all at once', async () => {
    const result = await read('c.yaml', 'maxWarnings: 1.5\nfoo: 1\nfailOn: [error]\n');
    expect(result).toEqual({
      complaints: [
        'c.yaml:1:14: "maxWarnings" must be a whole number.',
        'c.yaml:2:1: unknown key "foo". Known keys: release, preset, rules, overrides, ignore, parameters, suppressions, closedWorld, base, baseline, failOn, maxWarnings.',
        'c.yaml:3:9: "failOn" must be one of error, warning, note, none.',
      ],
    });
  });

  test('point at keys with dots, slashes and digits in them', async () => {
    expect(await read('c.json', '{\n  "rules": {\n    "a/b~c.1": "off"\n  }\n}')).toEqual({
      complaints: ['c.json:3:5: there is no rule "a/b~c.1". Run "azlocal-lint rules" for the list.'],
    });
  });
});

describe('words that are not known', () => {
  test.each([
    ['AZL1001', 'ipv6-address'],
    ['azl1001', 'ipv6-address'],
    ['IPv6-Address', 'ipv6-address'],
    ['ipv6', undefined],
    ['', undefined],
  ])('a rule is named by id or name in any case: %j', (wanted, name) => {
    expect(ruleNamed(wanted, rules)?.name).toBe(name);
  });

  test.each([
    ['ipv6-adress', 'Did you mean "ipv6-address"?'],
    ['AZL1101x', 'Did you mean "AZL1101"?'],
    ['fabric-changed', 'Did you mean "logical-network-fabric-changed"?'],
    ['resized-while', 'Did you mean "vm-resized-while-running"?'],
    ['gateway', 'Run "azlocal-lint rules" for the list.'],
    ['network', 'Run "azlocal-lint rules" for the list.'],
    ['AZL9999', 'A rule of your own is loaded with --rules.'],
  ])('%s: %s', (wanted, said) => {
    expect(unknownRule(wanted, rules)).toBe(`there is no rule "${wanted}". ${said}`);
  });

  test('all are listed when none is near', () => {
    expect(unknownWord('format', 'xml', ['text', 'json'])).toBe('there is no format "xml". Known: text, json.');
  });
});
