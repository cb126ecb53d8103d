import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areEqual } from '../../src/arm/functions/comparison.ts';
import type { DeploymentContext } from '../../src/arm/index.ts';
import type { Field } from '../../src/model/field.ts';
import { expressionOf, parameterKinds, valueOf } from './expressions.ts';
import { deployed, templateOf } from './support.ts';

/** What is wrong when a value that is known in part becomes known: nothing that was known may change. */
function contradiction(before: Field, after: Field): string | undefined {
  // An error: nothing is known of what it makes.
  if (after.state === 'unknown') return undefined;
  const shown = `${before.canonical()} became ${after.canonical()}`;
  if (before.state === 'known') {
    if (before.isList) {
      const [was, is] = [before.items(), after.items()];
      if (!after.isList || was.length !== is.length) return shown;
      return firstOf(was.map((item, index) => contradiction(item, is[index] as Field)));
    }
    if (!before.isObject) return before.canonical() === after.canonical() ? undefined : shown;
    if (!after.isObject || before.names().length !== after.names().length) return shown;
    return contradictionOfMembers(before, after);
  }
  if (before.state === 'absent') return after.state === 'absent' ? undefined : shown;
  if (before.parts && (after.string === undefined || !matches(before.parts, after.string))) return shown;
  if (before.isSegment && after.string?.includes('/') !== false) return `a segment: ${shown}`;
  const items = before.items().slice(0, -1);
  if (items.length > 0) {
    const isThere = (item: Field) => after.items().some((one) => contradiction(item, one) === undefined);
    if (!items.every(isThere)) return `of its items: ${shown}`;
  }
  return contradictionOfMembers(before, after);
}

function contradictionOfMembers(before: Field, after: Field): string | undefined {
  return firstOf(
    before.names().map((name) => {
      const [was, is] = [before.memberNamed(name), after.memberNamed(name)];
      return is.state === 'absent' ? `no ${name} in ${after.canonical()}` : contradiction(was, is);
    }),
  );
}

const firstOf = (found: readonly (string | undefined)[]): string | undefined => found.find((one) => one !== undefined);

/** Whether a text is made of the known parts, in order, and of something for each unknown one. */
function matches(parts: readonly (string | Field)[], text: string): boolean {
  const pattern = parts.map((part) =>
    typeof part === 'string' ? part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') : part.isSegment ? '[^/]*' : '[^]*',
  );
  return new RegExp(`^${pattern.join('')}$`, 'u').test(text);
}

const names = Object.keys(parameterKinds);
const values = fc.record(
  Object.fromEntries(Object.entries(parameterKinds).map(([name, kind]) => [name, valueOf[kind]])),
) as fc.Arbitrary<Record<string, unknown>>;

const context: DeploymentContext = {
  subscription: { subscriptionId: '00000000-0000-0000-0000-000000000001' },
  resourceGroup: { name: 'rg-a', location: 'westeurope' },
};

const sections = (outputs: Record<string, unknown>, other: string, text: string) =>
  templateOf({
    parameters: Object.fromEntries(names.map((name) => [name, { type: 'object' }])),
    variables: { other, text },
    functions: [
      {
        namespace: 'ns',
        members: { wrap: { parameters: [{ name: 'of' }], output: { value: "[concat('<', parameters('of'), '>')]" } } },
      },
    ],
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { type: 'object', value }])),
  });

/** Evaluates outputs; what else is asked for is that nothing throws. */
function evaluate(template: object, given: Record<string, unknown>, isTold: boolean) {
  const deployment = deployed(template, { given, ...(isTold ? { context } : {}) });
  const outputs = deployment.outputs();
  const fields = outputs.names().map((name) => outputs.get(`${name}.value`));
  for (const field of fields) field.plain();
  return { fields, problems: deployment.problems(false).filter(({ kind }) => kind === 'template-error') };
}

/** An expression with one of its parameters and variables replaced by another. */
function varied(text: string, position: number, parameter: string, shift: number): string {
  const pieces = text.split(/(parameters\('\w+'\)|lambdaVariables\('\w+'\)|'(?:[^']|'')*')/);
  const places = pieces.flatMap((piece, index) => (index % 2 === 1 && !/^'[xy]/.test(piece) ? [index] : []));
  const at = places[position % Math.max(places.length, 1)];
  if (at === undefined) return text;
  const piece = pieces[at] as string;
  const others = ["lambdaVariables('x0')", "lambdaVariables('x1')", "lambdaVariables('y0')", "lambdaVariables('y1')"];
  pieces[at] = piece.startsWith('p')
    ? `parameters('${parameter}')`
    : piece.startsWith('l')
      ? (others[shift % 4] as string)
      : "'a'";
  return pieces.join('');
}

const stats = { all: 0, clean: 0, unknown: 0, big: 0 };
const numRuns = Number(process.env['RUNS'] ?? 400);

describe('unknown is monotone', () => {
  const expression = expressionOf('any', 3);
  test('unknown values that are spelt alike are equal', () => {
    fc.assert(
      fc.property(
        expression,
        fc.nat(),
        fc.constantFrom(...names),
        fc.nat(),
        values,
        fc.boolean(),
        (text, position, other, shift, given, isTold) => {
          const template = sections({ one: `[${text}]`, other: `[${varied(text, position, other, shift)}]` }, 'x', 'y');
          const before = evaluate(template, {}, isTold);
          const [one, two] = before.fields as [Field, Field];
          const after = evaluate(template, given, true);
          const [oneThen, twoThen] = after.fields as [Field, Field];
          if (after.problems.length > 0) return;
          stats.all++;
          const equal = areEqual(one, two);
          if (equal === undefined) stats.unknown++;
          else if (equal) stats.clean++;
          const value = [one, two, oneThen, twoThen].map((field) => field.canonical());
          if (equal !== undefined) expect(value).toSatisfy(() => areEqual(oneThen, twoThen) === equal);
        },
      ),
      { numRuns },
    );
    process.stdout.write(JSON.stringify(stats));
  });
  test('what is known of a value stays so when its unknown parts become known, and an error stays an error', () => {
    fc.assert(
      fc.property(
        expression,
        expressionOf('any', 2),
        values,
        fc.subarray(names, { minLength: 1 }),
        fc.boolean(),
        (text, other, given, open, isTold) => {
          const template = sections(
            { out: `[${text}]`, key: { [`[${other}]`]: 1 } },
            `[${other}]`,
            "[parameters('text1')]",
          );
          const partly = Object.fromEntries(Object.entries(given).filter(([name]) => !open.includes(name)));
          const before = evaluate(template, partly, isTold);
          const after = evaluate(template, given, true);
          stats.all++;
          if (after.problems.length === 0) stats.clean++;
          if (before.fields[0]!.state === 'unknown') stats.unknown++;
          else if (before.fields[0]!.canonical().length > 20) stats.big++;
          const isSame = before.fields.map((field, index) => contradiction(field, after.fields[index] as Field));
          expect(isSame.filter(Boolean)).toEqual([]);
          if (after.problems.length === 0) expect(before.problems).toEqual([]);
        },
      ),
      { numRuns },
    );
    process.stdout.write(JSON.stringify(stats));
  });
});
