import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownRules } from '../src/engine/own-rules.ts';
import { rules } from '../src/rules/index.ts';
import { filesBelow, fixtures, fixturesNamed, readWants, root } from './support/fixtures.ts';

/** Who may import whom: a room and the rooms it may use. `node` and packages are named where they are allowed. */
const rooms: Record<string, readonly string[]> = {
  source: ['package:yaml', 'package:web-tree-sitter', 'node:fs', 'node:module', 'node:path', 'node:v8', 'node:zlib'],
  net: ['package:ip-address'],
  arm: ['source', 'model', 'package:ip-address', 'node:crypto', 'node:path'],
  inputs: ['source', 'arm', 'model', 'node:path', 'package:ajv', 'package:ajv-formats'],
  model: ['source', 'net', 'node:crypto', 'package:ajv', 'package:ajv-formats'],
  engine: ['source', 'model', 'inputs', 'rules', 'node:crypto'],
  rules: ['engine/rule.ts', 'model', 'net'],
  reporters: ['engine', 'source', 'package:picocolors', 'package:sarif'],
  config: ['source', 'model', 'engine', 'package:ajv', 'package:ajv-formats'],
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
  'AZL2001 network-interface-on-foreign-network',
  'AZL2002 network-interface-on-dynamic-network',
  'AZL2003 network-interface-address-outside-network',
  'AZL2004 network-interface-address-changed',
  'AZL2005 network-interface-public-ip',
  'AZL2006 network-interface-without-dns',
  'AZL3001 guest-management-enabled-later',
  'AZL3002 network-interfaces-changed',
  'AZL3003 vm-resized-while-running',
  'AZL3004 security-type-other-than-standard',
  'AZL3005 trusted-launch-setting',
  'AZL3006 dynamic-memory',
  'AZL3007 memory-type-changed',
  'AZL3008 proxy-missing',
  'AZL3009 vm-without-network-interface',
  'AZL3010 identity-on-instance',
  'AZL3011 machine-without-identity',
  'AZL3012 configuration-agent-off',
  'AZL3013 machine-of-other-kind',
  'AZL3014 instance-misplaced',
  'AZL3015 vm-name-not-lower-case',
  'AZL3016 computer-name-not-allowed',
  'AZL3017 strict-placement-without-zone',
  'AZL3018 authentication-type-unknown',
  'AZL3019 ssh-without-key',
  'AZL3020 ssh-key-not-openssh',
  'AZL3021 password-authentication-on-linux',
  'AZL3022 image-by-name',
  'AZL3023 arc-gateway',
  'AZL3024 domain-join-on-linux',
  'AZL3025 domain-join-added-later',
  'AZL3026 extension-without-guest-management',
  'AZL3027 vm-paused-or-saved',
  'AZL3028 disk-of-two-vms',
  'AZL3029 local-management-tool',
  'AZL3030 computer-renamed-while-running',
  'AZL3031 skip-shutdown-before-extension',
  'AZL3032 vm-deleted-alone',
  'AZL3033 rdp-over-ssh-on-linux',
  'AZL3034 serial-console-of-stopped-vm',
  'AZL3035 storage-path',
  'AZL3101 gpu-before-release',
  'AZL3102 gpu-not-dda',
  'AZL3103 gpu-partition-size',
  'AZL3104 gpu-model-unsupported',
  'AZL3105 gpu-changed-while-running',
  'AZL3106 gpu-name-in-command',
  'AZL3107 gpu-without-live-migration',
  'AZL4001 data-disks-changed-while-running',
  'AZL4002 disk-too-large',
  'AZL4003 disk-shrunk',
  'AZL4004 disk-type-changed',
  'AZL4005 dynamic-disk',
  'AZL4007 disk-download-without-signature',
  'AZL4101 os-disk-snapshot',
  'AZL4102 snapshot-of-other-than-disk',
  'AZL4103 restored-disk-without-size',
  'AZL4104 restored-disk-too-small',
  'AZL4105 snapshot-changed',
  'AZL4201 image-name-with-windows',
  'AZL4202 image-not-from-storage-account',
  'AZL4203 marketplace-image',
  'AZL4204 image-of-other-system',
  'AZL4205 image-not-in-english',
  'AZL4206 image-without-nocloud',
  'AZL5001 resource-group-move',
  'AZL5002 terraform',
  'AZL5003 network-interface-tags-changed',
  'AZL5004 mac-address-changed',
  'AZL5005 allocated-address-written-later',
  'AZL5006 ip-pools-used-up',
  'AZL5007 undocumented-command',
  'AZL5008 dash-instead-of-hyphen',
  'AZL5009 resource-group-in-other-region',
  'AZL6001 reference-of-wrong-type',
  'AZL6002 reserved-address',
  'AZL6003 special-address',
  'AZL6004 address-claimed-twice',
  'AZL6005 ip-pool-exhausted',
  'AZL6006 dangling-reference',
  'AZL6007 several-regions',
  'AZL6008 unsupported-region',
  'AZL6009 custom-location-missing',
  'AZL6010 several-custom-locations',
  'AZL6011 resource-renamed',
  'AZL6012 invalid-resource-name',
  'AZL6013 fabric-in-another-subscription',
  'AZL7001 virtual-network-peering',
  'AZL7002 virtual-network-changed',
  'AZL7003 virtual-network-without-subnet',
  'AZL7004 subnet-outside-virtual-network',
  'AZL7005 subnets-overlap',
  'AZL7006 subnet-changed',
  'AZL7007 virtual-network-in-public-range',
  'AZL7008 subnet-without-nat-gateway',
  'AZL7101 security-group-without-rules',
  'AZL7102 security-rule-priority-out-of-range',
  'AZL7103 security-rule-priority-twice',
  'AZL7104 security-rule-priority-in-both-directions',
  'AZL7105 security-rule-protocol',
  'AZL7106 security-rule-port',
  'AZL7107 security-rule-direction',
  'AZL7108 security-rule-access',
  'AZL7109 security-rule-description-too-long',
  'AZL7201 public-ip-dynamic-allocation',
  'AZL7202 public-ip-without-logical-network',
  'AZL7203 public-ip-outside-logical-network',
  'AZL7204 public-ip-target',
  'AZL7205 public-ip-changed',
  'AZL7301 nat-gateway-on-logical-network',
  'AZL7302 nat-gateway-without-one-public-ip',
  'AZL7303 several-nat-gateways-in-virtual-network',
  'AZL7304 nat-gateway-across-virtual-networks',
  'AZL7305 virtual-network-overlaps-nat-logical-network',
  'AZL7306 nat-gateway-changed',
  'AZL7307 incomplete-nat-inbound-rule',
  'AZL7308 nat-inbound-rule-on-other-public-ip',
  'AZL7309 inline-nat-inbound-rules',
  'AZL7310 last-subnet-detached-from-nat-gateway',
  'AZL7311 nat-gateway-deleted-too-early',
  'AZL7401 mismatched-load-balancer-frontend',
  'AZL7402 backend-pool-without-one-network',
  'AZL7403 backend-pool-in-other-network',
  'AZL7404 internal-load-balancer-on-logical-network',
  'AZL7405 load-balancer-public-ip-of-other-network',
  'AZL7406 load-balancer-public-ip-unlike-nat',
  'AZL7407 load-balancer-without-nat-gateway',
  'AZL7408 workload-in-load-balancer-subnet',
  'AZL7409 load-balancer-kinds-on-wrong-subnets',
  'AZL7410 frontend-with-several-public-ips',
  'AZL7411 unknown-frontend-allocation-method',
  'AZL7412 static-frontend-without-address',
  'AZL7413 frontend-address-outside-subnet',
  'AZL7414 duplicate-frontend-port',
  'AZL7415 unknown-load-balancing-protocol',
  'AZL7416 unknown-load-distribution',
  'AZL7417 idle-timeout-without-tcp',
  'AZL7418 unsupported-probe-protocol',
  'AZL7419 unknown-backend-admin-state',
  'AZL7420 undeclared-load-balancer-part',
  'AZL7421 load-balancer-nat-rules',
  'AZL7422 load-balancer-frontend-changed',
  'AZL7423 load-balancer-update-beyond-tags',
  'AZL7424 http-probe-without-path',
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
  'AZL8010 expired-suppression',
  'AZL8011 unused-suppression',
  'AZL8012 suppression-without-reason',
  'AZL8013 malformed-suppression',
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
      // Validators of SARIF take words of two letters and more.
      expect(name).toMatch(/^[a-z][a-z0-9]+(-[a-z0-9]{2,})*$/);
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
