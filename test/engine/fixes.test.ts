import { describe, expect, test } from 'vitest';
import { lintAndFix } from '../../src/engine/lint-and-fix.ts';
import { type LintInput, type LintOptions, lint, SourceFile } from '../../src/index.ts';

const sources = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([path, text]) => new SourceFile(path, text));

/** The texts that fixing changes, by path. */
async function fixed(
  texts: Readonly<Record<string, string>>,
  more: Partial<LintInput> = {},
  options: LintOptions = {},
) {
  const { changed } = await lintAndFix({ files: sources(texts), ...more }, options);
  return Object.fromEntries(changed.map(({ path, text }) => [path, text]));
}

const network = (method: string, more = '') => `type: Microsoft.AzureStackHCI/logicalNetworks
apiVersion: 2025-09-01-preview
name: lnet-app
${more}properties:
  subnets:
    - name: default
      properties:
        ipAllocationMethod: ${method}
`;

const template = (methods: readonly string[], parameters: object, variables: object = {}) =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters,
    variables,
    resources: methods.map((ipAllocationMethod, index) => ({
      type: 'Microsoft.AzureStackHCI/logicalNetworks',
      apiVersion: '2025-09-01-preview',
      name: `lnet-${index}`,
      properties: { subnets: [{ properties: { ipAllocationMethod } }] },
    })),
  });

const values = (method: string) =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters: { method: { value: method } },
  });

const used = "[parameters('method')]";
const declared = { method: { type: 'string' } };

describe('a value is changed where it is written', () => {
  test('in a parameter file', async () => {
    const texts = { 'a.json': template([used], declared), 'a.parameters.json': values('Dynamic') };
    expect(await fixed(texts)).toEqual({ 'a.parameters.json': values('Static') });
  });

  test('in each of the parameter files that have it', async () => {
    const texts = {
      'a.json': template([used], declared),
      'a.parameters.dev.json': values('Dynamic'),
      'a.parameters.prod.json': values('DHCP'),
    };
    expect(await fixed(texts)).toEqual({
      'a.parameters.dev.json': values('Static'),
      'a.parameters.prod.json': values('Static'),
    });
  });

  test('in a parameter file that an option names', async () => {
    const parameters = sources({ 'b.json': values('Dynamic') });
    const texts = { 'a.json': template([used], declared) };
    expect(await fixed(texts, { parameters })).toEqual({ 'b.json': values('Static') });
  });

  test('in a variable', async () => {
    const with_ = (method: string) => template(["[variables('method')]"], {}, { method });
    expect(await fixed({ 'a.json': with_('Dynamic') })).toEqual({ 'a.json': with_('Static') });
  });

  test('once for all copies of a declaration', async () => {
    const text = JSON.parse(template(['Dynamic'], {}));
    Object.assign(text.resources[0], { name: "[concat('a', copyIndex())]", copy: { name: 'all', count: 3 } });
    const result = await lintAndFix({ files: sources({ 'a.json': JSON.stringify(text) }) });
    expect(result.fixed).toBe(1);
    expect(result.changed[0]?.text).toBe(JSON.stringify(text).replace('Dynamic', 'Static'));
  });
});

describe('what something else depends on is left to people', () => {
  test.each([
    [
      'a parameter that is used twice',
      { 'a.json': template([used, used], { method: { type: 'string', defaultValue: 'Dynamic' } }) },
    ],
    [
      'a parameter that does not allow the other value',
      {
        'a.json': template([used], { method: { type: 'string', defaultValue: 'Dynamic', allowedValues: ['Dynamic'] } }),
      },
    ],
    [
      'a variable that is used twice',
      { 'a.json': template(["[variables('m')]", "[variables('m')]"], {}, { m: 'Dynamic' }) },
    ],
    ['what an expression computes', { 'a.json': template(["[concat('Dyna', 'mic')]"], {}) }],
    ['a part of a variable', { 'a.json': template(["[variables('m').one]"], {}, { m: { one: 'Dynamic' } }) }],
    [
      'a value that an alias repeats',
      { 'a.yaml': network('&method Dynamic', 'tags: { method: *method }\n').replace(/(tags.*\n)([\s\S]*)/, '$2$1') },
    ],
  ])('%s', async (_, texts) => {
    const { findings } = await lint({ files: sources(texts) });
    expect(findings.map(({ ruleId }) => ruleId)).toContain('AZL1106');
    expect(await fixed(texts)).toEqual({});
  });

  test('a parameter file of several templates', async () => {
    const texts = { 'a.json': template([used], declared), 'b.json': template([used], declared) };
    const parameters = sources({ 'c.json': values('Dynamic') });
    expect(await fixed(texts, { parameters })).toEqual({});
  });
});

