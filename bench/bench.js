/**
 * Ratios against the floor (Node's start, reading the same bytes, `JSON.parse`), all measured in one run, so that the
 * machine's speed drops out. CPU time, median of alternating runs. Run `npm run compile` first, then `npm run bench`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const runs = Number(process.argv[2] ?? 7);

const group = '/subscriptions/6f1d2c3b-4a59-4e87-9c10-2b7d8e5f0a11/resourceGroups/rg-york/providers/';

/** The first three numbers of a prefix that no other template has. @param {number} seed @param {number} index */
const block = (seed, index) => `10.${Math.floor(seed / 250) * 4 + index}.${seed % 250}`;

/** A relevant template without findings, of about 3 KB: parameters, a copy loop, three logical networks. @param {number} seed */
function template(seed) {
  const network = (/** @type {number} */ index) => ({
    type: 'Microsoft.AzureStackHCI/logicalNetworks',
    apiVersion: '2025-09-01-preview',
    name: `[format('lnet-{0}-${index}', parameters('site'))]`,
    location: 'eastus',
    extendedLocation: { type: 'CustomLocation', name: `${group}Microsoft.ExtendedLocation/customLocations/york` },
    properties: {
      fabricNetworkConfiguration: {
        resourceId: `${group}Microsoft.ManagedNetworkFabric/l3IsolationDomains/york-${seed}/internalNetworks/app-${index}`,
      },
      subnets: [
        {
          name: 'default',
          properties: {
            ipAllocationMethod: 'Static',
            addressPrefix: `${block(seed, index)}.0/24`,
            vlan: 600 + index,
            ipPools: [{ start: `${block(seed, index)}.20`, end: `${block(seed, index)}.90`, ipPoolType: 'vm' }],
          },
        },
      ],
    },
  });
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { site: { type: 'string', defaultValue: `site${seed}` } },
    resources: [network(1), network(2), network(3)],
  };
}

const folder = mkdtempSync(join(tmpdir(), 'azlocal-lint-bench-'));
const write = (
  /** @type {string} */ name,
  /** @type {number} */ count,
  /** @type {(seed: number) => unknown} */ make,
) => {
  mkdirSync(join(folder, name));
  for (let index = 0; index < count; index++) {
    writeFileSync(join(folder, name, `${index}.json`), JSON.stringify(make(index), null, 2));
  }
  return join(folder, name);
};

const floor = (/** @type {string} */ path) =>
  `const fs=require('fs'),p=require('path');for(const f of fs.readdirSync(${JSON.stringify(path)}))JSON.parse(fs.readFileSync(p.join(${JSON.stringify(path)},f),'utf8'))`;

const one = write('one', 1, template);
const many = write('many', 500, template);
const irrelevant = write('irrelevant', 500, (seed) => ({
  $schema: 'https://example.com/other.json',
  values: Array.from({ length: 200 }, (_, index) => `value ${seed} ${index}`),
}));

/** A repository of 10,000 templates, of which 20 are changed. @returns {string[]} the paths of those */
function changedRepository() {
  const path = write('repository', 10_000, template);
  const git = (/** @type {string[]} */ ...args) =>
    spawnSync('git', ['-C', path, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args]);
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'all');
  const changed = Array.from({ length: 20 }, (_, index) => join(path, `${index * 500}.json`));
  for (const [index, file] of changed.entries()) writeFileSync(file, JSON.stringify(template(index + 7), null, 2));
  return changed;
}

const changed = changedRepository();
const repository = join(folder, 'repository');

const cases = [
  { name: '--version', args: [cli, '--version'], floor: ['-e', '0'] },
  { name: 'one clean template', args: [cli, one], floor: ['-e', floor(one)] },
  { name: '500 relevant templates', args: [cli, many], floor: ['-e', floor(many)] },
  {
    name: '20 changed of 10,000 files (floor: those 20 alone)',
    args: [cli, '--changed-since', 'HEAD', '--fail-on', 'none'],
    floor: [cli, '--fail-on', 'none', ...changed],
    cwd: repository,
  },
  { name: '500 irrelevant files', args: [cli, irrelevant], floor: ['-e', floor(irrelevant)] },
];

/** CPU seconds of one process, from the operating system. @param {string[]} args @param {string} [cwd] */
function cpu(args, cwd = folder) {
  const timed = 'TIMEFORMAT="%U %S"; time "$0" "$@" >/dev/null 2>&1';
  // Certificates that a company's machine loads at start would count as ours: leave them out.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const child = spawnSync('bash', ['-c', timed, process.execPath, ...args], { encoding: 'utf8', env, cwd });
  const [user, system] = child.stderr.trim().split(/\s+/).map(Number);
  return (user ?? 0) + (system ?? 0);
}

const median = (/** @type {number[]} */ values) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

process.stdout.write('| case | CPU, times the floor |\n| --- | --- |\n');
for (const { name, args, floor: base, cwd } of cases) {
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const theirs = [];
  for (let run = 0; run < runs; run++) {
    ours.push(cpu(args, cwd));
    theirs.push(cpu(base, cwd));
  }
  process.stdout.write(`| ${name} | ${(median(ours) / median(theirs)).toFixed(2)} |\n`);
}
rmSync(folder, { recursive: true });
