import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areEqual } from '../../src/arm/functions/comparison.ts';
import type { DeploymentContext } from '../../src/arm/index.ts';
import { Run } from '../../src/arm/run.ts';
import type { Field } from '../../src/model/field.ts';
import { anyForm, expressionOf, parameterKinds, valuesOf } from './expressions.ts';
import { deployed, templateOf } from './support.ts';

/**
 * What is wrong when a value that is known in part becomes known: nothing that was known may change.
 *
 * @param isError whether an error may have made the value unknown
 */
function contradiction(before: Field, after: Field, isError: boolean): string | undefined {
  const change = `${before.canonical()} became ${after.canonical()}`;
  const again = (was: Field, is: Field) => contradiction(was, is, isError);
  if (after.state === 'unknown') return isError || before.state === 'unknown' ? undefined : change;
  const members = () =>
    firstOf(
      before.names().map((name) => {
        const is = after.memberNamed(name);
        return is.state === 'absent' ? `no ${name}: ${change}` : again(before.memberNamed(name), is);
      }),
    );
  if (before.state === 'known') {
    if (before.size !== after.size || before.isList !== after.isList) return change;
    if (before.isList) return firstOf(before.items().map((item, index) => again(item, after.items()[index] as Field)));
    return before.isObject ? members() : before.canonical() === after.canonical() ? undefined : change;
  }
  if (before.parts && (after.string === undefined || !matches(before.parts, after.string))) return change;
  if (before.isSegment && after.string?.includes('/') !== false) return `a segment: ${change}`;
  const certain = before.items().slice(0, -1);
  const isThere = (item: Field) => after.items().some((one) => again(item, one) === undefined);
  return certain.every(isThere) ? members() : `of its items: ${change}`;
}

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
  const values = new Map(outputs.names().map((name) => [name, outputs.get(`${name}.value`)]));
  for (const field of values.values()) field.canonical();
  // An error of a variable may be one of any output.
  const errors = deployment.problems(false).filter(({ kind }) => kind === 'template-error');
  const faulty = new Set(errors.map(({ at }) => (at.path[0] === 'outputs' ? at.path[1] : '*')));
  return { values, faulty };
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

// RUNS=15000 takes half a minute: worth doing after a change of the evaluator.
const numRuns = Number(process.env.RUNS ?? 1_000);

/** Simple ones meet the edges of one function, others show how functions work together. */
const expression = fc.oneof(anyForm(1), anyForm(2), anyForm(3));
const perRun = 8;

describe('unknown is monotone', () => {
  test('what is known of a value stays so when its unknown parts become known, and an error stays an error', () => {
    fc.assert(
      fc.property(
        fc.array(expression, { minLength: perRun, maxLength: perRun }),
        expressionOf('any', 2),
        values,
        fc.subarray(names, { minLength: 1 }),
        fc.boolean(),
        (texts, other, given, open, isTold) => {
          const outputs = texts.map((text, index) => [`out${index}`, `[${text}]`]);
          const template = templateWith(
            { ...Object.fromEntries(outputs), key: { [`[${other}]`]: 1, a: 2 } },
            `[${other}]`,
          );
          const partly = Object.fromEntries(Object.entries(given).filter(([name]) => !open.includes(name)));
          const before = evaluate(template, partly, isTold);
          const after = evaluate(template, given, true);
          for (const [name, value] of before.values) {
            const isError = after.faulty.has('*') || after.faulty.has(name);
            const wrong = contradiction(value, after.values.get(name) as Field, isError);
            expect([outputs, name, wrong]).toEqual([outputs, name, undefined]);
          }
          if (!after.faulty.has('*')) expect([...before.faulty].filter((name) => !after.faulty.has(name))).toEqual([]);
        },
      ),
      { numRuns },
    );
  });

  test('what is certainly equal, or certainly not, stays so', () => {
    const pair = fc
      .tuple(expression, fc.nat(), fc.constantFrom(...names), fc.constantFrom('x0', 'x1', 'y0', 'y1'))
      .map(([text, position, parameter, variable]) => [text, varied(text, position, parameter, variable)] as const);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: perRun }), values, fc.boolean(), (pairs, given, isTold) => {
        const outputs = pairs.flatMap(([one, other], index) => [
          [`one${index}`, `[${one}]`],
          [`other${index}`, `[${other}]`],
        ]);
        const template = templateWith(Object.fromEntries(outputs));
        const before = evaluate(template, {}, isTold);
        const after = evaluate(template, given, true);
        for (const [index, texts] of pairs.entries()) {
          const [one, other] = [`one${index}`, `other${index}`];
          if (after.faulty.has(one) || after.faulty.has(other) || after.faulty.has('*')) continue;
          const equal = ({ values }: typeof before) =>
            areEqual(values.get(one) as Field, values.get(other) as Field, new Run(true));
          if (equal(before) !== undefined) expect([texts, equal(after)]).toEqual([texts, equal(before)]);
        }
      }),
      { numRuns },
    );
  });
});