describe('only what is checked is changed', () => {
  test('not what was read back from the platform', async () => {
    const live = JSON.stringify({
      id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.AzureStackHCI/logicalNetworks/lnet-app',
      type: 'microsoft.azurestackhci/logicalnetworks',
      name: 'lnet-app',
      systemData: { createdAt: '2026-01-01' },
      properties: { provisioningState: 'Succeeded', subnets: [{ properties: { ipAllocationMethod: 'Dynamic' } }] },
    });
    const { findings } = await lint({ files: sources({ 'live.json': live }) });
    expect(findings.map(({ ruleId }) => ruleId)).toContain('AZL1106');
    expect(await fixed({ 'live.json': live })).toEqual({});
  });

  test('a file that can be read whole', async () => {
    const broken = `${network('Dynamic')}---\na: [\n`;
    const { findings } = await lint({ files: sources({ 'a.yaml': broken }) });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining(['AZL1106', 'AZL8001']));
    expect(await fixed({ 'a.yaml': broken })).toEqual({});
  });

  test('a template that is linked to and not among the files', async () => {
    const inner = template(['Dynamic'], {});
    const outer = JSON.stringify({
      ...JSON.parse(template([], {})),
      resources: [
        {
          type: 'Microsoft.Resources/deployments',
          apiVersion: '2025-04-01',
          name: 'inner',
          properties: { mode: 'Incremental', templateLink: { relativePath: 'inner.json' } },
        },
      ],
    });
    const readLinked = (path: string) => (path === 'inner.json' ? new SourceFile(path, inner) : undefined);
    const { findings } = await lint({ files: sources({ 'outer.json': outer }), readLinked });
    expect(findings.map(({ ruleId }) => ruleId)).toContain('AZL1106');
    expect(await fixed({ 'outer.json': outer }, { readLinked })).toEqual({});
    expect(await fixed({ 'outer.json': outer, 'inner.json': inner }, { readLinked })).toEqual({
      'inner.json': inner.replace('Dynamic', 'Static'),
    });
  });

  test('a script', async () => {
    const script = 'az stack-hci-vm network lnet create --name a -g rg --ip-allocation-method Dynamic\n';
    expect((await lint({ files: sources({ 'a.sh': script }) })).findings.map(({ ruleId }) => ruleId)).toContain(
      'AZL1106',
    );
    expect(await fixed({ 'a.sh': script })).toEqual({});
  });

  test('a value of a compact spec, but not by words of ARM', async () => {
    const spec = (method: string) => `customLocation: branch
logicalNetworks:
  - name: lnet-app
${method}    addressPrefix: 10.20.1.0/24
    vlan: 806
    ipPools:
      - start: 10.20.1.20
        end: 10.20.1.99
`;
    const line = (method: string) => spec(`    ipAllocationMethod: ${method}\n`);
    expect(await fixed({ 'a.yaml': line('Dynamic') })).toEqual({ 'a.yaml': line('Static') });
    expect(await fixed({ 'a.yaml': spec('') })).toEqual({});
  });
});

describe('fixes that meet', () => {
  test.each([
    [
      'a misspelt name is corrected, not written a second time',
      network('Static').replace('Method', 'Mehtod'),
      network('Static'),
    ],
    [
      'of two slips that mean one name, the second is left',
      network('Static').replace(
        /( +)ipAllocationMethod: Static/,
        '$1ipAllocationMehtod: Static\n$1ipAlocationMethod: Static',
      ),
      network('Static\n        ipAlocationMethod: Static'),
    ],
  ])('%s', async (_, text, wanted) => {
    expect(await fixed({ 'a.yaml': text })).toEqual({ 'a.yaml': wanted });
  });

  test('a misspelt name and a missing one, in one line of a template', async () => {
    const text = template(['Dynamic'], {}).replace('ipAllocationMethod', 'ipAlocationMethod');
    expect(await fixed({ 'a.json': text })).toEqual({ 'a.json': template(['Static'], {}) });
  });
});

test('a rule that is off fixes nothing', async () => {
  expect(await fixed({ 'a.yaml': network('Dynamic') }, {}, { severities: { AZL1106: 'off' } })).toEqual({});
});

test('two fixes that undo each other come to an end', async () => {
  const swap = (id: string, from: string, to: string) => ({
    id,
    name: `from-${from}`,
    title: 'Word is wrong',
    severity: 'error' as const,
    remedy: 'Write the other one.',
    limitation: { statement: 'One word.', page: 'https://example.com', heading: 'Words', readOn: '2026-11-24' },
    *resource({ body }: { body: import('../../src/index.ts').Field }) {
      const tag = body.get('tags.word');
      if (tag.string !== from) return;
      const fix = {
        description: 'Write it.',
        isSafe: true,
        edits: [{ kind: 'replace' as const, at: tag.at, value: to }],
      };
      yield { at: tag.at, message: `the word is "${from}".`, fix };
    },
  });
  const rules = [swap('AZL9001', 'one', 'two'), swap('AZL9002', 'two', 'one')];
  const { fixed: made } = await lintAndFix(
    { files: sources({ 'a.yaml': network('Static', 'tags: { word: one }\n') }) },
    { rules },
  );
  expect(made).toBe(10);
});
