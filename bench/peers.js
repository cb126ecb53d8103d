/**
 * General linters with rules of their own making, which find the same planted faults. They know nothing of templates: no
 * parameter is resolved, no loop turned, no reference followed. We run all of our rules.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from './cases.js';
import { asJson, template, writeCorpus } from './corpus.js';
import { inTurn } from './measure.js';

const packages = ['@stoplight/spectral-cli@6.16.3', 'eslint@10.15.0', '@eslint/json@2.1.0'];

const spectralRules = `
const { pattern } = require('@stoplight/spectral-functions');
const given = '$.resources[?(@.type == "Microsoft.AzureStackHCI/logicalNetworks")].properties';
const rule = (path, match) => ({ given: given + path, severity: 'error', then: { function: pattern, functionOptions: { match } } });
module.exports = { rules: {
  'dns-server': rule('.dhcpOptions.dnsServers[*]', '^(\\\\d+\\\\.){3}\\\\d+$'),
  'static': rule('.subnets[*].properties.ipAllocationMethod', '^Static$'),
  'prefix': rule('.subnets[*].properties.addressPrefix', '^(\\\\d+\\\\.){3}\\\\d+/\\\\d+$'),
} };`;

const eslintRules = `
import json from '@eslint/json';
const rule = (selector, wanted) => ({ create: (context) => ({
  [selector]: (node) => { if (!wanted.test(node.value)) context.report({ node, message: 'wrong' }); },
}) });
const member = (name) => 'Member[name.value="' + name + '"]';
const rules = {
  'dns-server': rule(member('dnsServers') + ' > Array > Element > String', /^(\\d+\\.){3}\\d+$/),
  'static': rule(member('ipAllocationMethod') + ' > String.value', /^Static$/),
  'prefix': rule(member('addressPrefix') + ' > String.value', /^(\\d+\\.){3}\\d+\\/\\d+$/),
};
export default [{
  files: ['**/*.json'], language: 'json/json', plugins: { json, own: { rules } },
  rules: { 'own/dns-server': 2, 'own/static': 2, 'own/prefix': 2 },
}];`;

/** @param {string} folder an empty folder to work in @returns {Generator<readonly unknown[]>} rows of a table */
export function* peerRows(folder) {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  writeFileSync(join(folder, '.spectral.js'), spectralRules);
  writeFileSync(join(folder, 'eslint.config.mjs'), eslintRules);
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], { cwd: folder });
  const tool = (/** @type {string} */ path) => join(folder, 'node_modules', path);
  yield ['tool', 'files', 'CPU, times ours', 'wall, times ours'];
  yield ['---', '--:', '--:', '--:'];
  for (const [count, rounds] of /** @type {const} */ ([
    [1, 7],
    [200, 3],
    [2000, 1],
  ])) {
    const corpus = join(folder, `specs-${count}`);
    mkdirSync(corpus);
    writeCorpus(corpus, count, (seed) => asJson(template(seed, { faults: seed % 10 === 0 ? 1 : 0 })));
    const spectral = tool('@stoplight/spectral-cli/dist/index.js');
    const commands = [
      [cli, '--no-config', '--format', 'json', corpus],
      [
        spectral,
        'lint',
        '--quiet',
        '--format',
        'json',
        '--ruleset',
        join(folder, '.spectral.js'),
        `${corpus}/**/*.json`,
      ],
      [tool('eslint/bin/eslint.js'), '--format', 'json', corpus],
    ].map((args) => ({ args, cwd: folder }));
    const faults = Math.ceil(count / 10);
    for (const { args } of commands) checkPlanted(args, folder, faults);
    const [, ...ratios] = inTurn(commands, rounds);
    for (const [index, name] of ['Spectral', 'ESLint with @eslint/json'].entries())
      yield [name, count, ratios[index]?.cpu.toFixed(1), ratios[index]?.wall.toFixed(1)];
  }
}

/** What does not find what is planted is no peer. @param {string[]} args @param {string} cwd @param {number} faults */
function checkPlanted(args, cwd, faults) {
  const { stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  const report = JSON.parse(stdout);
  const found = Array.isArray(report)
    ? report.reduce((sum, one) => sum + (one.messages?.length ?? 1), 0)
    : report.findings.length;
  if (found !== faults) throw new Error(`${args[0]} found ${found} of ${faults} planted faults`);
}
