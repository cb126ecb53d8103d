import { describe, expect, test } from 'vitest';
import { deploy } from '../../src/arm/index.ts';
import { deploymentOf, documentFrom, inner, parametersOf, positionOf, shown, templateOf } from './support.ts';

const named = (name: string) => ({ type: 'Microsoft.A/b', apiVersion: '2022-09-01', name });

/** A deployment of a linked template. */
const link = (templateLink: object, parameters?: object, name = 'dep') => ({
  type: 'Microsoft.Resources/deployments',
  apiVersion: '2022-09-01',
  name,
  properties: { mode: 'Incremental', templateLink, ...(parameters ? { parameters } : {}) },
});

/** Deploys a template that stands at `main/azuredeploy.json`, with these files around it. */
function linked(resources: unknown[], files: Readonly<Record<string, object>>, sections: object = {}, given?: object) {
  const asked: string[] = [];
  const deployment = deploy(documentFrom(templateOf({ ...sections, resources }), 'main/azuredeploy.json'), {
    ...(given ? { parameters: [parametersOf(given as Record<string, unknown>)] } : {}),
    read: (path) => {
      asked.push(path);
      return path in files ? documentFrom(templateOf(files[path] as object), path) : undefined;
    },
  });
  const names = deployment.resources().flatMap(({ isDeployment, name }) => (isDeployment ? [] : [name.string]));
  return { deployment, names, asked };
}

const leaf = { resources: [named('leaf')] };

describe('where it stands', () => {
  const own = 'deployment().properties.templateLink.uri';
  const location = { _artifactsLocation: { type: 'string', defaultValue: `[${own}]` } };
  const token = { _artifactsLocationSasToken: { type: 'securestring', defaultValue: '' } };

  test.each<[object, object, string, string]>([
    [{ relativePath: 'nested/leaf.json' }, {}, 'main/nested/leaf.json', 'beside the template'],
    [{ relativePath: '../common/leaf.json' }, {}, 'common/leaf.json', 'elsewhere in the repository'],
    [{ relativePath: 'nested\\leaf.json' }, {}, 'main/nested/leaf.json', 'with the slashes of Windows'],
    [
      { relativePath: "[concat('nested/', variables('file'))]" },
      { variables: { file: 'leaf.json' } },
      'main/nested/leaf.json',
      'a path that is made',
    ],
    [{ uri: `[uri(${own}, 'nested/leaf.json')]` }, {}, 'main/nested/leaf.json', 'by the address of the template'],
    [{ uri: `[uri(${own}, '../common/leaf%20one.json')]` }, {}, 'common/leaf one.json', 'with an escape'],
    [
      { uri: "[variables('base')]" },
      { variables: { base: `[uri(${own}, 'leaf.json')]` } },
      'main/leaf.json',
      'by way of a variable',
    ],
    [
      {
        uri: "[uri(parameters('_artifactsLocation'), concat('nested/leaf.json', parameters('_artifactsLocationSasToken')))]",
      },
      { parameters: { ...location, ...token } },
      'main/nested/leaf.json',
      'by the usual parameters',
    ],
    [
      {
        uri: "[concat(parameters('_artifactsLocation'), '/nested/leaf.json', parameters('_artifactsLocationSasToken'))]",
      },
      {
        parameters: { _artifactsLocation: { type: 'string', defaultValue: 'https://contoso.example/main' }, ...token },
      },
      'main/nested/leaf.json',
      'which stand for the place of the template',
    ],
    [
      { uri: "[concat(parameters('_artifactsLocation'), '/nested/leaf.json')]" },
      { parameters: { _artifactsLocation: { type: 'string' } } },
      'main/nested/leaf.json',
      'also without a default',
    ],
  ])('%j: %s is %s', (templateLink, sections, path) => {
    const { names, asked, deployment } = linked([link(templateLink)], { [path]: leaf }, sections);
    expect([names, asked, [...deployment.notes], deployment.problems(true)]).toEqual([['leaf'], [path], [], []]);
    expect(deployment.linked).toEqual([path]);
  });

  test.each<[object, object, string, string]>([
    [{ relativePath: '../../leaf.json' }, {}, 'it is not in this repository', 'outside'],
    [{ relativePath: '/etc/passwd.json' }, {}, 'it is not in this repository', 'absolute'],
    [{ relativePath: "[parameters('p')]" }, {}, 'it is not in this repository', 'an unknown path'],
    [{ uri: 'https://contoso.example/leaf.json' }, {}, 'it is not in this repository', 'on the network'],
    [
      { uri: `[uri(${own}, '../../../leaf.json')]` },
      {},
      'there is no template at leaf.json',
      'above the root: an address ends there',
    ],
    [
      { uri: "[parameters('p')]" },
      { p: 'file:///etc/passwd.json' },
      'there is no template at etc/passwd.json',
      'a file of the machine',
    ],
    [
      { id: '/subscriptions/S/resourceGroups/G/providers/Microsoft.Resources/templateSpecs/t/versions/1' },
      {},
      'it is not in this repository',
      'a template spec',
    ],
    [{ relativePath: 'missing.json' }, {}, 'there is no template at main/missing.json', 'missing'],
  ])('%j is not read, and that is said once: %s', (templateLink, given, reason) => {
    const sections = {
      parameters: { p: { type: 'string' } },
      outputs: { o: { type: 'string', value: "[reference('dep').outputs.x.value]" } },
    };
    const { names, deployment } = linked([link(templateLink)], {}, sections, given);
    expect([names, deployment.problems(true), deployment.limits]).toEqual([[], [], []]);
    expect(deployment.notes).toEqual([
      expect.stringMatching(new RegExp(`^linked template of line \\d+ not read: ${reason}$`)),
    ]);
  });

  test('a place that was told is not the place of the template', () => {
    const uri = "[concat(parameters('_artifactsLocation'), '/leaf.json')]";
    const sections = { parameters: { _artifactsLocation: { type: 'string' } } };
    const given = { _artifactsLocation: 'https://contoso.example/main' };
    expect(linked([link({ uri })], { 'main/leaf.json': leaf }, sections, given).asked).toEqual([]);
  });

  test('nobody knows from where it will be deployed', () => {
    const outputs = { o: { type: 'string', value: `[${own}]` } };
    const field = linked([], {}, { outputs }).deployment.outputs().get('o.value');
    expect([field.state, field.reason]).toEqual(['unknown', 'it is only known during deployment']);
  });
});

