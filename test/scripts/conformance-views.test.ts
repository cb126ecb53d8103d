import { describe, expect, test } from 'vitest';
import type { Expectation, Step } from '../../scripts/conformance/cases.js';
import type { Deployed, Resource } from '../../scripts/conformance/engine.js';
import { check, sourcePath } from '../../scripts/conformance/expectations.js';
import { isSame, lookup, pathText, Unknown } from '../../scripts/conformance/values.js';
import { plainView, psruleView } from '../../scripts/conformance/views.js';

const unknown = new Unknown("reference('x')");
const group = '/subscriptions/s/resourceGroups/g';

/** A resource as the evaluator would give it. */
const resource = (
  path: Resource['path'],
  type: string,
  name: string,
  body = {},
  more: Partial<Resource> = {},
): Resource => ({
  type,
  name,
  id: `${group}/providers/${type.split('/')[0]}${type
    .split('/')
    .slice(1)
    .map((segment, index) => `/${segment}/${name.split('/')[index]}`)
    .join('')}`,
  symbolicName: undefined,
  loop: undefined,
  path,
  holder: undefined,
  existing: false,
  body: { type, name, ...body },
  ...more,
});

const deployed = (parts: Partial<Deployed> = {}): Deployed => ({ resources: [], outputs: {}, problems: [], ...parts });

