import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownRules } from '../src/engine/own-rules.ts';
import { rules } from '../src/rules/index.ts';
import { filesBelow, fixtures, fixturesNamed, readWants, root } from './support/fixtures.ts';

/** Who may import whom: a room and the rooms it may use. `node` and packages are named where they are allowed. */
const rooms: Record<string, readonly string[]> = {
  source: ['package:yaml', 'package:web-tree-sitter', 'node:fs', 'node:module', 'node:url'],
  net: ['package:ip-address'],
  arm: ['source', 'model', 'package:ip-address', 'node:crypto', 'node:path'],
  inputs: ['source', 'arm', 'model', 'node:path', 'package:ajv', 'package:ajv-formats'],
  model: ['source', 'net', 'node:crypto', 'package:ajv', 'package:ajv-formats'],
  engine: ['source', 'model', 'inputs', 'rules', 'node:crypto'],
  rules: ['engine/rule.ts', 'model', 'net'],
  reporters: ['engine', 'source', 'package:picocolors', 'package:sarif'],
  config: ['source', 'model', 'engine', 'package:ajv', 'package:ajv-formats'],
  generated: [],
};

const pinned = [
  'AZL1001 ipv6-address',
  'AZL1101 logical-network-gateway-changed',
  'AZL1102 logical-network-ip-pools-changed',
  'AZL1103 logical-network-address-space-changed',
  'AZL1104 logical-network-vlan-changed',
  'AZL1105 logical-network-fabric-changed',
  'AZL1106 dynamic-ip-allocation',
  'AZL1107 several-address-prefixes',
  'AZL1108 several-subnets',
  'AZL1109 fabric-network-missing',
  'AZL1110 fabric-network-of-wrong-type',
  'AZL1111 logical-network-vlan-missing',
  'AZL1112 logical-network-vlan-out-of-range',
  'AZL1113 logical-network-vlan-unlike-fabric',
  'AZL1114 logical-network-prefix-unlike-fabric',
  'AZL1115 logical-network-prefix-with-host-bits',
  'AZL1116 logical-network-prefix-all-reserved',
  'AZL1117 ip-pool-type-not-vm',
  'AZL1118 logical-network-without-ip-pool',
  'AZL1119 logical-network-beside-one-without-ip-pool',
  'AZL1120 ip-pool-reversed',
  'AZL1121 ip-pool-outside-prefix',
  'AZL1122 ip-pool-overlap',
  'AZL1123 ip-pool-with-reserved-address',
  'AZL1124 gateway-with-fabric-network',
  'AZL1125 gateway-outside-prefix',
  'AZL1126 gateway-in-ip-pool',
  'AZL1127 logical-network-shared-with-aks',
  'AZL1128 logical-network-dns-changed',
  'AZL1129 logical-network-changed',
  'AZL1130 dns-server-not-an-address',
  'AZL1131 vm-switch-name',
  'AZL3001 guest-management-enabled-later',
  'AZL3002 network-interfaces-changed',
  'AZL3003 vm-resized-while-running',
  'AZL4001 data-disks-changed-while-running',
  'AZL5001 resource-group-move',
  'AZL5002 terraform',
];
const ownPinned = [
  'AZL8001 syntax-error',
  'AZL8002 shape-error',
  'AZL8003 nothing-checked',
  'AZL8004 unknown-type-or-api-version',
  'AZL8005 rule-crashed',
  'AZL8006 parameter-rejected',
  'AZL8007 template-error',
  'AZL8008 limit-reached',
];

const sources = filesBelow(join(root, 'src')).filter((path) => path.endsWith('.ts'));
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const roomOf = (path: string) => path.split('/')[1] as string;

