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
  'AZL3001 guest-management-enabled-later',
  'AZL3002 network-interfaces-changed',
  'AZL3003 vm-resized-while-running',
  'AZL4001 data-disks-changed-while-running',
  'AZL5001 resource-group-move',
  'AZL5002 terraform',
  'AZL7501 fabric-vlan-out-of-range',
  'AZL7502 fabric-vlan-above-3000',
  'AZL7503 fabric-vlan-changed',
  'AZL7504 internal-networks-share-vlan',
  'AZL7505 fabric-mtu-out-of-range',
  'AZL7506 isolation-domain-enabled-too-early',
  'AZL7507 external-network-without-internal',
  'AZL7508 external-network-created-too-late',
  'AZL7509 unknown-peering-option',
  'AZL7510 listen-range-too-large',
  'AZL7511 allow-as-out-of-range',
  'AZL7512 external-network-ipv6-prefix',
  'AZL7601 access-control-list-from-file',
  'AZL7602 access-control-list-mixes-groups',
  'AZL7603 egress-match-unsupported',
  'AZL7604 ingress-match-ether-type',
  'AZL7605 match-value-out-of-range',
  'AZL7606 match-port-condition-unknown',
  'AZL7607 match-configuration-name',
  'AZL7608 access-control-list-without-default',
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
  'AZL8009 property-newer-than-api-version',
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

  // A rule about commands only has scripts.
  const aboutSpecs = rules.filter(({ resource, change, move }) => resource ?? change ?? move);
  test.each(aboutSpecs)('$name is shown in YAML and in ARM JSON', (rule) => {
    const kinds = fixtures([rule.name]).map((fixture) => fixture.name.split('/').at(-1));
    expect(kinds.filter((kind) => kind?.endsWith('.yaml')).length).toBeGreaterThanOrEqual(2);
    expect(kinds.filter((kind) => kind?.endsWith('.arm.json')).length).toBeGreaterThanOrEqual(2);
  });

  test.each(rules)('$name imports no other rule and stays short', (rule) => {
    const code = text(`src/rules/${rule.name}.ts`);
    expect(code).not.toMatch(/from '\.\/|import\(/);
    expect(code.split('\n').length).toBeLessThanOrEqual(75);
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