describe('values', () => {
  test.each<[Step[], unknown]>([
    [['a', 1], 'two'],
    [['a', -1], 'three'],
    [['a', 7], undefined],
    [['o', 'missing', 'deeper'], undefined],
    [['o', 'constructor'], undefined],
    [['u', 'deeper'], unknown],
    [['l', { where: { type: 'a/B', name: 'two' } }, 'x'], 2],
    [['l', { where: { name: 'none' } }, 'x'], undefined],
  ])('%j leads to %j', (path, expected) => {
    const value = {
      a: ['one', 'two', 'three'],
      o: {},
      u: unknown,
      l: [
        { type: 'A/b', name: 'one', x: 1 },
        { type: 'A/b', name: 'two', x: 2 },
      ],
    };
    expect(lookup(value, path)).toBe(expected);
  });

  test.each<[unknown, unknown, boolean]>([
    [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
    [{ a: 1 }, { A: 1 }, false],
    [{ a: undefined }, {}, false],
    [[1, 2], [2, 1], false],
    [[1], { 0: 1 }, false],
    [1, '1', false],
    [unknown, unknown, false],
    [unknown, {}, false],
    [[unknown], [unknown], false],
  ])('%j and %j are the same: %j', (one, other, expected) => expect(isSame(one, other)).toBe(expected));

  test('a path as people write it', () => {
    expect(pathText(['resources', 1, 'tags', 'env'])).toBe('resources[1].tags.env');
    expect(pathText([{ where: { name: 'a' } }, 'id'])).toBe('[{"name":"a"}].id');
  });
});

describe('expectations', () => {
  const other = { [sourcePath]: ['resources', 'nic'] };
  const view = {
    outputs: { list: { value: [1, 2] }, text: { value: 'linux-vm-1' }, none: { value: null }, far: { value: unknown } },
    resources: [{ [sourcePath]: [] }, { tags: { env: 'prod' }, [sourcePath]: ['resources', 'vm'] }, {}, other],
    problems: [{ message: 'no such parameter', path: ['resources', 'vm', 'name'] }],
  };
  const at = (name: string) => ['outputs', name, 'value'];
  test.each<[Expectation, boolean]>([
    [{ path: at('list'), equals: [1, 2] }, true],
    [{ path: at('list'), equals: [1] }, false],
    [{ path: at('none'), equals: null }, true],
    [{ path: at('missing'), equals: null }, false],
    [{ path: at('far'), equals: 'x' }, false],
    [{ path: at('list'), count: 2 }, true],
    [{ path: at('text'), count: 10 }, true],
    [{ path: at('list'), count: 3 }, false],
    [{ path: at('missing'), count: 0 }, false],
    [{ path: ['resources', 1, 'tags'], hasKey: 'env', is: true }, true],
    [{ path: ['resources', 1, 'tags'], hasKey: 'Env', is: true }, false],
    [{ path: ['resources', 1, 'tags'], hasKey: 'x', is: false }, true],
    [{ path: ['resources', 7], hasKey: 'x', is: false }, false],
    [{ path: at('text'), startsWith: 'linux-' }, true],
    [{ path: at('far'), startsWith: '' }, false],
    [{ path: ['x'], sourcePathOf: ['resources', 1], equals: 'resources.vm' }, true],
    [{ path: ['x'], sourcePathOf: ['resources', 0], equals: '' }, true],
    [{ path: ['x'], sourcePathOf: ['resources', 1], equals: 'resources[0]' }, false],
    [{ path: ['resources', 1], validationIssue: 'any' }, true],
    [{ path: ['resources', 2], validationIssue: 'any' }, false],
    [{ path: ['resources', 3], validationIssue: 'any' }, false],
    [{ path: at('text') }, false],
  ])('%j: %j', (expectation, holds) => expect(check(expectation, view).holds).toBe(holds));
});

describe('views', () => {
  test('plain: what is deployed, in order, without nulls', () => {
    const resources = [
      resource(['resources', 0], 'A/b', 'one', { tags: { x: null, y: 1 }, list: [null] }),
      resource(['resources', 1], 'A/b', 'two', {}, { existing: true }),
    ];
    expect(plainView(deployed({ resources, outputs: { o: null } }))).toMatchObject({
      resources: [{ name: 'one', type: 'A/b', tags: { y: 1 }, list: [null] }],
      outputs: { o: { value: null } },
    });
  });

  const names = (view: { resources: unknown[] }) => view.resources.map((item) => lookup(item, ['name']));

  test('PSRule: what is depended on first, and resources after their deployment', () => {
    const nested = resource(
      ['resources', 2],
      'Microsoft.Resources/deployments',
      'nested',
      {},
      { symbolicName: 'symbol' },
    );
    const resources = [
      resource(['resources', 0], 'A/b', 'last', { dependsOn: [`${group}/providers/A/b/middle`] }),
      resource(['resources', 1], 'A/b', 'middle', { dependsOn: ['symbol'] }),
      nested,
      resource(['resources', 2, 'properties', 'template', 'resources', 0], 'A/b', 'inner', {}, { holder: nested }),
      resource(['resources', 3], 'A/b', 'circle', { dependsOn: ['circle'] }),
    ];
    const view = psruleView(deployed({ resources }), 'main');
    expect(names(view)).toEqual(['main', 'nested', 'inner', 'middle', 'last', 'circle']);
    expect(view.resources.map((item) => pathText(Object(item)[sourcePath]))).toEqual([
      '',
      'resources[2]',
      'resources[2].properties.template.resources[0]',
      'resources[1]',
      'resources[0]',
      'resources[3]',
    ]);
  });

  test('PSRule: children and extensions inside their parents, databases beside them', () => {
    const server = 'Microsoft.Sql/servers';
    const sql = resource(['resources', 0], server, 'sql');
    const extension = { dependsOn: ['sql'] };
    const old = `${group}/providers/${server}/sql/providers/Microsoft.Insights/locks/lock`;
    const logs = `${group}/providers/${server}/sql/providers/Microsoft.Insights/diagnosticSettings/logs`;
    const resources = [
      sql,
      resource(
        ['resources', 0, 'resources', 0],
        `${server}/rules`,
        'sql/written',
        { name: 'written' },
        { holder: sql },
      ),
      resource(['resources', 1], `${server}/administrators`, 'sql/admin'),
      resource(['resources', 2], `${server}/databases`, 'sql/db'),
      resource(['resources', 3], 'Microsoft.Insights/diagnosticSettings', 'logs', extension, { id: logs }),
      resource(['resources', 4], `${server}/rules`, 'elsewhere/rule'),
      resource(
        ['resources', 5],
        `Microsoft.Insights/locks`,
        'lock',
        { type: `${server}/providers/locks` },
        { id: old },
      ),
      resource(['resources', 6], `Microsoft.Insights/locks`, 'free', {}, { id: `${old}2` }),
    ];
    const view = psruleView(deployed({ resources }), 'main');
    expect(names(view)).toEqual(['main', 'sql', 'sql/db', 'elsewhere/rule', 'free']);
    expect(names({ resources: lookup(view.resources, [1, 'resources']) as unknown[] })).toEqual([
      'written',
      'sql/admin',
      'logs',
      'lock',
    ]);
    expect(lookup(view.resources, [1, 'scope'])).toBe(group);
    expect(lookup(view.resources, [2, 'scope'])).toBe(`${group}/providers/${server}/sql`);
  });

  test('PSRule: nothing is moved outside of a subscription', () => {
    const resources = ['mg', 'mg/sub'].map((name, index) => {
      const type = `Microsoft.Management/managementGroups${'/subscriptions'.repeat(index)}`;
      return resource(['resources', index], type, name, {}, { id: `/providers/${type}/${name}` });
    });
    expect(names(psruleView(deployed({ resources }), 'main'))).toEqual(['main', 'mg', 'mg/sub']);
  });

  test('PSRule: resources of one id are one', () => {
    const account = 'Microsoft.Storage/storageAccounts';
    const resources = [
      resource(['resources', 0], account, 'store', { sku: { name: 'a', tier: 'x' } }),
      resource(['resources', 1], account, 'store', { sku: { name: 'b' } }),
      resource(['resources', 2], 'A/b', 'one', { version: 1 }),
      resource(['resources', 3], 'A/b/c', 'one/child', { version: 1 }),
      resource(['resources', 4], 'A/b', 'one', { version: 2 }),
      resource(['resources', 5], 'A/b/c', 'one/child', { version: 2 }),
    ];
    expect(psruleView(deployed({ resources }), 'main').resources.slice(1)).toMatchObject([
      { name: 'store', sku: { name: 'b', tier: 'x' } },
      { name: 'one', version: 2, resources: [{ name: 'one/child', version: 2 }] },
    ]);
  });
});