describe('rules', () => {
  test('ids and names are pinned for ever', () => {
    expect(rules.map((rule) => `${rule.id} ${rule.name}`)).toEqual(pinned);
    expect(ownRules.map((rule) => `${rule.id} ${rule.name}`)).toEqual(ownPinned);
  });

  test.each(rules)('$name has its file, and every file in src/rules is a rule', (rule) => {
    expect(text(`src/rules/${rule.name}.ts`)).toContain(`id: '${rule.id}'`);
    const files = readdirSync(join(root, 'src/rules')).filter((file) => file !== 'index.ts');
    expect(files.length).toBe(rules.length);
  });

  test.each(rules)(
    '$name has a witness, a title and a remedy of the agreed form',
    ({ title, name, limitation, remedy }) => {
      expect(title).toMatch(/^[A-Z].+[^.]$/);
      expect(name).not.toMatch(/^(no|use|check|prefer|disallow)-/);
      expect(limitation.page).toMatch(/^https:\/\/learn\.microsoft\.com\//);
      expect(limitation.readOn).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(limitation.statement).toMatch(/\.$/);
      expect(limitation.heading.length).toBeGreaterThan(5);
      expect(remedy).toMatch(/\.$/);
    },
  );

  test.each(rules)('$name has bad fixtures that want it and good ones that want nothing', (rule) => {
    const wants = (start: string) =>
      fixturesNamed(rule.name, start).map((fixture) => fixture.files.flatMap((file) => readWants(file.text)));
    expect(wants('bad').length).toBeGreaterThan(0);
    for (const bad of wants('bad')) expect(bad.map((want) => want.ruleId)).toContain(rule.id);
    expect(wants('good').length).toBeGreaterThan(0);
    expect(wants('good').flat()).toEqual([]);
  });

  test.each(rules.filter((rule) => rule.name !== 'terraform'))('$name is shown in YAML and in ARM JSON', (rule) => {
    const kinds = fixtures([rule.name]).map((fixture) => fixture.name.split('/').at(-1));
    expect(kinds.filter((kind) => kind?.endsWith('.yaml')).length).toBeGreaterThanOrEqual(2);
    expect(kinds.filter((kind) => kind?.endsWith('.arm.json')).length).toBeGreaterThanOrEqual(2);
  });

  test.each(rules)('$name imports no other rule and stays short', (rule) => {
    const code = text(`src/rules/${rule.name}.ts`);
    expect(code).not.toMatch(/from '\.\/|import\(/);
    expect(code.split('\n').length).toBeLessThanOrEqual(90);
  });
});

describe('rooms', () => {
  const imports = (path: string): string[] =>
    [...text(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] as string);

  test('the table of rooms is the folders that exist', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'cli')
      .map((entry) => entry.name);
    expect(Object.keys(rooms).sort()).toEqual(folders.sort());
  });

  test.each(sources.filter((path) => path.split('/').length > 2 && roomOf(path) !== 'cli'))(
    '%s keeps to its room',
    (path) => {
      const room = roomOf(path);
      const allowed = [room, ...(rooms[room] ?? [])];
      const complaints = imports(path).flatMap((target) => {
        if (!target.startsWith('.')) {
          const packageName = target.startsWith('node:') ? target : `package:${target.split('/')[0]}`;
          return allowed.includes(packageName) ? [] : [`${path} imports ${target}`];
        }
        const resolved = new URL(target, `file:///${path}`).pathname.replace('/src/', '');
        return allowed.some((room) => resolved === room || resolved.startsWith(`${room}/`))
          ? []
          : [`${path} imports ${target}`];
      });
      expect(complaints).toEqual([]);
    },
  );

  test('only the command line touches the world', () => {
    const world = /\bprocess\.|\bconsole\.|\bDate\b|\bfetch\(|Math\.random|performance\.now/;
    // hcl.ts loads its own grammar, a file that the package ships.
    const free = sources.filter((path) => !path.startsWith('src/cli') && path !== 'src/source/hcl.ts');
    const code = (path: string) => text(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(free.length).toBeGreaterThan(30);
    expect(free.filter((path) => world.test(code(path)))).toEqual([]);
  });

  test('files stay small enough to be one room', () => {
    const lines = (path: string) => text(path).split('\n').length;
    expect(sources.filter((path) => lines(path) > 500)).toEqual([]);
  });
});

test('package.json has no script that breaks hook managers', () => {
  const { scripts } = JSON.parse(text('package.json'));
  const breaking = ['prepare', 'prepack', 'install', 'postinstall', 'preinstall', 'build'];
  expect(Object.keys(scripts).filter((name) => breaking.includes(name))).toEqual([]);
  expect(existsSync(join(root, '.husky'))).toBe(false);
});