describe('what it sees', () => {
  const takes = {
    parameters: { p: { type: 'string' } },
    variables: { v: 'own' },
    resources: [named("[concat(parameters('p'), '-', variables('v'))]")],
  };

  test('values passed down, and its own variables', () => {
    const parameters = { p: { value: "[variables('v')]" } };
    const { names } = linked(
      [link({ relativePath: 'a.json' }, parameters)],
      { 'main/a.json': takes },
      { variables: { v: 'outer' } },
    );
    expect(names).toEqual(['outer-own']);
  });

  test('its outputs are passed up', () => {
    const files = { 'main/a.json': { outputs: { o: { type: 'string', value: 'x' } } } };
    const outputs = { got: { type: 'string', value: "[reference('dep').outputs.o.value]" } };
    expect(
      linked([link({ relativePath: 'a.json' })], files, { outputs })
        .deployment.outputs()
        .get('got.value').value,
    ).toBe('x');
  });

  test('each of a loop links to its own', () => {
    const copy = { name: 'all', count: 2 };
    const files = { 'main/0.json': { resources: [named('zero')] }, 'main/1.json': { resources: [named('one')] } };
    for (const templateLink of [
      { relativePath: "[concat(copyIndex(), '.json')]" },
      { uri: "[uri(deployment().properties.templateLink.uri, concat(copyIndex('all'), '.json'))]" },
    ]) {
      const loop = { ...link(templateLink, undefined, "[concat('d', copyIndex())]"), copy };
      expect(linked([loop], files).names).toEqual(['zero', 'one']);
    }
  });

  test('a linked template links further, from where it stands itself', () => {
    const files = {
      'main/nested/a.json': { resources: [link({ relativePath: 'b.json' })] },
      'main/nested/b.json': leaf,
    };
    expect(linked([link({ relativePath: 'nested/a.json' })], files).names).toEqual(['leaf']);
  });

  test('or from a place that is passed down', () => {
    const uri = "[uri(parameters('_artifactsLocation'), 'nested/b.json')]";
    const files = {
      'main/nested/a.json': { parameters: { _artifactsLocation: { type: 'string' } }, resources: [link({ uri })] },
      'main/nested/b.json': leaf,
    };
    const sections = {
      parameters: {
        _artifactsLocation: { type: 'string', defaultValue: '[deployment().properties.templateLink.uri]' },
      },
    };
    const parameters = { _artifactsLocation: { value: "[parameters('_artifactsLocation')]" } };
    expect(linked([link({ relativePath: 'nested/a.json' }, parameters)], files, sections).names).toEqual(['leaf']);
  });

  test('a link in a nested template of outer scope is made from the template around', () => {
    const uri = "[uri(deployment().properties.templateLink.uri, 'nested/leaf.json')]";
    const nested = (properties: object) => [
      deploymentOf({ resources: [link({ uri })] }, { name: 'around', properties }),
    ];
    const files = { 'main/nested/leaf.json': leaf };
    expect(linked(nested({}), files).names).toEqual(['leaf']);
    expect(linked(nested(inner), files).names).toEqual(['leaf']);
  });
});

describe('errors', () => {
  test('are shown in the linked template', () => {
    const files = { 'main/a.json': { resources: [named('[tolower(1)]')] } };
    const { deployment } = linked([link({ relativePath: 'a.json' })], files);
    const [problem, ...others] = deployment.problems(true);
    expect(others).toEqual([]);
    expect(problem && [problem.at.file.path, positionOf(problem), shown(problem)]).toEqual([
      'main/a.json',
      '8:22',
      { text: '1', message: 'toLower() takes text, not a number' },
    ]);
  });

  test('a template that links to itself ends', () => {
    const { deployment } = linked([link({ relativePath: 'a.json' })], {
      'main/a.json': { resources: [link({ relativePath: 'a.json' })] },
    });
    expect(deployment.limits).toEqual(['limit: deployments are nested more than 16 levels deep']);
    expect(deployment.problems(true)).toEqual([]);
  });

  test('also when it does so twice', () => {
    const twice = {
      resources: [
        link({ relativePath: 'a.json' }, undefined, 'one'),
        link({ relativePath: 'a.json' }, undefined, 'two'),
      ],
    };
    const { deployment } = linked([link({ relativePath: 'a.json' })], { 'main/a.json': twice });
    expect(deployment.limits).toContain('limit: the template makes more than 10000 resources and copies');
  });
});
