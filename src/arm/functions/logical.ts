import { Field } from '../../model/field.ts';
import { type ArmFunction, type Call, eager, lazy, unknownCall } from './define.ts';

const truncated = (value: number): number => (value < 0 ? Math.ceil(value) : Math.floor(value));

const numeric = (name: string, compute: (a: number, b: number) => number | undefined): ArmFunction =>
  eager('numeric', name, ([a, b]) =>
    a?.number === undefined || b?.number === undefined ? undefined : compute(a.number, b.number),
  );

const comparison = (name: string, compute: (order: number) => boolean): ArmFunction =>
  eager('comparison', name, ([a, b]) => {
    const [left, right] = [a?.value, b?.value];
    if (typeof left === 'number' && typeof right === 'number') return compute(left - right);
    if (typeof left === 'string' && typeof right === 'string') return compute(left < right ? -1 : left > right ? 1 : 0);
    return undefined;
  });

/** `and` is decided by one false, `or` by one true, whatever the others are. */
const connective = (name: 'and' | 'or', decides: boolean): ArmFunction =>
  lazy('logical', name, (call: Call) => {
    const args: Field[] = [];
    for (const argument of call.args) {
      const value = call.evaluate(argument);
      if (value.boolean === decides) return Field.scalar(decides, call.at);
      args.push(value);
    }
    const open = args.find((value) => value.boolean === undefined);
    return open
      ? unknownCall(name, args, open.reason ?? `${name}() takes true and false`, call.at)
      : Field.scalar(!decides, call.at);
  });

/** Logical, comparison and numeric functions. */
export const logicalFunctions: readonly ArmFunction[] = [
  lazy('logical', 'if', (call) => {
    const [condition, yes, no] = call.args;
    const decided = condition && call.evaluate(condition);
    if (!yes || !no || !decided) return unknownCall('if', [], 'if() takes three arguments', call.at);
    if (decided.boolean !== undefined) return call.evaluate(decided.boolean ? yes : no);
    const branches = [call.evaluate(yes), call.evaluate(no)] as [Field, Field];
    // Both ways give the same value: the condition does not matter.
    if (branches[0].canonical() === branches[1].canonical()) return branches[0];
    return unknownCall('if', [decided, ...branches], decided.reason ?? '', call.at);
  }),
  connective('and', false),
  connective('or', true),
  eager('logical', 'not', ([value]) => (value?.boolean === undefined ? undefined : !value.boolean)),
  eager('logical', 'bool', ([value]) => (typeof value?.value === 'number' ? value.value !== 0 : value?.boolean)),
  eager('logical', 'true', () => true),
  eager('logical', 'false', () => false),
  eager('object', 'null', () => null),
  lazy('comparison', 'equals', (call) => {
    const args = call.args.map((argument) => call.evaluate(argument)) as [Field, Field];
    const [a, b] = args;
    // Equal unknown expressions are equal; different ones may or may not be.
    if (a.canonical() === b.canonical()) return Field.scalar(true, call.at);
    const open = args.find((value) => value.plain() === undefined);
    return open
      ? unknownCall('equals', args, open.reason ?? 'a part of it is unknown', call.at)
      : Field.scalar(false, call.at);
  }),
  comparison('less', (order) => order < 0),
  comparison('lessOrEquals', (order) => order <= 0),
  comparison('greater', (order) => order > 0),
  comparison('greaterOrEquals', (order) => order >= 0),
  numeric('add', (a, b) => a + b),
  numeric('sub', (a, b) => a - b),
  numeric('mul', (a, b) => a * b),
  numeric('div', (a, b) => (b === 0 ? undefined : truncated(a / b))),
  numeric('mod', (a, b) => (b === 0 ? undefined : a % b)),
  eager('numeric', 'int', ([value]) => (value?.number === undefined ? undefined : truncated(value.number))),
  eager('numeric', 'float', ([value]) => (value?.string === undefined ? value?.number : Number(value.string))),
];
