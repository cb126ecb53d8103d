import { describe, expect, test } from 'vitest';
import { defineRule, type Finding, lint, type Problem, type Resource, type Rule } from '../../src/index.ts';
import { file, template } from './specs.ts';

type Listener = (resource: Resource) => Iterable<Problem>;

const own = (resource: Listener, id = 'AZL9001'): Rule =>
  defineRule({
    id,
    name: `own-${id}`,
    title: 'Own',
    severity: 'warning',
    remedy: 'None.',
    limitation: { statement: 'Own.', page: 'https://wiki.example/own', heading: 'Own', readOn: '2026-11-24' },
    resource,
  });

/** The findings of one's own rules. */
async function findingsOf(text: string | object, ...rules: readonly Rule[]): Promise<Finding[]> {
  const { findings } = await lint({ files: [file('a.json', text)] }, { preset: 'seed', rules });
  return findings.filter(({ ruleId }) => ruleId.startsWith('AZL9'));
}

const network = (properties: object) => ({
  type: 'Microsoft.AzureStackHCI/logicalNetworks',
  apiVersion: '2025-09-01-preview',
  name: 'lnet',
  location: 'eastus',
  ...properties,
});

test('findings come by line, column, rule and message, whatever the order in which rules speak', async () => {
  const text = '{ "type": "Microsoft.AzureStackHCI/logicalNetworks", "name": "a",\n"tags": { "one": 1, "two": 2 } }';
  const at =
    (path: string, message: string): Listener =>
    ({ body }) => [{ at: body.get(path).at, message }];
  const found = await findingsOf(
    text,
    own(at('tags.two', 'a'), 'AZL9001'),
    own(at('tags.one', 'b'), 'AZL9003'),
    own(at('tags.one', 'c'), 'AZL9002'),
    own(({ body }) => [...at('name', 'e')({ body } as Resource), ...at('name', 'd')({ body } as Resource)], 'AZL9004'),
  );
  expect(found.map(({ message }) => message)).toEqual(['d', 'e', 'c', 'b', 'a']);
});

describe('a place is shown tightly', () => {
  const shownAt = async (path: string) => {
    const spec = network({ tags: { one: ['x'], long: 'y' }, properties: { subnets: [{ name: 'a' }] } });
    const [found] = await findingsOf(
      spec,
      own(({ body }) => [{ at: body.get(path).at, message: 'here' }]),
    );
    if (!found) throw new Error('there is one');
    const { start, end } = found.region;
    const line = file('a.json', spec).line(start.line);
    expect(end.line).toBe(start.line);
    return line.slice(start.column - 1, end.column - 1);
  };

  test('a value of one line as it is, one of several by its name', async () => {
    expect(await shownAt('tags.long')).toBe('"y"');
    expect(await shownAt('tags.one')).toBe('"one"');
  });

  test('an item of several lines by its first line', async () => {
    const listener: Listener = ({ body }) => body.all('properties.subnets[]').map(({ at }) => ({ at, message: 'x' }));
    const [found] = await findingsOf(network({ properties: { subnets: [{ name: 'a' }] } }), own(listener));
    expect(found?.region.start.line).toBe(found?.region.end.line);
    expect(found?.region.end.column).toBe((found?.region.start.column ?? 0) + 1);
  });
});

describe('how a value came about', () => {
  const traceOf = async (given: object, declared: object) => {
    const spec = template({}, { given: declared }, { tags: "[parameters('given')]", ...given });
    const [found] = await findingsOf(
      spec,
      own(({ body }) => [{ at: body.get('tags').at, message: 'x', value: body.get('tags') }]),
    );
    return found?.trace.map(({ text }) => text);
  };

  test.each<[string, unknown, string]>([
    ['an object', { a: [1, true, null] }, 'tags = {"a":[1,true,null]}'],
    ['a number of any size', { a: 7 }, 'tags = {"a":7}'],
    ['a long text', { a: 'x'.repeat(100) }, `tags = {"a":"${'x'.repeat(66)}…`],
  ])('begins with the value: %s', async (_, defaultValue, expected) => {
    const trace = await traceOf({}, { type: 'object', defaultValue });
    expect(trace?.[0]).toBe(expected);
    expect(trace?.[1]).toBe(`"[parameters('given')]"`);
    expect(trace).toHaveLength(3);
  });

  test('a number beyond what JSON can tell keeps its digits', async () => {
    const trace = await traceOf(
      { tags: "[add(parameters('given'), int('9007199254740992'))]" },
      { type: 'int', defaultValue: 1 },
    );
    expect(trace?.[0]).toBe('tags = "9007199254740993"');
  });

  test('a value that is not known has an ellipsis for what is not', async () => {
    const value = async (tags: string) => {
      const spec = template({}, { given: { type: 'string' } }, { tags, plan: "[parameters('given')]" });
      const [found] = await findingsOf(
        spec,
        own(({ body }) => [{ at: body.get('tags').at, message: 'x', value: body.get('tags').through(body.at) }]),
      );
      return found?.trace[0]?.text;
    };
    expect(await value("[concat('a-', parameters('given'), '-b')]")).toContain('= "a-…-b"');
    expect(await value("[parameters('given')]")).toContain('= …');
    expect(await value("[createObject('a', parameters('given'))]")).toContain('= "…"');
  });

  test('is not told of a value that stands where it is used', async () => {
    const [found] = await findingsOf(
      network({ tags: { a: 1 } }),
      own(({ body }) => [{ at: body.get('tags').at, message: 'x', value: body.get('tags') }]),
    );
    expect(found?.trace).toEqual([]);
  });
});

describe('what rules say twice', () => {
  const twice = (...messages: string[]) =>
    own(({ body }) => messages.map((message) => ({ at: body.get('name').at, message })));

  test('in the same words is one finding, in others it is two', async () => {
    expect(await findingsOf(network({}), twice('a', 'a'))).toHaveLength(1);
    expect(await findingsOf(network({}), twice('a', 'b'))).toHaveLength(2);
  });

  test('of one property has two fingerprints', async () => {
    const prints = (await findingsOf(network({}), twice('a', 'b'))).map(({ fingerprint }) => fingerprint);
    expect(prints[1]).toBe(`${prints[0]}-2`);
  });
});

test('a fix that would write a secret is left out of the report', async () => {
  const withFix = (text: string) =>
    own(({ body }) => [
      {
        at: body.get('name').at,
        message: 'x',
        fix: { description: 'Do.', isSafe: true, edits: [{ kind: 'replace', at: body.get('name').at, value: text }] },
      },
    ]);
  const [plain] = await findingsOf(network({}), withFix('other'));
  const [secret] = await findingsOf(network({}), withFix('https://user:canary@host'));
  expect(plain?.fix?.edits.map(({ text }) => text)).toEqual(['"other"']);
  expect(secret?.fix).toBeUndefined();
});
