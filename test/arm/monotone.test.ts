import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areEqual } from '../../src/arm/functions/comparison.ts';
import type { DeploymentContext } from '../../src/arm/index.ts';
import { Run } from '../../src/arm/run.ts';
import type { Field } from '../../src/model/field.ts';
import { expressionOf, parameterKinds, valuesOf } from './expressions.ts';
import { deployed, templateOf } from './support.ts';

/** What is wrong when a value that is known in part becomes known: nothing that was known may change. */
function contradiction(before: Field, after: Field): string | undefined {
  const change = `${before.canonical()} became ${after.canonical()}`;
  // An error: nothing is known of what it makes.
  if (after.state === 'unknown') return undefined;
  if (before.state === 'known') {
    if (before.isList) {
      const [was, is] = [before.items(), after.items()];
      if (!after.isList || was.length !== is.length) return change;
      return firstOf(was.map((item, index) => contradiction(item, is[index] as Field)));
    }
    if (!before.isObject) return before.canonical() === after.canonical() ? undefined : change;
    return after.isObject && before.size === after.size ? contradictionOfMembers(before, after) : change;
  }
  if (before.state === 'absent') return after.state === 'absent' ? undefined : change;
  if (before.parts && (after.string === undefined || !matches(before.parts, after.string))) return change;
  if (before.isSegment && after.string?.includes('/') !== false) return `a segment: ${change}`;
  const certain = before.items().slice(0, -1);
  const isThere = (item: Field) => after.items().some((one) => contradiction(item, one) === undefined);
  if (!certain.every(isThere)) return `of its items: ${change}`;
  return contradictionOfMembers(before, after);
}

const contradictionOfMembers = (before: Field, after: Field): string | undefined =>
  firstOf(
    before.names().map((name) => {
      const is = after.memberNamed(name);
      return is.state === 'absent' ? `no ${name} in ${after.canonical()}` : contradiction(before.memberNamed(name), is);
    }),
  );

const firstOf = (found: readonly (string | undefined)[]): string | undefined => found.find((one) => one !== undefined);

/** Whether a text is made of the known parts, in order, and of something for each unknown one. */
function matches(parts: readonly (string | Field)[], text: string): boolean {
  const pattern = parts.map((part) => {
    if (typeof part === 'string') return part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    return part.isSegment ? '[^/]*' : '[^]*';
  });
  return new RegExp(`^${pattern.join('')}$`, 'u').test(text);
}

const names = Object.keys(parameterKinds);
const values = fc.record(
  Object.fromEntries(Object.entries(parameterKinds).map(([name, kind]) => [name, valuesOf[kind]])),
) as fc.Arbitrary<Record<string, unknown>>;

const context: DeploymentContext = {
  subscription: { subscriptionId: '00000000-0000-0000-0000-000000000001' },
  resourceGroup: { name: 'rg-a', location: 'westeurope' },
};

const wrap = { parameters: [{ name: 'of' }], output: { value: "[concat('<', parameters('of'), '>')]" } };

/** A template with these outputs, and variables and a function that expressions use. */
const templateWith = (outputs: Readonly<Record<string, unknown>>, other = 'x') =>
  templateOf({
    parameters: Object.fromEntries(names.map((name) => [name, { type: 'object' }])),
    variables: { other, text: "[parameters('text1')]" },
    functions: [{ namespace: 'ns', members: { wrap } }],
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { type: 'object', value }])),
  });

function evaluate(template: object, given: Record<string, unknown>, isTold: boolean) {
  const deployment = deployed(template, { given, ...(isTold ? { context } : {}) });
  const outputs = deployment.outputs();
  const fields = outputs.names().map((name) => outputs.get(`${name}.value`));
  for (const field of fields) field.canonical();
  return { fields, problems: deployment.problems(false).filter(({ kind }) => kind === 'template-error') };
}

/** An expression with one of its parameters, variables and literals replaced by another. */
function varied(text: string, position: number, parameter: string, variable: string): string {
  const pieces = text.split(/(parameters\('\w+'\)|lambdaVariables\('\w+'\)|'(?:[^']|'')*')/);
  const places = pieces.flatMap((piece, index) => (index % 2 === 1 && !/^'[xy]\d/.test(piece) ? [index] : []));
  const at = places[position % Math.max(places.length, 1)];
  if (at === undefined) return text;
  const replacements = { p: `parameters('${parameter}')`, l: `lambdaVariables('${variable}')`, "'": "'a'" };
  pieces[at] = replacements[pieces[at]?.charAt(0) as keyof typeof replacements];
  return pieces.join('');
}

// 20,000 runs of each take less than a minute: worth doing after a change of the evaluator.
const numRuns = Number(process.env.RUNS ?? 2_000);

/** Simple ones meet the edges of one function, others how functions work together. */
const expressions = fc.oneof(expressionOf('any', 1), expressionOf('any', 2), expressionOf('any', 3));

describe('unknown is monotone', () => {
  test('what is known of a value stays so when its unknown parts become known, and an error stays an error', () => {
    fc.assert(
      fc.property(
        expressions,
        expressionOf('any', 2),
        values,
        fc.subarray(names, { minLength: 1 }),
        fc.boolean(),
        (text, other, given, open, isTold) => {
          const template = templateWith({ out: `[${text}]`, key: { [`[${other}]`]: 1, a: 2 } }, `[${other}]`);
          const partly = Object.fromEntries(Object.entries(given).filter(([name]) => !open.includes(name)));
          const before = evaluate(template, partly, isTold);
          const after = evaluate(template, given, true);
          const wrong = before.fields.map((field, index) => contradiction(field, after.fields[index] as Field));
          expect(wrong.filter((one) => one !== undefined)).toEqual([]);
          if (after.problems.length === 0) expect(before.problems).toEqual([]);
        },
      ),
      { numRuns },
    );
  });

  test('what is certainly equal, or certainly not, stays so', () => {
    fc.assert(
      fc.property(
        expressions,
        fc.nat(),
        fc.constantFrom(...names),
        fc.constantFrom('x0', 'x1', 'y0', 'y1'),
        values,
        fc.boolean(),
        (text, position, parameter, variable, given, isTold) => {
          const other = varied(text, position, parameter, variable);
          const template = templateWith({ one: `[${text}]`, other: `[${other}]` });
          const [one, two] = evaluate(template, {}, isTold).fields as [Field, Field];
          const after = evaluate(template, given, true);
          const [oneThen, twoThen] = after.fields as [Field, Field];
          const equal = areEqual(one, two, new Run(true));
          if (after.problems.length > 0 || equal === undefined) return;
          expect([oneThen.canonical(), twoThen.canonical(), areEqual(oneThen, twoThen, new Run(true))]).toEqual([
            expect.anything(),
            expect.anything(),
            equal,
          ]);
        },
      ),
      { numRuns },
    );
  });
});
