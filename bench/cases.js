/**
 * What is measured, against what, and the bar that it has to hold, if there is one. A bar is a ratio to the base.
 *
 * @typedef {import('./measure.js').Command} Command
 * @typedef {{ name: string, base: string, hold?: number, ours: Command, floor: Command, rounds: number,
 *   kind?: 'time' | 'memory' | 'time per file', of?: number, findings?: number }} Case
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asJson, asYaml, otherJson, template, writeCorpus } from './corpus.js';

export const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const floorProgram = fileURLToPath(new URL('floor.cjs', import.meta.url));
const evaluateProgram = fileURLToPath(new URL('evaluate.js', import.meta.url));

/** @param {string} root an empty folder for the corpus @returns {Case[]} */
export function cases(root) {
  const corpus = (
    /** @type {string} */ name,
    /** @type {number} */ count,
    /** @type {(index: number) => string} */ textOf,
    extension = 'json',
  ) => writeCorpus(join(root, name), count, textOf, extension);
  const one = corpus('one', 1, (seed) => asJson(template(seed)));
  const oneWithFinding = corpus('one-finding', 1, (seed) => asJson(template(seed, { faults: 1 })));
  const oneYaml = corpus('one-yaml', 1, (seed) => asYaml(template(seed)), 'yaml');
  const oneOther = corpus('one-irrelevant', 1, (seed) => asJson(otherJson(seed)));
  const small = corpus('small', 2000, (seed) => asJson(template(seed)));
  const tenth = corpus('tenth', 2000, (seed) => asJson(template(seed, { faults: seed % 10 === 0 ? 1 : 0 })));
  const three = corpus('three', 2000, (seed) => asJson(template(seed, { faults: 3 })));
  const middle = corpus('middle', 200, (seed) => asJson(template(seed, { units: 13 })));
  const large = corpus('large', 4, (seed) => asJson(template(seed, { units: 440, faults: 1 })));
  const largest = corpus('one-large', 1, (seed) => asJson(template(seed, { units: 440 })));
  const mixed = corpus('mixed', 2000, (seed) => asJson(seed % 10 === 0 ? template(seed) : otherJson(seed)));
  const many = corpus('many', 10_000, (seed) => asJson(template(seed)));
  const yaml = corpus('yaml', 2000, (seed) => asYaml(template(seed)), 'yaml');
  const hundred = corpus('hundred', 1, (seed) => asJson(template(seed, { units: 20 })));
  const tenThousand = corpus('ten-thousand', 1, (seed) => asJson(template(seed, { units: 2000 })));

  /** @param {string[]} args @returns {Command} */
  const lint = (...args) => ({ args: [cli, '--no-config', '--fail-on', 'none', ...args] });
  const node = { args: ['-e', '0'] };
  const floor = (/** @type {string} */ folder, stage = '') => ({ args: [floorProgram, folder], env: { FLOOR: stage } });
  const sarif = ['--format', 'sarif', '--output', join(root, 'report.sarif')];
  const changed = changedRepository(root);
  return [
    {
      name: '`--version`',
      base: '`node -e 0`',
      hold: 1.15,
      ours: { args: [cli, '--version'] },
      floor: node,
      rounds: 15,
    },
    { name: '`--help`', base: '`node -e 0`', hold: 1.15, ours: { args: [cli, '--help'] }, floor: node, rounds: 15 },
    { name: 'one irrelevant JSON file', base: '`node -e 0`', hold: 1.6, ours: lint(oneOther), floor: node, rounds: 15 },
    { name: 'one clean JSON template', base: '`node -e 0`', hold: 1.6, ours: lint(one), floor: node, rounds: 15 },
    {
      name: 'one JSON template with a finding, SARIF',
      base: '`node -e 0`',
      hold: 1.8,
      ours: lint(...sarif, oneWithFinding),
      floor: node,
      rounds: 15,
      findings: 1,
    },
    { name: 'one clean YAML template', base: '`node -e 0`', hold: 2, ours: lint(oneYaml), floor: node, rounds: 15 },
    { name: '2,000 × 5 KB JSON, clean', base: 'floor', hold: 3, ours: lint(small), floor: floor(small), rounds: 5 },
    {
      name: 'the same, evaluated without a rule',
      base: 'floor',
      ours: { args: [evaluateProgram, small] },
      floor: floor(small),
      rounds: 5,
    },
    {
      name: 'the same, checked by all rules',
      base: 'evaluated without a rule',
      ours: lint(small),
      floor: { args: [evaluateProgram, small] },
      rounds: 5,
    },
    {
      name: 'the same, 10 % with a finding',
      base: 'the clean run',
      hold: 1.3,
      ours: lint(tenth),
      floor: lint(small),
      rounds: 5,
      findings: 200,
    },
    {
      name: 'the same, 3 findings in every file',
      base: 'floor',
      hold: 6,
      ours: lint(three),
      floor: floor(three),
      rounds: 5,
      findings: 6000,
    },
    { name: '200 × 60 KB JSON', base: 'floor', hold: 2.8, ours: lint(middle), floor: floor(middle), rounds: 3 },
    {
      name: '4 × 2 MB JSON, 440 findings each',
      base: 'floor',
      hold: 7,
      ours: lint(large),
      floor: floor(large),
      rounds: 3,
      findings: 1760,
    },
    {
      name: '2,000 × 5 KB JSON, 90 % irrelevant',
      base: 'floor that parses the relevant ones',
      hold: 1.5,
      ours: lint(mixed),
      floor: floor(mixed, 'marked'),
      rounds: 5,
    },
    {
      name: '2,000 × 5 KB YAML',
      base: 'read and `yaml.parse`',
      hold: 2,
      ours: lint(yaml),
      floor: floor(yaml, 'yaml'),
      rounds: 3,
    },
    {
      name: '10,000 files, CPU for each file',
      base: 'the same of 2,000',
      hold: 1.1,
      ours: lint(many),
      floor: lint(small),
      of: 5,
      rounds: 3,
    },
    {
      name: '10,000 resources in a file, CPU for each',
      base: 'the same of 100',
      hold: 1.1,
      ours: lint('--preset', 'strict', tenThousand),
      floor: lint('--preset', 'strict', hundred),
      of: 100,
      rounds: 3,
    },
    {
      name: '20 changed of 10,000 files',
      base: 'those 20 alone',
      hold: 4,
      ours: { ...lint('--changed-since', 'HEAD'), cwd: changed.folder },
      floor: lint(...changed.files),
      rounds: 5,
    },
    {
      name: 'memory, 2,000 × 5 KB JSON',
      base: '`node -e 0`',
      hold: 1.8,
      ours: lint(small),
      floor: node,
      rounds: 1,
      kind: 'memory',
    },
    {
      name: 'memory, 10,000 × 5 KB JSON',
      base: '`node -e 0`',
      hold: 2.2,
      ours: lint(many),
      floor: node,
      rounds: 1,
      kind: 'memory',
    },
    {
      name: 'memory, one 2 MB file',
      base: '`node -e 0`',
      hold: 2.5,
      ours: lint(largest),
      floor: node,
      rounds: 1,
      kind: 'memory',
    },
  ];
}

/** A repository of 10,000 templates, of which 20 were changed. @param {string} root */
function changedRepository(root) {
  const folder = writeCorpus(join(root, 'repository'), 10_000, (seed) => asJson(template(seed)));
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args]);
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'all');
  writeCorpus(folder, 20, (seed) => asJson(template(seed + 10_000)));
  return { folder, files: Array.from({ length: 20 }, (_, index) => join(folder, 'team-0', `spec-${index}.json`)) };
}
